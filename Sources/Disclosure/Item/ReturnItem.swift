public import CivilTime

/// Gives a version back to its author; the review begins anew.
///
/// Example: handed in 2025-06-06, given back 2025-06-09. Source: 条例 Art 17.
public struct ReturnItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.giveBack

    /// Who gives it back.
    public var officer: OfficerReference
    /// Why.
    public var reasons: Statement
    /// The day.
    public var day: Day

    /// A giving back.
    public init(by officer: OfficerReference, reasons: Statement, on day: Day) {
        self.officer = officer
        self.reasons = reasons
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is not in review, or the day is impossible.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: item.lastDay, "此前最近一次办理", field: "day", article: Self.verb.article)
        return try examination.rule([
            ItemEntry(.returned(ItemReturn(officer: officer, reasons: reasons)), on: day)
        ])
    }
}
