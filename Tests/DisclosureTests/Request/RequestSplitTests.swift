import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("parts of a letter and changes of the calendar")
struct RequestSplitTests {
    @Test("a letter of 2025-06-03 with thirteen matters becomes thirteen applications, all due 2025-07-01")
    func split() throws {
        var sample = try RequestCase.received()
        let parts = try (7...18).map {
            SplitRequest.Part(try #require(RequestNumber(year: 2025, serial: $0)), try text("第\($0)项"))
        }
        let command = SplitRequest(on: try day("2025-06-05"), keeping: try text("第一项"), parts: parts)
        let opened = command.entriesOfParts(of: try #require(sample.request))
        try sample.run(command)
        #expect(sample.request?.matter.text == "第一项" && sample.request?.parts.count == 12)
        #expect(opened.count == 12)
        for (entries, part) in zip(opened, parts) {
            let request = try #require(try InformationRequest(folding: entries))
            #expect(request.number == part.number && request.matter == part.matter)
            #expect(request.registration.origin?.request.description == "2025-5")
            #expect(request.receiptDate == (try day("2025-06-03")))
            #expect(try request.round.due(by: sample.calendar) == day("2025-07-01"))
            #expect(request.stage == .handling)
        }
    }

    @Test("the parts keep everything that has moved the clock")
    func inherited() throws {
        var sample = try RequestCase()
        var registration = try RequestCase.registration(arrived: "2025-05-06", by: .internet)
        registration.confirmed = try day("2025-05-07")
        try sample.run(registration)
        try sample.run(AskCorrection(on: day("2025-05-08"), points: text("请写明名称"), deadline: day("2025-05-20")))
        try sample.run(ReceiveCorrection(on: day("2025-05-12"), matter: text("两项")))
        try sample.run(ConsultThirdParty(reference("p-third"), sent: day("2025-05-13"), about: text("测试合同")))
        try sample.run(RecordDelivery(ofConsultation: 1, on: day("2025-05-14")))
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-05-20"), .consents))
        try sample.run(AskReasons(on: day("2025-05-21"), facts: text("本月40件"), deadline: day("2025-05-30")))
        try sample.run(ReceiveReasons(on: day("2025-05-26"), reasons: text("研究需要")))
        try sample.run(Extend(by: 10, reasons: text("需要汇总"), approval: approval(on: "2025-05-27")))
        try sample.run(AgreeDelay(on: day("2025-05-28"), until: day("2025-09-30"), why: text("数量大")))
        let request = try #require(sample.request)
        let part = SplitRequest.Part(try #require(RequestNumber("2025-7")), try text("第二项"))
        let command = SplitRequest(on: try day("2025-05-29"), keeping: try text("第一项"), parts: [part])
        let child = try #require(try InformationRequest(folding: command.entriesOfParts(of: request)[0]))
        #expect(child.round.clock == request.round.clock)
        #expect(child.receiptDate == request.receiptDate && child.round.delay == request.round.delay)
        #expect(child.round.reasons == request.round.reasons && child.round.approvals == request.round.approvals)
        #expect(child.matter.text == "第二项" && child.registration.matter.text == "第二项")
    }

    @Test("received 2024-12-20 and closed 2025-01-20, it is new and carried out, then carried in with its result")
    func years() throws {
        var sample = try RequestCase.received(on: "2024-12-20")
        let part = SplitRequest.Part(try #require(RequestNumber("2025-1")), try text("第二项"))
        let command = SplitRequest(on: try day("2025-01-03"), keeping: try text("第一项"), parts: [part])
        let opened = command.entriesOfParts(of: try #require(sample.request))
        try sample.run(command)
        try sample.run(decision(.notProcessedPetitionComplaint, on: "2025-01-20"))
        try sample.run(Serve(.direct, on: day("2025-01-20"), proof: text("回证")))
        try sample.run(Close(on: day("2025-01-20")))
        let request = try #require(sample.request)
        let (first, second) = (request.counted(inYear: 2024), request.counted(inYear: 2025))
        #expect(first.isNew && first.isCarriedOut && !first.isCarriedIn && first.result == nil)
        #expect(second.isCarriedIn && !second.isNew && second.result == .notProcessedPetitionComplaint)
        #expect(!second.isCarriedOut && !request.counted(inYear: 2026).isCarriedIn)
        #expect(!request.counted(inYear: 2023).isCarriedOut)
        // A part that was split off in 2025 is new in 2025, whenever the letter came.
        let child = try #require(try InformationRequest(folding: opened[0]))
        #expect(child.receiptDate == request.receiptDate && !child.counted(inYear: 2024).isNew)
        #expect(child.counted(inYear: 2025).isNew && child.counted(inYear: 2025).isCarriedOut)
        // What was never received in law counts nowhere, not even when it was withdrawn.
        var unconfirmed = try RequestCase.received(by: .internet)
        try unconfirmed.run(Withdraw(on: day("2025-06-10"), proof: text("书面撤回")))
        try unconfirmed.run(Close(on: day("2025-06-10")))
        let nowhere = try #require(unconfirmed.request).counted(inYear: 2025)
        #expect(!nowhere.isNew && nowhere.result == nil && !nowhere.isCarriedOut)
        // A new answer after an appeal counts no second time.
        try sample.run(ReopenAfterAppeal(after: reference("a-1"), received: day("2025-06-03")))
        try sample.run(decision(.disclosed, on: "2025-06-20"))
        try sample.run(Serve(.direct, on: day("2025-06-20"), proof: text("回证")))
        try sample.run(Close(on: day("2025-06-20")))
        #expect(try #require(sample.request).counted(inYear: 2025) == second)
    }

    @Test("a split into nothing, into a number twice or after a fee notice is refused")
    func refused() throws {
        var sample = try RequestCase.received()
        func split(_ numbers: [String]) throws -> SplitRequest {
            let parts = try numbers.map { SplitRequest.Part(try #require(RequestNumber($0)), try text("第二项")) }
            return SplitRequest(on: try day("2025-06-05"), keeping: try text("第一项"), parts: parts)
        }
        #expect(try sample.codes(against: split([])) == [.requestSplitParts])
        #expect(try sample.codes(against: split(["2025-5"])) == [.requestSplitParts])
        #expect(try sample.codes(against: split(["2025-7", "2025-7"])) == [.requestSplitParts])
        let many = (10..<10 + SplitRequest.limit).map { "2025-\($0)" }
        #expect(try sample.codes(against: split(many)) == [.requestSplitParts])
        #expect(try sample.codes(against: split(Array(many.dropLast()))) == [])
        let pages = try #require(PageCount(68))
        try sample.run(IssueFeeNotice(on: day("2025-06-05"), for: .pages(pages), reasons: text("频次明显过多")))
        try sample.run(RecordPayment(on: day("2025-06-06"), Yuan(380)))
        #expect(try sample.codes(against: split(["2025-7"])) == [.requestSplitParts])
    }

    @Test("an arrangement announced late moves an open clock from 2025-10-22 to 2025-10-23, with before and after")
    func recomputed() throws {
        let old = try WorkingCalendar(parsing: "official\t2024\n")
        var sample = try RequestCase.received(on: "2025-09-19")
        let request = try #require(sample.request)
        let entry = try #require(request.recomputation(from: old, to: sample.calendar, on: try day("2025-09-25")))
        guard case .clockRecomputed(let change) = entry.act else {
            Issue.record("another act: \(entry)")
            return
        }
        #expect(change.before.due == (try day("2025-10-22")) && change.before.isProvisional)
        #expect(change.after.due == (try day("2025-10-23")) && !change.after.isProvisional)
        let next = try InformationRequest.applying(entry, to: request)
        #expect(next.recomputations == 1 && next.round == request.round)
        #expect(request.recomputation(from: sample.calendar, to: sample.calendar, on: entry.day) == nil)
        try sample.run(decision(.notProcessedPetitionComplaint, on: "2025-09-26"))
        #expect(try #require(sample.request).recomputation(from: old, to: sample.calendar, on: entry.day) == nil)
        let unconfirmed = try #require(try RequestCase.received(on: "2025-09-19", by: .fax).request)
        #expect(unconfirmed.recomputation(from: old, to: sample.calendar, on: entry.day) == nil)
    }

    @Test("a calendar under which the days no longer fit is told, and does not stop the case")
    func unreckonable() throws {
        // Worked through by the plain calendar up to 2025-10-22; the official one ends earlier for the fee notice.
        var sample = try RequestCase.received(on: "2025-09-19")
        let generous = sample.calendar
        let pages = try #require(PageCount(68))
        try sample.run(IssueFeeNotice(on: day("2025-10-23"), for: .pages(pages), reasons: text("频次明显过多")))
        sample.calendar = try WorkingCalendar(parsing: "official\t2024\n")
        let request = try #require(sample.request)
        let status = request.status(on: try day("2025-10-24"), by: sample.calendar)
        #expect(status.problem?.findings.map(\.code).contains(.clockFeeNoticeAfterDue) == true)
        #expect(status.due == nil && !status.isOverdue)
        let entry = try #require(request.recomputation(from: generous, to: sample.calendar, on: try day("2025-10-24")))
        guard case .clockRecomputed(let change) = entry.act else {
            Issue.record("another act: \(entry)")
            return
        }
        #expect(change.before.state == .awaitingPayment && change.after.state == .unreckonable)
        #expect(try sample.codes(against: Withdraw(on: day("2025-10-24"), proof: text("书面撤回"))) == [])
    }
}
