public import CivilTime

/// A point in time, exact to the millisecond. It comes in by argument: nothing in here looks at a clock.
public struct Moment: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01 00:00 UTC; earlier moments are negative.
    public let milliseconds: Int64

    /// A moment by its distance from 1970-01-01 00:00 UTC in milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The order of time.
    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}

extension Moment {
    private static let dayLength: Int64 = 86_400_000

    /// The day in UTC; the first or last day that can be written where the moment lies beyond.
    public var utcDay: Day { Self.day(milliseconds) }

    /// The civil day in Beijing (UTC+8), which is the `today` of every act.
    public var beijingDay: Day { Self.day(inBeijing) }

    /// Day and time of day in Beijing (UTC+8), as a person reads it: `2025-06-10 14:03`.
    public var beijingText: String {
        let shifted = inBeijing
        let ofDay = shifted - Self.floorDivided(shifted) * Self.dayLength
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(Self.day(shifted)) \(two(ofDay / 3_600_000)):\(two(ofDay / 60_000 % 60))"
    }

    private var inBeijing: Int64 {
        let (sum, overflow) = milliseconds.addingReportingOverflow(8 * 3_600_000)
        return overflow ? milliseconds : sum
    }

    private static func floorDivided(_ milliseconds: Int64) -> Int64 {
        let quotient = milliseconds / dayLength
        return milliseconds % dayLength < 0 ? quotient - 1 : quotient
    }

    private static func day(_ milliseconds: Int64) -> Day {
        Day(number: Int(floorDivided(milliseconds))) ?? (milliseconds < 0 ? .earliest : .latest)
    }
}
