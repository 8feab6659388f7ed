internal import Database
internal import Search

/// The index over words in the words of each engine: the only place where they differ.
///
/// Both keep the terms of `TermScanner` with their places. SQLite calls it itself, by the tokenizer of the driver; for
/// PostgreSQL the `tsvector` is composed here.
enum TermIndex {
    /// Where words must stand; each stage also takes what the ones above it take.
    enum Stage: Int, CaseIterable {
        case files, body, labels, title

        /// The columns of SQLite.
        var columns: String {
            switch self {
            case .files: ""
            case .body: "{title labels body} : "
            case .labels: "{title labels} : "
            case .title: "{title} : "
            }
        }
        /// The weights of PostgreSQL.
        var weights: String {
            switch self {
            case .files: ""
            case .body: "ABC"
            case .labels: "AB"
            case .title: "A"
            }
        }
    }

    // MARK: Keeping

    /// Adds stretches to the table and to the index.
    static func add(
        _ parts: [SearchPart], at key: SearchKey, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        let rows = parts.enumerated().map { number, part in part.values(at: key.part(number)) }
        switch transaction.dialect {
        case .sqlite:
            for row in rows {
                try transaction.execute(insert + ") VALUES ($1, $2, $3, $4, $5, $6)", row)
                try transaction.execute(
                    """
                    INSERT INTO search_part_term (rowid, marks, title, labels, body, files)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """, row)
            }
        case .postgresql:
            try transaction.execute(
                insert + ", terms) VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS tsvector))",
                each: zip(parts, rows).map { part, row in row + [.text(TermVector(of: part).text)] })
        }
    }

    private static let insert: SQL = "INSERT INTO search_part (key, marks, title, labels, body, files"

    /// Takes the stretches with some keys out of the table and the index.
    static func remove(_ keys: Range<Int64>, _ transaction: any WriteTransaction) throws(DatabaseError) {
        let range: [Value] = [.int64(keys.lowerBound), .int64(keys.upperBound - 1)]
        // Before the table: the index looks there for the words that it must forget.
        if transaction.dialect == .sqlite {
            try transaction.execute("DELETE FROM search_part_term WHERE rowid BETWEEN $1 AND $2", range)
        }
        try transaction.execute("DELETE FROM search_part WHERE key BETWEEN $1 AND $2", range)
    }

    /// Empties the table and the index.
    static func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        if transaction.dialect == .sqlite {
            try transaction.execute("INSERT INTO search_part_term (search_part_term) VALUES ('delete-all')")
        }
        try transaction.execute("DELETE FROM search_part")
    }

    /// Many stretches are about to be added: what is added is not put in order until `endBulk`.
    ///
    /// SQLite writes a piece of the index for each megabyte of places and merges pieces as they come, several times over;
    /// merged once at the end they cost a third less in all, and a search looks into one piece only. The fewer the pieces, the
    /// cheaper that merge, and the larger, the less of them stays beside the processor while it is filled: sixteen megabytes
    /// cost least for 200,000 documents. There can be 2,000 pieces in all, after which nothing more would be taken: so they are
    /// merged when there are 500.
    static func beginBulk(_ transaction: any WriteTransaction) throws(DatabaseError) {
        guard transaction.dialect == .sqlite else { return }
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('automerge', 0)")
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('crisismerge', 500)")
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('hashsize', 16777216)")
    }

    /// Puts in order what was added since `beginBulk`.
    static func endBulk(_ transaction: any WriteTransaction) throws(DatabaseError) {
        guard transaction.dialect == .sqlite else { return }
        try transaction.execute("INSERT INTO search_part_term (search_part_term) VALUES ('optimize')")
        // As the library has them unless told.
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('automerge', 4)")
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('crisismerge', 16)")
        try transaction.execute("INSERT INTO search_part_term (search_part_term, rank) VALUES ('hashsize', 1048576)")
    }

    /// Makes the index anew from the texts of the table; PostgreSQL keeps it beside them and has nothing to do.
    static func remake(_ transaction: any WriteTransaction) throws(DatabaseError) {
        guard transaction.dialect == .sqlite else { return }
        try beginBulk(transaction)
        try transaction.execute("INSERT INTO search_part_term (search_part_term) VALUES ('rebuild')")
        try endBulk(transaction)
    }

    // MARK: Finding

    /// The keys of stretches that fit, the highest first.
    ///
    /// - Parameters:
    ///   - range: keys that are looked at.
    ///   - limit: how many at most.
    static func keys(
        _ phrases: [SearchPhrase], _ marks: [[SearchMark]], in stage: Stage, _ range: ClosedRange<Int64>, limit: Int,
        _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [Int64] {
        let query = query(phrases, marks, in: stage, transaction.dialect)
        return try transaction.all(
            transaction.dialect == .sqlite ? found(with: "") : foundInVectors,
            [.text(query), .int64(range.lowerBound), .int64(range.upperBound), .int(limit)]
        ) { (row) throws(DatabaseError) in try row.int64(0) }
    }

    /// The same in all columns, each with its stage; nil where none is wanted, or the engine cannot tell it in the same look.
    static func found(
        _ phrases: [SearchPhrase], _ marks: [[SearchMark]], _ range: ClosedRange<Int64>, limit: Int, isPlaced: Bool,
        _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [(key: Int64, stage: Int?)] {
        guard isPlaced, transaction.dialect == .sqlite else {
            return try keys(phrases, marks, in: .files, range, limit: limit, transaction).map { ($0, nil) }
        }
        return try transaction.all(
            found(with: worth),
            [
                .text(query(phrases, marks, in: .files, .sqlite)), .int64(range.lowerBound), .int64(range.upperBound),
                .int(limit), .int(phrases.count),
            ]
        ) { (row) throws(DatabaseError) in (try row.int64(0), Int(try row.int64(1))) }
    }

    private static func found(with more: SQL) -> SQL {
        "SELECT rowid" + more
            + """
             FROM search_part_term WHERE search_part_term MATCH $1 AND rowid >= $2 AND rowid <= $3
            ORDER BY rowid DESC LIMIT $4
            """
    }

    /// The numbers of the stages by the columns of the table: body, title, labels, files, marks.
    private static let worth: SQL = ", phrase_place(search_part_term, $5, 1, 3, 2, 0, 0)"

    private static let foundInVectors: SQL = """
        SELECT key FROM search_part WHERE terms @@ CAST($1 AS tsquery) AND key >= $2 AND key <= $3
        ORDER BY key DESC LIMIT $4
        """

    /// The question in the engine's words; what people typed stands in it as quoted terms only.
    static func query(
        _ phrases: [SearchPhrase], _ marks: [[SearchMark]], in stage: Stage, _ dialect: Dialect
    ) -> String {
        switch dialect {
        case .sqlite:
            let words = phrases.map { $0.terms.map(quoted).joined(separator: " + ") }.joined(separator: " AND ")
            let narrow = marks.map { list in
                "marks : (" + list.map { quoted(SearchMark.joined([$0])) }.joined(separator: " OR ") + ")"
            }
            return (["\(stage.columns)(\(words))"] + narrow).joined(separator: " AND ")
        case .postgresql:
            let weights = stage.weights.isEmpty ? "" : ":" + stage.weights
            let words = phrases.map { phrase in
                "(" + phrase.terms.map { TermVector.quoted($0) + weights }.joined(separator: " <-> ") + ")"
            }
            let narrow = marks.map { list in
                "(" + list.map { TermVector.quoted($0.text) }.joined(separator: " | ") + ")"
            }
            return (words + narrow).joined(separator: " & ")
        }
    }

    private static func quoted(_ term: String) -> String {
        "\"" + term.replacing("\"", with: "\"\"") + "\""
    }
}
