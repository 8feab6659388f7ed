public import CivilTime

/// Records how a complaint, a report or a suggestion was dealt with.
///
/// Example: received 2025-06-03, answered 2025-06-10 as founded. Source: 条例 Art 47, 51.
public struct AnswerComplaint: SupervisionCommand {
    /// Which command.
    public static let verb = SupervisionVerb.answer

    /// What was found.
    public var outcome: ComplaintAnswer.Outcome
    /// What was done and said.
    public var reply: Statement
    /// The day.
    public var day: Day
    /// Who answers.
    public var officer: OfficerReference

    /// An answer.
    public init(_ outcome: ComplaintAnswer.Outcome, on day: Day, reply: Statement, by officer: OfficerReference) {
        self.outcome = outcome
        self.day = day
        self.reply = reply
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for what is no complaint or was answered, an impossible day.
    public func decide(
        on record: SupervisionRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<SupervisionAct> {
        let record = try Self.verb.admit(record)
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: record.day, "收到", field: "day", article: .regulation(47))
        let answer = ComplaintAnswer(outcome: outcome, reply: reply, officer: officer)
        return try examination.rule([SupervisionEntry(.complaintAnswered(answer), on: day)])
    }
}
