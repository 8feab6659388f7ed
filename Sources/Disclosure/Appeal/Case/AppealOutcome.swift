/// The way a case took, which is the block of table four it counts in.
public enum AppealRoute: String, Sendable, Hashable, CaseIterable, Codable {
    /// 行政复议.
    case review
    /// 行政诉讼，未经复议直接起诉.
    case litigationDirect = "litigation_direct"
    /// 行政诉讼，复议后起诉.
    case litigationAfterReview = "litigation_after_review"

    /// True for the two ways through court.
    public var isLitigation: Bool { self != .review }

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .review: "行政复议"
        case .litigationDirect: "未经复议直接起诉"
        case .litigationAfterReview: "复议后起诉"
        }
    }
}

/// The columns of a block of table four. Source: 国办公开办函〔2021〕30号.
public enum AppealResult: String, Sendable, Hashable, CaseIterable, Codable {
    /// 结果维持.
    case upheld
    /// 结果纠正.
    case corrected
    /// 其他结果.
    case other
    /// 尚未审结.
    case pending
}

/// How a case ended, as the law names it.
public enum AppealOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// 复议：决定维持, 行政复议法 Art 68.
    case reviewUpheld = "review_upheld"
    /// 复议：驳回复议请求, Art 69.
    case reviewRequestDismissed = "review_request_dismissed"
    /// 复议：决定变更, Art 63.
    case reviewChanged = "review_changed"
    /// 复议：决定撤销, Art 64.
    case reviewRevoked = "review_revoked"
    /// 复议：确认违法, Art 65.
    case reviewUnlawful = "review_unlawful"
    /// 复议：责令履行, Art 66.
    case reviewPerformance = "review_performance"
    /// 复议：确认无效, Art 67.
    case reviewVoid = "review_void"
    /// 复议：不予受理或者驳回申请, Art 30, 33.
    case reviewNotAccepted = "review_not_accepted"
    /// 复议：终止, Art 41.
    case reviewTerminated = "review_terminated"
    /// 复议：调解, Art 73.
    case reviewSettled = "review_settled"
    /// 诉讼：驳回诉讼请求, 行政诉讼法 Art 69.
    case courtClaimDismissed = "court_claim_dismissed"
    /// 诉讼：判决撤销, Art 70.
    case courtRevoked = "court_revoked"
    /// 诉讼：判决履行, Art 72.
    case courtPerformance = "court_performance"
    /// 诉讼：确认违法, Art 74.
    case courtUnlawful = "court_unlawful"
    /// 诉讼：确认无效, Art 75.
    case courtVoid = "court_void"
    /// 诉讼：不予立案或者驳回起诉, Art 49, 51.
    case courtNotAdmitted = "court_not_admitted"
    /// 诉讼：撤诉, Art 62.
    case courtWithdrawn = "court_withdrawn"
    /// 诉讼：调解, Art 60.
    case courtSettled = "court_settled"

    /// True for those of a court.
    public var isLitigation: Bool { rawValue.hasPrefix("court_") }

    /// The column of table four.
    ///
    /// Example: 撤销 is `corrected`, 驳回诉讼请求 is `upheld`, 撤诉 is `other`.
    public var result: AppealResult {
        switch self {
        case .reviewUpheld, .reviewRequestDismissed, .courtClaimDismissed: .upheld
        case .reviewChanged, .reviewRevoked, .reviewUnlawful, .reviewPerformance, .reviewVoid, .courtRevoked,
            .courtPerformance, .courtUnlawful, .courtVoid:
            .corrected
        case .reviewNotAccepted, .reviewTerminated, .reviewSettled, .courtNotAdmitted, .courtWithdrawn, .courtSettled:
            .other
        }
    }

    /// True when the office may be ordered to answer anew.
    public var canOrderNewAnswer: Bool {
        switch self {
        case .reviewRevoked, .reviewUnlawful, .reviewPerformance, .courtRevoked, .courtPerformance, .courtUnlawful,
            .reviewVoid, .courtVoid:
            true
        default: false
        }
    }

    /// The article.
    public var article: Article {
        switch self {
        case .reviewUpheld: .reviewLaw(68)
        case .reviewRequestDismissed: .reviewLaw(69)
        case .reviewChanged: .reviewLaw(63)
        case .reviewRevoked: .reviewLaw(64)
        case .reviewUnlawful: .reviewLaw(65)
        case .reviewPerformance: .reviewLaw(66)
        case .reviewVoid: .reviewLaw(67)
        case .reviewNotAccepted: .reviewLaw(30)
        case .reviewTerminated: .reviewLaw(41)
        case .reviewSettled: .reviewLaw(73)
        case .courtClaimDismissed: .litigationLaw(69)
        case .courtRevoked: .litigationLaw(70)
        case .courtPerformance: .litigationLaw(72)
        case .courtUnlawful: .litigationLaw(74)
        case .courtVoid: .litigationLaw(75)
        case .courtNotAdmitted: .litigationLaw(49)
        case .courtWithdrawn: .litigationLaw(62)
        case .courtSettled: .litigationLaw(60)
        }
    }

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .reviewUpheld: "复议维持"
        case .reviewRequestDismissed: "驳回复议请求"
        case .reviewChanged: "复议变更"
        case .reviewRevoked: "复议撤销"
        case .reviewUnlawful: "复议确认违法"
        case .reviewPerformance: "复议责令履行"
        case .reviewVoid: "复议确认无效"
        case .reviewNotAccepted: "不予受理或者驳回复议申请"
        case .reviewTerminated: "复议终止"
        case .reviewSettled: "复议调解"
        case .courtClaimDismissed: "驳回诉讼请求"
        case .courtRevoked: "判决撤销"
        case .courtPerformance: "判决履行"
        case .courtUnlawful: "判决确认违法"
        case .courtVoid: "判决确认无效"
        case .courtNotAdmitted: "不予立案或者驳回起诉"
        case .courtWithdrawn: "撤诉"
        case .courtSettled: "诉讼调解"
        }
    }
}
