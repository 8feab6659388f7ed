/// What a leading group is for.
public enum LeadingGroupKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// 政务公开（政府信息公开）领导小组.
    case disclosure
    /// 信息公开保密工作领导小组.
    case secrecy
    /// 标准化规范化工作专班.
    case standardisation
    /// 其他.
    case other
}

/// Someone in a leading group.
public struct GroupMember: Sendable, Hashable, Codable {
    /// In which part.
    public enum Part: String, Sendable, Hashable, CaseIterable, Codable {
        /// 组长.
        case head
        /// 副组长.
        case deputy
        /// 成员.
        case member

        /// The name in Chinese.
        public var chineseText: String {
            switch self {
            case .head: "组长"
            case .deputy: "副组长"
            case .member: "成员"
            }
        }
    }

    /// Who.
    public let officer: OfficerReference
    /// In which part.
    public let part: Part
    /// The post that brings it about: 局长, 办公室主任.
    public let post: Statement

    /// A member.
    public init(_ officer: OfficerReference, as part: Part, post: Statement) {
        self.officer = officer
        self.part = part
        self.post = post
    }
}

/// A group was formed.
public struct GroupFormation: Sendable, Hashable, Codable {
    /// Its name in the ledger.
    public let group: GroupReference
    /// Its official name.
    public let name: Statement
    /// What it is for.
    public let kind: LeadingGroupKind
    /// The document that forms it; nil when there is none.
    public let basis: Statement?
    /// The first members.
    public let members: [GroupMember]
}

/// The members changed (调整); who stays is in neither list, who changes part is in both.
public struct GroupChange: Sendable, Hashable, Codable {
    /// Who left.
    public let left: [OfficerReference]
    /// Who joined.
    public let joined: [GroupMember]
    /// The document or the reason.
    public let basis: Statement
}

/// The group was given another name.
public struct GroupRenaming: Sendable, Hashable, Codable {
    /// The name.
    public let name: Statement
    /// The document or the reason.
    public let basis: Statement
}

/// The group was dissolved.
public struct GroupDissolution: Sendable, Hashable, Codable {
    /// The document or the reason.
    public let basis: Statement
}

/// What can be recorded of a leading group.
public enum LeadingGroupAct: Sendable, Hashable {
    /// It was formed.
    case formed(GroupFormation)
    /// Its members changed.
    case changed(GroupChange)
    /// It was given another name.
    case renamed(GroupRenaming)
    /// It was dissolved.
    case dissolved(GroupDissolution)
}

/// One act on a leading group.
public typealias LeadingGroupEntry = Entry<LeadingGroupAct>

extension LeadingGroupAct: RecordedAct {
    /// The names of the acts in the ledger; stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was formed.
        case formed = "group.formed"
        /// Its members changed.
        case changed = "group.changed"
        /// It was given another name.
        case renamed = "group.renamed"
        /// It was dissolved.
        case dissolved = "group.dissolved"
    }

    /// The schema of the payloads.
    public static let schema = 1

    /// What kind of act.
    public var kind: Kind {
        switch self {
        case .formed: .formed
        case .changed: .changed
        case .renamed: .renamed
        case .dissolved: .dissolved
        }
    }

    /// What the act carries.
    public var payload: any Codable & Sendable {
        switch self {
        case .formed(let payload): payload
        case .changed(let payload): payload
        case .renamed(let payload): payload
        case .dissolved(let payload): payload
        }
    }

    /// An act from its kind and what it carries.
    ///
    /// - Throws: `DecodingError` when the payload does not fit the kind.
    public init(_ kind: Kind, _ payload: EntryPayload) throws {
        switch kind {
        case .formed: self = .formed(try payload.read())
        case .changed: self = .changed(try payload.read())
        case .renamed: self = .renamed(try payload.read())
        case .dissolved: self = .dissolved(try payload.read())
        }
    }
}
