public import CivilTime

/// Asks an applicant whose applications are clearly excessive in number or frequency for reasons (说明理由).
///
/// The Regulation names no time for the answer and does not stop the clock. Example: asked on 2025-06-05 until 2025-06-19:
/// without an answer, `not_processed_excessive` is possible from 2025-06-20. Source: 条例 Art 35.
public struct AskReasons: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.askReasons

    /// The day the letter goes out.
    public var day: Day
    /// The facts on number and frequency.
    public var facts: Statement
    /// The last day for the answer.
    public var deadline: Day

    /// A letter.
    public init(on day: Day, facts: Statement, deadline: Day) {
        self.day = day
        self.facts = facts
        self.deadline = deadline
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a second letter, impossible days, a deadline that gives no time.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "reasons.asked")
        examination.need(
            examination.round.reasons == nil,
            else: Finding(
                .requestReasonsAsked, .error, "已经要求申请人说明理由。", article: .regulation(35),
                remedy: "请登记收到的理由；期限届满没有理由的，可以作出不予处理的答复。"))
        examination.need(
            deadline > day,
            else: ExaminationFinding.deadline(
                deadline, after: day, field: "reasons.deadline", article: .regulation(35)))
        return try examination.rule([
            RequestEntry(.reasonsAsked(ReasonsNotice(facts: facts, deadline: deadline)), on: day)
        ])
    }
}
