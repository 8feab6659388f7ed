public import CivilTime
import Foundation

/// The official calendar of the package, for tests.
public enum OfficialCalendar {
    /// The text of `Resources/holidays.tsv`.
    public static func text() throws -> String {
        let file = TestEnvironment.packageFolder.appending(path: "Resources/holidays.tsv")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The calendar.
    public static func load() throws -> WorkingCalendar { try WorkingCalendar(parsing: text()) }
}
