/// What a person decided about a finding.
public struct Disposition: Sendable, Hashable {
    /// The decision.
    public let kind: DispositionKind
    /// Why, in one line.
    public let reason: PlainLine
    /// Who decided.
    public let decidedBy: PlainLine
    /// When.
    public let decidedAt: Moment

    /// A decision.
    public init(kind: DispositionKind, reason: PlainLine, decidedBy: PlainLine, decidedAt: Moment) {
        self.kind = kind
        self.reason = reason
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}

/// The decisions there are.
public enum DispositionKind: String, Sendable, Hashable, CaseIterable {
    /// 确认：the finding is right; the report is to be corrected.
    case confirmed
    /// 已说明：the report stands, and there is a reason for it.
    case explained
    /// 排除：the finding is wrong.
    case dismissed

    /// True where nothing remains to be done.
    public var settles: Bool { self != .confirmed }

    /// The decision in English.
    public var englishText: String {
        switch self {
        case .confirmed: "Confirmed"
        case .explained: "Explained"
        case .dismissed: "Dismissed"
        }
    }

    /// The decision as the user reads it.
    public var label: String {
        switch self {
        case .confirmed: "已确认"
        case .explained: "已说明"
        case .dismissed: "已排除"
        }
    }
}

/// Why a decision was not kept.
public enum DispositionRefusal: Sendable, Hashable {
    /// No office has the code.
    case unknownOffice(AgencyCode)
    /// The rules never found this in a report of the office and year.
    case unknownFinding

    /// One plain Chinese sentence: what and how to mend it.
    public var message: String {
        switch self {
        case .unknownOffice(let code): "没有代码为“\(code)”的机关，请核对机关代码。"
        case .unknownFinding: "该年度报告没有这条核查结果，可能页面已过时，请刷新后重试。"
        }
    }
}
