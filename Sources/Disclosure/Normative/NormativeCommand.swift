import CivilTime

/// What an office can do with a rule or a normative document; one command each.
public enum NormativeVerb: String, Sendable, Hashable, CaseIterable {
    /// `IssueDocument`.
    case issue
    /// `DiscloseDocument`.
    case disclose
    /// `SetDocumentTerm`.
    case setTerm = "set_term"
    /// `RepealDocument`.
    case repeal
    /// `CorrectDocument`.
    case correct
    /// `StrikeDocument`.
    case strike

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .issue: "登记制发"
        case .disclose: "登记公开"
        case .setTerm: "调整有效期"
        case .repeal: "登记废止"
        case .correct: "更正登记"
        case .strike: "作废登记"
        }
    }

    /// Why it cannot be done as the document stands; nil when it can.
    public func obstacle(for document: NormativeDocument?) -> Finding? {
        let article = Article.regulation(20)
        guard let document else {
            guard self != .issue else { return nil }
            return Finding(
                .normativeNotIssued, .error, "该文件尚未登记，不能\(chineseText)。", article: article, remedy: "请先登记制发。")
        }
        if self == .issue {
            return Finding(
                .normativeAlreadyIssued, field: "document", "编号 \(document.reference) 已经登记。", article: article,
                remedy: "请使用新的编号。")
        }
        guard document.counts else {
            return Finding(
                .normativeStruck, .error, "该登记已经作废，不能\(chineseText)。", article: article, remedy: "请重新登记。")
        }
        if let repealed = document.repealed, self == .repeal || self == .setTerm {
            return Finding(
                .normativeRepealed, .error, "该文件已于 \(repealed) 废止，不能\(chineseText)。", article: article,
                remedy: "请核对文件；登记有误的，请作废后重新登记。")
        }
        if let disclosed = document.disclosed, self == .disclose {
            return Finding(
                .normativeDisclosed, .error, "该文件已于 \(disclosed) 登记公开。", article: article, remedy: "无需重复登记。")
        }
        return nil
    }

    /// The document, when it can be done.
    func admit(_ document: NormativeDocument?) throws(Refusal) -> NormativeDocument {
        if let obstacle = obstacle(for: document) { throw Refusal(obstacle) }
        guard let document else { throw Refusal(ExaminationFinding.notRegistered()) }
        return document
    }
}

/// Something an office wants to record of a rule or a normative document. Source: 条例 Art 20(1).
public protocol NormativeCommand: Command where Subject == NormativeDocument {
    /// Which command.
    static var verb: NormativeVerb { get }
}

extension ActExamination {
    /// A term ends on or after the day from which it holds.
    mutating func term(_ expires: Day?, from day: Day) {
        guard let expires, expires < day else { return }
        find(
            Finding(
                .normativeTerm, field: "expires", "有效期届满日 \(expires) 早于 \(day)。", article: .regulation(20),
                remedy: "请核对有效期。"))
    }
}

extension Finding.Code {
    /// There is no such document.
    public static let normativeNotIssued = Self("normative.not_issued")
    /// The name is taken.
    public static let normativeAlreadyIssued = Self("normative.already_issued")
    /// The record was struck.
    public static let normativeStruck = Self("normative.struck")
    /// It was repealed.
    public static let normativeRepealed = Self("normative.repealed")
    /// It was made public.
    public static let normativeDisclosed = Self("normative.disclosed")
    /// The term ends before it begins.
    public static let normativeTerm = Self("normative.term")
    /// Nothing was changed.
    public static let normativeUnchanged = Self("normative.unchanged")
    /// It was made public late.
    public static let normativeDisclosedLate = Self("normative.disclosed_late")
}
