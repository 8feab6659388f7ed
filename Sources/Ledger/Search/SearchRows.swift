internal import CivilTime
internal import Database
internal import Disclosure
internal import Search

/// Rows of what can be found.
enum SearchRows {
    /// Keeps a result in place of the one with its name.
    static func put(_ document: SearchDocument, _ transaction: any WriteTransaction) throws(DatabaseError) {
        let old = try keys(of: document.kind, of: document.office, document.subject, transaction)
        if let old { try remove(old, transaction) }
        let parts = document.parts()
        let key = try key(of: document, parts.count, old, transaction)
        try transaction.execute(
            """
            INSERT INTO search_document (key, kind, office, subject, title, document_number, index_number, day, category,
                validity)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int64(key.value), .text(document.kind.rawValue), .int64(document.office),
                .text(document.subject), .text(document.title), .text(document.documentNumber),
                .text(document.indexNumber), .text(document.day.description), .text(document.category?.rawValue),
                .text(document.validity?.rawValue),
            ])
        try TermIndex.add(parts, at: key, transaction)
    }

    /// Takes a result out; nothing happens where there is none.
    static func remove(
        _ kind: SearchKind, of office: Int64, _ subject: String, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        guard let old = try keys(of: kind, of: office, subject, transaction) else { return }
        try remove(old, transaction)
    }

    private static func remove(_ keys: Range<Int64>, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try TermIndex.remove(keys, transaction)
        try transaction.execute("DELETE FROM search_document WHERE key = $1", [.int64(keys.lowerBound)])
    }

    // MARK: Seats

    /// The keys that a result has to itself: from its own to that of the next.
    private static func keys(
        of kind: SearchKind, of office: Int64, _ subject: String, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> Range<Int64>? {
        try transaction.first(
            """
            SELECT s.key, coalesce((SELECT min(n.key) FROM search_document n WHERE n.key > s.key), s.key + $4)
            FROM search_document s WHERE s.kind = $1 AND s.office = $2 AND s.subject = $3
            """,
            [.text(kind.rawValue), .int64(office), .text(subject), .int(2 * SearchKey.partLimit)]
        ) { (row) throws(DatabaseError) in try row.int64(0)..<(try row.int64(1)) }
    }

    /// The key of a result that is about to be kept.
    ///
    /// - Parameters:
    ///   - count: how many stretches it has.
    ///   - old: the keys that it had.
    private static func key(
        of document: SearchDocument, _ count: Int, _ old: Range<Int64>?, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> SearchKey {
        switch document.seat {
        case .report(let row): return SearchKey(report: row, on: document.day)
        case .item(let isAnotherVersion):
            let seats = SearchKey.items(of: document.day)
            if !isAnotherVersion, let old, seats.contains(old.lowerBound) {
                let key = SearchKey(ofFirst: old.lowerBound)
                if key.part(count - 1) < old.upperBound { return key }
            }
            let last = try transaction.one(
                "SELECT max(key) FROM search_part WHERE key >= $1 AND key < $2",
                [.int64(seats.lowerBound), .int64(seats.upperBound)]
            ) { (row) throws(DatabaseError) in try row.isNull(0) ? nil : row.int64(0) }
            let key = SearchKey(ofFirst: last.map { ($0 | 1) + 1 } ?? seats.lowerBound)
            guard key.part(count - 1) < seats.upperBound else {
                throw DatabaseError(
                    .full, message: "\(document.day.chineseText)公开的信息过多，检索放不下了。请把其中一部分改为其他公开日期。",
                    detail: "no seat for \(count) stretches on \(document.day)")
            }
            return key
        }
    }

    /// Takes everything out.
    static func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        try TermIndex.clear(transaction)
        try transaction.execute("DELETE FROM search_document")
    }
}
