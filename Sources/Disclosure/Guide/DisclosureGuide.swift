public import CivilTime

/// The guide of an office in all its editions, as its entries tell them.
public struct DisclosureGuide: RecordedSubject {
    /// One edition.
    public struct Edition: Sendable, Hashable {
        /// Its number, from 1.
        public let number: Int
        /// The first day on which it holds.
        public let since: Day
        /// What it says.
        public let content: GuideContent

        /// An edition.
        public init(number: Int, since: Day, content: GuideContent) {
            self.number = number
            self.since = since
            self.content = content
        }
    }

    /// The editions in their order; never empty.
    public private(set) var editions: [Edition]

    /// The edition written last.
    public var latest: Edition { editions[editions.count - 1] }

    /// The guide after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: GuideEntry, to guide: DisclosureGuide?) throws(Refusal) -> DisclosureGuide {
        switch entry.act {
        case .revised(let revision):
            if let guide, entry.day < guide.latest.since { throw misfit(entry) }
            var editions = guide?.editions ?? []
            editions.append(Edition(number: editions.count + 1, since: entry.day, content: revision.content))
            return DisclosureGuide(editions: editions)
        }
    }
}
