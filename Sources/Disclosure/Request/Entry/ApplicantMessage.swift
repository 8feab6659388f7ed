/// The applicant sent something: a text, papers, or both. What it says stays outside the entries, sealed.
public struct ApplicantMessage: Sendable, Hashable, Codable {
    /// The text; nil when only papers came.
    public let text: PaperReference?
    /// The papers.
    public let papers: [PaperReference]
    /// The most papers of one message.
    public static let paperLimit = 20

    /// A message.
    public init(_ text: PaperReference?, papers: [PaperReference]) {
        self.text = text
        self.papers = papers
    }
}

/// What the applicant thinks of how the application was handled (评议). Source: 条例 Art 46.
public struct ApplicantRating: Sendable, Hashable, Codable {
    /// The five grades of the rating of public services (好差评).
    public enum Grade: String, Sendable, Hashable, CaseIterable, Codable {
        /// 非常满意.
        case verySatisfied = "very_satisfied"
        /// 满意.
        case satisfied
        /// 基本满意.
        case fairlySatisfied = "fairly_satisfied"
        /// 不满意.
        case dissatisfied
        /// 非常不满意.
        case veryDissatisfied = "very_dissatisfied"

        /// The name in Chinese.
        public var chineseText: String {
            switch self {
            case .verySatisfied: "非常满意"
            case .satisfied: "满意"
            case .fairlySatisfied: "基本满意"
            case .dissatisfied: "不满意"
            case .veryDissatisfied: "非常不满意"
            }
        }

        /// The name in English.
        public var englishText: String {
            switch self {
            case .verySatisfied: "Very satisfied"
            case .satisfied: "Satisfied"
            case .fairlySatisfied: "Fairly satisfied"
            case .dissatisfied: "Dissatisfied"
            case .veryDissatisfied: "Very dissatisfied"
            }
        }
    }

    /// The grade.
    public let grade: Grade
    /// What was said beside it; nil when nothing was.
    public let remark: PaperReference?

    /// A rating.
    public init(_ grade: Grade, remark: PaperReference? = nil) {
        self.grade = grade
        self.remark = remark
    }
}
