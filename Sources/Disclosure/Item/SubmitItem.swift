public import CivilTime

/// Hands a version in for review: the handler's level of the three, with the secrecy review.
///
/// Example: drafted 2025-06-05, handed in 2025-06-06. Source: 条例 Art 17; 保守国家秘密法 Art 35.
public struct SubmitItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.submit

    /// Who hands it in.
    public var handler: OfficerReference
    /// The opinion of the secrecy review.
    public var secrecy: Statement
    /// The day.
    public var day: Day

    /// A handing in.
    public init(by handler: OfficerReference, secrecy: Statement, on day: Day) {
        self.handler = handler
        self.secrecy = secrecy
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is in review already, or the day is impossible.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: item.lastDay, "此前最近一次办理", field: "day", article: Self.verb.article)
        let submission = ItemSubmission(handler: handler, secrecy: secrecy)
        return try examination.rule([ItemEntry(.submitted(submission), on: day)])
    }
}
