public import CivilTime

/// Records that a judgment was taken to the court above (上诉); the case is pending again.
///
/// Example: first judgment received 2025-09-19, appeal notified 2025-10-10: pending in the report of 2025 unless decided
/// by 2025-12-31. Source: 行政诉讼法 Art 85.
public struct OpenSecondInstance: AppealCommand {
    /// Which command.
    public static let verb = AppealVerb.openSecondInstance

    /// The day the office learnt of it, or appealed itself.
    public var day: Day
    /// The court, with its file number.
    public var court: Statement

    /// An appeal to the court above.
    public init(on day: Day, before court: Statement) {
        self.day = day
        self.court = court
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a review, a pending case, a third instance, or an impossible day.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        let appeal = try Self.verb.admit(appeal)
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: appeal.instance.concluded, "收到一审裁判", field: "second_instance.day",
            article: .litigationLaw(85))
        return try examination.rule([AppealEntry(.secondInstanceOpened(SecondInstance(court: court)), on: day)])
    }
}
