internal import CivilTime
internal import Database
internal import Disclosure
internal import Search

/// Rows of what can be found.
enum SearchRows {
    /// Keeps a result in place of the one with its name.
    static func put(_ document: SearchDocument, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try remove(document.kind, of: document.office, document.subject, transaction)
        try transaction.execute(
            """
            INSERT INTO search_document (key, kind, office, subject, title, document_number, index_number, day, category,
                validity)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int64(document.key.value), .text(document.kind.rawValue), .int64(document.office),
                .text(document.subject), .text(document.title), .text(document.documentNumber),
                .text(document.indexNumber), .text(document.day.description), .text(document.category?.rawValue),
                .text(document.validity?.rawValue),
            ])
        try TermIndex.add(document.parts(), transaction)
    }

    /// Takes a result out; nothing happens where there is none.
    static func remove(
        _ kind: SearchKind, of office: Int64, _ subject: String, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        let name: [Value] = [.text(kind.rawValue), .int64(office), .text(subject)]
        let key = try transaction.first(
            "SELECT key FROM search_document WHERE kind = $1 AND office = $2 AND subject = $3", name
        ) { (row) throws(DatabaseError) in SearchKey(ofPart: try row.int64(0)) }
        guard let key else { return }
        try TermIndex.remove(key, transaction)
        try transaction.execute("DELETE FROM search_document WHERE key = $1", [.int64(key.value)])
    }

    /// Takes everything out.
    static func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        try TermIndex.clear(transaction)
        try transaction.execute("DELETE FROM search_document")
    }
}
