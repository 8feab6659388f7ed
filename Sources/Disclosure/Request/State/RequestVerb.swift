/// What can be done with an application; one command each.
public enum RequestVerb: String, Sendable, Hashable, CaseIterable {
    /// `Register`.
    case register
    /// `ConfirmReceipt`.
    case confirmReceipt = "confirm_receipt"
    /// `AskCorrection`.
    case askCorrection = "ask_correction"
    /// `ReceiveCorrection`.
    case receiveCorrection = "receive_correction"
    /// `DeemAbandoned`.
    case deemAbandoned = "deem_abandoned"
    /// `ConsultThirdParty`.
    case consultThirdParty = "consult_third_party"
    /// `ConsultCoMaker`.
    case consultCoMaker = "consult_co_maker"
    /// `AskOtherOrgan`.
    case askOtherOrgan = "ask_other_organ"
    /// `RecordDelivery`.
    case recordDelivery = "record_delivery"
    /// `ReceiveOpinion`.
    case receiveOpinion = "receive_opinion"
    /// `AskReasons`.
    case askReasons = "ask_reasons"
    /// `ReceiveReasons`.
    case receiveReasons = "receive_reasons"
    /// `AgreeDelay`.
    case agreeDelay = "agree_delay"
    /// `Extend`.
    case extend
    /// `IssueFeeNotice`.
    case issueFeeNotice = "issue_fee_notice"
    /// `RecordPayment`.
    case recordPayment = "record_payment"
    /// `SplitRequest`.
    case split
    /// `Merge`.
    case merge
    /// `TransferRequest`.
    case transfer
    /// `Withdraw`.
    case withdraw
    /// `Decide`.
    case decide
    /// `Serve`.
    case serve
    /// `Close`.
    case close
    /// `FileCase`.
    case file
    /// `ReopenAfterAppeal`.
    case reopenAfterAppeal = "reopen_after_appeal"
    /// `RectifyRecord`.
    case rectifyRecord = "rectify_record"
    /// `PromoteToProactive`.
    case promoteToProactive = "promote_to_proactive"
    /// `ReceiveMessage`.
    case receiveMessage = "receive_message"
    /// `SendMessage`.
    case sendMessage = "send_message"
    /// `ReadMessages`.
    case readMessages = "read_messages"
    /// `RateHandling`.
    case rate

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .register: "登记申请"
        case .confirmReceipt: "登记确认收到"
        case .askCorrection: "告知补正"
        case .receiveCorrection: "登记收到补正"
        case .deemAbandoned: "视为放弃申请"
        case .consultThirdParty: "征求第三方意见"
        case .consultCoMaker: "征求共同制作机关意见"
        case .askOtherOrgan: "征求其他机关意见"
        case .recordDelivery: "登记文书送达"
        case .receiveOpinion: "登记收到意见"
        case .askReasons: "要求说明理由"
        case .receiveReasons: "登记收到理由"
        case .agreeDelay: "确定延迟答复期限"
        case .extend: "延长答复期限"
        case .issueFeeNotice: "发出收费通知"
        case .recordPayment: "登记缴费"
        case .split: "拆分申请"
        case .merge: "合并办理"
        case .transfer: "转其他机关办理"
        case .withdraw: "登记撤回"
        case .decide: "作出答复"
        case .serve: "登记送达"
        case .close: "办结"
        case .file: "归档"
        case .reopenAfterAppeal: "重新办理"
        case .rectifyRecord: "更正记录"
        case .promoteToProactive: "转为主动公开"
        case .receiveMessage: "登记申请人来文"
        case .sendMessage: "给申请人发消息"
        case .readMessages: "登记申请人已读消息"
        case .rate: "登记申请人评价"
        }
    }

    /// The article that knows it.
    public var article: Article {
        switch self {
        case .register, .file, .close, .merge, .withdraw, .transfer, .receiveMessage, .sendMessage,
            .readMessages:
            .regulation(45)
        case .confirmReceipt: .regulation(31)
        case .askCorrection, .receiveCorrection, .deemAbandoned: .regulation(30)
        case .consultThirdParty, .recordDelivery, .receiveOpinion: .regulation(32)
        case .consultCoMaker: .regulation(34)
        case .askOtherOrgan: .regulation(33, paragraph: 3)
        case .askReasons, .receiveReasons, .agreeDelay: .regulation(35)
        case .extend: .regulation(33, paragraph: 2)
        case .issueFeeNotice: .regulation(42)
        case .recordPayment: .feeMeasures(6)
        case .split: .feeMeasures(4)
        case .decide: .regulation(36)
        case .serve: .serviceNotice
        case .reopenAfterAppeal: .regulation(51)
        case .rectifyRecord: .regulation(41)
        case .promoteToProactive: .regulation(44)
        case .rate: .regulation(46)
        }
    }

    /// Why it cannot be done at the application's stage; nil when the stage allows it. A button is disabled by it.
    public func obstacle(for request: InformationRequest?) -> Finding? {
        guard let request else {
            guard self != .register else { return nil }
            return Finding(
                .requestNotRegistered, .error, "该申请尚未登记，不能\(chineseText)。", article: article, remedy: "请先登记申请。")
        }
        let stage = request.stage
        guard self != .register else {
            // What was entered in error leaves its number free.
            guard stage != .voided else { return nil }
            return Finding(
                .requestAlreadyRegistered, field: "number", "登记号 \(request.number) 已经登记。",
                article: .regulation(45), remedy: "请使用新的登记号；如为同一申请，请打开原登记继续办理。")
        }
        guard !stage.verbs.contains(self) else { return nil }
        let open = stage.verbs.map(\.chineseText).joined(separator: "、")
        let remedy = open.isEmpty ? "登记有误的申请请以新的登记号重新登记。" : "目前可以：\(open)。"
        return Finding(
            stage.code, .error, "该申请\(stage.chineseText)，不能\(chineseText)。", article: article, remedy: remedy,
            english: .init(
                "This cannot be done now: the application \(stage.englishText).",
                remedy: "Open its page again to see what can be done."))
    }
}
