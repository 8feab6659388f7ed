public import CivilTime

/// Records that the office wrote to the applicant; it moves no clock and is no letter of the procedure.
///
/// Example: an application of 2025-06-03, a word on where to look sent 2025-06-04. What the law demands as a letter, such as
/// a notice to correct, has its own command. Source: 条例 Art 45 (登记、归档).
public struct SendMessage: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.sendMessage

    /// The day it went.
    public var day: Day
    /// The text; nil when only papers went.
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
        return try examination.rule([RequestEntry(.messageSent(OfficeMessage(text, papers: papers)), on: day)])
    }
}

/// Records that the applicant opened the messages of the office, once for all that were not read before.
///
/// Example: two messages of 2025-06-04, opened 2025-06-05: through the second. Source: 条例 Art 45 (登记、归档).
public struct ReadMessages: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.readMessages

    /// The day.
    public var day: Day

    /// A mark.
    public init(on day: Day) { self.day = day }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when none is unread, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.arrivalDay(day, field: "read.day")
        let sent = examination.request.sentMessages.count
        examination.need(
            examination.request.unreadMessages > 0,
            else: Finding(
                .messageNoneUnread, .error, "没有未读的消息。", article: .regulation(45), remedy: "无需登记。"))
        return try examination.rule([RequestEntry(.messagesRead(MessagesRead(through: sent)), on: day)])
    }
}

extension RequestExamination {
    /// A message has something in it, and not too much.
    mutating func message(_ text: PaperReference?, _ papers: [PaperReference]) {
        need(
            text != nil || !papers.isEmpty,
            else: Finding(
                .messageEmpty, field: "message.text", "没有填写内容，也没有材料。", article: .regulation(45),
                remedy: "请写明内容，或者附上材料。",
                english: .init("There is neither a text nor a paper.", remedy: "Write a text, or attach a paper.")))
        need(
            papers.count <= ApplicantMessage.paperLimit,
            else: Finding(
                .messageTooMany, field: "message.papers", "一次最多附 \(ApplicantMessage.paperLimit) 份材料。",
                article: .regulation(45), remedy: "请分次提交。",
                english: .init(
                    "At most \(ApplicantMessage.paperLimit) papers can be sent at once.",
                    remedy: "Send them in several messages.")))
    }
}

extension Finding.Code {
    /// Every message was read before.
    public static let messageNoneUnread = Self("message.none_unread")
}
