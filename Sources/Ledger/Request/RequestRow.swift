public import CivilTime
public import Disclosure

/// An application as lists show it.
///
/// What is overdue is not kept: it follows from `due` and the day of asking.
public struct RequestRow: Sendable, Hashable {
    /// Its number.
    public let number: RequestNumber
    /// How many entries it has: what a form hands back as `expecting`.
    public let entries: Int
    /// Where it stands.
    public let stage: RequestStage
    /// How it came in.
    public let channel: RequestChannel
    /// The applicant, by an opaque name.
    public let applicant: PersonReference
    /// The applicant's type.
    public let applicantType: ApplicantType
    /// What is asked now.
    public let matter: Statement
    /// The day it was handed over.
    public let arrived: Day
    /// The legal day of receipt; nil while it is not confirmed.
    public let received: Day?
    /// The last day to answer by the ledger's calendar; nil when decided, while something is awaited, or unreckonable.
    public let due: Day?
    /// The day it was decided or ended otherwise, in the present round.
    public let decided: Day?
    /// The day its answer was served, in the present round.
    public let served: Day?
    /// The day it was closed, in the present round.
    public let closed: Day?
    /// Its result, once closed in the present round.
    public let result: ResultLeaf?
    /// The ways through: 1, and one more for each opening again.
    public let rounds: Int
    /// The kind of its last entry.
    public let lastKind: String
    /// The day of its last entry.
    public let lastDay: Day
}
