/// A number of working days (工作日), from 0 to 10 000.
public struct WorkingDays: Sendable, Hashable {
    /// The most that can be counted: about forty years.
    public static let limit = 10_000

    /// How many.
    public let count: Int

    /// So many working days; nil when negative or above `limit`.
    public init?(_ count: Int) {
        guard (0...Self.limit).contains(count) else { return nil }
        self.count = count
    }

    private init(clamping count: Int) {
        self.count = Swift.min(Swift.max(count, 0), Self.limit)
    }

    /// Both together; the sum stops at `limit`.
    public static func + (a: WorkingDays, b: WorkingDays) -> WorkingDays { WorkingDays(clamping: a.count + b.count) }

    /// What is left of the first when the second is used up; never below zero.
    public static func - (a: WorkingDays, b: WorkingDays) -> WorkingDays { WorkingDays(clamping: a.count - b.count) }
}

extension WorkingDays: ExpressibleByIntegerLiteral {
    /// A number in the source text, 0-10 000; another is a mistake of the program and stops it.
    public init(integerLiteral count: Int) {
        precondition((0...Self.limit).contains(count), "no number of working days")
        self.count = count
    }
}

extension WorkingDays: Comparable {
    /// True when the first is fewer.
    public static func < (a: WorkingDays, b: WorkingDays) -> Bool { a.count < b.count }
}
