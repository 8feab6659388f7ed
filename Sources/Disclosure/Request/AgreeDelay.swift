public import CivilTime

/// Fixes a later day for the answer, because the reasons are accepted but the period of Art 33 is not enough.
///
/// Example: received 2025-06-03, due 2025-07-01; reasons accepted, later day 2025-09-30: due 2025-09-30.
/// Source: 条例 Art 35.
public struct AgreeDelay: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.agreeDelay

    /// The day of the letter.
    public var day: Day
    /// The day by which the answer will be given.
    public var until: Day
    /// Why the period of Art 33 is not enough.
    public var why: Statement

    /// A delay.
    public init(on day: Day, until: Day, why: Statement) {
        self.day = day
        self.until = until
        self.why = why
    }

    static let notAsked = Finding(
        .requestReasonsNotAsked, .error, "尚未要求申请人说明理由。", article: .regulation(35),
        remedy: "申请数量、频次明显超过合理范围的，请先要求申请人说明理由。")

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when no reasons were given, a delay was fixed before, the period is over, or the day is not
    ///   later than that of Art 33.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        let round = examination.round
        examination.actDay(day, field: "delay.day")
        if let reasons = round.reasons {
            examination.need(
                reasons.given != nil,
                else: Finding(
                    .requestReasonsMissing, .error, "申请人还没有说明理由。", article: .regulation(35),
                    remedy: "请在收到理由并认为合理之后再确定延迟答复的期限。"))
        } else {
            examination.find(Self.notAsked)
        }
        examination.need(
            round.delay == nil,
            else: Finding(
                .requestAlreadyDelayed, .error, "已经确定过延迟答复的期限。", article: .regulation(35),
                remedy: "请在已告知申请人的期限内答复。"))
        if let due = try? round.due(by: calendar) {
            examination.order(due, notBefore: day, "延迟答复告知", field: "delay.day", article: .regulation(35))
            examination.need(
                until > due,
                else: Finding(
                    .requestDelayTooShort, field: "delay.until", "延迟答复的期限 \(until) 不晚于原答复期限 \(due)。",
                    article: .regulation(35), remedy: "原期限内能够答复的，无需延迟；请核对日期。"))
        }
        return try examination.rule([RequestEntry(.delayAgreed(AgreedDelay(until: until, why: why)), on: day)])
    }
}
