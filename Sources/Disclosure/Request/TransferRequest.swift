public import CivilTime

/// Passes an application on to another office in the system, which registers it anew with its origin; here it ends as
/// `other_other`.
///
/// The Regulation lets an office say which one is right (Art 36(5)) but knows no passing on, so that the applicant must
/// agree. Example: received 2025-06-03, passed on 2025-06-05 with the applicant's agreement. Source: 条例 Art 36, 45.
public struct TransferRequest: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.transfer

    /// The day.
    public var day: Day
    /// To whom.
    public var agency: AgencyReference
    /// Why, and how the applicant agreed.
    public var reasons: Statement

    /// A transfer.
    public init(to agency: AgencyReference, on day: Day, reasons: Statement) {
        self.agency = agency
        self.day = day
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is decided already, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.finalDay(day, field: "transferred.day")
        return try examination.rule([
            RequestEntry(.transferred(Transfer(agency: agency, reasons: reasons)), on: day)
        ])
    }
}
