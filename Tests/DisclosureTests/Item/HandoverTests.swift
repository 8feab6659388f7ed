import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("handovers to the two halls")
struct HandoverTests {
    let calendar: WorkingCalendar
    let today: Day

    init() throws {
        calendar = try OfficialCalendar.load()
        today = try day("2026-01-15")
    }

    private func prepare(_ items: [InformationItem], _ number: String = "2025-5", on: String = "2025-07-05") throws
        -> PrepareHandover
    {
        PrepareHandover(
            try #require(HandoverNumber(number)), of: items, by: try reference("o-wangwu"), on: try day(on))
    }

    private func codes(_ command: PrepareHandover, on batch: HandoverBatch? = nil) -> [Finding.Code] {
        do throws(Refusal) {
            _ = try command.decide(on: batch, today: today)
            return []
        } catch {
            #expect(error.findings.allSatisfy { $0.article != nil && !$0.remedy.isEmpty })
            return error.findings.map(\.code)
        }
    }

    @Test("a batch is complete when archives and library have signed")
    func receipts() throws {
        let item = try #require(try ItemSample.at(.published).item)
        var entries = try prepare([item]).decide(on: nil, today: today).entries
        var batch = try #require(try HandoverBatch(folding: entries))
        #expect(batch.missing == [.archives, .library] && !batch.isNil)
        for (hall, on) in [(ReceivingHall.archives, "2025-07-07"), (.library, "2025-07-09")] {
            #expect(!batch.isComplete)
            let early = RecordHandoverReceipt(of: hall, on: try day("2025-07-04"), proof: try text("签收"))
            #expect(throws: Refusal.self) { try early.decide(on: batch, today: today) }
            let receipt = RecordHandoverReceipt(of: hall, on: try day(on), proof: try text("签收"))
            #expect(throws: Refusal.self) { try receipt.decide(on: nil, today: today) }
            entries += try receipt.decide(on: batch, today: today).entries
            batch = try #require(try HandoverBatch(folding: entries))
            #expect(throws: Refusal.self) { try receipt.decide(on: batch, today: today) }
        }
        #expect(try batch.isComplete && batch.receipts[.library] == (day("2025-07-09")))
        #expect(batch.number.chineseText == "〔2025〕5号")
        let voided = try VoidHandover(on: day("2025-07-10"), reasons: text("重复登记")).decide(
            on: batch, today: today, calendar: calendar)
        try checkGolden(entries.prefix(2) + voided.entries, "handover-entries.jsonl")
        #expect(throws: Refusal.self) { try HandoverBatch(folding: entries + [entries[2]]) }
        #expect(throws: Refusal.self) { try HandoverBatch(folding: [entries[1]]) }
    }

    @Test("a batch without items is a nil return")
    func nilReturn() throws {
        let ruling = try prepare([]).decide(on: nil, today: today)
        #expect(try HandoverBatch(folding: ruling.entries)?.isNil == true)
    }

    @Test("only what is on line is handed over, once, under a number of the year")
    func refusals() throws {
        let item = try #require(try ItemSample.at(.published).item)
        let draft = try #require(try ItemSample.at(.draft).item)
        #expect(try codes(prepare([item])) == [])
        #expect(try codes(prepare([item, item])) == [.handoverItemTwice])
        #expect(try codes(prepare([draft])) == [.handoverNotPublished])
        #expect(try codes(prepare([item], on: "2025-06-19")) == [.handoverNotPublished])
        #expect(try codes(prepare([item], "2024-5")) == [.handoverNumberYear])
        #expect(try codes(prepare([item], "2026-5", on: "2026-01-16")) == [.actDayInFuture])
        var again = try prepare([item])
        again.earlier = [item.reference]
        #expect(codes(again) == [.handoverItemKnown])
        let batch = try HandoverBatch(folding: prepare([item]).decide(on: nil, today: today).entries)
        #expect(try codes(prepare([item]), on: batch) == [.handoverAlreadyPrepared])
        #expect(HandoverNumber("2025-10000") == nil && HandoverNumber("2025-0") == nil)
    }

    @Test("the 5th and the 20th make 24 handovers a year, on working days, and what is missing is named")
    func schedule() throws {
        let schedule = try #require(HandoverSchedule([20, 5]))
        let dates = schedule.dates(in: 2020, by: calendar)
        #expect(dates.count == 24 && dates.allSatisfy { calendar.isWorkingDay($0) })
        #expect(try dates.contains(day("2020-09-07")) && !dates.contains(day("2020-09-05")))
        let missing = schedule.missing(
            in: 2020, upTo: try day("2020-02-20"), batches: [try day("2020-01-06"), try day("2020-02-06")], by: calendar
        )
        #expect(missing == [try day("2020-01-20"), try day("2020-02-20")])
        #expect(HandoverSchedule([]) == nil && HandoverSchedule([5, 5]) == nil && HandoverSchedule([29]) == nil)
    }
}
