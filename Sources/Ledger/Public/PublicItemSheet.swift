public import Database
internal import Disclosure

/// An item with all that its page shows, read in one look at the database.
public struct PublicItemSheet: Sendable {
    /// How many others are named beside an item.
    public static let relatedLimit = 6

    /// The item.
    public let item: PublicItem
    /// Its text and files; nil where they are not kept here, or the item is not on line.
    public let paper: KeptPaper?
    /// Others of the same office and topic, or category where it has no topic, that are on line, the latest first.
    public let related: [PublicItemLine]
    /// The revision of the ledger that all of this was read at: a copy of the database may be behind the one that was asked
    /// for the revision before.
    public let revision: Int64
}

extension PublicItemStore {
    /// An item that is, or was, on line, with all that its page shows; nil where nothing under the name ever was.
    public func sheet(_ id: PublicItemID) throws(DatabaseError) -> PublicItemSheet? {
        try database.read { (transaction) throws(DatabaseError) in
            let found = try transaction.first(
                Self.withPaper, [.text(id.office.folded), .text(id.item.text)]
            ) { (row) throws(DatabaseError) in
                (
                    item: try PublicItemRows.item(row), office: try row.int64(24), madeAt: try row.optionalInt64(25),
                    text: try row.optionalText(26), revision: try row.int64(27)
                )
            }
            guard let found else { return nil }
            guard found.item.isPublished else {
                return PublicItemSheet(item: found.item, paper: nil, related: [], revision: found.revision)
            }
            var paper: KeptPaper?
            if let madeAt = found.madeAt, let text = found.text {
                paper = KeptPaper(
                    reference: found.item.body, madeAt: Moment(milliseconds: madeAt), text: text,
                    files: try PaperRows.files(of: found.item.body, transaction))
            }
            return PublicItemSheet(
                item: found.item, paper: paper,
                related: try Self.related(to: found.item, office: found.office, transaction),
                revision: found.revision)
        }
    }

    private static let withPaper: SQL =
        PublicItemRows.values + ", i.office, p.made_at, p.text, (SELECT number FROM ledger_revision WHERE id = 1)"
        + PublicItemRows.source
        + " LEFT JOIN paper p ON p.reference = i.body WHERE lower(o.code) = $1 AND i.item = $2"

    private static func related(
        to item: PublicItem, office: Int64, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [PublicItemLine] {
        try transaction.all(
            item.topic == nil ? ofCategory : ofTopic,
            [
                .int64(office), .text(item.topic?.text ?? item.category.rawValue), .text(item.item.text),
                .int(PublicItemSheet.relatedLimit),
            ]
        ) { (row) throws(DatabaseError) in
            guard let other = ItemReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
            guard let title = Statement(try row.text(2)) else { throw row.unexpected(2, wanted: "statement") }
            return PublicItemLine(
                of: item, item: other, published: try row.day(1), title: title, category: try row.named(3),
                documentNumber: try row.optionalText(4).flatMap { Statement($0) }, validity: try row.named(5))
        }
    }

    private static let others: SQL = """
        SELECT i.item, i.published, i.title, i.category, i.document_number, i.validity FROM public_item i
        WHERE i.state = 'published' AND i.office = $1 AND
        """
    private static let latest: SQL = " = $2 AND i.item <> $3 ORDER BY i.published DESC, i.item DESC LIMIT $4"
    private static let ofCategory: SQL = others + " i.category" + latest
    private static let ofTopic: SQL = others + " i.topic" + latest
}
