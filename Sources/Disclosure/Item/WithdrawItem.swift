public import CivilTime

/// Takes a published item back, with the reason; it can come again after a new review.
///
/// Example: published 2025-06-20, taken back 2025-06-23 because an attachment shows personal data. Source: 条例 Art 12, 15.
public struct WithdrawItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.withdraw

    /// Why.
    public var reasons: Statement
    /// The day.
    public var day: Day

    /// A taking back.
    public init(on day: Day, reasons: Statement) {
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is not on line, or the day is impossible.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: item.lastDay, "此前最近一次办理", field: "day", article: Self.verb.article)
        return try examination.rule([ItemEntry(.withdrawn(ItemWithdrawal(reasons: reasons)), on: day)])
    }
}
