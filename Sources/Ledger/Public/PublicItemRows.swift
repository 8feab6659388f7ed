internal import CivilTime
internal import Database
internal import Disclosure

/// Rows of the table `public_item`.
enum PublicItemRows {
    /// Everything that `item` reads.
    static let columns: SQL = values + source
    static let values: SQL = """
        SELECT o.code, o.full_name, o.short_name, i.item, i.state, i.withdrawn, i.reasons, i.version, i.published,
            i.first_published, i.title, i.category, i.index_number, i.document_number, i.formed, i.document_date,
            i.publisher, i.topic, i.item_class, i.keywords, i.channels, i.validity, i.body, i.changed_at
        """
    static let source: SQL = " FROM public_item i JOIN office o ON o.id = i.office"

    static func item(_ row: borrowing Row) throws(DatabaseError) -> PublicItem {
        guard let item = ItemReference(try row.text(3)) else { throw row.unexpected(3, wanted: "reference") }
        guard let title = Statement(try row.text(10)) else { throw row.unexpected(10, wanted: "statement") }
        guard let index = IndexNumber(try row.text(12)) else { throw row.unexpected(12, wanted: "index number") }
        guard let body = PaperReference(try row.text(22)) else { throw row.unexpected(22, wanted: "reference") }
        var state = PublicItem.State.published
        if let day = try row.optionalDay(5) {
            guard let reasons = Statement(try row.text(6)) else { throw row.unexpected(6, wanted: "statement") }
            state = .withdrawn(day, reasons: reasons)
        }
        return PublicItem(
            office: try row.agencyCode(0), officeName: try row.line(1), officeShortName: try row.optionalLine(2),
            item: item, state: state, version: try row.int(7), published: try row.day(8),
            firstPublished: try row.day(9), title: title, category: try row.named(11), index: index,
            documentNumber: try row.optionalText(13).flatMap { Statement($0) }, formed: try row.day(14),
            documentDate: try row.optionalDay(15), publisher: try row.optionalText(16).flatMap { Statement($0) },
            topic: try row.optionalText(17).flatMap { Statement($0) },
            itemClass: try row.optionalText(18).flatMap { Statement($0) },
            keywords: try lines(row.text(19)).compactMap { Statement($0) },
            channels: try lines(row.text(20)).compactMap { PublicationChannel(rawValue: $0) },
            validity: try row.named(21), body: body, changedAt: try row.moment(23))
    }

    /// Texts kept a line each.
    private static func lines(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        guard text.utf8.contains(0x0A) else { return [text] }
        return text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    }
}
