public import CivilTime

/// What someone can do against an answer (救济渠道), and until when.
public struct Remedies: Sendable, Hashable {
    /// The first day of the revised law of review: 2024-01-01.
    public static let revisedLaw = Day(number: 19_723) ?? .latest

    /// Administrative review: 60 days.
    public let review: LegalPeriod
    /// A direct suit: 6 months; nil where a review must come first.
    public let suit: LegalPeriod?

    /// True when only a review may be asked first (复议前置).
    public var needsReviewFirst: Bool { suit == nil }

    /// What can be done against a decision.
    ///
    /// Since 2024-01-01 a refusal under Art 14, 15 or 16, in whole or part, must go to review first; what cannot be given,
    /// is not processed or is a registry's matter may go straight to court.
    /// Example: refused as 过程性信息 and served 2025-07-01: review until 2025-09-01, no direct suit; 不存在 served the same
    /// day: review until 2025-09-01 or suit until 2026-01-04, which is worked.
    /// Source: 行政复议法 Art 20, 23; 行政诉讼法 Art 46; 法释〔2025〕8号 Art 1.
    /// - Parameter served: the day the answer counts as made, on which the applicant knows it.
    public init(against decision: Decision, served: Day, by calendar: WorkingCalendar) {
        self.init(restsOnExemption: decision.restsOnExemption, served: served, by: calendar)
    }

    /// What can be done against an answer of which it is known whether it rests on Art 14-16.
    public init(restsOnExemption: Bool, served: Day, by calendar: WorkingCalendar) {
        review = LegalPeriod(.days(60), from: served, .reviewLaw(20), by: calendar)
        let isFirst = restsOnExemption && served >= Self.revisedLaw
        suit = isFirst ? nil : LegalPeriod(.months(6), from: served, .litigationLaw(46), by: calendar)
    }

    /// What can be done when no answer came in time.
    ///
    /// Whether a review must come first is not settled by the texts (行政复议法 Art 23(1)(3)), so that a setting says it.
    /// Example: due 2025-07-01 without an answer: review until 2025-09-01, suit until 2026-01-04 where it may be direct.
    /// Source: 行政复议法 Art 20, 23; 行政诉讼法 Art 46, 47; 法释〔2025〕8号 Art 2.
    /// - Parameter due: the last day to answer, on which the silence is known.
    public init(againstSilenceAfter due: Day, needsReviewFirst: Bool, by calendar: WorkingCalendar) {
        review = LegalPeriod(.days(60), from: due, .reviewLaw(20), by: calendar)
        let isFirst = needsReviewFirst && due >= Self.revisedLaw
        suit = isFirst ? nil : LegalPeriod(.months(6), from: due, .litigationLaw(46), by: calendar)
    }

    /// The last day for a review when the answer did not tell of it: 60 days from learning of the right, at most a year
    /// from the answer.
    ///
    /// Example: served 2025-07-01, learnt 2026-06-01: until 2026-07-01. Source: 行政复议法 Art 20(3).
    public static func reviewWhenNotTold(served: Day, learnt: Day, by calendar: WorkingCalendar) -> LegalPeriod {
        let fromLearning = LegalPeriod(.days(60), from: max(learnt, served), .reviewLaw(20, paragraph: 3), by: calendar)
        let atMost = LegalPeriod(.months(12), from: served, .reviewLaw(20, paragraph: 3), by: calendar)
        return fromLearning.due <= atMost.due ? fromLearning : atMost
    }

    /// The last day for a suit after a review: 15 days from the review decision, or from the end of its period when there
    /// is none. Example: decision received 2025-09-19: until 2025-10-09. Source: 行政诉讼法 Art 45.
    public static func suitAfterReview(from day: Day, by calendar: WorkingCalendar) -> LegalPeriod {
        LegalPeriod(.days(15), from: day, .litigationLaw(45), by: calendar)
    }
}

/// What kind of office an answer comes from, as far as the way of review depends on it.
public enum OfficeKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A department of a local government.
    case department
    /// A local government.
    case government
    /// Customs, finance supervision, foreign exchange, tax, state security: led from above (垂直领导).
    case verticallyLed = "vertically_led"
}

/// Who decides on a review. Source: 行政复议法 Art 24, 27.
public enum ReviewBody: String, Sendable, Hashable, CaseIterable, Codable {
    /// The government of the same level.
    case sameLevelGovernment = "same_level_government"
    /// The government one level up.
    case higherGovernment = "higher_government"
    /// The department one level up.
    case superiorDepartment = "superior_department"

    /// Who can be asked, on a day.
    ///
    /// Example: for a department of a city, since 2024-01-01 the city's government alone; before also the department above.
    public static func bodies(for kind: OfficeKind, on day: Day) -> [ReviewBody] {
        switch kind {
        case .department:
            day >= Remedies.revisedLaw ? [.sameLevelGovernment] : [.sameLevelGovernment, .superiorDepartment]
        case .government: [.higherGovernment]
        case .verticallyLed: [.superiorDepartment]
        }
    }

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .sameLevelGovernment: "本级人民政府"
        case .higherGovernment: "上一级人民政府"
        case .superiorDepartment: "上一级主管部门"
        }
    }

    /// The name in English, as it stands in a sentence.
    public var englishText: String {
        switch self {
        case .sameLevelGovernment: "the government of the same level"
        case .higherGovernment: "the government one level up"
        case .superiorDepartment: "the department one level up"
        }
    }
}
