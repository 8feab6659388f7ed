/// A number of people, or of times that someone came or called (人次): 0-1 000 000.
public struct Headcount: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The most that are reckoned with; beyond it something is wrong with the count.
    public static let limit = 1_000_000
    /// Nobody.
    public static let none = Headcount(known: 0)
    /// One.
    public static let one = Headcount(known: 1)
    /// How many.
    public let count: Int

    /// So many; nil when negative or above `limit`.
    public init?(_ count: Int) {
        guard (0...Self.limit).contains(count) else { return nil }
        self.count = count
    }

    private init(known count: Int) { self.count = count }

    /// True when the first is smaller.
    public static func < (a: Headcount, b: Headcount) -> Bool { a.count < b.count }
    /// The digits.
    public var description: String { String(count) }
}

extension Headcount: Codable {
    /// A number from its digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let count = Headcount(try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number of people")
        }
        self = count
    }

    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
