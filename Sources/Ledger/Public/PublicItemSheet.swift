public import Database
internal import Disclosure

/// An item with all that its page says of it alone, read in one look at the database.
public struct PublicItemSheet: Sendable {
    /// The item.
    public let item: PublicItem
    /// Its text and files; nil where they are not kept here, or the item is not on line.
    public let paper: KeptPaper?
    /// The revision of the ledger that all of this was read at: a copy of the database may be behind the one that was asked
    /// for the revision before.
    public let revision: Int64
}

/// What items are found beside one another: those of an office and topic, or category where they have no topic.
public struct PublicNeighbourhood: Sendable, Hashable {
    /// How many others are named beside an item.
    public static let relatedLimit = 6

    /// The code of the office as it was registered.
    private let office: String
    private let topic: String?
    private let category: String

    /// That of an item.
    public init(of item: PublicItem) {
        office = item.office.text
        topic = item.topic?.text
        category = topic == nil ? item.category.rawValue : ""
    }

    /// Its value in the column that it is found by.
    fileprivate var value: String { topic ?? category }
    fileprivate var isTopic: Bool { topic != nil }
}

/// The latest items of a neighbourhood.
public struct PublicNeighbours: Sendable {
    /// Those on line, the latest first: one more than are named beside an item, which may be among them itself.
    public let lines: [PublicItemLine]
    /// The revision of the ledger that they were read at.
    public let revision: Int64

    /// Neighbours that were read at a revision.
    public init(lines: [PublicItemLine], revision: Int64) {
        self.lines = lines
        self.revision = revision
    }
}

extension PublicItemStore {
    /// An item that is, or was, on line, with all that its page says of it; nil where nothing under the name ever was.
    public func sheet(_ id: PublicItemID) throws(DatabaseError) -> PublicItemSheet? {
        try database.read { (transaction) throws(DatabaseError) in
            // Put in place as they are read: an item has many texts, and each copy would count every one of them.
            var found: PublicItem?
            var (text, madeAt, files, revision): (String?, Int64?, Int, Int64) = (nil, nil, 0, 0)
            try transaction.each(Self.withPaper, [.text(id.office.folded), .text(id.item.text)]) {
                (row) throws(DatabaseError) in
                found = try PublicItemRows.item(row)
                madeAt = try row.optionalInt64(24)
                text = try row.optionalText(25)
                files = try row.optionalInt(26) ?? 0
                revision = try row.int64(27)
            }
            guard let item = found else { return nil }
            guard item.isPublished, let text, let madeAt else {
                return PublicItemSheet(item: item, paper: nil, revision: revision)
            }
            let paper = KeptPaper(
                reference: item.body, madeAt: Moment(milliseconds: madeAt), text: text,
                files: files == 0 ? [] : try PaperRows.files(of: item.body, transaction))
            return PublicItemSheet(item: item, paper: paper, revision: revision)
        }
    }

    private static let withPaper: SQL =
        PublicItemRows.values + ", p.made_at, p.text, p.files, (SELECT number FROM ledger_revision WHERE id = 1)"
        + PublicItemRows.source
        + " LEFT JOIN paper p ON p.reference = i.body WHERE lower(o.code) = $1 AND i.item = $2"

    /// The latest items that stand beside an item, perhaps itself among them.
    public func neighbours(of item: PublicItem) throws(DatabaseError) -> PublicNeighbours {
        let place = PublicNeighbourhood(of: item)
        return try database.read { (transaction) throws(DatabaseError) in
            let revision = try transaction.one("SELECT number FROM ledger_revision WHERE id = 1") {
                (row) throws(DatabaseError) in try row.int64(0)
            }
            guard let office = try OfficeStore.id(item.office, transaction) else {
                return PublicNeighbours(lines: [], revision: revision)
            }
            let lines = try transaction.all(
                place.isTopic ? Self.ofTopic : Self.ofCategory,
                [.int64(office), .text(place.value), .int(PublicNeighbourhood.relatedLimit + 1)]
            ) { (row) throws(DatabaseError) in
                guard let other = ItemReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
                guard let title = Statement(try row.text(2)) else { throw row.unexpected(2, wanted: "statement") }
                return PublicItemLine(
                    of: item, item: other, published: try row.day(1), title: title, category: try row.named(3),
                    documentNumber: try row.optionalText(4).flatMap { Statement($0) }, validity: try row.named(5))
            }
            return PublicNeighbours(lines: lines, revision: revision)
        }
    }

    private static let others: SQL = """
        SELECT i.item, i.published, i.title, i.category, i.document_number, i.validity FROM public_item i
        WHERE i.state = 'published' AND i.office = $1 AND
        """
    private static let latest: SQL = " = $2 ORDER BY i.published DESC, i.item DESC LIMIT $3"
    private static let ofCategory: SQL = others + " i.category" + latest
    private static let ofTopic: SQL = others + " i.topic" + latest
}
