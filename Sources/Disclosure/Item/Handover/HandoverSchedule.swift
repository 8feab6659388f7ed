public import CivilTime

/// The days of each month on which batches are handed over; a setting. Source: 条例 Art 25 (及时).
///
/// Example: the 5th and the 20th make 24 handovers a year; 2020-09-05, a Saturday, is moved to 2020-09-07.
public struct HandoverSchedule: Sendable, Hashable {
    /// The days of the month, rising, 1-28.
    public let days: [Int]

    /// A schedule; nil without days, with a day twice, or outside 1-28.
    public init?(_ days: [Int]) {
        guard !days.isEmpty, Set(days).count == days.count, days.allSatisfy({ (1...28).contains($0) }) else {
            return nil
        }
        self.days = days.sorted()
    }

    /// The days of a year, each moved to the next working day.
    public func dates(in year: Int, by calendar: WorkingCalendar) -> [Day] {
        (1...12).flatMap { month in
            days.compactMap { Day(year: year, month: month, day: $0) }.map { calendar.workingDay(onOrAfter: $0) ?? $0 }
        }
    }

    /// The days of a year up to a day that no batch stands for; a nil return counts as one.
    ///
    /// A batch stands for the last scheduled day on or before its own, or for the next one when none is before.
    public func missing(in year: Int, upTo today: Day, batches: [Day], by calendar: WorkingCalendar) -> [Day] {
        let due = dates(in: year, by: calendar)
        let met = Set(batches.filter { $0.year == year }.compactMap { day in due.last { $0 <= day } ?? due.first })
        return due.filter { $0 <= today && !met.contains($0) }
    }
}
