/// A civil day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, without time of day or zone.
///
/// Example: `Day("2021-09-13")` is a Monday; 32 days later it is 2021-10-15.
public struct Day: Sendable {
    /// Days since 1970-01-01, which is 0; earlier days are negative.
    public let number: Int32

    /// The first day that can be written: 0001-01-01.
    public static let earliest = Day(unchecked: -719_162)
    /// The last day that can be written: 9999-12-31.
    public static let latest = Day(unchecked: 2_932_896)

    /// A day by its number, which the caller knows to be in range.
    @inlinable
    init(unchecked number: Int32) {
        self.number = number
    }

    /// A day by its distance from 1970-01-01; nil outside `earliest...latest`.
    @inlinable
    public init?(number: Int) {
        guard number >= -719_162 && number <= 2_932_896 else { return nil }
        self.init(unchecked: Int32(truncatingIfNeeded: number))
    }

    /// A day by year (1-9999), month (1-12) and day of the month; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Day.length(ofMonth: month, in: year) else { return nil }
        // The year is taken to begin in March, so that the leap day is its last.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(unchecked: Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468))
    }

    /// How many days a month has. The month is 1-12, the year any.
    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Year, month (1-12) and day of the month (1-31) together; cheaper than asking one by one.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The year, 1-9999.
    public var year: Int { parts.year }
    /// The month, 1-12.
    public var month: Int { parts.month }
    /// The day of the month, 1-31.
    public var dayOfMonth: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let sinceMonday = (Int(number) + 3) % 7
        return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
    }

    /// The day so many calendar days later (earlier when negative); nil outside the range of days.
    @inlinable
    public func adding(days: Int) -> Day? {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        return overflow ? nil : Day(number: sum)
    }

    /// The day after; nil after the last.
    public var next: Day? { adding(days: 1) }
    /// The day before; nil before the first.
    public var previous: Day? { adding(days: -1) }

    /// How many calendar days lie from the second day to the first: `2021-10-15 - 2021-09-13` is 32.
    @inlinable
    public static func - (later: Day, earlier: Day) -> Int {
        Int(later.number) - Int(earlier.number)
    }
}

extension Day: Hashable, Comparable {
    /// True when the first day is the earlier.
    @inlinable
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: LosslessStringConvertible {
    /// A day as it is written in data: `2021-09-13`; nil when it is not written so or there is no such day.
    public init?(_ text: String) {
        try? self.init(parsing: text)
    }

    /// A day as it is written in data: four digits, two, two, joined by `-`.
    ///
    /// - Throws: `DayError`, which says whether the form is wrong or there is no such day.
    public init(parsing text: String) throws(DayError) {
        var number = 0
        var count = 0
        for byte in text.utf8 {
            if count == 4 || count == 7 {
                guard byte == UInt8(ascii: "-") else { throw DayError(text: text, reason: .form) }
            } else {
                guard count < 10, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                    throw DayError(text: text, reason: .form)
                }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
            count += 1
        }
        guard count == 10 else { throw DayError(text: text, reason: .form) }
        guard let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) else {
            throw DayError(text: text, reason: .noSuchDay)
        }
        self = day
    }

    /// As it is written in data: `2021-09-13`.
    public var description: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { buffer in
            func put(_ value: Int, _ width: Int, at start: Int) {
                var rest = value
                for index in stride(from: start + width - 1, through: start, by: -1) {
                    buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(year, 4, at: 0)
            buffer[4] = UInt8(ascii: "-")
            put(month, 2, at: 5)
            buffer[7] = UInt8(ascii: "-")
            put(day, 2, at: 8)
            return 10
        }
    }

    /// As it is written in official Chinese: `2021年9月13日`.
    public var chineseText: String {
        let (year, month, day) = parts
        return "\(year)年\(month)月\(day)日"
    }
}

extension Day {
    /// The same day of the month so many months later, the last day of that month where it has no such day; nil outside
    /// the range of days.
    ///
    /// Example: six months after 2025-08-31 is 2026-02-28. Source: 民法典 Art 202, 203.
    public func adding(months: Int) -> Day? {
        let (year, month, day) = parts
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 0 else { return nil }
        let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
        return Day(
            year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, in: newYear)))
    }
}
