import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("the steps of an application, with the examples of the law's comments")
struct RequestStepTests {
    @Test("sent by internet on 2025-06-03 and confirmed on 2025-06-05, it is due on 2025-07-03")
    func registration() throws {
        var sample = try RequestCase()
        var command = try RequestCase.registration(by: .internet)
        command.confirmed = try day("2025-06-05")
        let ruling = try sample.run(command)
        #expect(ruling.entries.map(\.kind) == [.registered, .receiptConfirmed])
        #expect(sample.request?.receiptDate == (try day("2025-06-05")))
        #expect(try sample.due() == day("2025-07-03"))
    }

    @Test("a fax confirmed two days later runs from the confirmation")
    func confirmation() throws {
        var sample = try RequestCase.received(by: .fax)
        #expect(sample.request?.stage == .awaitingConfirmation)
        #expect(try sample.due() == nil)
        #expect(try sample.codes(against: ConfirmReceipt(on: day("2025-06-02"))) == [.receiptConfirmedBeforeArrival])
        #expect(try sample.codes(against: ConfirmReceipt(on: day("2026-01-16"))) == [.actDayInFuture])
        try sample.run(ConfirmReceipt(on: day("2025-06-05")))
        #expect(try sample.due() == day("2025-07-03"))
    }

    @Test("a correction can be asked up to 2025-06-12, once, and starts the days anew")
    func correction() throws {
        var sample = try RequestCase.received()
        func ask(_ asked: String, until: String = "2025-06-30") throws -> AskCorrection {
            AskCorrection(on: try day(asked), points: try text("请写明文件名称"), deadline: try day(until))
        }
        #expect(try sample.codes(against: ask("2025-06-13")) == [.requestCorrectionLate])
        #expect(try sample.codes(against: ask("2025-06-02")) == [.requestDayBeforeReceipt])
        #expect(try sample.codes(against: ask("2025-06-12", until: "2025-06-12")) == [.requestDeadlineTooEarly])
        try sample.run(ask("2025-06-12"))
        #expect(
            try sample.codes(against: ReceiveCorrection(on: day("2025-06-11"), matter: text("测试"))) == [
                .actDayOrder
            ])
        try sample.run(ReceiveCorrection(on: day("2025-06-16"), matter: text("测试路批复正文")))
        #expect(try sample.due() == day("2025-07-14"))
        #expect(sample.request?.matter.text == "测试路批复正文")
        #expect(try sample.codes(against: ask("2025-06-17")).contains(.requestAlreadyCorrected))
    }

    @Test("it counts as given up only after the applicant's last day, which a day off moves")
    func abandonedCorrection() throws {
        var sample = try RequestCase.received()
        try sample.run(AskCorrection(on: day("2025-06-06"), points: text("请写明名称"), deadline: day("2025-06-28")))
        // 2025-06-28 is a Saturday, so that the applicant has time until Monday, 2025-06-30.
        #expect(
            try sample.codes(against: DeemAbandoned(.noCorrection, on: day("2025-06-30"))) == [.requestPeriodNotOver])
        #expect(try sample.codes(against: DeemAbandoned(.feeUnpaid, on: day("2025-07-01"))) == [.requestGroundMismatch])
        try sample.run(DeemAbandoned(.noCorrection, on: day("2025-07-01")))
        #expect(sample.request?.round.disposal?.leaf(inYear: 2025) == .otherNoCorrection)
        #expect(sample.request?.round.disposal?.leaf(inYear: 2020) == .other)
        try sample.run(Close(on: day("2025-07-01")))
        #expect(sample.request?.round.closure?.result == .otherNoCorrection)
    }

    @Test("a correction after its last day is taken with a remark")
    func lateCorrection() throws {
        var sample = try RequestCase.received()
        try sample.run(AskCorrection(on: day("2025-06-06"), points: text("请写明名称"), deadline: day("2025-06-20")))
        try sample.run(ReceiveCorrection(on: day("2025-06-23"), matter: text("测试")))
        #expect(sample.remarks.map(\.code) == [.requestCorrectedLate])
        #expect(sample.request?.stage == .handling)
    }

    @Test("a third party asked on 2025-06-10 that answers on 2025-06-24 moves the last day to 2025-07-15")
    func thirdParty() throws {
        var sample = try RequestMatrixTests.sample(at: .consulting)
        #expect(try sample.codes(against: decision(.disclosed)) == [.decisionOpinionAwaited])
        #expect(
            try sample.codes(against: ReceiveOpinion(to: 1, on: day("2025-06-09"), .consents)) == [.actDayOrder])
        #expect(
            try sample.codes(against: ReceiveOpinion(to: 2, on: day("2025-06-24"), .consents)) == [.requestNoSuchLetter]
        )
        #expect(
            try sample.codes(against: ReceiveOpinion(to: 1, on: day("2025-06-24"), .objects))
                == [.requestObjectionWithoutReasons])
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-06-24"), .objects, reasons: text("涉及商业秘密")))
        #expect(try sample.due() == day("2025-07-15"))
        #expect(sample.request?.stage == .handling)
        // Against the objection only with reasons.
        var open = try decision(.disclosed, on: "2025-06-25")
        #expect(sample.objections(to: open).map(\.field) == ["overriding_reasons"])
        open.particulars.overridingReasons = try text("不公开将对公共利益造成重大影响")
        let ruling = try sample.run(open)
        #expect(ruling.remarks.map(\.code) == [.decisionTellThirdParty])
    }

    @Test("silence of a third party leaves the decision to the office, silence of a co-maker is consent")
    func silence() throws {
        let calendar = try OfficialCalendar.load()
        func standing(_ command: some RequestCommand, on asked: String) throws -> Consultation.Standing? {
            var sample = try RequestCase.received()
            try sample.run(command)
            try sample.run(RecordDelivery(ofConsultation: 1, on: day("2025-06-10")))
            return sample.request?.consultations.first?.standing(on: try day(asked), by: calendar)
        }
        let (sent, what, who) = (try day("2025-06-10"), try text("测试方案"), try text("测试局"))
        let third = ConsultThirdParty(try reference("p-third"), sent: sent, about: what)
        let maker = ConsultCoMaker(who, sent: sent, about: what)
        let other = AskOtherOrgan(who, sent: sent, about: what)
        let last = Consultation.Standing.awaited(until: try day("2025-07-01"))
        #expect(try standing(third, on: "2025-07-01") == last)
        #expect(try standing(third, on: "2025-07-02") == .leftToOffice)
        #expect(try standing(maker, on: "2025-07-01") == last)
        #expect(try standing(maker, on: "2025-07-02") == .consents)
        #expect(try standing(other, on: "2025-07-02") == .answered)
    }

    @Test("the 15 days run from the delivery, 2025-06-12 to 2025-07-03")
    func delivery() throws {
        var sample = try RequestMatrixTests.sample(at: .consulting)
        #expect(
            try sample.codes(against: RecordDelivery(ofConsultation: 1, on: day("2025-06-09"))) == [.actDayOrder])
        #expect(
            try sample.codes(against: RecordDelivery(ofConsultation: 7, on: day("2025-06-12"))) == [
                .requestNoSuchLetter
            ])
        #expect(try sample.codes(against: RecordDelivery(ofFeeNoticeOn: day("2025-06-12"))) == [.requestNoSuchLetter])
        try sample.run(RecordDelivery(ofConsultation: 1, on: day("2025-06-12")))
        #expect(sample.request?.consultations.first?.lastDay(by: sample.calendar) == (try day("2025-07-03")))
        #expect(
            try sample.codes(against: RecordDelivery(ofConsultation: 1, on: day("2025-06-13"))) == [
                .requestDeliveryKnown
            ])
        #expect(
            try sample.codes(against: ReceiveOpinion(to: 1, on: day("2025-06-11"), .consents)) == [.actDayOrder])
    }

    @Test("a consultation after the last day is recorded with a remark and stops nothing")
    func lateConsultation() throws {
        var sample = try RequestCase.received()
        let ruling = try sample.run(
            ConsultThirdParty(reference("p-third"), sent: day("2025-07-08"), about: text("测试合同")))
        #expect(ruling.remarks.map(\.code).contains(.requestConsultedLate))
        #expect(try sample.due() == day("2025-07-01"))
        try sample.run(ReceiveOpinion(to: 1, on: day("2025-07-10"), .consents))
        #expect(try sample.due() == day("2025-07-01"))
    }

    @Test("an extension of 2025-07-01 moves the last day to 2025-07-29, once and by the head only")
    func extended() throws {
        var sample = try RequestCase.received()
        func extend(_ text: String, _ role: OfficeRole = .headOfInformationOffice, by days: WorkingDays = 20) throws
            -> Extend
        {
            Extend(
                by: days, reasons: try Disclosure.Statement(parsing: "需要汇总", field: ""),
                approval: try approval(on: text, as: role))
        }
        #expect(try sample.codes(against: extend("2025-07-02")) == [.clockExtensionAfterDue])
        #expect(try sample.codes(against: extend("2025-07-01", .supervisingLeader)) == [.actApprovalRole])
        #expect(try sample.codes(against: extend("2025-07-01", by: 21)) == [.clockExtensionLength])
        #expect(try sample.codes(against: extend("2025-07-01", by: 0)) == [.clockExtensionLength])
        let ruling = try sample.run(extend("2025-07-01"))
        #expect(ruling.entries.map(\.kind) == [.approved, .extended])
        #expect(try sample.due() == day("2025-07-29"))
        #expect(try sample.codes(against: extend("2025-07-02")) == [.requestAlreadyExtended])
    }

    @Test("reasons accepted give a later day; without reasons an answer waits for the deadline")
    func reasons() throws {
        var sample = try RequestCase.received()
        let late = AgreeDelay(on: try day("2025-06-11"), until: try day("2025-09-30"), why: try text("数量大"))
        #expect(sample.codes(against: late) == [.requestReasonsNotAsked])
        #expect(
            try sample.codes(against: ReceiveReasons(on: day("2025-06-10"), reasons: text("研究"))) == [
                .requestReasonsNotAsked
            ])
        #expect(try sample.codes(against: decision(.notProcessedExcessive)) == [.decisionReasonsOpen])
        let ask = AskReasons(on: try day("2025-06-05"), facts: try text("本月40件"), deadline: try day("2025-06-19"))
        try sample.run(ask)
        #expect(sample.codes(against: ask) == [.requestReasonsAsked])
        #expect(sample.codes(against: late) == [.requestReasonsMissing])
        #expect(try sample.codes(against: decision(.notProcessedExcessive, on: "2025-06-19")) == [.decisionReasonsOpen])
        #expect(try sample.codes(against: decision(.notProcessedExcessive, on: "2025-06-20")) == [])
        try sample.run(ReceiveReasons(on: day("2025-06-10"), reasons: text("研究需要")))
        #expect(
            try sample.codes(against: ReceiveReasons(on: day("2025-06-10"), reasons: text("研究"))) == [
                .requestReasonsKnown
            ])
        let short = AgreeDelay(on: try day("2025-06-11"), until: try day("2025-07-01"), why: try text("数量大"))
        #expect(sample.codes(against: short) == [.requestDelayTooShort])
        try sample.run(late)
        #expect(try sample.due() == day("2025-09-30"))
        #expect(sample.codes(against: late).contains(.requestAlreadyDelayed))
    }

    @Test("68 pages cost 380 yuan; paid on 2025-06-16 the days begin anew; unpaid it is given up after 2025-10-23")
    func fee() throws {
        var sample = try RequestCase.received()
        let pages = try #require(PageCount(68))
        let free = IssueFeeNotice(
            on: try day("2025-06-10"), for: .pages(try #require(PageCount(30))), reasons: try text("多"))
        #expect(sample.codes(against: free) == [.requestNothingOwed])
        let notice = IssueFeeNotice(on: try day("2025-06-10"), for: .pages(pages), reasons: try text("频次明显过多"))
        var late = notice
        late.day = try day("2025-07-02")
        #expect(sample.codes(against: late) == [.clockFeeNoticeAfterDue])
        try sample.run(notice)
        try sample.run(RecordDelivery(ofFeeNoticeOn: day("2025-06-10")))
        #expect(try sample.codes(against: RecordPayment(on: day("2025-06-16"), Yuan(300))) == [.requestAmountMismatch])
        #expect(try sample.codes(against: RecordPayment(on: day("2025-06-09"), Yuan(380))).contains(.actDayOrder))
        #expect(try sample.codes(against: RecordPayment(on: day("2025-07-09"), Yuan(380))) == [.clockPaidLate])
        try sample.run(RecordPayment(on: day("2025-06-16"), Yuan(380)))
        #expect(try sample.due() == day("2025-07-14"))
        #expect(sample.codes(against: notice).contains(.requestAlreadyCharged))

        var unpaid = try RequestCase.received(on: "2025-09-10", today: "2026-01-15")
        var second = notice
        second.day = try day("2025-09-18")
        try unpaid.run(second)
        #expect(try unpaid.codes(against: DeemAbandoned(.feeUnpaid, on: day("2025-12-01"))) == [.requestServiceUnknown])
        #expect(
            try unpaid.codes(against: RecordPayment(on: day("2025-11-03"), Yuan(380))).contains(.requestServiceUnknown))
        try unpaid.run(RecordDelivery(ofFeeNoticeOn: day("2025-09-19")))
        #expect(try unpaid.codes(against: DeemAbandoned(.feeUnpaid, on: day("2025-10-23"))) == [.requestPeriodNotOver])
        #expect(try unpaid.codes(against: decision(.otherFeeUnpaid, on: "2025-10-23")) == [.requestPeriodNotOver])
        try unpaid.run(DeemAbandoned(.feeUnpaid, on: day("2025-10-24")))
        #expect(unpaid.request?.round.disposal?.leaf(inYear: 2025) == .otherFeeUnpaid)
    }

    @Test("the fee measures are in force from 2021-01-01")
    func feeInForce() throws {
        #expect(IssueFeeNotice.inForce == (try day("2021-01-01")))
        let sample = try RequestCase.received(on: "2020-12-28")
        let notice = IssueFeeNotice(
            on: try day("2020-12-31"), for: .request(nth: try #require(RequestCount(12))), reasons: try text("频次明显过多"))
        #expect(sample.codes(against: notice) == [.requestFeeTooEarly])
        var later = notice
        later.day = try day("2021-01-04")
        #expect(sample.codes(against: later) == [])
        #expect(later.units.fee == Yuan(100))
    }
}
