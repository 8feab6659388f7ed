public import CivilTime
public import Disclosure

/// In which order results come.
public enum SearchOrder: String, Sendable, Hashable, CaseIterable {
    /// Words in the title first, then in numbers and labels, then in the text, then in files; of equals the newest.
    case best
    /// The latest publication first.
    case newest
}

/// A place among results, from which the next page goes on; it stays where it is when others are published.
public struct SearchCursor: Sendable, Hashable {
    let stage: Int
    let key: Int64

    init(stage: Int, key: Int64) {
        self.stage = stage
        self.key = key
    }

    /// A place from an address; nil for what no page gave out.
    public init?(_ text: String) {
        let pieces = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[0].count == 1, (1...19).contains(pieces[1].count),
            let stage = Int(Substring(pieces[0])), (0...3).contains(stage), let key = Int64(Substring(pieces[1])),
            key >= 0
        else { return nil }
        self.init(stage: stage, key: key)
    }

    /// The place as an address says it.
    public var text: String { "\(stage)-\(key)" }

    /// True where this place comes earlier than another.
    func isBefore(_ other: SearchCursor) -> Bool { (stage, key) > (other.stage, other.key) }
}

/// One page of results.
public struct SearchPage: Sendable, Hashable {
    /// The results.
    public let results: [SearchResult]
    /// How many there are in all; where `isCountExact` is false there are more.
    public let count: Int
    /// True where all were counted.
    public let isCountExact: Bool
    /// Where the next page goes on; nil on the last.
    public let next: SearchCursor?

    /// Nothing.
    static let empty = SearchPage(results: [], count: 0, isCountExact: true, next: nil)
}

/// What is known of a result without its text.
public struct SearchTitle: Sendable, Hashable {
    /// What it is.
    public enum Subject: Sendable, Hashable {
        /// An item of information.
        case item(ItemReference)
        /// An annual report.
        case report(ReportYear)
    }

    /// What it is.
    public let subject: Subject
    /// The office.
    public let office: AgencyCode
    /// Its name.
    public let officeName: PlainLine
    /// The title.
    public let title: String
    /// The number of the document (文号).
    public let documentNumber: String?
    /// The number in the catalogue (索引号).
    public let indexNumber: String?
    /// The day of publication; of a report the day on which it was taken in.
    public let day: Day
    /// The category of an item.
    public let category: ProactiveCategory?
    /// Whether an item still holds; nil for a report.
    public let validity: ItemValidity?
}

/// A result with the text in which it was found.
public struct SearchResult: Sendable, Hashable {
    /// What it is.
    public let head: SearchTitle
    /// Publisher, topic, keywords and numbers, a line each.
    public let labels: String
    /// The stretch of its text in which the words stand; perhaps empty.
    public let body: String
    /// The stretch of its files; perhaps empty.
    public let files: String
}
