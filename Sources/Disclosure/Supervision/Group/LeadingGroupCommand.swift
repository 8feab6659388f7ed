/// What an office can do with a leading group; one command each.
public enum LeadingGroupVerb: String, Sendable, Hashable, CaseIterable {
    /// `FormGroup`.
    case form
    /// `ChangeGroup`.
    case change
    /// `RenameGroup`.
    case rename
    /// `DissolveGroup`.
    case dissolve

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .form: "成立"
        case .change: "调整成员"
        case .rename: "更名"
        case .dissolve: "撤销"
        }
    }

    /// Why it cannot be done as the group stands; nil when it can.
    public func obstacle(for group: LeadingGroup?) -> Finding? {
        guard let group else {
            guard self != .form else { return nil }
            return Finding(
                .groupNotFormed, .error, "没有这个领导小组，不能\(chineseText)。", article: .regulation(4),
                remedy: "请先登记成立。")
        }
        if self == .form {
            return Finding(
                .groupAlreadyFormed, field: "group", "领导小组 \(group.reference) 已经登记。", article: .regulation(4),
                remedy: "请使用新的编号；成员有变动的，请调整成员。")
        }
        return group.dissolved.map { day in
            Finding(
                .groupDissolved, .error, "“\(group.name)”已于 \(day) 撤销，不能\(chineseText)。", article: .regulation(4),
                remedy: "请登记新的领导小组。")
        }
    }

    /// The group, when it can be done.
    func admit(_ group: LeadingGroup?) throws(Refusal) -> LeadingGroup {
        if let obstacle = obstacle(for: group) { throw Refusal(obstacle) }
        guard let group else { throw Refusal(ExaminationFinding.notRegistered()) }
        return group
    }
}

/// Something an office wants to do with a leading group. Source: 条例 Art 4.
public protocol LeadingGroupCommand: Command where Subject == LeadingGroup {
    /// Which command.
    static var verb: LeadingGroupVerb { get }
}

extension ActExamination {
    /// Nobody twice, and a head.
    mutating func members(_ members: [GroupMember], field: String) {
        need(
            !LeadingGroup.hasTwice(members),
            else: Finding(
                .groupMemberTwice, field: field, "名单中有人重复。", article: .regulation(4), remedy: "请删去重复的一项。"))
    }

    /// Remarks a group without a head.
    mutating func head(among members: [GroupMember], field: String) {
        guard !members.contains(where: { $0.part == .head }) else { return }
        find(
            Finding(
                .groupNoHead, .warning, field: field, "领导小组没有组长。", article: .regulation(4), remedy: "请补充登记组长。"))
    }
}

extension Finding.Code {
    /// There is no such group.
    public static let groupNotFormed = Self("group.not_formed")
    /// The name is taken.
    public static let groupAlreadyFormed = Self("group.already_formed")
    /// The group was dissolved.
    public static let groupDissolved = Self("group.dissolved")
    /// Someone stands in it twice.
    public static let groupMemberTwice = Self("group.member_twice")
    /// Someone is no member.
    public static let groupNoMember = Self("group.no_member")
    /// It has no head.
    public static let groupNoHead = Self("group.no_head")
    /// Nothing was changed.
    public static let groupUnchanged = Self("group.unchanged")
}
