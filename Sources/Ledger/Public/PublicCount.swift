public import CivilTime
public import Disclosure

/// How many items of a category are on line.
public struct PublicCount: Sendable, Hashable {
    /// The category.
    public let category: ProactiveCategory
    /// How many.
    public let number: Int
    /// The latest day of publication among them.
    public let latest: Day?
}
