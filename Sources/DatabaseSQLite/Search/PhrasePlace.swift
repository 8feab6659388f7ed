internal import CSQLite
internal import Database

/// In how good a column the phrases of a question stand, as a function of FTS5:
/// `phrase_place(table, phrases, first, second, …)`.
///
/// `phrases` is how many phrases of the question count, from its first; `first`, `second` … say how good each column of the
/// table is. A phrase is worth its best column, and the row what its least phrase is worth. So one look through the index
/// tells rows apart that would else be asked for once for each set of columns.
enum PhrasePlace {
    /// What statements call it.
    static let name = "phrase_place"

    /// Makes it known to a connection.
    static func register(with engine: FullTextEngine) throws(DatabaseError) {
        try engine.require(
            engine.api.pointee.xCreateFunction?(
                engine.api, name, nil,
                { extensions, row, result, count, values in
                    guard let extensions, let row, let values, count >= 2 else {
                        return sqlite3_result_error_code(result, SQLITE_MISUSE)
                    }
                    // The library does not look whether there is such a phrase.
                    let phrases = sqlite3_value_int(values[0])
                    guard phrases >= 0, phrases <= extensions.pointee.xPhraseCount?(row) ?? 0 else {
                        return sqlite3_result_error_code(result, SQLITE_RANGE)
                    }
                    let worths = UnsafeBufferPointer(start: values, count: Int(count)).dropFirst()
                    var least = Int32.max
                    for phrase in 0..<phrases {
                        var best = Int32.min
                        let status = PhrasePlace.eachColumn(of: phrase, extensions.pointee, row) { column in
                            guard worths.indices.contains(Int(column) + 1) else { return }
                            best = max(best, sqlite3_value_int(worths[Int(column) + 1]))
                        }
                        guard status == SQLITE_OK else { return sqlite3_result_error_code(result, status) }
                        least = min(least, best)
                    }
                    sqlite3_result_int(result, least)
                }, nil))
    }

    private static func eachColumn(
        of phrase: Int32, _ extensions: Fts5ExtensionApi, _ row: OpaquePointer, _ take: (Int32) -> Void
    ) -> Int32 {
        var places = Fts5PhraseIter()
        var column: Int32 = -1
        let status = extensions.xPhraseFirstColumn?(row, phrase, &places, &column) ?? SQLITE_MISUSE
        guard status == SQLITE_OK else { return status }
        while column >= 0 {
            take(column)
            extensions.xPhraseNextColumn?(row, &places, &column)
        }
        return SQLITE_OK
    }
}
