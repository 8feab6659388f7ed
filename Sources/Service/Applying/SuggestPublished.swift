public import CivilTime
internal import Database
internal import Disclosure
public import Ledger

/// What an office has published that may be what somebody is about to ask for.
///
/// By the titles of the latest items: those that share the most pairs of characters with the text stand first.
public struct SuggestPublished: Sendable {
    let ledger: Ledger

    /// Something that is published.
    public struct Suggestion: Sendable, Hashable {
        /// Its title.
        public let title: String
        /// Its address.
        public let path: String
        /// The day of its publication.
        public let published: Day?
    }

    /// How many of the latest items are looked at.
    private static let lookedAt = 2_000

    /// The use case.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Suggestions for a text, the likeliest first.
    ///
    /// - Parameter limit: how many at most.
    public func run(_ text: String, of office: AgencyCode, limit: Int = 5) throws(ServiceError) -> [Suggestion] {
        let wanted = Self.pairs(text)
        guard !wanted.isEmpty else { return [] }
        let rows = try inDatabase { () throws(DatabaseError) in
            try ledger.items.published(of: office, limit: Self.lookedAt)
        }
        // A third of the title's pairs, and at least two: one word in common says nothing.
        let scored = rows.compactMap { row -> (row: ItemRow, score: Double)? in
            let pairs = Self.pairs(row.title.text)
            let common = pairs.intersection(wanted).count
            guard common >= 2, common * 3 >= pairs.count else { return nil }
            return (row, Double(common) / Double(pairs.count))
        }
        return scored.sorted { $0.score > $1.score }.prefix(limit).map {
            Suggestion(
                title: $0.row.title.text, path: "/info/\($0.row.item.text)", published: $0.row.published)
        }
    }

    /// The pairs of neighbouring letters and digits; years and the commonest words of titles are left out.
    private static func pairs(_ text: String) -> Set<String> {
        var pairs: Set<String> = []
        var before: Character?
        for character in text.lowercased().prefix(4_000) {
            guard character.isLetter || character.isNumber else {
                before = nil
                continue
            }
            if let before { pairs.insert("\(before)\(character)") }
            before = character
        }
        return pairs.subtracting(["关于", "公开", "信息", "政府", "20", "年度", "有关"])
    }
}
