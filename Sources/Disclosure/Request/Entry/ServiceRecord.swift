public import CivilTime

/// How a letter is served (送达). Source: 国办公开办函〔2016〕235号.
public enum ServiceManner: String, Sendable, Hashable, CaseIterable, Codable {
    /// Handed over against signature (直接送达).
    case direct
    /// Handed over by another office against signature (委托其他行政机关代为送达).
    case entrusted
    /// By post (邮寄), by the postal enterprise only.
    case post
    /// Through the internet channel that the applicant uses.
    case internet
}

/// The answer was served; the day of the entry is the day on which it counts as made.
public struct ServiceRecord: Sendable, Hashable, Codable {
    /// How.
    public let manner: ServiceManner
    /// The proof: 送达回证, number of the posting slip.
    public let proof: Statement
}

/// The case is closed (办结).
public struct Closure: Sendable, Hashable, Codable {
    /// Its one result, in the terms of the form for the year of closing.
    public let result: ResultLeaf
}

/// The case file is complete and kept (归档). Source: 条例 Art 45.
public struct Filing: Sendable, Hashable, Codable {
    /// The number of the file.
    public let folder: Statement
}

/// The answer was quashed, and the office must answer again.
public struct Reopening: Sendable, Hashable, Codable {
    /// The case of review or litigation.
    public let appeal: AppealReference
    /// The last day for the new answer, when the ruling sets one.
    public let ordered: Day?
}

/// A record about the applicant was found wrong (更正). Source: 条例 Art 41.
public struct Rectification: Sendable, Hashable, Codable {
    /// What was done about it.
    public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
        /// Corrected by this office (更正).
        case corrected
        /// Forwarded to the competent office (转送).
        case forwarded
        /// The applicant was told which office is competent (告知).
        case told
    }

    /// What was done.
    public let outcome: Outcome
    /// What is wrong, and the evidence.
    public let evidence: Statement
    /// The competent office, where it is not this one.
    public let organ: Statement?
}

/// The information was promoted to proactive disclosure (转为主动公开). Source: 条例 Art 44.
public struct Promotion: Sendable, Hashable, Codable {
    /// What led to it.
    public enum Basis: String, Sendable, Hashable, CaseIterable, Codable {
        /// Several applicants asked for it.
        case severalApplicants = "several_applicants"
        /// The applicant proposed it.
        case applicantProposal = "applicant_proposal"
    }

    /// What led to it.
    public let basis: Basis
    /// The applications of others for the same information.
    public let others: [RequestNumber]
    /// The item made of it, when there is one already.
    public let item: ItemReference?
}

/// What a calendar made of a clock.
public struct ClockReading: Sendable, Hashable, Codable {
    /// Whether it runs.
    public enum State: String, Sendable, Hashable, CaseIterable, Codable {
        /// It runs until `due`.
        case running
        /// A correction is awaited.
        case awaitingCorrection = "awaiting_correction"
        /// The fee is awaited until `due`.
        case awaitingPayment = "awaiting_payment"
        /// The days do not fit this calendar.
        case unreckonable
    }

    /// Whether it runs.
    public let state: State
    /// The last day to answer, or to pay.
    public let due: Day?
    /// True when a year without an official calendar is touched.
    public let isProvisional: Bool

    enum CodingKeys: String, CodingKey {
        case state, due
        case isProvisional = "provisional"
    }
}

/// A change of the calendar moved an open clock.
public struct ClockRecomputation: Sendable, Hashable, Codable {
    /// What it was.
    public let before: ClockReading
    /// What it is.
    public let after: ClockReading
}
