public import CivilTime

/// An office over time, with its departments, its people and their roles, as its entries tell it.
public struct OfficeRecord: RecordedSubject {
    /// How an office ended.
    public enum Manner: Sendable, Hashable {
        /// It went up in another one.
        case merged(into: AgencyReference)
        /// It was abolished; perhaps someone goes on with its work.
        case abolished(successor: AgencyReference?)

        /// Who goes on with its work; nil when nobody does.
        public var successor: AgencyReference? {
            switch self {
            case .merged(let into): into
            case .abolished(let successor): successor
            }
        }
    }

    /// The end of an office.
    public struct End: Sendable, Hashable {
        /// How.
        public let manner: Manner
        /// The first day without it.
        public let day: Day
    }

    /// Its code.
    public let code: AgencyReference
    /// The day it was founded; the earliest of all where nobody said.
    public internal(set) var founded: Day
    /// What it is.
    public internal(set) var character: OfficeCharacter
    /// How it is called, over time.
    public internal(set) var names: History<OfficeName>
    /// The office above it, over time.
    public internal(set) var parents: History<AgencyReference?>
    /// How it numbers its letters, over time; nil for not at all.
    public internal(set) var letterRules: History<LetterRule?>
    /// Its end; nil while it exists.
    public internal(set) var end: End?
    /// Its departments.
    public internal(set) var departments: [DepartmentReference: Department] = [:]
    /// Its people.
    public internal(set) var staff: [OfficerReference: Staff] = [:]
    /// The latest day on which name, place or existence changed.
    public internal(set) var lastDay: Day

    /// The day it was founded; nil where nobody said.
    public var since: Day? { founded == .earliest ? nil : founded }
    /// Its present or last name.
    public var name: OfficeName { names.latest }

    /// True from the day it was founded to the one before its end.
    public func exists(on day: Day) -> Bool { founded <= day && end.map { day < $0.day } ?? true }
    /// How it is called on a day; nil when it does not exist.
    public func name(on day: Day) -> OfficeName? { exists(on: day) ? names.value(on: day) : nil }
    /// The office above it on a day; nil for the highest, and when it does not exist.
    public func parent(on day: Day) -> AgencyReference? {
        guard exists(on: day), let parent = parents.value(on: day) else { return nil }
        return parent
    }
    /// How it numbers its letters on a day; nil when it does not, or does not exist.
    public func letterRule(on day: Day) -> LetterRule? {
        guard exists(on: day), let rule = letterRules.value(on: day) else { return nil }
        return rule
    }
    /// The departments on a day, by their names in the ledger.
    public func departments(on day: Day) -> [Department] {
        guard exists(on: day) else { return [] }
        return departments.values.filter { $0.exists(on: day) }.sorted { $0.reference.text < $1.reference.text }
    }
    /// The people on a day, by their names in the ledger.
    public func staff(on day: Day) -> [Staff] {
        guard exists(on: day) else { return [] }
        return staff.values.filter { $0.works(on: day) }.sorted { $0.officer.text < $1.officer.text }
    }
    /// The roles of someone on a day; none when they do not work there or the office does not exist.
    public func roles(of officer: OfficerReference, on day: Day) -> [StaffRole] {
        exists(on: day) ? staff[officer]?.roles(on: day) ?? [] : []
    }

    /// The office after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: OfficeEntry, to office: OfficeRecord?) throws(Refusal) -> OfficeRecord {
        if case .founded(let founding) = entry.act {
            guard office == nil else { throw misfit(entry) }
            return OfficeRecord(founding, on: entry.day)
        }
        guard var next = office, next.end == nil, entry.day >= next.founded else { throw misfit(entry) }
        guard next.takeStructure(entry) ?? next.takeDepartment(entry) ?? next.takeStaff(entry) else {
            throw misfit(entry)
        }
        return next
    }

    private init(_ founding: OfficeFounding, on day: Day) {
        let first = founding.standing == true ? Day.earliest : day
        code = founding.office
        founded = first
        character = founding.character
        names = History(founding.name, from: first)
        parents = History(founding.parent, from: first)
        letterRules = History(nil, from: first)
        lastDay = first
    }

    /// The first day on which something of it changed after its founding; the latest of all where nothing did.
    var firstChange: Day {
        let changes = [
            names.steps.dropFirst().first?.from, parents.steps.dropFirst().first?.from, end?.day,
            letterRules.steps.dropFirst().first?.from,
        ]
        let inside = departments.values.map(\.opened) + staff.values.compactMap { $0.times.first?.from }
        return (changes.compactMap { $0 } + inside).min() ?? .latest
    }

    /// What changes name, place or existence; nil for other acts, false when it does not fit.
    private mutating func takeStructure(_ entry: OfficeEntry) -> Bool? {
        switch entry.act {
        case .renamed(let renaming):
            guard entry.day >= lastDay else { return false }
            names.append(renaming.name, from: entry.day)
        case .moved(let move):
            guard entry.day >= lastDay else { return false }
            parents.append(move.parent, from: entry.day)
        case .merged(let merger):
            guard entry.day >= lastDay else { return false }
            end = End(manner: .merged(into: merger.into), day: entry.day)
        case .abolished(let abolition):
            guard entry.day >= lastDay else { return false }
            end = End(manner: .abolished(successor: abolition.successor), day: entry.day)
        case .corrected(let correction):
            if let founded = correction.founded {
                guard founded <= firstChange else { return false }
                self.founded = founded
                names.begin(on: founded)
                parents.begin(on: founded)
                letterRules.begin(on: founded)
                lastDay = max(lastDay, founded)
            }
            names.correct(to: correction.name)
            if let position = correction.position { parents.correct(to: position.parent) }
            character = correction.character
            return true
        case .letterRuleSet(let rule):
            guard entry.day >= letterRules.steps.last?.from ?? founded else { return false }
            letterRules.append(rule, from: entry.day)
            return true
        default: return nil
        }
        lastDay = entry.day
        return true
    }

    private mutating func takeDepartment(_ entry: OfficeEntry) -> Bool? {
        switch entry.act {
        case .departmentOpened(let naming):
            guard departments[naming.department] == nil else { return false }
            departments[naming.department] = Department(
                reference: naming.department, names: History(naming.name, from: entry.day), opened: entry.day)
        case .departmentRenamed(let naming):
            guard var department = departments[naming.department], department.closed == nil,
                let last = department.names.steps.last, entry.day >= last.from
            else { return false }
            department.names.append(naming.name, from: entry.day)
            departments[naming.department] = department
        case .departmentClosed(let closing):
            guard let department = departments[closing.department], department.closed == nil,
                entry.day >= department.opened
            else { return false }
            departments[closing.department]?.closed = entry.day
        default: return nil
        }
        return true
    }

    private mutating func takeStaff(_ entry: OfficeEntry) -> Bool {
        switch entry.act {
        case .officerJoined(let joining):
            guard var there = staff[joining.officer] else {
                staff[joining.officer] = Staff(joining, on: entry.day)
                return true
            }
            guard !there.isPresent, entry.day >= there.lastDay else { return false }
            there.rejoin(joining, on: entry.day)
            staff[joining.officer] = there
        case .officerPlaced(let placing):
            guard var one = present(placing.officer, entry.day) else { return false }
            one.placements.append(placing.placement, from: entry.day)
            one.lastDay = entry.day
            staff[placing.officer] = one
        case .officerLeft(let leaving):
            guard var one = present(leaving.officer, entry.day) else { return false }
            one.leave(on: entry.day)
            staff[leaving.officer] = one
        case .roleGranted(let change):
            guard var one = present(change.officer, entry.day), !one.standing.contains(change.role) else {
                return false
            }
            one.grant(change.role, on: entry.day)
            staff[change.officer] = one
        case .roleRevoked(let change):
            guard var one = present(change.officer, entry.day), one.standing.contains(change.role) else { return false }
            one.revoke(change.role, on: entry.day)
            staff[change.officer] = one
        default: return false
        }
        return true
    }

    /// Someone who has not left, when the day is not before their last act.
    private func present(_ officer: OfficerReference, _ day: Day) -> Staff? {
        guard let one = staff[officer], one.isPresent, day >= one.lastDay else { return nil }
        return one
    }
}
