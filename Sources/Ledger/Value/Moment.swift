/// A point in time, exact to the millisecond. It comes in by argument: nothing in here looks at a clock.
public struct Moment: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01 00:00 UTC; earlier moments are negative.
    public let milliseconds: Int64

    /// A moment by its distance from 1970-01-01 00:00 UTC in milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The order of time.
    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}
