public import CivilTime

/// Records the day on which a letter reached the one it was for: from it run the 15 working days of a consultation and
/// the 20 of a fee notice.
///
/// Example: a letter of 2025-06-10 signed for on 2025-06-12: the opinion may come until 2025-07-03.
/// Source: 条例 Art 32, 34; 109号 Art 6.
public struct RecordDelivery: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.recordDelivery

    /// The number of the consultation; nil for the fee notice.
    public var consultation: Int?
    /// The day it was received.
    public var day: Day

    /// The delivery of a consultation's letter.
    public init(ofConsultation number: Int, on day: Day) {
        consultation = number
        self.day = day
    }

    /// The delivery of the fee notice.
    public init(ofFeeNoticeOn day: Day) {
        consultation = nil
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no such letter, its delivery is known, or it would lie before the sending.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        let round = examination.round
        let letter: (sent: Day, delivered: Day?, answered: Day?)?
        let field: String
        let article: Article
        if let consultation {
            let found = examination.request.index(ofConsultation: consultation).map { round.consultations[$0] }
            letter = found.map { ($0.sent, $0.delivered, $0.answered) }
            field = "suspensions.letter_received"
            article = found?.letter.kind.article ?? .regulation(32)
        } else {
            letter = round.fee.map { ($0.sent, $0.delivered, $0.paid) }
            field = "fee.notice_received"
            article = .feeMeasures(6)
        }
        examination.actDay(day, field: field)
        if let letter {
            examination.order(day, notBefore: letter.sent, "文书发出", field: field, article: article)
            if let answered = letter.answered {
                examination.order(answered, notBefore: day, "文书送达", field: field, article: article)
            }
            examination.need(
                letter.delivered == nil,
                else: Finding(
                    .requestDeliveryKnown, field: field, "该文书的送达日期已经登记为 \(letter.delivered ?? day)。",
                    article: article, remedy: "无需重复登记；如登记有误，请联系审计管理员说明。"))
        } else {
            examination.find(
                Finding(
                    .requestNoSuchLetter, field: consultation == nil ? "fee" : "consultation", "没有这份文书的发出记录。",
                    article: article, remedy: "请核对文书编号，或者先登记发出。"))
        }
        return try examination.rule([
            RequestEntry(.letterDelivered(LetterDelivery(consultation: consultation)), on: day)
        ])
    }
}
