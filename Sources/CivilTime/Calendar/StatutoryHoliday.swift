/// The days off that the law itself fixes to a date, for years whose arrangement is not announced yet.
///
/// Only what is certain beforehand: the days of the lunar year, and the days off and worked weekends that an arrangement
/// lays around a holiday, are known from the announcement alone. A holiday that falls on a Saturday or Sunday is made up for
/// on a day that the arrangement names, so nothing is added for it.
/// Source: 全国年节及纪念日放假办法 Art 2, as revised with effect from 2008 and from 2025.
enum StatutoryHoliday {
    /// The first year spoken of: the regulation took effect in it, so no period began earlier.
    static let firstYear = 2008
    /// Since then the labour holiday has two days.
    private static let longerLabourHoliday = 2025

    /// The name of the holiday that the law puts on this day; nil for every other.
    ///
    /// Example: 2027-05-02 is 劳动节, 2024-05-02 is nothing.
    static func name(_ year: Int, month: Int, day: Int) -> String? {
        guard year >= firstYear else { return nil }
        return switch (month, day) {
        case (1, 1): "元旦"
        case (5, 1): "劳动节"
        case (5, 2): year >= longerLabourHoliday ? "劳动节" : nil
        case (10, 1...3): "国庆节"
        default: nil
        }
    }

    /// The name of the holiday on a day; nil for every other.
    static func name(on day: Day) -> String? {
        let (year, month, date) = day.parts
        return name(year, month: month, day: date)
    }

    /// The days of a year in order; none of years before `firstYear`.
    static func days(of year: Int) -> [Day] {
        [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)].compactMap { month, date in
            name(year, month: month, day: date) == nil ? nil : Day(year: year, month: month, day: date)
        }
    }
}
