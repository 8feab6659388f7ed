/// The office spoke with the public (互动交流).
///
/// Everyone could take part in it, so that its form, title and days are public; a record that was struck is not.
public struct Interaction: SupervisionContent {
    /// In which form.
    public enum Form: String, Sendable, Hashable, CaseIterable, Codable {
        /// 在线访谈.
        case interview
        /// 网上调查.
        case survey
        /// 民意征集.
        case opinionCollection = "opinion_collection"
        /// 回应关切.
        case response
        /// 政策解读.
        case interpretation
        /// 新闻发布会.
        case pressConference = "press_conference"

        /// The name in Chinese.
        public var chineseText: String {
            switch self {
            case .interview: "在线访谈"
            case .survey: "网上调查"
            case .opinionCollection: "民意征集"
            case .response: "回应关切"
            case .interpretation: "政策解读"
            case .pressConference: "新闻发布会"
            }
        }

        /// The name in English.
        public var englishText: String {
            switch self {
            case .interview: "Online interview"
            case .survey: "Online survey"
            case .opinionCollection: "Call for opinions"
            case .response: "Response to concerns"
            case .interpretation: "Policy explained"
            case .pressConference: "Press conference"
            }
        }
    }

    /// Which kind of matter.
    public static let kind = SupervisionKind.interaction
    /// In which form.
    public let form: Form
    /// About what.
    public let title: Statement
    /// True when a principal leader took part (主要领导参加).
    public let isLed: Bool
    /// The item of the office that tells of it: the transcript, the results; nil where none was named. Records of earlier
    /// programs have none.
    public let item: ItemReference?

    /// An interaction.
    public init(_ form: Form, about title: Statement, isLed: Bool = false, item: ItemReference? = nil) {
        self.form = form
        self.title = title
        self.isLed = isLed
        self.item = item
    }

    enum CodingKeys: String, CodingKey {
        case form, title, item
        case isLed = "led"
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .interaction(self) }
}
