internal import BodyMarkup
internal import CivilTime
public import Database
public import Disclosure

/// What is on line: lists by the day of publication, the latest first, paged by key, and counts that are kept up.
///
/// Every call is one statement, or two where an office is named; none goes through more rows than it gives.
public struct PublicItemStore: Sendable {
    let database: any Database

    /// An item that is, or was, on line; nil where nothing under the name ever was.
    public func item(_ id: PublicItemID) throws(DatabaseError) -> PublicItem? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                PublicItemRows.columns + " WHERE lower(o.code) = $1 AND i.item = $2",
                [.text(id.office.folded), .text(id.item.text)], PublicItemRows.item)
        }
    }

    /// Items on line, the latest first.
    ///
    /// - Parameters:
    ///   - office: whose; nil for all offices.
    ///   - category: of which category; nil for all.
    ///   - place: where the page before ended; nil to begin.
    ///   - limit: how many at most, 1 to 50,000.
    public func list(
        of office: AgencyCode? = nil, category: ProactiveCategory? = nil, after place: PublicPlace? = nil,
        limit: Int = 20
    ) throws(DatabaseError) -> [PublicItem] {
        try database.read { (transaction) throws(DatabaseError) in
            var condition: SQL = " WHERE i.state = 'published'"
            var values: [Value] = []
            if let office {
                guard let id = try OfficeStore.id(office, transaction) else { return [] }
                values.append(.int64(id))
                condition = condition + " AND i.office = " + SQL.placeholders(1, from: values.count)
            }
            if let category {
                values.append(.text(category.rawValue))
                condition = condition + " AND i.category = " + SQL.placeholders(1, from: values.count)
            }
            if let place {
                let other = office == nil ? try OfficeStore.id(place.id.office, transaction) : nil
                values.append(.text(place.published.description))
                let day = SQL.placeholders(1, from: values.count)
                if office == nil {
                    values.append(.int64(other ?? .max))
                    let number = SQL.placeholders(1, from: values.count)
                    values.append(.text(place.id.item.text))
                    condition =
                        condition + " AND (i.published, i.office, i.item) < (" + day + ", " + number + ", "
                        + SQL.placeholders(1, from: values.count) + ")"
                } else {
                    values.append(.text(place.id.item.text))
                    condition =
                        condition + " AND (i.published, i.item) < (" + day + ", "
                        + SQL.placeholders(1, from: values.count) + ")"
                }
            }
            values.append(.int(min(max(limit, 1), 50_000)))
            let order: SQL =
                office == nil
                ? " ORDER BY i.published DESC, i.office DESC, i.item DESC LIMIT "
                : " ORDER BY i.published DESC, i.item DESC LIMIT "
            return try transaction.all(
                PublicItemRows.columns + condition + order + SQL.placeholders(1, from: values.count), values,
                PublicItemRows.item)
        }
    }

    /// What some items are about (内容概述), by the names of their texts; those of which nothing can be said are left out.
    ///
    /// Reads the beginnings of the texts, so lists on pages do without. One statement for all.
    /// - Parameter items: 1,000 at most.
    public func summaries(of items: [PublicItem]) throws(DatabaseError) -> [PaperReference: String] {
        let bodies = Set(items.prefix(1_000).map(\.body))
        guard !bodies.isEmpty else { return [:] }
        return try database.read { (transaction) throws(DatabaseError) in
            var summaries: [PaperReference: String] = [:]
            try transaction.each(
                Self.beginnings + SQL.placeholders(bodies.count, from: 1) + ")", bodies.map { .text($0.text) }
            ) { (row) throws(DatabaseError) in
                guard let body = PaperReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
                summaries[body] = ContentSummary.of(body: try row.text(1), fileText: try row.optionalText(2))
            }
            return summaries
        }
    }

    /// More of each text than `ContentSummary.headLimit`.
    private static let beginnings: SQL = """
        SELECT p.reference, substr(p.text, 1, 1400), CASE WHEN p.text = '' THEN (
            SELECT substr(f.extracted, 1, 1400) FROM paper_file f
            WHERE f.paper = p.reference AND f.extracted <> '' ORDER BY f.position LIMIT 1) END
        FROM paper p WHERE p.reference IN (
        """

    /// How many items of each category are on line; categories without any are left out.
    ///
    /// - Parameter office: whose; nil for all offices together, without the latest days.
    public func counts(of office: AgencyCode? = nil) throws(DatabaseError) -> [PublicCount] {
        try database.read { (transaction) throws(DatabaseError) in
            var id: Int64 = 0
            if let office {
                guard let own = try OfficeStore.id(office, transaction) else { return [] }
                id = own
            }
            return try transaction.all(
                """
                SELECT c.category, sum(c.number), (SELECT max(i.published) FROM public_item i
                    WHERE i.office = $1 AND i.category = c.category AND i.state = 'published')
                FROM public_count c WHERE c.office = $1 GROUP BY c.category HAVING sum(c.number) > 0 ORDER BY c.category
                """, [.int64(id)]
            ) { (row) throws(DatabaseError) in
                PublicCount(category: try row.named(0), number: try row.int(1), latest: try row.optionalDay(2))
            }
        }
    }

    /// The offices with the years of which they have items on line, and how many.
    public func years() throws(DatabaseError) -> [(office: AgencyCode, year: Int, number: Int)] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT o.code, c.year, sum(c.number) FROM public_count c JOIN office o ON o.id = c.office
                GROUP BY o.code, c.year HAVING sum(c.number) > 0 ORDER BY o.code, c.year
                """, []
            ) { (row) throws(DatabaseError) in
                (office: try row.agencyCode(0), year: try row.int(1), number: try row.int(2))
            }
        }
    }

    /// The items of an office that were published in a year, by name; at most 50,000.
    public func items(of office: AgencyCode, year: Int) throws(DatabaseError) -> [PublicItem] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(
                PublicItemRows.columns + """
                     WHERE i.state = 'published' AND i.office = $1 AND i.published >= $2 AND i.published < $3
                    ORDER BY i.published DESC, i.item DESC LIMIT 50000
                    """,
                [.int64(id), .text("\(year)-"), .text("\(year + 1)-")], PublicItemRows.item)
        }
    }

    /// True where the lists say of items that they are on line, and the tables of the public hold none: those were made by
    /// a program that did not know them, and `rebuild` fills them.
    public func isMissing() throws(DatabaseError) -> Bool {
        try database.read { (transaction) throws(DatabaseError) in
            let isFilled = try transaction.exists("SELECT 1 FROM public_item LIMIT 1")
            let isWanted = try transaction.exists("SELECT 1 FROM item_row WHERE published IS NOT NULL LIMIT 1")
            return isWanted && !isFilled
        }
    }
}
