internal import CivilTime
public import Database
public import Disclosure

/// What the statutory columns of an office hold beside items and reports: guides, the standard catalogue, and categories
/// that were confirmed to be empty.
public struct ColumnStore: Sendable {
    let database: any Database

    /// The editions of the guide of an office, the first one first; empty where none was written.
    public func guide(of office: AgencyCode) throws(DatabaseError) -> [DisclosureGuide.Edition] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(
                "SELECT number, since, content FROM guide_edition WHERE office = $1 ORDER BY number", [.int64(id)]
            ) { (row) throws(DatabaseError) in
                DisclosureGuide.Edition(
                    number: try row.int(0), since: try row.day(1), content: try ColumnContent.content(2, of: row))
            }
        }
    }

    /// The standard catalogue of an office in the order of its codes; empty where it has none.
    public func catalogue(of office: AgencyCode) throws(DatabaseError) -> [ListedMatter] {
        let matters = try database.read { (transaction) throws(DatabaseError) -> [ListedMatter] in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(Self.matters, [.int64(id)], Self.matter)
        }
        return matters.sorted { ListedMatter.stand($0, before: $1) }
    }

    /// A matter of the standard catalogue of an office; nil where it does not stand in it.
    public func matter(_ matter: MatterReference, of office: AgencyCode) throws(DatabaseError) -> ListedMatter? {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return nil }
            return try transaction.first(
                Self.matters + " AND m.matter = $2", [.int64(id), .text(matter.text)], Self.matter)
        }
    }

    /// The items of a matter that are on line, the latest first.
    ///
    /// - Parameters:
    ///   - place: where the page before ended; nil to begin.
    ///   - limit: how many at most, 1 to 1,000.
    public func items(
        under matter: MatterReference, of office: AgencyCode, after place: PublicPlace? = nil, limit: Int = 20
    ) throws(DatabaseError) -> [PublicItem] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            var condition: SQL =
                " JOIN matter_item m ON m.office = i.office AND m.item = i.item WHERE m.office = $1 AND m.matter = $2"
            var values: [Value] = [.int64(id), .text(matter.text)]
            if let place {
                condition = condition + " AND (m.published, m.item) < ($3, $4)"
                values += [.text(place.published.description), .text(place.id.item.text)]
            }
            values.append(.int(min(max(limit, 1), 1_001)))
            return try transaction.all(
                PublicItemRows.columns + condition + " ORDER BY m.published DESC, m.item DESC LIMIT "
                    + SQL.placeholders(1, from: values.count), values, PublicItemRows.item)
        }
    }

    /// The categories of which an office confirmed that it has nothing.
    public func emptyCategories(of office: AgencyCode) throws(DatabaseError) -> [EmptyCategory] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(
                "SELECT category, confirmed, reasons FROM empty_category WHERE office = $1 ORDER BY category",
                [.int64(id)]
            ) { (row) throws(DatabaseError) in
                guard let reasons = Statement(try row.text(2)) else { throw row.unexpected(2, wanted: "statement") }
                return EmptyCategory(category: try row.named(0), confirmed: try row.day(1), reasons: reasons)
            }
        }
    }

    private static let matters: SQL = """
        SELECT m.matter, m.since, m.content, coalesce(n.number, 0), (SELECT max(i.published) FROM matter_item i
            WHERE i.office = m.office AND i.matter = m.matter)
        FROM catalogue_matter m LEFT JOIN matter_count n ON n.office = m.office AND n.matter = m.matter
        WHERE m.office = $1
        """

    private static func matter(_ row: borrowing Row) throws(DatabaseError) -> ListedMatter {
        guard let matter = MatterReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
        return ListedMatter(
            matter: matter, since: try row.day(1), content: try ColumnContent.content(2, of: row),
            number: try row.int(3), latest: try row.optionalDay(4))
    }
}

extension LedgerTransaction {
    /// How many items of a category an office has on line.
    public func published(
        _ category: ProactiveCategory, of office: AgencyCode
    ) throws(DatabaseError) -> Int {
        guard let id = try OfficeStore.id(office, database) else { return 0 }
        return try database.first(
            "SELECT sum(number) FROM public_count WHERE office = $1 AND category = $2 GROUP BY office",
            [.int64(id), .text(category.rawValue)]
        ) { (row) throws(DatabaseError) in try row.int(0) } ?? 0
    }
}
