/// A training on disclosure work; one record a session. Source: 条例 Art 48.
public struct Training: SupervisionContent {
    /// Which kind of matter.
    public static let kind = SupervisionKind.training
    /// What it was about.
    public let title: Statement
    /// How many took part.
    public let participants: Headcount
    /// True when the office held it itself, false when it sent people.
    public let isOwn: Bool

    /// A training.
    public init(_ title: Statement, participants: Headcount, isOwn: Bool = true) {
        self.title = title
        self.participants = participants
        self.isOwn = isOwn
    }

    enum CodingKeys: String, CodingKey {
        case title, participants
        case isOwn = "own"
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .training(self) }
}

/// The work of a year was assessed (工作考核). Source: 条例 Art 46, 50(1)(4).
public struct WorkAssessment: SupervisionContent {
    /// Whose work.
    public enum Scope: String, Sendable, Hashable, CaseIterable, Codable {
        /// The people of the office (本机关工作人员).
        case ownStaff = "own_staff"
        /// The offices below it (下级机关).
        case subordinateOffices = "subordinate_offices"
        /// The office itself, by the one above it (接受上级考核).
        case thisOffice = "this_office"
    }

    /// Which kind of matter.
    public static let kind = SupervisionKind.assessment
    /// The year whose work was assessed.
    public let year: Int
    /// Whose work.
    public let scope: Scope
    /// How many people or offices.
    public let assessed: Headcount
    /// How many of them passed (合格); nil where there is no such mark.
    public let passed: Headcount?
    /// What came of it.
    public let outcome: Statement

    /// An assessment.
    public init(of year: Int, _ scope: Scope, assessed: Headcount, passed: Headcount? = nil, outcome: Statement) {
        self.year = year
        self.scope = scope
        self.assessed = assessed
        self.passed = passed
        self.outcome = outcome
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .assessment(self) }
}

/// Someone was held to account for disclosure work (责任追究). Source: 条例 Art 46, 47, 52, 53.
public struct Accountability: SupervisionContent {
    /// What was done.
    public enum Measure: String, Sendable, Hashable, CaseIterable, Codable {
        /// 责令改正.
        case correctionOrder = "correction_order"
        /// 通报批评.
        case criticism
        /// 批评教育、谈话提醒.
        case admonition
        /// 处分.
        case sanction
    }

    /// Which kind of matter.
    public static let kind = SupervisionKind.accountability
    /// What was done.
    public let measure: Measure
    /// How many people; 0 when it was the office as a whole.
    public let persons: Headcount
    /// For what.
    public let reasons: Statement

    /// A measure.
    public init(_ measure: Measure, persons: Headcount, reasons: Statement) {
        self.measure = measure
        self.persons = persons
        self.reasons = reasons
    }

    /// It as one of all kinds of matters.
    public var matter: SupervisionMatter { .accountability(self) }
}

/// A matter of any kind.
public enum SupervisionMatter: Sendable, Hashable {
    /// 咨询.
    case inquiry(Inquiry)
    /// 投诉、举报、建议.
    case complaint(Complaint)
    /// 社会评议.
    case appraisal(Appraisal)
    /// 培训.
    case training(Training)
    /// 工作考核.
    case assessment(WorkAssessment)
    /// 责任追究.
    case accountability(Accountability)
    /// 互动交流.
    case interaction(Interaction)

    /// What it holds.
    public var content: any SupervisionContent {
        switch self {
        case .inquiry(let content): content
        case .complaint(let content): content
        case .appraisal(let content): content
        case .training(let content): content
        case .assessment(let content): content
        case .accountability(let content): content
        case .interaction(let content): content
        }
    }

    /// Which kind.
    public var kind: SupervisionKind { type(of: content).kind }
}

extension SupervisionMatter: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, content
    }

    /// A matter from its kind and what it holds.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func read<Content: SupervisionContent>(_ type: Content.Type) throws -> SupervisionMatter {
            try container.decode(type, forKey: .content).matter
        }
        switch try container.decode(SupervisionKind.self, forKey: .kind) {
        case .inquiry: self = try read(Inquiry.self)
        case .complaint: self = try read(Complaint.self)
        case .appraisal: self = try read(Appraisal.self)
        case .training: self = try read(Training.self)
        case .assessment: self = try read(WorkAssessment.self)
        case .accountability: self = try read(Accountability.self)
        case .interaction: self = try read(Interaction.self)
        }
    }

    /// Writes the kind and what it holds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(content, forKey: .content)
    }
}
