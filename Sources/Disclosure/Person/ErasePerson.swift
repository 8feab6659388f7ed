public import CivilTime

/// Erases what is known of a person: its purpose is served, or the retention time is over.
///
/// Source: 个人信息保护法 Art 19, 47.
public struct ErasePerson: Command {
    /// Why.
    public var reasons: Statement
    /// The day.
    public var day: Day

    /// An erasure.
    public init(because reasons: Statement, on day: Day) {
        self.reasons = reasons
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when nothing is kept, or it was erased.
    public func decide(
        on file: PersonFile?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<PersonAct> {
        guard let file else { throw Refusal(PersonFile.unknown) }
        try file.mustBeKept()
        return Ruling(entries: [PersonEntry(.erased(PersonErasure(because: reasons)), on: day)], remarks: [])
    }
}
