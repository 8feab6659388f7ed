/// Something in the text of a calendar that is wrong or has no effect.
public struct CalendarProblem: Sendable, Hashable {
    /// What kind of problem; stable, for programs.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The text is longer than allowed.
        case textTooLong = "calendar.text_too_long"
        /// The first word of the line is none of those that a calendar knows.
        case unknownWord = "calendar.unknown_word"
        /// Too few or too many fields, or no tab between them.
        case fields = "calendar.fields"
        /// No year, or one outside the years of calendars.
        case year = "calendar.year"
        /// No day, no span, a span too long, or outside the years of calendars.
        case days = "calendar.days"
        /// The name of the holiday is empty, too long or has control characters.
        case name = "calendar.name"
        /// The same day or year stands twice.
        case duplicate = "calendar.duplicate"
        /// A worked day that is no Saturday or Sunday.
        case workdayOnWeekday = "calendar.workday_on_weekday"
        /// Days of a year that the text does not declare official.
        case undeclaredYear = "calendar.undeclared_year"
        /// A removal in a calendar that lies on no other.
        case removeWithoutBase = "calendar.remove_without_base"
        /// A removal of a day that the calendar below does not name.
        case nothingToRemove = "calendar.nothing_to_remove"
        /// The overlay says the opposite of the calendar below.
        case contradiction = "calendar.contradiction"
        /// The overlay says what is so already.
        case noEffect = "calendar.no_effect"
        /// There are more problems than are listed.
        case more = "calendar.more"
    }

    /// What kind of problem.
    public let code: Code
    /// The line, from 1; 0 for the text as a whole.
    public let line: Int
    /// What is wrong, in Chinese.
    public let message: String
    /// How to mend it, in Chinese.
    public let remedy: String

    /// Line, problem and remedy in one Chinese sentence each.
    public var text: String { line > 0 ? "第 \(line) 行：\(message)\(remedy)" : "\(message)\(remedy)" }
}

/// A calendar that cannot be used, with everything that is wrong in it.
public struct CalendarError: Error, Sendable, Hashable {
    /// The problems in the order of the lines; at least one.
    public let problems: [CalendarProblem]

    /// The problems, one a line.
    public var message: String { problems.map(\.text).joined(separator: "\n") }
}
