internal import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// Lists of what is on line, for the columns, the feeds and the site map.
public struct ListPublished: Sendable {
    private let view: PublicView

    /// A page of a list.
    public struct Page: Sendable {
        /// The items, the latest first.
        public let items: [PublicItem]
        /// Where the next page begins; nil on the last one.
        public let next: PublicPlace?

        /// What may be seen of a list that was asked for one item more than a page holds.
        init(_ found: [PublicItem], limit: Int, _ view: PublicView) {
            items = view.allowed(Array(found.prefix(limit)))
            next = found.count > limit ? PublicPlace(found[limit - 1]) : nil
        }
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { view = PublicView(ledger: ledger) }

    /// A page of items.
    ///
    /// - Parameters:
    ///   - office: whose; nil for all offices.
    ///   - category: of which category; nil for all.
    ///   - place: where the page before ended; nil to begin.
    ///   - limit: how many, 1 to 1,000.
    public func run(
        of office: AgencyCode? = nil, category: ProactiveCategory? = nil, after place: PublicPlace? = nil,
        limit: Int = 20
    ) throws(ServiceError) -> Page {
        let (view, ledger) = (view, view.ledger)
        let limit = min(max(limit, 1), 1_000)
        let found = try inDatabase { () throws(DatabaseError) in
            try ledger.publicItems.list(of: office, category: category, after: place, limit: limit + 1)
        }
        return Page(found, limit: limit, view)
    }

    /// What some items of a list are about (内容概述), by the names of their texts; those of which nothing can be said are left
    /// out.
    public func summaries(of items: [PublicItem]) throws(ServiceError) -> [PaperReference: String] {
        let (view, ledger) = (view, view.ledger)
        let shown = view.allowed(items)
        return try inDatabase { () throws(DatabaseError) in try ledger.publicItems.summaries(of: shown) }
    }

    /// What tells the records of some offices, and of all together, from those of every other installation.
    ///
    /// - Returns: nil under the code of an office without records.
    public func origins(of offices: Set<AgencyCode>) throws(ServiceError) -> (
        site: Digest?, offices: [AgencyCode: Digest]
    ) {
        let ledger = view.ledger
        return try inDatabase { () throws(DatabaseError) in
            var origins: [AgencyCode: Digest] = [:]
            for office in offices { origins[office] = try ledger.entries.origin(of: office) }
            return (try ledger.entries.origin(), origins)
        }
    }

    /// How many items of each category are on line.
    public func counts(of office: AgencyCode? = nil) throws(ServiceError) -> [PublicCount] {
        let ledger = view.ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.publicItems.counts(of: office) }
    }

    /// The offices with the years of which they have items on line.
    public func years() throws(ServiceError) -> [(office: AgencyCode, year: Int, number: Int)] {
        let ledger = view.ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.publicItems.years() }
    }

    /// The items of an office that were published in a year.
    public func items(of office: AgencyCode, year: Int) throws(ServiceError) -> [PublicItem] {
        let (view, ledger) = (view, view.ledger)
        return view.allowed(
            try inDatabase { () throws(DatabaseError) in try ledger.publicItems.items(of: office, year: year) })
    }
}
