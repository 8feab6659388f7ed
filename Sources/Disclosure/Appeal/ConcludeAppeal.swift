public import CivilTime

/// Records how a case was decided, on the day the office received the ruling.
///
/// Example: revoked with an order to answer anew within 15 working days, received 2025-06-03: `corrected` in the report of
/// 2025, and the application can be opened again until 2025-06-24.
/// Source: 行政复议法 Art 63-69; 行政诉讼法 Art 69-75; 条例 Art 50.
public struct ConcludeAppeal: AppealCommand {
    /// Which command.
    public static let verb = AppealVerb.conclude

    /// How.
    public var outcome: AppealOutcome
    /// The day the ruling was received.
    public var received: Day
    /// The number of the ruling.
    public var ruling: Statement
    /// True when the office must answer anew.
    public var mustAnswer: Bool
    /// The last day for it, when the ruling sets one.
    public var ordered: Day?

    /// A conclusion.
    public init(
        _ outcome: AppealOutcome, received: Day, ruling: Statement, mustAnswer: Bool = false, ordered: Day? = nil
    ) {
        self.outcome = outcome
        self.received = received
        self.ruling = ruling
        self.mustAnswer = mustAnswer
        self.ordered = ordered
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for an outcome of the other way, an order to answer that the outcome does not know, or
    ///   impossible days.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        let appeal = try Self.verb.admit(appeal)
        var examination = ActExamination(today: today)
        examination.actDay(
            received, notBefore: appeal.instance.replied ?? appeal.instance.opened,
            appeal.instance.replied == nil ? "收到副本" : "答复或者答辩", field: "received", article: outcome.article)
        examination.need(
            outcome.isLitigation == appeal.route.isLitigation,
            else: Finding(
                .appealOutcomeRoute, field: "outcome", "“\(outcome.chineseText)”不是\(appeal.route.chineseText)案件的结果。",
                article: outcome.article, remedy: "请选择与案件类型相符的结果。"))
        examination.need(
            !mustAnswer || outcome.canOrderNewAnswer,
            else: Finding(
                .appealNoNewAnswer, field: "must_answer", "“\(outcome.chineseText)”的案件不会要求重新答复。",
                article: outcome.article, remedy: "请核对决定书或者判决书。"))
        if let ordered, ordered < received {
            examination.find(
                ExaminationFinding.order(
                    ordered, after: received, "收到决定或者判决", field: "ordered", article: outcome.article))
        }
        if appeal.instance.replied == nil && outcome.result != .other {
            examination.find(
                Finding(
                    .appealNotReplied, .warning, field: "reply.day", "该案件没有登记答复或者答辩。",
                    article: appeal.replyPeriod(by: calendar).article, remedy: "如已提交，请补充案卷；没有提交的，请说明原因。"))
        }
        let conclusion = AppealConclusion(
            outcome: outcome, mustAnswer: mustAnswer, ordered: ordered, ruling: ruling)
        return try examination.rule([AppealEntry(.concluded(conclusion), on: received)])
    }
}
