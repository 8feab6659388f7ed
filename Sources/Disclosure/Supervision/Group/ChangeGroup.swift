public import CivilTime

/// Records that the members of a leading group changed (调整); one in another part leaves and joins.
///
/// Example: on 2020-05-06 a new 镇长 joins as deputy in place of the former one. Source: 条例 Art 4.
public struct ChangeGroup: LeadingGroupCommand {
    /// Which command.
    public static let verb = LeadingGroupVerb.change

    /// Who leaves.
    public var leaving: [OfficerReference]
    /// Who joins.
    public var joining: [GroupMember]
    /// The document or the reason.
    public var basis: Statement
    /// The day.
    public var day: Day

    /// A change.
    public init(leaving: [OfficerReference] = [], joining: [GroupMember] = [], on day: Day, basis: Statement) {
        self.leaving = leaving
        self.joining = joining
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for no change, one who leaves and is no member, one who joins and is one, impossible days.
    public func decide(
        on group: LeadingGroup?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<LeadingGroupAct> {
        let group = try Self.verb.admit(group)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: group.lastDay, "此前最近一次变动", field: "day", article: .regulation(4))
        examination.need(
            !leaving.isEmpty || !joining.isEmpty,
            else: Finding(
                .groupUnchanged, .error, "成员没有变动。", article: .regulation(4), remedy: "请选择调出或者调入的成员。"))
        examination.members(joining, field: "joining")
        for officer in leaving where !group.present.contains(officer) {
            examination.find(
                Finding(
                    .groupNoMember, field: "leaving", "\(officer) 不是“\(group.name)”的成员。", article: .regulation(4),
                    remedy: "请核对名单。"))
        }
        let staying = group.present.subtracting(leaving)
        for member in joining where staying.contains(member.officer) {
            examination.find(
                Finding(
                    .groupMemberTwice, field: "joining", "\(member.officer) 已经是“\(group.name)”的成员。",
                    article: .regulation(4), remedy: "职务有变动的，请同时列入调出和调入。"))
        }
        let after = group.memberships.filter { $0.until == nil && staying.contains($0.member.officer) }.map(\.member)
        examination.head(among: after + joining, field: "leaving")
        let change = GroupChange(left: leaving, joined: joining, basis: basis)
        return try examination.rule([LeadingGroupEntry(.changed(change), on: day)])
    }
}

/// Records that a leading group was given another name. Source: 条例 Art 4.
public struct RenameGroup: LeadingGroupCommand {
    /// Which command.
    public static let verb = LeadingGroupVerb.rename

    /// The name.
    public var name: Statement
    /// The document or the reason.
    public var basis: Statement
    /// The day.
    public var day: Day

    /// A renaming.
    public init(to name: Statement, on day: Day, basis: Statement) {
        self.name = name
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for the same name, an impossible day.
    public func decide(
        on group: LeadingGroup?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<LeadingGroupAct> {
        let group = try Self.verb.admit(group)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: group.lastDay, "此前最近一次变动", field: "day", article: .regulation(4))
        examination.need(
            name != group.name,
            else: Finding(
                .groupUnchanged, field: "name", "名称没有变动。", article: .regulation(4), remedy: "请填写新的名称。"))
        return try examination.rule([
            LeadingGroupEntry(.renamed(GroupRenaming(name: name, basis: basis)), on: day)
        ])
    }
}

/// Records that a leading group was dissolved. Source: 条例 Art 4.
public struct DissolveGroup: LeadingGroupCommand {
    /// Which command.
    public static let verb = LeadingGroupVerb.dissolve

    /// The document or the reason.
    public var basis: Statement
    /// The first day without it.
    public var day: Day

    /// A dissolution.
    public init(on day: Day, basis: Statement) {
        self.day = day
        self.basis = basis
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a group that was dissolved, an impossible day.
    public func decide(
        on group: LeadingGroup?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<LeadingGroupAct> {
        let group = try Self.verb.admit(group)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: group.lastDay, "此前最近一次变动", field: "day", article: .regulation(4))
        return try examination.rule([LeadingGroupEntry(.dissolved(GroupDissolution(basis: basis)), on: day)])
    }
}
