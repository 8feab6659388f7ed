internal import CivilTime
public import Database
public import Disclosure

/// The items and the handovers as lists show them.
public struct ItemStore: Sendable {
    let database: any Database

    /// An item; nil where there is none.
    public func row(_ item: ItemReference, of office: AgencyCode) throws(DatabaseError) -> ItemRow? {
        try rows(office, " AND r.item = $2", [.text(item.text)]).first
    }

    /// The items of an office at a stage, those that must be published first in front.
    ///
    /// - Parameter limit: how many at most, 1 to 10,000.
    public func list(
        of office: AgencyCode, stage: ItemStage, limit: Int = 1_000
    ) throws(DatabaseError) -> [ItemRow] {
        try rows(
            office, " AND r.stage = $2 ORDER BY r.due NULLS LAST, r.item LIMIT $3",
            [.text(stage.rawValue), .int(min(max(limit, 1), 10_000))])
    }

    /// The items of an office that are on line, the latest first.
    ///
    /// - Parameters:
    ///   - last: the last one the caller has; nil to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func published(
        of office: AgencyCode, after last: ItemRow? = nil, limit: Int = 100
    ) throws(DatabaseError) -> [ItemRow] {
        try rows(
            office,
            """
             AND r.published IS NOT NULL AND r.stage <> 'voided' AND (r.published < $2 OR (r.published = $2 AND r.item < $3))
             ORDER BY r.published DESC, r.item DESC LIMIT $4
            """,
            [
                // No day and no name is above these.
                .text(last?.published?.description ?? "~"), .text(last?.item.text ?? "~"),
                .int(min(max(limit, 1), 10_000)),
            ])
    }

    /// The batches of an office, the latest first.
    public func handovers(of office: AgencyCode) throws(DatabaseError) -> [HandoverRow] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(
                """
                SELECT year, serial, entries, items, prepared, archives, library, voided FROM handover_row WHERE office = $1
                ORDER BY year DESC, serial DESC
                """, [.int64(id)]
            ) { (row) throws(DatabaseError) in
                guard let number = HandoverNumber(year: try row.int(0), serial: try row.int(1)) else {
                    throw row.unexpected(1, wanted: "handover number")
                }
                return HandoverRow(
                    number: number, entries: try row.int(2), items: try row.int(3), prepared: try row.day(4),
                    archives: try row.optionalDay(5), library: try row.optionalDay(6), isVoided: try row.bool(7))
            }
        }
    }

    private func rows(_ office: AgencyCode, _ condition: SQL, _ values: [Value]) throws(DatabaseError) -> [ItemRow] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(Self.columns + condition, [.int64(id)] + values, Self.row)
        }
    }

    private static let columns: SQL = """
        SELECT r.item, r.entries, r.stage, r.version, r.attribute, r.category, r.title, r.document_number, r.formed, r.due,
            r.index_number, r.published, r.first_published, r.validity, r.assessed, r.last_kind, r.last_day
        FROM item_row r WHERE r.office = $1
        """

    private static func row(_ row: borrowing Row) throws(DatabaseError) -> ItemRow {
        guard let item = ItemReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
        guard let title = Statement(try row.text(6)) else { throw row.unexpected(6, wanted: "statement") }
        return ItemRow(
            item: item, entries: try row.int(1), stage: try row.named(2), version: try row.int(3),
            attribute: try row.named(4), category: try row.isNull(5) ? nil : row.named(5), title: title,
            documentNumber: try row.optionalText(7).flatMap { Statement($0) }, formed: try row.day(8),
            due: try row.optionalDay(9), index: try row.optionalText(10).flatMap { IndexNumber($0) },
            published: try row.optionalDay(11), firstPublished: try row.optionalDay(12), validity: try row.named(13),
            assessed: try row.optionalDay(14), lastKind: try row.text(15), lastDay: try row.day(16))
    }
}
