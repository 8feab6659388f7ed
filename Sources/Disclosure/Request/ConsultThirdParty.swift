public import CivilTime

/// Asks a third party in writing whether the information may be disclosed (征求第三方意见).
///
/// The third party has 15 working days from receiving the letter; the clock stands still meanwhile. Silence leaves the
/// decision to the office. Example: received 2025-06-03, sent 2025-06-10, opinion 2025-06-24: due 2025-07-15.
/// Source: 条例 Art 15, 32, 33(3).
public struct ConsultThirdParty: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.consultThirdParty

    /// The third party.
    public var person: PersonReference
    /// The day the letter goes out.
    public var sent: Day
    /// The information concerned.
    public var question: Statement

    /// A consultation.
    public init(_ person: PersonReference, sent: Day, about question: Statement) {
        self.person = person
        self.sent = sent
        self.question = question
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for impossible days and too many consultations.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        let examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        return try examination.consult(.thirdParty, person: person, organ: nil, question, sent: sent)
    }
}

extension RequestExamination {
    /// Rules on a consultation of whatever kind.
    func consult(
        _ kind: ConsultationKind, person: PersonReference?, organ: Statement?, _ question: Statement, sent: Day
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = self
        examination.actDay(sent, field: "suspensions.sent")
        let number = request.consultations.count + 1
        examination.need(
            number <= ReplyClock.suspensionLimit,
            else: Finding(
                .requestTooManyConsultations, field: "suspensions",
                "一件申请最多登记 \(ReplyClock.suspensionLimit) 次征求意见。", article: kind.article, remedy: "请核对登记内容。"))
        if let due = try? round.period(by: calendar)?.due, sent > due {
            examination.find(
                Finding(
                    .requestConsultedLate, .warning, field: "suspensions.sent",
                    "征求意见书 \(sent) 发出时答复期限（\(due)）已届满，不再扣除时间。",
                    article: .regulation(33, paragraph: 3), remedy: "请尽快答复申请人。"))
        }
        let letter = ConsultationLetter(number: number, kind: kind, person: person, organ: organ, question: question)
        return try examination.rule([RequestEntry(.consulted(letter), on: sent)])
    }
}
