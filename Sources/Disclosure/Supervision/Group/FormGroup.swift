public import CivilTime

/// Records that a leading group was formed.
///
/// Example: formed 2020-03-02 with the 局长 as head and two deputies. Source: 条例 Art 4.
public struct FormGroup: LeadingGroupCommand {
    /// Which command.
    public static let verb = LeadingGroupVerb.form

    /// Its name in the ledger.
    public var group: GroupReference
    /// Its official name.
    public var name: Statement
    /// What it is for.
    public var kind: LeadingGroupKind
    /// The first members.
    public var members: [GroupMember]
    /// The document that forms it.
    public var basis: Statement?
    /// The day.
    public var day: Day

    /// A formation.
    public init(
        _ group: GroupReference, _ name: Statement, for kind: LeadingGroupKind, of members: [GroupMember], on day: Day,
        basis: Statement? = nil
    ) {
        self.group = group
        self.name = name
        self.kind = kind
        self.members = members
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, someone twice, an impossible day.
    public func decide(
        on group: LeadingGroup?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<LeadingGroupAct> {
        if let obstacle = Self.verb.obstacle(for: group) { throw Refusal(obstacle) }
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "day", article: .regulation(4))
        examination.members(members, field: "members")
        examination.head(among: members, field: "members")
        let formation = GroupFormation(group: self.group, name: name, kind: kind, basis: basis, members: members)
        return try examination.rule([LeadingGroupEntry(.formed(formation), on: day)])
    }
}
