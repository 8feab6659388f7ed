public import CivilTime

/// Records that an office stands under another one from a day on.
///
/// Example: under the city's government office until 2021-06-30, under the city's government from 2021-07-01.
/// Source: 条例 Art 3, 20(2).
public struct MoveOffice: OfficeCommand {
    /// Which command.
    public static let verb = OfficeVerb.move

    /// The office above it; nil for none.
    public var parent: AgencyReference?
    /// The document.
    public var basis: Statement
    /// The day.
    public var day: Day
    /// The tree it stands in.
    public var tree: OfficeTree

    /// A move.
    public init(under parent: AgencyReference?, on day: Day, basis: Statement, in tree: OfficeTree) {
        self.parent = parent
        self.day = day
        self.basis = basis
        self.tree = tree
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for the same place, a place under itself, an office above that does not exist, an impossible day.
    public func decide(
        on office: OfficeRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<OfficeAct> {
        let office = try Self.verb.admit(office)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: office.lastDay, "此前最近一次变动", field: "day", article: .regulation(20))
        examination.need(
            parent != office.parents.latest,
            else: Finding(
                .officeUnchanged, field: "parent", "上级机关没有变动。", article: .regulation(20), remedy: "请选择新的上级机关。"))
        examination.parent(parent, of: office.code, from: day, in: tree)
        return try examination.rule([OfficeEntry(.moved(OfficeMove(parent: parent, basis: basis)), on: day)])
    }
}
