public import CivilTime

/// Records that an office went up in another one; its records stay under its code.
///
/// Example: two offices go up in a new one on 2019-03-01: the new one is founded, then each is merged into it. 2019's report
/// of either ends on 2019-02-28. Source: 条例 Art 20(2).
public struct MergeOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.merge

    /// The other one.
    public var into: AgencyReference
    /// The document.
    public var basis: Statement
    /// The first day without it.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// A merger.
    public init(into: AgencyReference, on day: Day, basis: Statement, in tree: OfficeTree) {
        self.into = into
        self.day = day
        self.basis = basis
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a merger into itself or into one that does not exist, offices below it, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.lastDay, "此前最近一次变动", field: "day", article: .regulation(20))
        examination.successor(into, of: office, from: day, in: tree)
        examination.nothingBelow(office.code, from: day, in: tree)
        return try examination.rule([OfficeEntry(.merged(OfficeMerger(into: into, basis: basis)), on: day)])
    }
}

/// Records that an office was abolished; its records stay under its code.
///
/// Example: abolished on 2024-01-15, its work goes to the county's government office. Source: 条例 Art 20(2).
public struct AbolishOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.abolish

    /// Who goes on with its work.
    public var successor: AgencyReference?
    /// The document.
    public var basis: Statement
    /// The first day without it.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// An abolition.
    public init(followedBy successor: AgencyReference? = nil, on day: Day, basis: Statement, in tree: OfficeTree) {
        self.successor = successor
        self.day = day
        self.basis = basis
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a successor that does not exist, offices below it, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.lastDay, "此前最近一次变动", field: "day", article: .regulation(20))
        if let successor { examination.successor(successor, of: office, from: day, in: tree) }
        examination.nothingBelow(office.code, from: day, in: tree)
        let abolition = OfficeAbolition(successor: successor, basis: basis)
        return try examination.rule([OfficeEntry(.abolished(abolition), on: day)])
    }
}

extension ActExamination {
    /// Another office that goes on with the work.
    mutating func successor(
        _ code: AgencyReference, of office: OfficeRecord, from day: Day, in tree: OfficeTree
    ) {
        if code == office.code {
            find(
                Finding(
                    .officeCircle, field: "successor", "承继机关不能是本机关。", article: .regulation(20), remedy: "请选择其他机关。"))
        } else {
            standsFrom(code, day, in: tree, field: "successor", "承继机关")
        }
    }
}
