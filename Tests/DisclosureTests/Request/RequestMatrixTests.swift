import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what can be done with an application at which stage")
struct RequestMatrixTests {
    /// Written apart from the product: nothing yet, then the stages in their order.
    static let matrix = """
        register               + - - - - - - - - - +
        confirm_receipt        - + - - - - - - - - -
        ask_correction         - - + - - - - - - - -
        receive_correction     - - - + - - - - - - -
        deem_abandoned         - - - + - + - - - - -
        consult_third_party    - - + - + - - - - - -
        consult_co_maker       - - + - + - - - - - -
        ask_other_organ        - - + - + - - - - - -
        record_delivery        - - + - + + - - - - -
        receive_opinion        - - - - + + - - - - -
        ask_reasons            - - + - + - - - - - -
        receive_reasons        - - + - + - - - - - -
        agree_delay            - - + - + - - - - - -
        extend                 - - + - + - - - - - -
        issue_fee_notice       - - + - - - - - - - -
        record_payment         - - - - - + - - - - -
        split                  - - + - - - - - - - -
        merge                  - - + - - - - - - - -
        transfer               - + + - - - - - - - -
        withdraw               - + + + + + - - - - -
        decide                 - - + - + - - - - - -
        serve                  - - - - - - + - - - -
        close                  - - - - - - + + - - -
        file                   - - - - - - - - + - -
        reopen_after_appeal    - - - - - - - - + + -
        rectify_record         - - - - - - + + + + -
        promote_to_proactive   - - - - - - - + + + -
        receive_message        - + + + + + + + + + -
        send_message           - + + + + + + + + + -
        read_messages          - + + + + + + + + + -
        rate                   - - - - - - - + + + -
        """

    /// An application at a stage; nil for none.
    static func sample(at stage: RequestStage?) throws -> RequestCase {
        guard let stage else { return try RequestCase() }
        if stage == .awaitingConfirmation { return try .received(by: .internet) }
        var sample = try RequestCase.received()
        switch stage {
        case .awaitingConfirmation, .handling: break
        case .awaitingCorrection:
            try sample.run(
                AskCorrection(on: day("2025-06-06"), points: text("请写明文件名称"), deadline: day("2025-06-30")))
        case .consulting:
            try sample.run(
                ConsultThirdParty(reference("p-third"), sent: day("2025-06-10"), about: text("测试合同")))
        case .awaitingPayment:
            let pages = try #require(PageCount(68))
            try sample.run(IssueFeeNotice(on: day("2025-06-10"), for: .pages(pages), reasons: text("频次明显过多")))
            try sample.run(RecordDelivery(ofFeeNoticeOn: day("2025-06-10")))
        case .decided, .served, .closed, .filed:
            try sample.run(decision(.disclosed))
            if stage == .decided { break }
            try sample.run(Serve(.direct, on: day("2025-06-23"), proof: text("回证1")))
            if stage == .served { break }
            try sample.run(Close(on: day("2025-06-23")))
            if stage == .closed { break }
            try sample.run(FileCase(on: day("2025-07-10"), folder: text("2025-001")))
        case .voided:
            let ruling = try VoidRequest(on: day("2025-06-05"), reasons: text("重复登记"))
                .decide(on: sample.request, today: sample.today)
            sample.entries += ruling.entries
            sample.request = try InformationRequest(folding: sample.entries)
        }
        #expect(sample.request?.stage == stage)
        return sample
    }

    /// One command of each kind.
    static func commands() throws -> [any RequestCommand] {
        var other = try RequestCase()
        try other.run(RequestCase.registration("2025-6"))
        return [
            try RequestCase.registration(), ConfirmReceipt(on: try day("2025-06-05")),
            AskCorrection(on: try day("2025-06-06"), points: try text("请写明名称"), deadline: try day("2025-06-30")),
            ReceiveCorrection(on: try day("2025-06-16"), matter: try text("测试路批复")),
            DeemAbandoned(.noCorrection, on: try day("2025-07-01")),
            ConsultThirdParty(try reference("p-third"), sent: try day("2025-06-10"), about: try text("测试合同")),
            ConsultCoMaker(try text("测试局"), sent: try day("2025-06-10"), about: try text("测试方案")),
            AskOtherOrgan(try text("测试局"), sent: try day("2025-06-10"), about: try text("是否制作")),
            RecordDelivery(ofConsultation: 1, on: try day("2025-06-12")),
            ReceiveOpinion(to: 1, on: try day("2025-06-24"), .consents),
            AskReasons(on: try day("2025-06-05"), facts: try text("本月40件"), deadline: try day("2025-06-19")),
            ReceiveReasons(on: try day("2025-06-10"), reasons: try text("研究需要")),
            AgreeDelay(on: try day("2025-06-11"), until: try day("2025-09-30"), why: try text("数量大")),
            Extend(reasons: try text("需要汇总"), approval: try approval(on: "2025-06-20")),
            IssueFeeNotice(
                on: try day("2025-06-10"), for: .pages(try #require(PageCount(68))), reasons: try text("频次明显过多")),
            RecordPayment(on: try day("2025-06-16"), Yuan(380)),
            SplitRequest(
                on: try day("2025-06-05"), keeping: try text("第一项"),
                parts: [.init(try #require(RequestNumber("2025-7")), try text("第二项"))]),
            Merge(into: try #require(other.request), on: try day("2025-06-10")),
            TransferRequest(to: try reference("350581"), on: try day("2025-06-05"), reasons: try text("申请人同意")),
            Withdraw(on: try day("2025-06-20"), proof: try text("书面撤回申请")), try decision(.disclosed),
            Serve(.post, on: try day("2025-06-23"), proof: try text("挂号单1")), Close(on: try day("2025-06-23")),
            FileCase(on: try day("2025-07-10"), folder: try text("2025-001")),
            ReopenAfterAppeal(after: try reference("appeal-1"), received: try day("2025-10-20")),
            RectifyRecord(.corrected, on: try day("2025-07-11"), evidence: try text("面积登记有误")),
            PromoteToProactive(on: try day("2025-07-11"), .applicantProposal),
            ReceiveMessage(on: try day("2025-06-10"), try reference("paper-2")),
            SendMessage(on: try day("2025-06-10"), try reference("paper-5")), ReadMessages(on: try day("2025-06-10")),
            RateHandling(.satisfied, on: try day("2025-07-11")),
        ]
    }

    private static func verb(_ command: some RequestCommand) -> RequestVerb { type(of: command).verb }

    @Test("every stage allows exactly the verbs of the table, and every refusal says why and what can be done")
    func matrix() throws {
        let stages: [RequestStage?] = [nil] + RequestStage.allCases
        let samples = try stages.map { try Self.sample(at: $0) }
        let commands = try Self.commands()
        let lines = Self.matrix.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.map { String($0[0]) } == RequestVerb.allCases.map(\.rawValue))
        #expect(commands.map { Self.verb($0) } == RequestVerb.allCases)
        let stageCodes: Set<Finding.Code> = [
            .requestNotRegistered, .requestAlreadyRegistered, .requestReceiptUnconfirmed, .requestStillHandled,
            .requestAwaitingCorrection, .requestConsulting, .requestAwaitingPayment, .requestAlreadyDecided,
            .requestAlreadyServed, .requestAlreadyClosed, .requestAlreadyFiled, .requestVoided,
        ]
        var refused = 0
        for (line, command) in zip(lines, commands) {
            #expect(line.count == stages.count + 1)
            for (column, sample) in samples.enumerated() {
                let isAllowed = line[column + 1] == "+"
                let verb = Self.verb(command)
                let objections = sample.objections(to: command)
                let place =
                    "\(verb.rawValue) at \(stages[column]?.rawValue ?? "none"): \(objections.map(\.code.rawValue))"
                #expect((verb.obstacle(for: sample.request) == nil) == isAllowed, "\(place)")
                if isAllowed {
                    #expect(objections.allSatisfy { !stageCodes.contains($0.code) }, "\(place)")
                } else {
                    #expect(objections.count == 1 && stageCodes.contains(objections[0].code), "\(place)")
                    refused += 1
                }
                for finding in objections {
                    #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && finding.article != nil, "\(place)")
                }
            }
        }
        #expect(refused > 200)
    }

    @Test("each command passes at a stage that allows it", arguments: RequestVerb.allCases)
    func passes(verb: RequestVerb) throws {
        let command = try #require(try Self.commands().first { Self.verb($0) == verb })
        let stages: [RequestStage?] = [nil] + RequestStage.allCases
        var passed = 0
        for stage in stages {
            var sample = try Self.sample(at: stage)
            // Reasons must be asked, and given, before what follows on them.
            if verb == .receiveReasons || verb == .agreeDelay, stage == .handling {
                let asked = AskReasons(
                    on: try day("2025-06-05"), facts: try text("40件"), deadline: try day("2025-06-19"))
                try sample.run(asked)
                if verb == .agreeDelay {
                    try sample.run(ReceiveReasons(on: day("2025-06-10"), reasons: text("研究需要")))
                }
            }
            if verb == .readMessages, stage == .handling {
                try sample.run(SendMessage(on: day("2025-06-05"), reference("paper-5")))
            }
            if sample.objections(to: command).isEmpty { passed += 1 }
        }
        #expect(passed > 0)
    }

    @Test("every verb and every stage has a name of its own in Chinese")
    func names() {
        #expect(Set(RequestVerb.allCases.map(\.chineseText)).count == RequestVerb.allCases.count)
        #expect(Set(RequestStage.allCases.map(\.chineseText)).count == RequestStage.allCases.count)
    }
}
