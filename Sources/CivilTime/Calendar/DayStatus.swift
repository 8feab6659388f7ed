/// Whether a day is worked, and why.
public enum DayStatus: Sendable, Hashable {
    /// An ordinary day from Monday to Friday.
    case working
    /// A Saturday or Sunday that is worked for the named holiday (调休上班).
    case makeupWorkday(String)
    /// An ordinary Saturday or Sunday.
    case weekend
    /// A day off of the named holiday, weekend days inside it included (放假).
    case publicHoliday(String)
    /// The named holiday that the law itself puts on this date (法定节日), in a year whose arrangement is not known.
    case statutoryHoliday(String)

    /// True when the day counts as a working day.
    public var isWorked: Bool {
        switch self {
        case .working, .makeupWorkday: true
        case .weekend, .publicHoliday, .statutoryHoliday: false
        }
    }
}

/// Consecutive days that do not count, all for the same reason.
public struct SkippedRun: Sendable, Hashable {
    /// The days.
    public var days: DaySpan
    /// The reason in Chinese: the name of the holiday, or 周末.
    public var why: String

    /// A run.
    public init(days: DaySpan, why: String) {
        self.days = days
        self.why = why
    }

    /// The reason given for ordinary Saturdays and Sundays.
    public static let weekend = "周末"

    /// The reason given for a holiday that only the law speaks of yet: `元旦（法定节日）`.
    public static func statutory(_ name: String) -> String { name + statutoryMark }

    /// What stands behind the name of such a holiday.
    static let statutoryMark = "（法定节日）"
}

/// A Saturday or Sunday that is worked.
public struct MakeupWorkday: Sendable, Hashable {
    /// The day.
    public var day: Day
    /// The holiday it is worked for.
    public var holiday: String

    /// A worked weekend day.
    public init(day: Day, holiday: String) {
        self.day = day
        self.holiday = holiday
    }
}
