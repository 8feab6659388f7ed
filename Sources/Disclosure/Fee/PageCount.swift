/// A number of pages in answer to one application, one side of A4 or smaller being one page: 0-1 000 000.
public struct PageCount: Sendable, Hashable {
    /// The most that are reckoned with; beyond it something is wrong with the count.
    public static let limit = 1_000_000
    /// No page.
    public static let none = PageCount(pages: 0)
    /// How many.
    public let count: Int

    /// So many pages; nil when negative or above `limit`.
    public init?(_ count: Int) {
        guard (0...Self.limit).contains(count) else { return nil }
        self.count = count
    }

    private init(pages: Int) { count = pages }
}
