import Foundation

/// A calendar as a clerk uses it: days are texts, one is crossed out after the other. Slow, and written apart from the
/// product, so that the two can be compared.
public struct WallCalendar: Sendable {
    private let off: Set<String>
    private let worked: Set<String>
    private let announced: Set<String>

    /// A calendar from the text of `Resources/holidays.tsv`.
    public init(text: String) {
        var off: Set<String> = []
        var worked: Set<String> = []
        var announced: Set<String> = []
        for line in text.components(separatedBy: "\n") where !line.hasPrefix("#") {
            let fields = line.components(separatedBy: "\t")
            if fields[0] == "official" { announced.insert(fields[1]) }
            guard fields.count == 3 else { continue }
            let ends = fields[1].components(separatedBy: "..")
            var day = ends[0]
            while day <= ends[ends.count - 1] {
                if fields[0] == "off" { off.insert(day) } else { worked.insert(day) }
                day = Self.dayAfter(day)
            }
        }
        self.off = off
        self.worked = worked
        self.announced = announced
    }

    /// Whether the day, written as `2021-09-13`, is worked.
    public func isWorked(_ day: String) -> Bool {
        if off.contains(day) { return false }
        if worked.contains(day) { return true }
        let year = String(day.prefix(4))
        if year >= "2008" && !announced.contains(year) {
            let fixed = ["01-01", "05-01", "10-01", "10-02", "10-03"] + (year >= "2025" ? ["05-02"] : [])
            if fixed.contains(String(day.suffix(5))) { return false }
        }
        return !Self.isWeekend(day)
    }

    /// The day on which so many working days are crossed out, beginning with the day after.
    public func day(_ count: Int, after day: String) -> String {
        var (day, left) = (day, count)
        while left > 0 {
            day = Self.dayAfter(day)
            if isWorked(day) { left -= 1 }
        }
        return day
    }

    /// The last day of a period with pauses, walked day by day.
    ///
    /// - Parameter pauses: the day a pause begins (it still counts) and its last day (it does not).
    /// - Returns: nil when a pause begins after the period is over.
    public func due(after start: String, _ count: Int, pauses: [(sent: String, end: String)]) -> String? {
        func isPaused(_ day: String) -> Bool { pauses.contains { $0.sent < day && day <= $0.end } }
        var (day, left) = (start, count)
        while left > 0 {
            day = Self.dayAfter(day)
            if isWorked(day) && !isPaused(day) { left -= 1 }
        }
        // A pause that begins on the last day leaves nothing: the end of the pause decides.
        while let pause = pauses.filter({ $0.sent <= day && $0.end > day }).max(by: { $0.end < $1.end }) {
            day = pause.end
            while !isWorked(day) { day = Self.dayAfter(day) }
        }
        return pauses.contains { $0.sent > day } ? nil : day
    }

    /// The day after a day.
    public static func dayAfter(_ day: String) -> String {
        var (year, month, date) = parts(day)
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        date += 1
        if date > lengths[month - 1] { (month, date) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
        return String(format: "%04d-%02d-%02d", year, month, date)
    }

    /// Zeller's congruence: 0 is Saturday, 1 is Sunday.
    private static func isWeekend(_ day: String) -> Bool {
        var (year, month, date) = parts(day)
        if month < 3 { (year, month) = (year - 1, month + 12) }
        let century = year / 100
        let ofCentury = year % 100
        return (date + 13 * (month + 1) / 5 + ofCentury + ofCentury / 4 + century / 4 + 5 * century) % 7 < 2
    }

    private static func parts(_ day: String) -> (Int, Int, Int) {
        let parts = day.split(separator: "-").map { Int($0) ?? 0 }
        return (parts[0], parts[1], parts[2])
    }
}
