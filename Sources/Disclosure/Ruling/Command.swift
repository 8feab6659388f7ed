public import CivilTime

/// Something an office wants to do with a subject: pure and total, from the subject, the day and the calendar to the
/// entries to be recorded, or to the reasons why not.
public protocol Command<Subject>: Sendable, Hashable {
    /// What it is done with.
    associatedtype Subject: RecordedSubject

    /// What the law makes of it.
    ///
    /// - Parameter subject: the subject as it stands; nil when nothing is recorded of it.
    /// - Parameter today: the day on which it is recorded; acts of earlier days may be recorded, of later ones not.
    /// - Throws: `Refusal`; nothing is changed then.
    func decide(on subject: Subject?, today: Day, calendar: WorkingCalendar) throws(Refusal) -> Ruling<Subject.Act>
}
