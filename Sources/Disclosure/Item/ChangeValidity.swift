public import CivilTime

/// Records that a published item was repealed or ran out; it stays on line, marked so.
///
/// Example: a rule of 2020 repealed by a document of 2025-06-03. Source: 条例 Art 12(3), 20(1).
public struct ChangeValidity: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.changeValidity

    /// What it is now.
    public var validity: ItemValidity
    /// Why: the repealing document, the end of its term.
    public var reasons: Statement
    /// The day.
    public var day: Day

    /// A change.
    public init(to validity: ItemValidity, on day: Day, reasons: Statement) {
        self.validity = validity
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is not on line, holds no longer already, or the day is impossible.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: item.published?.day, "公开", field: "day", article: Self.verb.article)
        examination.need(
            validity != .inForce,
            else: Finding(
                .itemValidity, field: "validity", "该信息现行有效，没有改变。", article: Self.verb.article,
                remedy: "请选择废止或者失效。"))
        let change = ValidityChange(validity: validity, reasons: reasons)
        return try examination.rule([ItemEntry(.validityChanged(change), on: day)])
    }
}
