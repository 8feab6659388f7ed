public import CivilTime

/// Someone who works, or worked, in an office.
public struct Staff: Sendable, Hashable {
    /// A time with a first day and a first day without it.
    public struct Time: Sendable, Hashable {
        /// The first day.
        public let from: Day
        /// The first day without it; nil while it lasts.
        public internal(set) var until: Day?

        /// True from the first day to the one before the first without it.
        public func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }
    }

    /// A role over a time.
    public struct Grant: Sendable, Hashable {
        /// Which.
        public let role: StaffRole
        /// When.
        public internal(set) var time: Time
    }

    /// The name in the ledger.
    public let officer: OfficerReference
    /// The person's name.
    public internal(set) var name: Statement
    /// The times in the office; never empty.
    public internal(set) var times: [Time]
    /// Where, over time.
    public internal(set) var placements: History<Placement>
    /// The roles of all times, in the order they were granted.
    public internal(set) var grants: [Grant] = []
    /// The latest day of an act.
    public internal(set) var lastDay: Day

    /// True while they have not left.
    public var isPresent: Bool { times[times.count - 1].until == nil }
    /// The roles that were granted and not revoked.
    public var standing: [StaffRole] { grants.filter { $0.time.until == nil }.map(\.role) }

    /// True when they work in the office on a day.
    public func works(on day: Day) -> Bool { times.contains { $0.holds(on: day) } }

    /// Where they work on a day; nil when they do not.
    public func placement(on day: Day) -> Placement? { works(on: day) ? placements.value(on: day) : nil }

    /// The roles on a day, in the order of the table of permissions.
    public func roles(on day: Day) -> [StaffRole] {
        let held = Set(grants.filter { $0.time.holds(on: day) }.map(\.role))
        return StaffRole.allCases.filter(held.contains)
    }

    init(_ joining: OfficerJoining, on day: Day) {
        officer = joining.officer
        name = joining.name
        times = [Time(from: day)]
        placements = History(joining.placement, from: day)
        lastDay = day
    }

    /// They came again.
    mutating func rejoin(_ joining: OfficerJoining, on day: Day) {
        name = joining.name
        times.append(Time(from: day))
        placements.append(joining.placement, from: day)
        lastDay = day
    }

    /// They left: the time and all roles end.
    mutating func leave(on day: Day) {
        times[times.count - 1].until = day
        for index in grants.indices where grants[index].time.until == nil { grants[index].time.until = day }
        lastDay = day
    }

    /// A role was granted.
    mutating func grant(_ role: StaffRole, on day: Day) {
        grants.append(Grant(role: role, time: Time(from: day)))
        lastDay = day
    }

    /// A role was revoked.
    mutating func revoke(_ role: StaffRole, on day: Day) {
        for index in grants.indices where grants[index].role == role && grants[index].time.until == nil {
            grants[index].time.until = day
        }
        lastDay = day
    }
}

/// A department of an office over time.
public struct Department: Sendable, Hashable {
    /// Its name in the ledger.
    public let reference: DepartmentReference
    /// Its names over time.
    public internal(set) var names: History<Statement>
    /// The day it was opened.
    public let opened: Day
    /// The first day without it; nil while it lasts.
    public internal(set) var closed: Day?

    /// True from the day it was opened to the one before it was closed.
    public func exists(on day: Day) -> Bool { opened <= day && closed.map { day < $0 } ?? true }
    /// The name on a day; nil when it did not exist.
    public func name(on day: Day) -> Statement? { exists(on: day) ? names.value(on: day) : nil }
}
