import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("the ends of an application and what comes after, with the examples of the law's comments")
struct RequestEndTests {
    @Test("posted on 2025-07-01 the answer counts as made that day; other couriers do not count")
    func service() throws {
        var sample = try RequestMatrixTests.sample(at: .decided)
        var courier = Serve(.post, on: try day("2025-07-01"), proof: try text("快递单1"), isByPostalEnterprise: false)
        #expect(sample.codes(against: courier) == [.serviceCarrier])
        courier.isByPostalEnterprise = true
        #expect(
            try sample.codes(against: Serve(.direct, on: day("2025-06-19"), proof: text("回证"))) == [.actDayOrder])
        #expect(try sample.codes(against: Close(on: day("2025-07-01"))) == [.closeNotServed])
        try sample.run(courier)
        let status = try #require(sample.request).status(on: try day("2025-08-01"), by: sample.calendar)
        #expect(status.endedOn == (try day("2025-07-01")) && !status.isOverdue && status.daysLeft == nil)
        #expect(try sample.codes(against: Close(on: day("2025-06-30"))) == [.actDayOrder])
        try sample.run(Close(on: day("2025-07-04")))
        #expect(try sample.codes(against: FileCase(on: day("2025-07-03"), folder: text("1"))) == [.actDayOrder])
        try sample.run(FileCase(on: day("2025-07-10"), folder: text("2025-001")))
        #expect(sample.request?.filedOn == (try day("2025-07-10")))
    }

    @Test("what is overdue is worked out for a day: due 2021-10-15, overdue on 2021-10-16")
    func overdue() throws {
        let sample = try RequestCase.received(on: "2021-09-13")
        let request = try #require(sample.request)
        let last = request.status(on: try day("2021-10-15"), by: sample.calendar)
        #expect(last.due == (try day("2021-10-15")) && !last.isOverdue && last.daysLeft == 0)
        let after = request.status(on: try day("2021-10-16"), by: sample.calendar)
        #expect(after.isOverdue && after.problem == nil)
        #expect(last.period?.steps.count == 1)
    }

    @Test("a case opened again by a ruling of 2025-06-03 is due on 2025-07-01, or on the ordered day")
    func reopened() throws {
        var sample = try RequestCase.received(on: "2025-01-13")
        try sample.run(decision(.notProcessedPetitionComplaint, on: "2025-01-20"))
        try sample.run(Serve(.direct, on: day("2025-01-21"), proof: text("回证")))
        try sample.run(Close(on: day("2025-01-21")))
        let early = ReopenAfterAppeal(after: try reference("appeal-1"), received: try day("2025-01-20"))
        #expect(sample.codes(against: early) == [.actDayOrder])
        let turned = ReopenAfterAppeal(
            after: try reference("appeal-1"), received: try day("2025-06-03"), ordered: try day("2025-06-02"))
        #expect(sample.codes(against: turned) == [.reopenOrderedDay])
        var ordered = sample
        try sample.run(ReopenAfterAppeal(after: reference("appeal-1"), received: day("2025-06-03")))
        #expect(sample.request?.stage == .handling && sample.request?.rounds.count == 2)
        #expect(try sample.due() == day("2025-07-01"))
        #expect(sample.request?.rounds[0].closure?.result == .notProcessedPetitionComplaint)
        #expect(sample.request?.receiptDate == (try day("2025-01-13")))
        try ordered.run(
            ReopenAfterAppeal(after: reference("a"), received: day("2025-06-03"), ordered: day("2025-06-18")))
        #expect(try ordered.due() == day("2025-06-18"))
        let extend = Extend(reasons: try text("需要"), approval: try approval(on: "2025-06-10"))
        #expect(ordered.codes(against: extend) == [.clockExtensionAfterDue])
        try sample.run(extend)
        try sample.run(decision(.disclosed, on: "2025-06-20"))
        #expect(sample.request?.stage == .decided)
    }

    @Test("a record is rectified without a result; information is promoted once and only when it is open")
    func afterAnswer() throws {
        var sample = try RequestMatrixTests.sample(at: .served)
        let told = RectifyRecord(.told, on: try day("2025-06-25"), evidence: try text("面积登记有误"))
        #expect(sample.codes(against: told) == [.rectifyNoOrgan])
        try sample.run(RectifyRecord(.corrected, on: day("2025-06-27"), evidence: text("面积登记有误")))
        #expect(sample.request?.rectifications.count == 1 && sample.request?.stage == .served)
        let alone = PromoteToProactive(
            on: try day("2025-06-25"), .severalApplicants, others: [try #require(sample.request).number])
        #expect(sample.codes(against: alone) == [.promoteNoOthers])
        let promotion = PromoteToProactive(
            on: try day("2025-06-25"), .severalApplicants, others: [try #require(RequestNumber("2025-4"))])
        try sample.run(promotion)
        #expect(sample.codes(against: promotion) == [.promoteAlready])
        var denied = try RequestCase.received()
        try denied.run(decision(.deniedInternalAffairs))
        try denied.run(Serve(.direct, on: day("2025-06-23"), proof: text("回证")))
        #expect(denied.codes(against: promotion) == [.promoteNotOpen])
    }

    @Test("withdrawn, merged and passed on count as other, and only an open one of the same applicant takes another in")
    func otherEnds() throws {
        var target = try RequestCase()
        try target.run(RequestCase.registration("2025-6"))
        var stranger = try RequestCase()
        try stranger.run(RequestCase.registration("2025-7", applicant: "p-lisi"))
        var sample = try RequestCase.received()
        let on = try day("2025-06-10")
        #expect(try sample.codes(against: Merge(into: #require(sample.request), on: on)) == [.requestMergeTarget])
        #expect(try sample.codes(against: Merge(into: #require(stranger.request), on: on)) == [.requestMergeTarget])
        let merge = Merge(into: try #require(target.request), on: on)
        #expect(sample.codes(against: merge) == [])
        try target.run(Withdraw(on: on, proof: text("书面撤回")))
        #expect(try sample.codes(against: Merge(into: #require(target.request), on: on)) == [.requestMergeTarget])
        try sample.run(merge)
        for ended in [sample, target] {
            #expect(ended.request?.round.disposal?.leaf(inYear: 2025) == .otherOther)
            var closing = ended
            try closing.run(Close(on: on))
            #expect(closing.request?.round.closure?.result == .otherOther)
        }
    }

    @Test("an act of the future or from before the receipt is refused by its field")
    func impossibleDays() throws {
        let sample = try RequestCase.received(today: "2025-06-20")
        let registration = try RequestCase.registration("2025-9", arrived: "2025-06-21")
        #expect(try RequestCase(today: "2025-06-20").objections(to: registration).map(\.field) == ["receipt.arrived"])
        for wrong in ["2025-06-02", "2025-06-21"] {
            var answer = try decision(.disclosed, on: wrong)
            answer.particulars.search = nil
            #expect(sample.objections(to: answer).map(\.field) == ["decision.day"], "\(wrong)")
            #expect(
                try sample.objections(to: Withdraw(on: day(wrong), proof: text("撤回"))).map(\.field) == ["withdrawn.day"]
            )
        }
        var late = try RequestMatrixTests.sample(at: .consulting)
        try late.run(ReceiveOpinion(to: 1, on: day("2025-06-24"), .consents))
        #expect(try late.codes(against: decision(.disclosed, on: "2025-06-23")) == [.actDayOrder])
    }

    @Test("a registration says what is missing")
    func registrationFindings() throws {
        let sample = try RequestCase()
        var command = try RequestCase.registration("2024-5")
        #expect(sample.codes(against: command) == [.requestNumberYear])
        command = try RequestCase.registration(by: .signedPost)
        command.agent = Agent(try reference("p-agent"), authorisation: nil)
        command.isOral = true
        #expect(sample.codes(against: command) == [.requestNoAuthorisation, .requestOralChannel])
        command = try RequestCase.registration()
        command.identityProof = nil
        var taken = sample
        #expect(try taken.run(command).remarks.map(\.code) == [.requestNoIdentityProof])
    }
}
