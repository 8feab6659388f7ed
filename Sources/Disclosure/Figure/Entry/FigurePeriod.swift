public import CivilTime

/// The time a figure is of: a year or a month of it, as `2020` or `2020-03`.
public struct FigurePeriod: Sendable, Hashable, LosslessStringConvertible {
    /// The year, 2008-2199.
    public let year: Int
    /// The month, 1-12; nil for the whole year.
    public let month: Int?
    /// The first day.
    public let first: Day
    /// The last day.
    public let last: Day

    /// A time; nil out of the ranges.
    public init?(year: Int, month: Int? = nil) {
        guard (2_008...2_199).contains(year), let first = Day(year: year, month: month ?? 1, day: 1),
            let last = first.adding(months: month == nil ? 12 : 1)?.previous
        else { return nil }
        self.year = year
        self.month = month
        self.first = first
        self.last = last
    }

    /// A time from its text; nil when it is not written as `2020` or `2020-03`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 4 || bytes.count == 7 && bytes[4] == UInt8(ascii: "-"),
            bytes.enumerated().allSatisfy({ $0.offset == 4 || (0x30...0x39).contains($0.element) }),
            let year = Int(text.prefix(4))
        else { return nil }
        self.init(year: year, month: bytes.count == 4 ? nil : Int(text.suffix(2)))
    }

    /// As it is written in data: `2020`, `2020-03`.
    public var description: String { month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? String(year) }
    /// As it is written in a text: `2020年`, `2020年3月`.
    public var chineseText: String { month.map { "\(year)年\($0)月" } ?? "\(year)年" }
}

extension FigurePeriod: Codable {
    /// A time from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let period = FigurePeriod(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no year or month")
        }
        self = period
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
