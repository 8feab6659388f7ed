public import CivilTime

/// Asks a co-maker of joint information for its opinion (征求共同制作机关意见).
///
/// It has 15 working days; silence is consent. Example: sent and delivered 2025-06-10: consent from 2025-07-02 on.
/// Source: 条例 Art 34.
public struct ConsultCoMaker: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.consultCoMaker

    /// The name of the co-maker.
    public var organ: Statement
    /// The day the letter goes out.
    public var sent: Day
    /// The information concerned.
    public var question: Statement

    /// A consultation.
    public init(_ organ: Statement, sent: Day, about question: Statement) {
        self.organ = organ
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
        return try examination.consult(.coMaker, person: nil, organ: organ, question, sent: sent)
    }
}
