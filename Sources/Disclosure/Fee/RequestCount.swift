/// A number of applications of one applicant in one calendar month, or the place of one among them: 0-10 000.
public struct RequestCount: Sendable, Hashable {
    /// The most that are reckoned with; beyond it something is wrong with the count.
    public static let limit = 10_000
    /// How many.
    public let count: Int

    /// So many applications; nil when negative or above `limit`.
    public init?(_ count: Int) {
        guard (0...Self.limit).contains(count) else { return nil }
        self.count = count
    }
}
