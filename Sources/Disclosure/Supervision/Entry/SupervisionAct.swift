public import CivilTime

/// A matter was recorded; the day of the entry is that on which it happened, or the last of the days it sums up.
public struct SupervisionRecording<Content: SupervisionContent>: Sendable, Hashable, Codable {
    /// The name of the record.
    public let record: SupervisionReference
    /// What happened.
    public let content: Content
    /// The first day, when several days of a year are summed up; nil for a single one.
    public let since: Day?
    /// Who recorded it.
    public let officer: OfficerReference
}

/// A complaint was answered. Source: 条例 Art 47, 51.
public struct ComplaintAnswer: Sendable, Hashable, Codable {
    /// What was found.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// 属实.
        case founded
        /// 部分属实.
        case partlyFounded = "partly_founded"
        /// 不属实.
        case unfounded
        /// 转有权机关办理.
        case passedOn = "passed_on"
        /// 采纳 (of a suggestion).
        case adopted
        /// 已说明.
        case explained
    }

    /// What was found.
    public let outcome: Outcome
    /// What was done and said.
    public let reply: Statement
    /// Who answered.
    public let officer: OfficerReference
}

/// A record was put right.
public struct SupervisionCorrection: Sendable, Hashable, Codable {
    /// What it says now; of the same kind as before.
    public let matter: SupervisionMatter
    /// Why.
    public let reasons: Statement
    /// Who put it right.
    public let officer: OfficerReference
}

/// A record was made by mistake and counts no longer.
public struct SupervisionStriking: Sendable, Hashable, Codable {
    /// Why.
    public let reasons: Statement
    /// Who struck it.
    public let officer: OfficerReference
}

/// What can be recorded of supervision.
public enum SupervisionAct: Sendable, Hashable {
    /// People asked for advice.
    case inquiryRecorded(SupervisionRecording<Inquiry>)
    /// A complaint came in.
    case complaintReceived(SupervisionRecording<Complaint>)
    /// The public judged the work.
    case appraisalRecorded(SupervisionRecording<Appraisal>)
    /// A training took place.
    case trainingRecorded(SupervisionRecording<Training>)
    /// The work was assessed.
    case assessmentRecorded(SupervisionRecording<WorkAssessment>)
    /// Someone was held to account.
    case accountabilityRecorded(SupervisionRecording<Accountability>)
    /// The office spoke with the public.
    case interactionRecorded(SupervisionRecording<Interaction>)
    /// A complaint was answered.
    case complaintAnswered(ComplaintAnswer)
    /// A record was put right.
    case corrected(SupervisionCorrection)
    /// A record was struck.
    case struck(SupervisionStriking)
}

/// One act of supervision.
public typealias SupervisionEntry = Entry<SupervisionAct>
