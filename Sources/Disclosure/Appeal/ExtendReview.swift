public import CivilTime

/// Records that the review body extended its period, by at most 30 days.
///
/// Example: copy received 2025-07-01, 60 days until 2025-09-01 (a Monday, after Saturday the 30th); extended by 30:
/// until 2025-09-29. Source: 行政复议法 Art 62.
public struct ExtendReview: AppealCommand {
    /// Which command.
    public static let verb = AppealVerb.extendReview
    /// The most days.
    public static let limit = 30

    /// The day the office learnt of it.
    public var day: Day
    /// By how many calendar days.
    public var days: Int

    /// An extension.
    public init(on day: Day, by days: Int = ExtendReview.limit) {
        self.day = day
        self.days = days
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for more than 30 days, a second time, or an impossible day.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        let appeal = try Self.verb.admit(appeal)
        var examination = ActExamination(today: today)
        examination.actDay(
            day, notBefore: appeal.instance.opened, "收到副本", field: "extension.day", article: .reviewLaw(62))
        examination.need(
            (1...Self.limit).contains(days),
            else: Finding(
                .appealExtensionLength, field: "extension.days", "复议期限延长 \(days) 日不符合规定：最多 \(Self.limit) 日。",
                article: .reviewLaw(62), remedy: "请核对延长通知书。"))
        return try examination.rule([AppealEntry(.reviewExtended(ReviewExtension(days: days)), on: day)])
    }
}
