import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("handovers and cases entered in error are void")
struct VoidHandoverTests {
    @Test("a void case counts in no column of table four, takes no further act, and leaves its name free")
    func appeals() throws {
        var sample = try AppealSample()
        let command = RegisterAppeal(
            try reference("case"), .review, against: ContestedAct(.silence, request: RequestNumber("2025-1")),
            by: try reference("p-zhangsan"), before: try text("测试市人民政府"), copyReceived: try day("2025-03-03"))
        try sample.run(command)
        let open = try #require(sample.appeal)
        #expect(open.result(inYear: 2025) == .pending && open.isPending)
        let calendar = sample.calendar
        func decide(_ text: String, on appeal: Appeal?) throws(Refusal) -> [AppealEntry] {
            guard let on = Day(text), let why = Disclosure.Statement("重复登记") else { return [] }
            return try VoidAppeal(on: on, reasons: why).decide(on: appeal, today: sample.today, calendar: calendar)
                .entries
        }
        let entries = try decide("2025-03-10", on: open)
        let gone = try Appeal.applying(entries[0], to: open)
        #expect(gone.result(inYear: 2025) == nil && !gone.isPending && gone.reopening == nil && gone.voiding != nil)
        for verb in AppealVerb.allCases {
            #expect((verb.obstacle(for: gone) == nil) == (verb == .register), "\(verb)")
        }
        #expect(throws: Refusal.self) { try decide("2025-03-02", on: open) }
        #expect(throws: Refusal.self) { try decide("2025-03-11", on: gone) }
        #expect(throws: Refusal.self) { try decide("2025-03-11", on: nil) }
        #expect(throws: Refusal.self) { try Appeal.applying(entries[0], to: gone) }
        let again = try command.decide(on: gone, today: sample.today, calendar: calendar)
        #expect(try Appeal(folding: sample.entries + entries + again.entries)?.isPending == true)
    }

    @Test("void papers of a handover take no receipt, and leave their number free")
    func handovers() throws {
        let (calendar, today) = (try OfficialCalendar.load(), try day("2026-01-15"))
        let prepare = PrepareHandover(
            try #require(HandoverNumber("2025-5")), of: [], by: try reference("o-wangwu"), on: try day("2025-07-05"))
        let first = try prepare.decide(on: nil, today: today, calendar: calendar).entries
        let batch = try #require(try HandoverBatch(folding: first))
        let void = VoidHandover(on: try day("2025-07-08"), reasons: try text("重复登记"), batch: try reference("imp-1"))
        let second = try void.decide(on: batch, today: today, calendar: calendar).entries
        let gone = try #require(try HandoverBatch(folding: first + second))
        #expect(gone.voiding?.batch?.text == "imp-1")
        let receipt = RecordHandoverReceipt(of: .library, on: try day("2025-07-09"), proof: try text("签收"))
        #expect(throws: Refusal.self) { try receipt.decide(on: gone, today: today, calendar: calendar) }
        #expect(throws: Refusal.self) { try void.decide(on: gone, today: today, calendar: calendar) }
        #expect(throws: Refusal.self) { try void.decide(on: nil, today: today, calendar: calendar) }
        let again = try prepare.decide(on: gone, today: today, calendar: calendar).entries
        #expect(try HandoverBatch(folding: first + second + again)?.voiding == nil)
        #expect(throws: Refusal.self) { try HandoverBatch(folding: first + again) }
    }
}
