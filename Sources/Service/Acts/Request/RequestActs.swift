internal import CivilTime
internal import Disclosure
internal import Ledger

/// The acts on applications that are one command on one application.
enum RequestActs {
    static let all: [ActDefinition] =
        [RegisterRequest.definition] + receipt + correction + consultation + reasons + period + fee
        + [SplitApplication.definition, MergeApplications.definition, TransferApplication.definition, withdraw]
        + [DecideApplication.definition] + ending + after

    private static let day = ActField.needed("day", .day, "日期")

    private static let receipt: [ActDefinition] = [
        .request([day, .optional("manner", .text, "确认的方式和对方")]) { (fields, _) throws(Refusal) in
            ConfirmReceipt(on: try fields.day(), manner: try fields.optionalText("manner"))
        }
    ]

    private static let correction: [ActDefinition] = [
        .request([
            day, .needed("points", .text, "需要补正的全部内容"), .needed("deadline", .day, "补正期限"),
        ]) { (fields, _) throws(Refusal) in
            AskCorrection(on: try fields.day(), points: try fields.text("points"), deadline: try fields.day("deadline"))
        },
        .request([day, .needed("matter", .text, "补正后的申请内容")]) { (fields, _) throws(Refusal) in
            ReceiveCorrection(on: try fields.day(), matter: try fields.text("matter"))
        },
        .request([
            day, .needed("ground", .one(of: Abandonment.Ground.self), "视为放弃的情形"),
            .optional("rejected_excuse", .text, "申请人说明的理由为何不成立"),
        ]) { (fields, _) throws(Refusal) in
            DeemAbandoned(
                try fields.choice("ground"), on: try fields.day(),
                rejectedExcuse: try fields.optionalText("rejected_excuse"))
        },
    ]

    private static let consultation: [ActDefinition] = [
        .request(
            .consultThirdParty,
            [
                day, .needed("person", .person, "第三方"), .needed("question", .text, "征求意见的内容"),
            ]
        ) { (fields, session, number) throws(ActStop) in
            let person = try session.person(
                fields, "person", on: try refusable { () throws(Refusal) in try fields.day() })
            let command = try refusable { () throws(Refusal) in
                ConsultThirdParty(person, sent: try fields.day(), about: try fields.text("question"))
            }
            try session.run(command, on: Subject(number))
        },
        .request([
            day, .needed("organ", .text, "共同制作机关"), .needed("question", .text, "征求意见的内容"),
        ]) { (fields, _) throws(Refusal) in
            ConsultCoMaker(try fields.text("organ"), sent: try fields.day(), about: try fields.text("question"))
        },
        .request([
            day, .needed("organ", .text, "其他机关"), .needed("question", .text, "征求意见的内容"),
        ]) { (fields, _) throws(Refusal) in
            AskOtherOrgan(try fields.text("organ"), sent: try fields.day(), about: try fields.text("question"))
        },
        .request([
            day, .optional("consultation", .number(1...999), "第几次征求意见；收费通知的送达不填"),
        ]) { (fields, _) throws(Refusal) in
            guard let number = try fields.optionalNumber("consultation", 1...999) else {
                return RecordDelivery(ofFeeNoticeOn: try fields.day())
            }
            return RecordDelivery(ofConsultation: number, on: try fields.day())
        },
        .request([
            day, .needed("consultation", .number(1...999), "第几次征求意见"),
            .needed("stance", .one(of: Opinion.Stance.self), "意见"), .optional("reasons", .text, "理由"),
        ]) { (fields, _) throws(Refusal) in
            ReceiveOpinion(
                to: try fields.number("consultation", 1...999), on: try fields.day(), try fields.choice("stance"),
                reasons: try fields.optionalText("reasons"))
        },
    ]

    private static let reasons: [ActDefinition] = [
        .request([
            day, .needed("facts", .text, "申请数量、频次的事实"), .needed("deadline", .day, "说明理由的期限"),
        ]) { (fields, _) throws(Refusal) in
            AskReasons(on: try fields.day(), facts: try fields.text("facts"), deadline: try fields.day("deadline"))
        },
        .request([day, .needed("reasons", .text, "申请人说明的理由")]) { (fields, _) throws(Refusal) in
            ReceiveReasons(on: try fields.day(), reasons: try fields.text("reasons"))
        },
        .request([
            day, .needed("until", .day, "答复的日期"), .needed("why", .text, "不能在法定期限内答复的原因"),
        ]) { (fields, _) throws(Refusal) in
            AgreeDelay(on: try fields.day(), until: try fields.day("until"), why: try fields.text("why"))
        },
    ]

    private static let period: [ActDefinition] = [
        .request(
            .extend,
            [
                day, .needed("reasons", .text, "延长的理由"), .optional("days", .number(1...20), "延长的工作日数，默认 20"),
                .optional("drafter", .reference, "拟办人；批准人不能是拟办人"),
            ]
        ) { (fields, session, number) throws(ActStop) in
            let drafter: OfficerReference? = try refusable { () throws(Refusal) in
                try fields.optionalReference("drafter")
            }
            try session.require(preparedBy: drafter.map { [$0] } ?? [])
            let command = try refusable { () throws(Refusal) in
                let days = try fields.optionalNumber("days", 1...20) ?? WorkingDays.longestExtension.count
                return Extend(
                    by: WorkingDays(days) ?? .longestExtension, reasons: try fields.text("reasons"),
                    approval: session.approval(as: .headOfInformationOffice, on: try fields.day()))
            }
            try session.run(command, on: Subject(number))
        }
    ]

    private static let fee: [ActDefinition] = [
        ChargeFee.definition,
        .request([
            day, .needed("fen", .number(1...1_000_000_000), "金额（分）"), .optional("bill", .text, "票据号"),
        ]) { (fields, _) throws(Refusal) in
            RecordPayment(
                on: try fields.day(), Yuan(fen: Int64(try fields.number("fen", 1...1_000_000_000))),
                bill: try fields.optionalText("bill"))
        },
    ]

    private static let withdraw: ActDefinition = .request([
        day, .needed("proof", .text, "撤回的书面材料或者表示方式"),
    ]) { (fields, _) throws(Refusal) in Withdraw(on: try fields.day(), proof: try fields.text("proof")) }

    private static let ending: [ActDefinition] = [
        .request([
            day, .needed("manner", .one(of: ServiceManner.self), "送达方式"),
            .needed("proof", .text, "送达回证或者邮寄凭证"), .optional("postal_enterprise", .flag, "经邮政企业寄送，默认是"),
        ]) { (fields, _) throws(Refusal) in
            Serve(
                try fields.choice("manner"), on: try fields.day(), proof: try fields.text("proof"),
                isByPostalEnterprise: try fields.flag("postal_enterprise", default: true))
        },
        .request([day]) { (fields, _) throws(Refusal) in Close(on: try fields.day()) },
        .request([day, .needed("folder", .text, "档号")]) { (fields, _) throws(Refusal) in
            FileCase(on: try fields.day(), folder: try fields.text("folder"))
        },
    ]

    private static let after: [ActDefinition] = [
        .request(
            .reopenAfterAppeal,
            [
                day, .needed("appeal", .reference, "复议或者诉讼案件编号"), .optional("ordered", .day, "裁决确定的答复期限"),
            ]
        ) { (fields, session, number) throws(ActStop) in
            let appeal: AppealReference = try refusable { () throws(Refusal) in try fields.reference("appeal") }
            guard try session.state(Subject<AppealAct>(appeal)) != nil else {
                throw .refused([AppealActs.unknown(appeal, field: "appeal")])
            }
            let command = try refusable { () throws(Refusal) in
                ReopenAfterAppeal(after: appeal, received: try fields.day(), ordered: try fields.optionalDay("ordered"))
            }
            try session.run(command, on: Subject(number))
        },
        .request([
            day, .needed("outcome", .one(of: Rectification.Outcome.self), "处理"),
            .needed("evidence", .text, "记录的错误和证据"), .optional("organ", .text, "有权更正的机关"),
        ]) { (fields, _) throws(Refusal) in
            RectifyRecord(
                try fields.choice("outcome"), on: try fields.day(), evidence: try fields.text("evidence"),
                organ: try fields.optionalText("organ"))
        },
        PromoteApplication.definition,
    ]
}
