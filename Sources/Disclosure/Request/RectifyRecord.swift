public import CivilTime

/// Records what was done about a wrong record on the applicant itself (更正): corrected, forwarded to the competent office,
/// or the applicant told which it is. It is no result of the application.
///
/// Example: decided 2025-06-20, the applicant proves on 2025-06-25 that its recorded area is wrong, corrected 2025-06-27.
/// Source: 条例 Art 41.
public struct RectifyRecord: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.rectifyRecord

    /// The day.
    public var day: Day
    /// What was done.
    public var outcome: Rectification.Outcome
    /// What is wrong, and the evidence.
    public var evidence: Statement
    /// The competent office, where it is not this one.
    public var organ: Statement?

    /// A rectification.
    public init(_ outcome: Rectification.Outcome, on day: Day, evidence: Statement, organ: Statement? = nil) {
        self.outcome = outcome
        self.day = day
        self.evidence = evidence
        self.organ = organ
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the competent office is not named, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "rectified.day")
        examination.need(
            outcome == .corrected || organ != nil,
            else: Finding(
                .rectifyNoOrgan, field: "rectified.organ", "转送或者告知的，应当写明有权更正的机关。", article: .regulation(41),
                remedy: "请填写该机关的名称。"))
        let rectification = Rectification(outcome: outcome, evidence: evidence, organ: organ)
        return try examination.rule([RequestEntry(.rectified(rectification), on: day)])
    }
}
