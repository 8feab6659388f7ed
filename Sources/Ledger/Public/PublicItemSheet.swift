internal import BodyMarkup
public import Database
public import Disclosure

/// An item with all that its page says of it alone, read in one look at the database.
public struct PublicItemSheet: Sendable {
    /// A file as the page of its item names it.
    public struct File: Sendable, Hashable {
        /// Its place among the files, from 1.
        public let position: Int
        /// Its name, with its ending.
        public let name: String
        /// How many bytes it has.
        public let byteCount: Int
    }

    /// The matter of the office's standard catalogue that an item belongs to.
    public struct Matter: Sendable, Hashable {
        /// Its code.
        public let matter: MatterReference
        /// Its name (公开事项).
        public let name: Statement
    }

    /// The item.
    public let item: PublicItem
    /// Its matter; nil where it names none, or one that the catalogue has not.
    public let matter: Matter?
    /// Its text in the small markup of bodies; nil where it is not kept here, or the item is not on line.
    public let text: String?
    /// The beginning of what was read of its first file with words; nil where it has a text of its own, or no such file.
    let fileText: String?
    /// Its files, in order.
    public let files: [File]
    /// The revision of the ledger that all of this was read at: a copy of the database may be behind the one that was asked
    /// for the revision before.
    public let revision: Int64

    /// What it is about (内容概述); nil where there is nothing to say it from. Source: 条例 Art 12(3).
    public var summary: String? { ContentSummary.of(body: text, fileText: fileText) }
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
            var (text, count, revision): (String?, Int, Int64) = (nil, 0, 0)
            var matter: PublicItemSheet.Matter?
            try transaction.each(Self.withPaper, [.text(id.office.folded), .text(id.item.text)]) {
                (row) throws(DatabaseError) in
                found = try PublicItemRows.item(row)
                text = try row.optionalText(24)
                count = try row.optionalInt(25) ?? 0
                revision = try row.int64(26)
                matter = try Self.matter(row)
            }
            guard let item = found else { return nil }
            guard item.isPublished else {
                return PublicItemSheet(item: item, matter: nil, text: nil, fileText: nil, files: [], revision: revision)
            }
            let files =
                count == 0
                ? []
                : try transaction.all(Self.files, [.text(item.body.text)]) { (row) throws(DatabaseError) in
                    PublicItemSheet.File(
                        position: try row.int(0), name: try row.text(1), byteCount: try row.int(2))
                }
            let fileText =
                files.isEmpty || text?.isEmpty == false
                ? nil
                : try transaction.first(Self.fileText, [.text(item.body.text)]) { (row) throws(DatabaseError) in
                    try row.text(0)
                }
            return PublicItemSheet(
                item: item, matter: matter, text: text, fileText: fileText, files: files, revision: revision)
        }
    }

    private static func matter(_ row: borrowing Row) throws(DatabaseError) -> PublicItemSheet.Matter? {
        guard let code = try row.optionalText(27) else { return nil }
        guard let matter = MatterReference(code) else { throw row.unexpected(27, wanted: "reference") }
        return .init(matter: matter, name: try ColumnContent.content(28, of: row, MatterContent.self).name)
    }

    private static let files: SQL =
        "SELECT position, name, byte_count FROM paper_file WHERE paper = $1 ORDER BY position"
    /// More of a text than `ContentSummary.headLimit`.
    private static let fileText: SQL = """
        SELECT substr(extracted, 1, 1400) FROM paper_file WHERE paper = $1 AND extracted <> '' ORDER BY position LIMIT 1
        """
    private static let withPaper: SQL =
        PublicItemRows.values
        + ", p.text, p.files, (SELECT number FROM ledger_revision WHERE id = 1), m.matter, m.content"
        + PublicItemRows.source + besides + " WHERE lower(o.code) = $1 AND i.item = $2"
    private static let besides: SQL =
        " LEFT JOIN paper p ON p.reference = i.body"
        + " LEFT JOIN matter_item n ON n.office = i.office AND n.item = i.item"
        + " LEFT JOIN catalogue_matter m ON m.office = n.office AND m.matter = n.matter"

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
                guard let index = IndexNumber(try row.text(6)) else { throw row.unexpected(6, wanted: "index number") }
                let (formed, documentDate) = (try row.day(7), try row.optionalDay(8))
                return PublicItemLine(
                    of: item, item: other, published: try row.day(1), title: title, category: try row.named(3),
                    index: index, dated: documentDate ?? formed,
                    documentNumber: try row.optionalText(4).flatMap { Statement($0) }, validity: try row.named(5))
            }
            return PublicNeighbours(lines: lines, revision: revision)
        }
    }

    private static let others: SQL = """
        SELECT i.item, i.published, i.title, i.category, i.document_number, i.validity,
            i.index_number, i.formed, i.document_date FROM public_item i
        WHERE i.state = 'published' AND i.office = $1 AND
        """
    private static let latest: SQL = " = $2 ORDER BY i.published DESC, i.item DESC LIMIT $3"
    private static let ofCategory: SQL = others + " i.category" + latest
    private static let ofTopic: SQL = others + " i.topic" + latest
}
