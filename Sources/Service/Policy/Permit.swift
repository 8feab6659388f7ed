internal import Disclosure
public import Ledger

/// Leave to do one thing. The policy alone gives it, so that what needs one cannot be done without having asked.
public struct Permit: Sendable, Hashable {
    /// What may be done, by the name of the policy.
    public let act: String
    /// Who may.
    public let actor: Actor
    /// The office whose matter it is; nil for the installation as a whole.
    public let office: AgencyCode?
    /// Who they are in the entries.
    public let recorded: EntryActor

    init(_ act: String, to actor: Actor, of office: AgencyCode?) {
        self.act = act
        self.actor = actor
        self.office = office
        recorded =
            actor.officer.map { officer in
                EntryActor(officer, as: ActorRole(actor.role.rawValue) ?? EntryActor.system.role)
            } ?? .system
    }

    /// The same person as acts name them.
    public var caller: PerformActs.Caller {
        PerformActs.Caller(agency: actor.office?.text, actor: actor.officer?.text, role: actor.role.rawValue)
    }
}
