import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for supervision and groups, whatever is tried")
struct SupervisionPropertyTests {
    static let seed: UInt64 = 31

    @Test("the tally of a year is what a slow count over the entries gives")
    func records() throws {
        var random = SeededGenerator(seed: Self.seed)
        let start = try day("2024-11-01")
        let officer: OfficerReference = try reference("o-wangwu")
        let reasons = try text("测试")
        let contents = try SupervisionTests.contents()
        var records: [SupervisionRecord] = []
        var slow: [Int: Int] = [:]
        var done = 0
        for round in 0..<200 {
            var sample = try SubjectSample<SupervisionRecord>()
            for step in 0..<8 {
                let place = "seed \(Self.seed), record \(round), step \(step)"
                let on = try #require(start.adding(days: Int.random(in: 0..<120, using: &random)))
                let content = try #require(contents.randomElement(using: &random))
                let isDone: Bool
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    func record(_ content: some SupervisionContent) throws -> Bool {
                        try sample.attempt(
                            RecordSupervision(try reference("s-\(round)"), content, on: on, by: officer), place)
                    }
                    isDone = try record(content)
                case 1:
                    isDone = try sample.attempt(
                        AnswerComplaint(.explained, on: on, reply: reasons, by: officer), place)
                case 2:
                    let persons = try SupervisionTests.head(Int.random(in: 0...9, using: &random))
                    let matter =
                        Bool.random(using: &random) ? content.matter : .inquiry(.init(by: .letter, persons: persons))
                    isDone = try sample.attempt(
                        CorrectSupervision(to: matter, on: on, reasons: reasons, by: officer), place)
                default:
                    guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
                    isDone = try sample.attempt(StrikeSupervision(on: on, reasons: reasons, by: officer), place)
                }
                if isDone { done += 1 }
            }
            guard let record = sample.subject else { continue }
            records.append(record)
            // The last inquiry said, unless a striking came after it.
            var said = 0
            for entry in sample.entries {
                switch entry.act {
                case .inquiryRecorded(let recording): said = recording.content.persons.count
                case .corrected(let correction):
                    if case .inquiry(let inquiry) = correction.matter { said = inquiry.persons.count }
                case .struck: said = 0
                default: break
                }
            }
            slow[record.day.year, default: 0] += said
        }
        #expect(done > 200)
        for year in 2023...2026 {
            let tally = SupervisionTally(of: year, from: records)
            #expect(tally.inquiries.values.reduce(0, +) == slow[year, default: 0], "seed \(Self.seed), \(year)")
        }
    }

    @Test("a group has nobody twice on any day")
    func groups() throws {
        var random = SeededGenerator(seed: Self.seed &+ 1)
        let names = ["o-zhangsan", "o-lisi", "o-wangwu", "o-zhaoliu", "o-sunqi"]
        var done = 0
        for round in 0..<100 {
            var sample = try LeadingGroupTests.formed()
            for step in 0..<15 {
                let place = "seed \(Self.seed &+ 1), group \(round), step \(step)"
                let last = try #require(sample.subject?.lastDay)
                let on = try #require(last.adding(days: Int.random(in: -1...40, using: &random)))
                let joining = try names.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map {
                    try LeadingGroupTests.member($0, Bool.random(using: &random) ? .deputy : .member)
                }
                let leaving: [OfficerReference] = try names.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
                    .map {
                        try reference($0)
                    }
                let change = ChangeGroup(leaving: leaving, joining: joining, on: on, basis: try text("测试"))
                if try sample.attempt(change, place) { done += 1 }
            }
            let group = try #require(sample.subject)
            for entry in sample.entries {
                let members = group.members(on: entry.day).map(\.officer)
                #expect(Set(members).count == members.count, "seed \(Self.seed &+ 1), group \(round), \(entry.day)")
            }
        }
        #expect(done > 200)
    }
}
