public import CivilTime
public import Disclosure

/// A case of review or litigation as lists show it.
public struct AppealRow: Sendable, Hashable {
    /// Its name.
    public let appeal: AppealReference
    /// How many entries it has: what a form hands back as `expecting`.
    public let entries: Int
    /// The way it took.
    public let route: AppealRoute
    /// What it is about.
    public let contested: ContestedAct.Kind
    /// The application it is about; nil where there is none in the register.
    public let request: RequestNumber?
    /// The day the office learnt of it.
    public let opened: Day
    /// How many instances it went through: 1 or 2.
    public let instances: Int
    /// The last day to answer the body by the ledger's calendar; nil once answered or decided.
    public let due: Day?
    /// The day the office answered in the present instance.
    public let replied: Day?
    /// The day the ruling of the present instance was received; nil while the case is pending.
    public let concluded: Day?
    /// How the present instance was decided.
    public let outcome: AppealOutcome?
    /// True where the record is void.
    public let isVoided: Bool
    /// The kind of its last entry.
    public let lastKind: String
    /// The day of its last entry.
    public let lastDay: Day
}
