public import CivilTime

/// Files a closed case (归档), the last of the five stages 登记、审核、办理、答复、归档.
///
/// Example: closed 2025-07-04, filed 2025-07-10. Source: 条例 Art 45.
public struct FileCase: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.file

    /// The day.
    public var day: Day
    /// The number of the file (档号).
    public var folder: Statement

    /// A filing.
    public init(on day: Day, folder: Statement) {
        self.day = day
        self.folder = folder
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it is not closed, or the day lies before the closing or in the future.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "filed.day")
        if let closed = examination.round.closedOn {
            examination.order(day, notBefore: closed, "办结", field: "filed.day", article: .regulation(45))
        }
        return try examination.rule([RequestEntry(.filed(Filing(folder: folder)), on: day)])
    }
}
