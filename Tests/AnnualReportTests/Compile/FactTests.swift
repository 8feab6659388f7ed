import AnnualReport
import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("facts for the narrative")
struct FactTests {
    private let calendar: WorkingCalendar

    init() throws { calendar = try OfficialCalendar.load() }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func facts(_ records: [FactRecord], _ year: Int) -> [String: ReportFact] {
        var sums = FactSums(year: year)
        for record in records { sums.count(record, by: calendar) }
        let facts = sums.facts(with: RequestTally(year: year))
        return Dictionary(facts.map { ($0.id, $0) }) { first, _ in first }
    }

    private func published(_ year: Int, begun: String, done: String) throws -> FactRecord {
        return FactRecord(
            "items.published", year: year,
            term: .init(begun: try day(begun), done: try day(done), allowed: .proactiveDisclosure))
    }

    @Test("timeliness is judged by working days, and there is no rate of nothing")
    func timeliness() throws {
        let records = [
            try published(2025, begun: "2025-06-03", done: "2025-07-01"),
            try published(2025, begun: "2025-06-03", done: "2025-07-02"),
            try published(2025, begun: "2025-06-03", done: "2025-06-03"),
            try published(2024, begun: "2024-06-03", done: "2024-06-04"),
        ]
        let facts = facts(records, 2025)
        #expect(facts["items.published"]?.value?.whole == 3)
        #expect(facts["items.timely"]?.value?.whole == 2 && facts["items.late"]?.value?.whole == 1)
        #expect(facts["items.timely_rate"]?.value?.description == "66.66")
        #expect(facts["items.published.so_far"]?.value?.whole == 4)
        let none = self.facts([], 2025)
        #expect(none["items.published"]?.value == .zero && none["items.timely_rate"]?.value == nil)
    }

    @Test("every fact has its own id, a Chinese name and a unit")
    func names() {
        let facts = FactSums(year: 2025).facts(with: RequestTally(year: 2025))
        #expect(Set(facts.map(\.id)).count == facts.count && facts.count > 80)
        for fact in facts {
            #expect(fact.label.unicodeScalars.contains { $0.value >= 0x4E00 } && !fact.unit.isEmpty, "\(fact.id)")
            #expect(fact.value == .zero || fact.id == "items.timely_rate", "\(fact.id)")
        }
    }

    @Test("money is counted in fen and shown in yuan")
    func money() {
        let records = [
            FactRecord("fees.paid", year: 2025, amount: 10_050), FactRecord("fees.paid", year: 2025, amount: 5),
        ]
        #expect(facts(records, 2025)["fees.paid"]?.value?.description == "100.55")
        #expect(facts([FactRecord("fees.paid", year: 2025, amount: .max)], 2025)["fees.paid"]?.value == nil)
    }

    @Test("inquiries count persons by their way, trainings by who held them, a struck record nothing")
    func supervision() throws {
        let officer: OfficerReference = Sample.reference("o-1")
        func record(_ name: String, _ content: some SupervisionContent, _ on: String, struck: Bool = false) throws
            -> [FactRecord]
        {
            let command = RecordSupervision(Sample.reference(name), content, on: try day(on), by: officer)
            let today = try day("2031-01-01")
            var entries = try command.decide(on: nil, today: today, calendar: calendar).entries
            if struck {
                let standing = try #require(try SupervisionRecord(folding: entries))
                let strike = StrikeSupervision(on: try day(on), reasons: Sample.text("重复登记"), by: officer)
                entries += try strike.decide(on: standing, today: today, calendar: calendar).entries
            }
            return try #require(try SupervisionRecord(folding: entries)).factRecords
        }
        let five = try #require(Headcount(5))
        let records =
            try record("s-1", Inquiry(by: .counter, persons: five), "2020-12-31")
            + record("s-2", Inquiry(by: .telephone), "2020-03-02")
            + record("s-3", Inquiry(by: .telephone), "2020-03-03", struck: true)
            + record("s-4", Training(Sample.text("测试培训"), participants: five), "2020-05-06")
            + record("s-5", Training(Sample.text("测试培训"), participants: five, isOwn: false), "2021-05-06")
            + record("s-6", Interaction(.interview, about: Sample.text("测试访谈"), isLed: true), "2020-08-03")
        let facts = facts(records, 2020)
        #expect(facts["inquiries"]?.value?.whole == 6 && facts["inquiries"]?.records == 2)
        #expect(facts["inquiries.counter"]?.value?.whole == 5 && facts["inquiries.telephone"]?.value?.whole == 1)
        #expect(facts["trainings"]?.value?.whole == 1 && facts["trainings.attended"]?.value == .zero)
        #expect(facts["interactions.interview.led"]?.value?.whole == 1)
        #expect(facts["complaints.complaint"]?.value == .zero)
    }
}
