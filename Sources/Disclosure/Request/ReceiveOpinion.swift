public import CivilTime

/// Records an opinion that arrived; the clock runs on from the day after.
///
/// Example: received 2025-06-03, letter sent 2025-06-10, opinion 2025-06-24: due 2025-07-15. An objection must give its
/// reasons, since only reasonable grounds keep the information closed. Source: 条例 Art 32, 33(3), 34.
public struct ReceiveOpinion: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.receiveOpinion

    /// The number of the consultation.
    public var consultation: Int
    /// The day it arrived.
    public var day: Day
    /// What it comes to.
    public var stance: Opinion.Stance
    /// Its reasons.
    public var reasons: Statement?

    /// An opinion.
    public init(to consultation: Int, on day: Day, _ stance: Opinion.Stance, reasons: Statement? = nil) {
        self.consultation = consultation
        self.day = day
        self.stance = stance
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no such consultation, it was answered, the day lies before the letter, or an
    ///   objection gives no reasons.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "suspensions.answered")
        guard let index = examination.request.index(ofConsultation: consultation) else {
            examination.find(
                Finding(
                    .requestNoSuchLetter, field: "consultation", "没有第 \(consultation) 次征求意见的记录。",
                    article: .regulation(32), remedy: "请核对征求意见的序号，或者先登记发出。"))
            return try examination.rule([])
        }
        let asked = examination.round.consultations[index]
        let article = asked.letter.kind.article
        examination.order(
            day, notBefore: asked.delivered ?? asked.sent, asked.delivered == nil ? "发出征求意见书" : "征求意见书送达",
            field: "suspensions.answered", article: article)
        examination.need(
            asked.opinion == nil,
            else: Finding(
                .requestOpinionKnown, field: "consultation", "第 \(consultation) 次征求意见已经登记了意见。", article: article,
                remedy: "无需重复登记；对方改变意见的，请重新征求意见。"))
        examination.need(
            stance != .objects || reasons != nil,
            else: Finding(
                .requestObjectionWithoutReasons, field: "opinion.reasons", "登记为不同意公开，但没有写明理由。",
                article: article, remedy: "请写明对方的理由；对方没有说明理由的，请如实写明“未说明理由”。"))
        let opinion = Opinion(consultation: consultation, stance: stance, reasons: reasons)
        return try examination.rule([RequestEntry(.opinionReceived(opinion), on: day)])
    }
}
