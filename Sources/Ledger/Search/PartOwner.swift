internal import Database

/// To which result a stretch belongs, while one goes through stretches from the highest down.
///
/// First stretches tell it themselves; of the others the table is asked once a result.
struct PartOwner {
    private var known: SearchKey?
    /// The last stretch of it that was seen.
    private var part: Int64 = 0

    mutating func key(of part: Int64, _ transaction: any ReadTransaction) throws(DatabaseError) -> SearchKey {
        if SearchKey.isFirst(part) { return SearchKey(ofFirst: part) }
        if let known, known.value < part, part < self.part { return known }
        let first = try transaction.one("SELECT max(key) FROM search_document WHERE key < $1", [.int64(part)]) {
            (row) throws(DatabaseError) in try row.int64(0)
        }
        known = SearchKey(ofFirst: first)
        self.part = part
        return SearchKey(ofFirst: first)
    }
}
