public import CivilTime

/// The applicant is told what to correct (补正告知). Source: 条例 Art 30.
public struct CorrectionNotice: Sendable, Hashable, Codable {
    /// All points to be corrected.
    public let points: Statement
    /// The last day for it.
    public let deadline: Day
}

/// The corrected application came in. Source: 条例 Art 30.
public struct CorrectedApplication: Sendable, Hashable, Codable {
    /// What is asked now.
    public let matter: Statement
}

/// The applicant is asked why there are so many applications (说明理由). Source: 条例 Art 35.
public struct ReasonsNotice: Sendable, Hashable, Codable {
    /// The facts on number and frequency.
    public let facts: Statement
    /// The last day for the answer.
    public let deadline: Day
}

/// The applicant gave reasons. Source: 条例 Art 35.
public struct ReasonsGiven: Sendable, Hashable, Codable {
    /// The reasons.
    public let reasons: Statement
}

/// The reasons are accepted and the answer comes later than Art 33 says. Source: 条例 Art 35.
public struct AgreedDelay: Sendable, Hashable, Codable {
    /// The day by which the answer will be given.
    public let until: Day
    /// Why the period of Art 33 is not enough.
    public let why: Statement
}

/// The period is extended (延长答复期限). Source: 条例 Art 33(2).
public struct ExtensionGrant: Sendable, Hashable, Codable {
    /// By how much, 1-20.
    public let days: WorkingDays
    /// Why.
    public let reasons: Statement
}

/// Someone's agreement to an act, recorded before it.
public struct GrantedApproval: Sendable, Hashable, Codable {
    /// What was agreed to.
    public enum Matter: String, Sendable, Hashable, CaseIterable, Codable {
        /// The extension.
        case extended = "extension"
        /// The decision.
        case decision
    }

    /// What was agreed to.
    public let matter: Matter
    /// Who agreed, in which role, on which day.
    public let approval: Approval
}
