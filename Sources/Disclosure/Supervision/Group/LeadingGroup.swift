public import CivilTime

/// A leading group and its members over time (领导小组), as its entries tell it.
public struct LeadingGroup: RecordedSubject {
    /// The time of someone in the group.
    public struct Membership: Sendable, Hashable {
        /// Who, in which part.
        public let member: GroupMember
        /// The first day.
        public let from: Day
        /// The day from which no longer; nil while it lasts.
        public internal(set) var until: Day?

        /// True on a day from the first to the one before the last change.
        public func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }
    }

    /// Its name in the ledger.
    public let reference: GroupReference
    /// What it is for.
    public let kind: LeadingGroupKind
    /// The day it was formed.
    public let formed: Day
    /// Its official names over time.
    public internal(set) var names: History<Statement>
    /// The members of all times, in the order they joined.
    public internal(set) var memberships: [Membership]
    /// The day it was dissolved; nil while it lasts.
    public internal(set) var dissolved: Day?
    /// The latest day of an act.
    public internal(set) var lastDay: Day

    /// Its present or last name.
    public var name: Statement { names.latest }

    /// The name it bore on a day; nil when it did not exist.
    public func name(on day: Day) -> Statement? { exists(on: day) ? names.value(on: day) : nil }

    /// True from the day it was formed to the one before it was dissolved.
    public func exists(on day: Day) -> Bool { formed <= day && dissolved.map { day < $0 } ?? true }

    /// The members on a day: the head first, then the deputies, then the others.
    public func members(on day: Day) -> [GroupMember] {
        guard exists(on: day) else { return [] }
        let present = memberships.filter { $0.holds(on: day) }.map(\.member)
        return GroupMember.Part.allCases.flatMap { part in present.filter { $0.part == part } }
    }

    /// Who belongs to it now.
    var present: Set<OfficerReference> { Set(memberships.filter { $0.until == nil }.map(\.member.officer)) }

    /// True when someone stands in it twice.
    static func hasTwice(_ members: [GroupMember]) -> Bool { Set(members.map(\.officer)).count < members.count }

    /// The group after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: LeadingGroupEntry, to group: LeadingGroup?) throws(Refusal) -> LeadingGroup {
        if case .formed(let formation) = entry.act {
            guard group == nil, !hasTwice(formation.members) else { throw misfit(entry) }
            return LeadingGroup(formation, on: entry.day)
        }
        guard var next = group, next.dissolved == nil, next.take(entry) else { throw misfit(entry) }
        next.lastDay = max(next.lastDay, entry.day)
        return next
    }

    private init(_ formation: GroupFormation, on day: Day) {
        reference = formation.group
        kind = formation.kind
        formed = day
        names = History(formation.name, from: day)
        memberships = formation.members.map { Membership(member: $0, from: day) }
        lastDay = day
    }

    private mutating func take(_ entry: LeadingGroupEntry) -> Bool {
        switch entry.act {
        case .formed: return false
        case .renamed(let renaming): names.append(renaming.name, from: entry.day)
        case .dissolved: dissolved = entry.day
        case .changed(let change):
            let leaving = Set(change.left)
            guard leaving.isSubset(of: present), !Self.hasTwice(change.joined),
                present.subtracting(leaving).isDisjoint(with: change.joined.map(\.officer))
            else { return false }
            for index in memberships.indices
            where memberships[index].until == nil && leaving.contains(memberships[index].member.officer) {
                memberships[index].until = entry.day
            }
            memberships += change.joined.map { Membership(member: $0, from: entry.day) }
        }
        return true
    }
}
