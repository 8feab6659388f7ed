public import CivilTime

/// Looks again at information that is not published by itself (定期评估审查); what can be opened becomes a new version that
/// is reviewed and published within 20 working days.
///
/// Example: 不予公开 agreed to 2024-06-03, looked at again 2025-06-03 and found open: to be published until 2025-07-01.
/// Source: 条例 Art 18, 26.
public struct ReassessItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.reassess

    /// What came of it.
    public var outcome: Assessment.Outcome
    /// Why.
    public var reasons: Statement
    /// Who looked.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// An assessment.
    public init(_ outcome: Assessment.Outcome, on day: Day, by officer: OfficerReference, reasons: Statement) {
        self.outcome = outcome
        self.day = day
        self.officer = officer
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what is published by itself or not agreed to, an impossible day.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: item.lastDay, "此前最近一次办理", field: "day", article: Self.verb.article)
        if outcome == .disclose && item.content.category == nil {
            examination.find(
                Finding(
                    .itemNoCategory, .notice, field: "category", "转为主动公开的信息还没有选择类别。", article: .regulation(20),
                    remedy: "请在修改时选择类别，再送审。"))
        }
        let assessment = Assessment(outcome: outcome, reasons: reasons, officer: officer)
        return try examination.rule([ItemEntry(.reassessed(assessment), on: day)])
    }
}
