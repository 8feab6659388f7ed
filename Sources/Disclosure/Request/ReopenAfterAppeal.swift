public import CivilTime

/// Opens a closed case again because a review decision or a judgment quashed the answer or ordered a new one.
///
/// The time to answer is what the ruling orders; where it orders none, 20 working days from receiving it. The case gets a
/// new round; its earlier result stays as it was counted.
/// Example: ruling received 2025-06-03 without a period: due 2025-07-01. Source: 条例 Art 51, 33; 行政复议法 Art 64;
/// 行政诉讼法 Art 70.
public struct ReopenAfterAppeal: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.reopenAfterAppeal

    /// The case of review or litigation.
    public var appeal: AppealReference
    /// The day the ruling was received.
    public var received: Day
    /// The last day for the new answer, when the ruling sets one.
    public var ordered: Day?

    /// A reopening.
    public init(after appeal: AppealReference, received: Day, ordered: Day? = nil) {
        self.appeal = appeal
        self.received = received
        self.ordered = ordered
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the case is not closed, or the days are impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(received, field: "reopened.received")
        if let answered = examination.round.servedOn ?? examination.round.disposedOn {
            examination.order(
                received, notBefore: answered, "原答复", field: "reopened.received", article: .regulation(51))
        }
        if let ordered, ordered < received {
            examination.find(
                Finding(
                    .reopenOrderedDay, field: "reopened.ordered", "重新答复的期限 \(ordered) 早于收到决定或者判决的日期 \(received)。",
                    article: .regulation(51), remedy: "请核对两个日期。"))
        }
        return try examination.rule([
            RequestEntry(.reopened(Reopening(appeal: appeal, ordered: ordered)), on: received)
        ])
    }
}
