/// Where an application stands; it follows from its entries alone, never from the day of asking.
public enum RequestStage: String, Sendable, Hashable, CaseIterable {
    /// Registered, but the receipt has not been confirmed; the clock does not run (待确认).
    case awaitingConfirmation = "awaiting_confirmation"
    /// Being handled (办理中).
    case handling
    /// A correction is awaited (待补正).
    case awaitingCorrection = "awaiting_correction"
    /// An opinion is awaited, or stayed out (征求意见中).
    case consulting
    /// The fee is awaited (待缴费).
    case awaitingPayment = "awaiting_payment"
    /// Decided or ended otherwise, not served (已作出决定，待送达).
    case decided
    /// The answer was served (已送达).
    case served
    /// Closed (已办结).
    case closed
    /// Filed (已归档).
    case filed
    /// Registered in error; nothing more is done with it (已作废).
    case voided

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .awaitingConfirmation: "尚未与申请人确认收到"
        case .handling: "正在办理"
        case .awaitingCorrection: "正在等待申请人补正"
        case .consulting: "正在征求意见"
        case .awaitingPayment: "正在等待申请人缴费"
        case .decided: "已作出处理决定，尚未送达"
        case .served: "答复已送达"
        case .closed: "已办结"
        case .filed: "已归档"
        case .voided: "已作废"
        }
    }

    /// The same in English, behind “The application”.
    public var englishText: String {
        switch self {
        case .awaitingConfirmation: "waits for the confirmation of its receipt"
        case .handling: "is being handled"
        case .awaitingCorrection: "waits for its correction"
        case .consulting: "is being handled while others are consulted"
        case .awaitingPayment: "waits for the payment of the fee"
        case .decided: "is decided, and the reply is not served yet"
        case .served: "has its reply"
        case .closed: "is closed"
        case .filed: "is filed"
        case .voided: "is void"
        }
    }

    /// What can be done at this stage, as far as the stage decides it.
    public var verbs: [RequestVerb] {
        switch self {
        case .awaitingConfirmation:
            [.confirmReceipt, .transfer, .withdraw, .receiveMessage, .sendMessage, .readMessages]
        case .handling:
            [
                .askCorrection, .consultThirdParty, .consultCoMaker, .askOtherOrgan, .askReasons, .receiveReasons,
                .agreeDelay, .extend, .issueFeeNotice, .recordDelivery, .split, .merge, .transfer, .withdraw, .decide,
                .receiveMessage, .sendMessage, .readMessages,
            ]
        case .awaitingCorrection:
            [.receiveCorrection, .deemAbandoned, .withdraw, .receiveMessage, .sendMessage, .readMessages]
        case .consulting:
            [
                .recordDelivery, .receiveOpinion, .consultThirdParty, .consultCoMaker, .askOtherOrgan, .askReasons,
                .receiveReasons, .agreeDelay, .extend, .withdraw, .decide, .receiveMessage, .sendMessage, .readMessages,
            ]
        case .awaitingPayment:
            [
                .recordDelivery, .recordPayment, .receiveOpinion, .deemAbandoned, .withdraw, .receiveMessage,
                .sendMessage, .readMessages,
            ]
        case .decided: [.serve, .close, .rectifyRecord, .receiveMessage, .sendMessage, .readMessages]
        case .served:
            [.close, .rectifyRecord, .promoteToProactive, .receiveMessage, .sendMessage, .readMessages, .rate]
        case .closed:
            [
                .file, .reopenAfterAppeal, .rectifyRecord, .promoteToProactive, .receiveMessage, .sendMessage,
                .readMessages, .rate,
            ]
        case .filed:
            [
                .reopenAfterAppeal, .rectifyRecord, .promoteToProactive, .receiveMessage, .sendMessage, .readMessages,
                .rate,
            ]
        case .voided: []
        }
    }

    /// True while no result is fixed, so that the clock matters.
    public var isOpen: Bool {
        switch self {
        case .awaitingConfirmation, .handling, .awaitingCorrection, .consulting, .awaitingPayment: true
        case .decided, .served, .closed, .filed, .voided: false
        }
    }

    /// Why something else cannot be done now.
    var code: Finding.Code {
        switch self {
        case .awaitingConfirmation: .requestReceiptUnconfirmed
        case .handling: .requestStillHandled
        case .awaitingCorrection: .requestAwaitingCorrection
        case .consulting: .requestConsulting
        case .awaitingPayment: .requestAwaitingPayment
        case .decided: .requestAlreadyDecided
        case .served: .requestAlreadyServed
        case .closed: .requestAlreadyClosed
        case .filed: .requestAlreadyFiled
        case .voided: .requestVoided
        }
    }
}
