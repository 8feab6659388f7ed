public import CivilTime

/// Closes a case (办结): its one result is counted in the report of the year of this day.
///
/// An answer must have been served; what ended by silence, withdrawal, merger or transfer needs no service. The result is
/// named by the form of the closing's year. Example: unpaid, decided 2020-12-31 as `other`, closed 2021-01-04: counted as
/// `other_other`. Source: 条例 Art 45, 50; 国办公开办函〔2021〕30号.
public struct Close: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.close

    /// The day.
    public var day: Day

    /// A closing.
    public init(on day: Day) { self.day = day }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the answer is not served, or the day lies before the end or in the future.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        let round = examination.round
        examination.actDay(day, field: "closed.day")
        guard let disposal = round.disposal else { return try examination.rule([]) }
        examination.need(
            round.service != nil || !disposal.needsService,
            else: Finding(
                .closeNotServed, .error, "答复尚未送达申请人，不能办结。", article: .regulation(45), remedy: "请先登记送达。"))
        if let last = round.servedOn ?? round.disposedOn {
            examination.order(day, notBefore: last, "送达或者作出决定", field: "closed.day", article: .regulation(45))
        }
        let result = disposal.leaf(inYear: day.year)
        if let decision = disposal.decision, decision.leaf != result {
            examination.find(
                Finding(
                    .closeOtherForm, .notice, field: "closed.day",
                    "办结年份（\(day.year)年）的统计表没有“\(decision.leaf.chineseText)”，计入“\(result.chineseText)”。",
                    article: .reportNotice, remedy: "无需处理。"))
        }
        return try examination.rule([RequestEntry(.closed(Closure(result: result)), on: day)])
    }
}
