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
        let paper = try PaperText.of(content.body, transaction)
        try SearchRows.put(
            SearchDocument(
                seat: .item(isAnotherVersion: change.isAnotherVersion), office: step.office.id,
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
}
