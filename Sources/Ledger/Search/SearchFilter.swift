public import Disclosure
internal import Search

/// What a result can be.
public enum SearchKind: String, Sendable, Hashable, CaseIterable {
    /// An item of information.
    case item
    /// An annual report.
    case report
}

/// What results are narrowed to; nil lets everything through.
public struct SearchFilter: Sendable, Hashable {
    /// The offices; an empty list lets nothing through.
    public var offices: [AgencyCode]?
    /// What it is.
    public var kind: SearchKind?
    /// The category of an item.
    public var category: ProactiveCategory?
    /// The year in which an item was published, the year a report is about.
    public var year: Int?
    /// Whether an item still holds.
    public var validity: ItemValidity?

    /// A filter that lets everything through unless told.
    public init(
        offices: [AgencyCode]? = nil, kind: SearchKind? = nil, category: ProactiveCategory? = nil, year: Int? = nil,
        validity: ItemValidity? = nil
    ) {
        self.offices = offices
        self.kind = kind
        self.category = category
        self.year = year
        self.validity = validity
    }

    /// True where everything is let through.
    public var isEmpty: Bool { self == SearchFilter() }

    /// The marks of which each list must give one.
    ///
    /// - Parameter rows: the row of each office in the database.
    func marks(_ rows: [AgencyCode: Int64]) -> [[SearchMark]] {
        var marks: [[SearchMark]] = []
        if let kind { marks.append([.kind(kind)]) }
        if let category { marks.append([.category(category)]) }
        if let year { marks.append([.year(year)]) }
        if let validity { marks.append([.validity(validity)]) }
        if let offices { marks.append(offices.compactMap { rows[$0] }.map(SearchMark.office)) }
        return marks
    }
}

extension SearchMark {
    static func kind(_ kind: SearchKind) -> SearchMark { SearchMark("k", kind.rawValue) }
    static func office(_ row: Int64) -> SearchMark { SearchMark("o", String(row)) }
    static func year(_ year: Int) -> SearchMark { SearchMark("y", String(year)) }
    static func category(_ category: ProactiveCategory) -> SearchMark { SearchMark("c", category.rawValue) }
    static func validity(_ validity: ItemValidity) -> SearchMark { SearchMark("v", validity.rawValue) }
}
