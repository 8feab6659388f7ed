/// What a record of supervision can be about.
public protocol SupervisionContent: Sendable, Hashable, Codable {
    /// Which kind of matter.
    static var kind: SupervisionKind { get }
    /// It as one of all kinds of matters.
    var matter: SupervisionMatter { get }
}

/// The kinds of matters of supervision, guarantee and service that the first section of the report tells of.
public enum SupervisionKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// 咨询.
    case inquiry
    /// 投诉、举报、建议.
    case complaint
    /// 社会评议.
    case appraisal
    /// 培训.
    case training
    /// 工作考核.
    case assessment
    /// 责任追究.
    case accountability
    /// 在线访谈、网上调查、民意征集、回应关切.
    case interaction

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .inquiry: "咨询"
        case .complaint: "投诉举报"
        case .appraisal: "社会评议"
        case .training: "培训"
        case .assessment: "工作考核"
        case .accountability: "责任追究"
        case .interaction: "互动交流"
        }
    }

    /// The article it rests on.
    public var article: Article {
        switch self {
        case .inquiry, .interaction: .regulation(50)
        case .complaint: .regulation(47)
        case .appraisal, .assessment, .accountability: .regulation(46)
        case .training: .regulation(48)
        }
    }
}

/// How people turn to an office.
public enum ContactWay: String, Sendable, Hashable, CaseIterable, Codable {
    /// 现场.
    case counter
    /// 电话.
    case telephone
    /// 网上.
    case online
    /// 信函.
    case letter
    /// 意见箱.
    case opinionBox = "opinion_box"
    /// 其他.
    case other

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .counter: "现场"
        case .telephone: "电话"
        case .online: "网上"
        case .letter: "信函"
        case .opinionBox: "意见箱"
        case .other: "其他"
        }
    }
}

/// People asked for advice (咨询), one by one or as the book of some days tells it.
///
/// Example: five came to the counter and nine called in 2020: two records, of 5 and of 9.
public struct Inquiry: SupervisionContent {
    /// Which kind of matter.
    public static let kind = SupervisionKind.inquiry
    /// How they asked.
    public let way: ContactWay
    /// How many (人次).
    public let persons: Headcount
    /// About what; nil when it was not written down.
    public let topic: Statement?

    /// An inquiry.
    public init(by way: ContactWay, persons: Headcount = .one, about topic: Statement? = nil) {
        self.way = way
        self.persons = persons
        self.topic = topic
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .inquiry(self) }
}

/// Someone complained, reported or suggested something about disclosure work. Source: 条例 Art 47, 51.
public struct Complaint: SupervisionContent {
    /// What it is.
    public enum Form: String, Sendable, Hashable, CaseIterable, Codable {
        /// 投诉.
        case complaint
        /// 举报.
        case report
        /// 建议.
        case suggestion
    }

    /// What it is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable, Codable {
        /// 未依法主动公开.
        case proactiveDisclosure = "proactive_disclosure"
        /// 答复违法或者逾期.
        case reply
        /// 其他.
        case other
    }

    /// Which kind of matter.
    public static let kind = SupervisionKind.complaint
    /// What it is.
    public let form: Form
    /// How it came in.
    public let way: ContactWay
    /// What it is about.
    public let subject: Subject
    /// What it says.
    public let content: Statement
    /// Who brought it; nil when it bears no name.
    public let claimant: PersonReference?
    /// The body that passed it on; nil when it came straight.
    public let passedOnBy: Statement?

    /// A complaint.
    public init(
        _ form: Form, by way: ContactWay, about subject: Subject, _ content: Statement,
        claimant: PersonReference? = nil, passedOnBy: Statement? = nil
    ) {
        self.form = form
        self.way = way
        self.subject = subject
        self.content = content
        self.claimant = claimant
        self.passedOnBy = passedOnBy
    }

    enum CodingKeys: String, CodingKey {
        case form, way, subject, content, claimant
        case passedOnBy = "passed_on_by"
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .complaint(self) }
}

/// The public judged the work (社会评议). Source: 条例 Art 46.
public struct Appraisal: SupervisionContent {
    /// Which kind of matter.
    public static let kind = SupervisionKind.appraisal
    /// How: a column on the site, a questionnaire, a meeting.
    public let manner: Statement
    /// How many took part.
    public let participants: Headcount
    /// How many of them were content; nil when it was not asked.
    public let content: Headcount?
    /// What came of it.
    public let outcome: Statement

    /// An appraisal.
    public init(_ manner: Statement, participants: Headcount, content: Headcount? = nil, outcome: Statement) {
        self.manner = manner
        self.participants = participants
        self.content = content
        self.outcome = outcome
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .appraisal(self) }
}
