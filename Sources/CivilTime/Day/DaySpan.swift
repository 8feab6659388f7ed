/// Consecutive days, both ends included; never empty.
public struct DaySpan: Sendable, Hashable {
    /// The first day.
    public let first: Day
    /// The last day, not before the first.
    public let last: Day

    /// The days from the first to the last; nil when the last lies before the first.
    public init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// A single day.
    public init(_ day: Day) {
        first = day
        last = day
    }

    /// How many days.
    public var count: Int { last - first + 1 }

    /// True when the day is among them.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

extension DaySpan: Sequence {
    /// Goes through the days in order.
    public struct Iterator: IteratorProtocol {
        var upcoming: Day?
        let last: Day

        /// The next day; nil after the last.
        public mutating func next() -> Day? {
            guard let day = upcoming, day <= last else { return nil }
            upcoming = day.next
            return day
        }
    }

    /// Goes through the days in order.
    public func makeIterator() -> Iterator { Iterator(upcoming: first, last: last) }
}

extension DaySpan: CustomStringConvertible {
    /// Days as they are written in data: `2021-10-01..2021-10-07`, or `2021-10-01` for a single day.
    ///
    /// - Throws: `DaySpanError`, which says which end is no day or that they stand in the wrong order.
    public init(parsing text: String) throws(DaySpanError) {
        let bytes = Array(text.utf8)
        let dot = UInt8(ascii: ".")
        // A day has no dot, so the first pair of dots parts the two.
        let split = bytes.indices.first { $0 + 1 < bytes.count && bytes[$0] == dot && bytes[$0 + 1] == dot }
        let first: Day
        let last: Day
        do throws(DayError) {
            if let split {
                first = try Day(parsing: String(decoding: bytes[..<split], as: UTF8.self))
                last = try Day(parsing: String(decoding: bytes[(split + 2)...], as: UTF8.self))
            } else {
                first = try Day(parsing: text)
                last = first
            }
        } catch {
            throw .day(error)
        }
        guard let span = DaySpan(first, last) else { throw .order(first: first, last: last) }
        self = span
    }

    /// As it is written in data: `2021-10-01..2021-10-07`, or `2021-10-01` for a single day.
    public var description: String { first == last ? first.description : "\(first)..\(last)" }

    /// As it is written in official Chinese: `2021年10月1日至10月7日`; the year of the end only where it differs.
    public var chineseText: String {
        guard first != last else { return first.chineseText }
        let end = last.parts
        return first.year == end.year
            ? "\(first.chineseText)至\(end.month)月\(end.day)日" : "\(first.chineseText)至\(last.chineseText)"
    }
}

/// Why a text is no span of days.
public enum DaySpanError: Error, Sendable, Hashable {
    /// One end is no day.
    case day(DayError)
    /// The last day lies before the first.
    case order(first: Day, last: Day)

    /// What is wrong and how to mend it, in Chinese.
    public var message: String {
        switch self {
        case .day(let error): error.message
        case .order(let first, let last): "起止日期颠倒：\(first) 晚于 \(last)。"
        }
    }

    /// What is wrong and how to mend it, in English.
    public var englishMessage: String {
        switch self {
        case .day(let error): error.englishMessage
        case .order(let first, let last): "The days are in the wrong order: \(first) is after \(last)."
        }
    }
}
