internal import CivilTime
internal import Database
internal import Disclosure
internal import Search

/// The items that are on line, as they can be found; what is taken back is gone in the same transaction.
struct SearchProjection: Projection {
    static let name = "search"
    static let subjects: Set<SubjectKind> = [.item]
    static let tables = [
        ProjectionTable(
            name: "search_part", clear: "DELETE FROM search_part",
            dump: "SELECT key, marks, title, labels, body, files FROM search_part ORDER BY key"),
        ProjectionTable(
            name: "search_document", clear: "DELETE FROM search_document",
            dump: "SELECT * FROM search_document ORDER BY key"),
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let change = OnLineChange(step), change.isVisible else { return }
        let item = change.item
        guard let published = change.after else {
            return try SearchRows.remove(.item, of: step.office.id, item.reference.text, transaction)
        }
        let content = published.content
        let serial =
            change.isAnotherVersion
            ? step.entry.serial
            : try Self.serial(of: item.reference, at: step.office, transaction) ?? step.entry.serial
        let paper = try PaperText.of(content.body, transaction)
        try SearchRows.put(
            SearchDocument(
                key: SearchKey(published.day, kind: .item, serial: serial), kind: .item, office: step.office.id,
                subject: item.reference.text, title: content.title.text, documentNumber: content.documentNumber?.text,
                indexNumber: published.publication.index.text, day: published.day, year: published.day.year,
                category: content.category, validity: item.validity,
                labels: ([content.publisher, content.topic].compactMap { $0 } + (content.keywords ?? [])).map(\.text),
                body: paper.body, files: paper.files), transaction)
    }

    func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        try SearchRows.clear(transaction)
        try TermIndex.beginBulk(transaction)
    }

    /// Reports are no entries: they are put back from where they are kept.
    func finish(_ transaction: any WriteTransaction) throws(DatabaseError) {
        try ReportSearchRows.addAll(transaction)
        try TermIndex.endBulk(transaction)
    }

    /// The number under which an item stands already.
    private static func serial(
        of item: ItemReference, at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> Int64? {
        try transaction.first(
            "SELECT key FROM search_document WHERE kind = 'item' AND office = $1 AND subject = $2",
            [.int64(office.id), .text(item.text)]
        ) { (row) throws(DatabaseError) in SearchKey(ofPart: try row.int64(0)).serial }
    }
}
