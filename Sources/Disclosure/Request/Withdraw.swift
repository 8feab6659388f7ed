public import CivilTime

/// Ends an application that the applicant takes back (撤回申请); it counts as `other_other`.
///
/// Example: received 2025-06-03, written wish of 2025-06-10. No article says it in words; the applicant's right to ask
/// includes that to ask no longer. Source: 条例 Art 45 (登记、办理).
public struct Withdraw: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.withdraw

    /// The day of the wish.
    public var day: Day
    /// The written wish, or how it was expressed.
    public var proof: Statement

    /// A withdrawal.
    public init(on day: Day, proof: Statement) {
        self.day = day
        self.proof = proof
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is decided already, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.finalDay(day, field: "withdrawn.day")
        return try examination.rule([RequestEntry(.withdrawn(Withdrawal(proof: proof)), on: day)])
    }
}
