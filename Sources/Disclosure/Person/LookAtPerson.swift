public import CivilTime

/// Looks at what is known of a person; the look is recorded before anything is shown.
///
/// Source: 个人信息保护法 Art 51, 54.
public struct LookAtPerson: Command {
    /// The names of the fields.
    public var fields: [String]
    /// Why.
    public var reasons: Statement
    /// The day.
    public var day: Day

    /// A look.
    public init(at fields: [String], because reasons: Statement, on day: Day) {
        self.fields = fields
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
        return Ruling(entries: [PersonEntry(.looked(PersonLook(at: fields, because: reasons)), on: day)], remarks: [])
    }
}
