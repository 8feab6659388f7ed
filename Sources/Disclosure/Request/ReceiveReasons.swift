public import CivilTime

/// Records the reasons that the applicant gave.
///
/// Example: asked on 2025-06-05, given on 2025-06-10. Whether they are reasonable shows in what follows: `AgreeDelay`, an
/// ordinary answer, or `not_processed_excessive`. Source: 条例 Art 35.
public struct ReceiveReasons: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.receiveReasons

    /// The day they arrived.
    public var day: Day
    /// The reasons.
    public var reasons: Statement

    /// Reasons.
    public init(on day: Day, reasons: Statement) {
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when none were asked, some were given, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "reasons.received")
        if let reasons = examination.round.reasons {
            examination.order(
                day, notBefore: reasons.asked, "要求说明理由", field: "reasons.received", article: .regulation(35))
            examination.need(
                reasons.given == nil,
                else: Finding(
                    .requestReasonsKnown, .error, "申请人的理由已经登记。", article: .regulation(35), remedy: "无需重复登记。"))
        } else {
            examination.find(AgreeDelay.notAsked)
        }
        return try examination.rule([RequestEntry(.reasonsReceived(ReasonsGiven(reasons: reasons)), on: day)])
    }
}
