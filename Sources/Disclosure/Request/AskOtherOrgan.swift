public import CivilTime

/// Asks another office that holds or knows something (协办); the time it takes is not counted.
///
/// Example: received 2025-06-03, sent 2025-06-10, answered 2025-06-24: due 2025-07-15. Source: 条例 Art 11, 33(3).
public struct AskOtherOrgan: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.askOtherOrgan

    /// The name of the office.
    public var organ: Statement
    /// The day the letter goes out.
    public var sent: Day
    /// What is asked.
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
        return try examination.consult(.otherOrgan, person: nil, organ: organ, question, sent: sent)
    }
}
