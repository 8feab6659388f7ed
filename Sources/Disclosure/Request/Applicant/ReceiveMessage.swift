public import CivilTime

/// Records that the applicant sent a text or papers; it moves no clock.
///
/// Example: registered 2025-06-03, a further proof of identity sent 2025-06-05. A correction that was asked for is no
/// message: `ReceiveCorrection` records it. Source: 条例 Art 45 (登记、归档).
public struct ReceiveMessage: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.receiveMessage

    /// The day it came.
    public var day: Day
    /// The text; nil when only papers came.
    public var text: PaperReference?
    /// The papers.
    public var papers: [PaperReference]

    /// A message.
    public init(on day: Day, _ text: PaperReference?, papers: [PaperReference] = []) {
        self.day = day
        self.text = text
        self.papers = papers
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is nothing in it, too much, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.arrivalDay(day, field: "message.day")
        examination.message(text, papers)
        return try examination.rule([RequestEntry(.messageReceived(ApplicantMessage(text, papers: papers)), on: day)])
    }
}

extension Finding.Code {
    /// A message without text and papers.
    public static let messageEmpty = Self("message.empty")
    /// A message with too many papers.
    public static let messageTooMany = Self("message.too_many")
}
