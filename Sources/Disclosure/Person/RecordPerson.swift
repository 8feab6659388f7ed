public import CivilTime

/// Keeps what was learnt about a person; the entry has the names of the fields only.
///
/// Source: 个人信息保护法 Art 6; 条例 Art 29.
public struct RecordPerson: Command {
    /// The names of the fields that are known now.
    public var fields: [String]
    /// The day.
    public var day: Day

    /// A recording.
    public init(_ fields: [String], on day: Day) {
        self.fields = fields
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the data were erased.
    public func decide(
        on file: PersonFile?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<PersonAct> {
        try file?.mustBeKept()
        let recording = PersonRecording(fields: fields)
        return Ruling(
            entries: [PersonEntry(file == nil ? .recorded(recording) : .changed(recording), on: day)], remarks: [])
    }
}
