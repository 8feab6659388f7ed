public import CivilTime

/// Tells the applicant, once and for all, what to correct (补正告知), within 7 working days of receipt.
///
/// Example: received 2025-06-03: possible up to 2025-06-12, and never a second time; what is still unclear after the
/// correction is answered as `unable_unclear_after_correction`. Source: 条例 Art 30.
public struct AskCorrection: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.askCorrection

    /// The day the notice goes out.
    public var day: Day
    /// All points to be corrected, with guidance.
    public var points: Statement
    /// The last day for the correction.
    public var deadline: Day

    /// A notice.
    public init(on day: Day, points: Statement, deadline: Day) {
        self.day = day
        self.points = points
        self.deadline = deadline
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a second notice, a notice after 7 working days, a deadline that gives no time.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.need(
            !examination.request.wasAskedToCorrect,
            else: Finding(
                .requestAlreadyCorrected, .error, "已经告知过补正，补正告知只能作出一次。", article: .regulation(30),
                remedy: "补正后内容仍不明确的，可以答复“补正后申请内容仍不明确”。"))
        examination.actDay(day, field: "correction.asked")
        if examination.request.rounds.count == 1, let start = examination.round.start,
            let limit = calendar.day(.correctionNotice, after: start), day > limit
        {
            examination.find(
                Finding(
                    .requestCorrectionLate, field: "correction.asked",
                    "补正告知应在收到申请之日起7个工作日内（最迟 \(limit)）作出，不能在 \(day) 作出。", article: .regulation(30),
                    remedy: "请与申请人沟通，按能够理解的内容办理答复；如日期有误，请更正日期。"))
        }
        examination.need(
            deadline > day,
            else: ExaminationFinding.deadline(
                deadline, after: day, field: "correction.deadline", article: .regulation(30)))
        return try examination.rule([
            RequestEntry(.correctionAsked(CorrectionNotice(points: points, deadline: deadline)), on: day)
        ])
    }
}
