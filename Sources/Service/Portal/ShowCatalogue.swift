internal import Database
public import Disclosure
public import Ledger

/// The standard catalogue of an office, and what is on line of its matters.
public struct ShowCatalogue: Sendable {
    private let view: PublicView

    /// A matter with a page of its items.
    public struct Answer: Sendable {
        /// The matter.
        public let matter: ListedMatter
        /// Its items, the latest first.
        public let page: ListPublished.Page
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { view = PublicView(ledger: ledger) }

    /// The matters in the order of their codes; empty where the office has no catalogue.
    public func matters(of office: AgencyCode) throws(ServiceError) -> [ListedMatter] {
        let ledger = view.ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.columns.catalogue(of: office) }
    }

    /// A matter and a page of its items; nil where it does not stand in the catalogue.
    ///
    /// - Parameters:
    ///   - place: where the page before ended; nil to begin.
    ///   - limit: how many items, 1 to 1,000.
    public func run(
        _ matter: MatterReference, of office: AgencyCode, after place: PublicPlace? = nil, limit: Int = 20
    ) throws(ServiceError) -> Answer? {
        let (view, ledger) = (view, view.ledger)
        let limit = min(max(limit, 1), 1_000)
        return try inDatabase { () throws(DatabaseError) -> Answer? in
            guard let listed = try ledger.columns.matter(matter, of: office) else { return nil }
            let found = try ledger.columns.items(under: matter, of: office, after: place, limit: limit + 1)
            return Answer(matter: listed, page: ListPublished.Page(found, limit: limit, view))
        }
    }
}
