public import CivilTime

/// Something an office wants to do with an application.
///
/// `decide` is pure and total: it looks at the application as it stands, the day and the calendar, and gives either the
/// entries to be recorded or the reasons why not, each with the field, the article and what can be done instead.
public protocol RequestCommand: Command where Subject == InformationRequest {
    /// Which command.
    static var verb: RequestVerb { get }

    /// What the law makes of it.
    ///
    /// - Parameter request: the application; nil when it is not registered.
    /// - Parameter today: the day on which it is recorded; acts of earlier days may be recorded, of later ones not.
    /// - Throws: `Refusal`; nothing is changed then.
    func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct>
}
