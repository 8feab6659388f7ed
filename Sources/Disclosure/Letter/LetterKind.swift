/// The letters of an application that get a document number (文号), by the act they follow from.
///
/// Receipts get none: they carry the registration number, which is another series.
public enum LetterKind: String, Sendable, Hashable, CaseIterable {
    /// 补正告知书.
    case correction
    /// 说明理由告知书.
    case reasons
    /// 延迟答复告知书.
    case delay
    /// 征求意见告知书.
    case consultation
    /// 延期答复告知书.
    case extended = "extension"
    /// 收费通知书.
    case fee
    /// 不再处理、终止办理、转办、合并办理告知书.
    case ending
    /// 答复书.
    case answer
    /// 更正告知书.
    case rectification

    /// The letter that an act makes; nil where it makes none.
    public init?(of act: RequestAct) {
        switch act {
        case .correctionAsked: self = .correction
        case .reasonsAsked: self = .reasons
        case .delayAgreed: self = .delay
        case .consulted: self = .consultation
        case .extended: self = .extended
        case .feeNoticeIssued: self = .fee
        case .withdrawn, .abandoned, .transferred, .merged: self = .ending
        case .decided: self = .answer
        case .rectified: self = .rectification
        default: return nil
        }
    }

    /// The character by which a number tells the kind of letter: 公复, 公补, or 12号-补.
    public var sign: String {
        switch self {
        case .correction: "补"
        case .delay, .extended: "延"
        case .fee: "费"
        case .answer: "复"
        case .reasons, .consultation, .ending, .rectification: "告"
        }
    }
}
