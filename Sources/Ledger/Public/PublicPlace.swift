public import CivilTime
internal import Disclosure

/// A place in a list of items, from which the next page goes on: `2020-12-03.xiangzhi.xz-1`.
public struct PublicPlace: Sendable, Hashable, CustomStringConvertible {
    /// The day of publication.
    public let published: Day
    /// The item.
    public let id: PublicItemID

    /// The place of an item.
    public init(_ item: PublicItem) {
        published = item.published
        id = item.id
    }

    /// A place from its text; nil where the form is wrong.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), let id = PublicItemID(parts[1]) else { return nil }
        published = day
        self.id = id
    }

    /// The text.
    public var description: String { "\(published).\(id)" }
}
