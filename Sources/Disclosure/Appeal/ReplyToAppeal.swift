public import CivilTime

/// Records that the office answered: 行政复议答复书 or 行政诉讼答辩状.
///
/// Example: copy of a review received 2025-09-19: 10 working days until 2025-10-10; a later answer is recorded with a
/// remark. Source: 行政复议法 Art 48, 54; 行政诉讼法 Art 67.
public struct ReplyToAppeal: AppealCommand {
    /// Which command.
    public static let verb = AppealVerb.reply

    /// The day it was handed in.
    public var day: Day
    /// The number of the letter.
    public var letter: Statement

    /// An answer.
    public init(on day: Day, letter: Statement) {
        self.day = day
        self.letter = letter
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a second answer, a decided case, or an impossible day.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        let appeal = try Self.verb.admit(appeal)
        var examination = ActExamination(today: today)
        let period = appeal.replyPeriod(by: calendar)
        examination.actDay(
            day, notBefore: appeal.instance.opened, "收到副本", field: "reply.day", article: period.article)
        if day > period.due {
            examination.find(
                Finding(
                    .appealReplyLate, .warning, field: "reply.day", "应在 \(period.due) 前答复或者答辩，实际为 \(day)。",
                    article: period.article, remedy: "请向复议机关或者法院说明逾期的原因。"))
        }
        return try examination.rule([AppealEntry(.replied(AppealReply(letter: letter)), on: day)])
    }
}
