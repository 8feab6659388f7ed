/// The words in which the engines' schemas differ; everything else is the same text for both.
///
/// A migration writes `{blob}`, `{identity}` … and the engine's own words take their place:
///
/// | Word | Meaning | SQLite | PostgreSQL |
/// |---|---|---|---|
/// | `{identity}` | a row number that is never used twice, primary key | `INTEGER PRIMARY KEY AUTOINCREMENT` | `bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY` |
/// | `{int}` | whole number of 64 bits | `INTEGER` | `bigint` |
/// | `{double}` | floating number | `REAL` | `double precision` |
/// | `{text}` | text, compared by its bytes | `TEXT` | `text COLLATE "C"` |
/// | `{blob}` | bytes | `BLOB` | `bytea` |
/// | `{table}` | end of a table | `STRICT` | nothing |
/// | `{clustered}` | end of a table kept in the order of its primary key | `STRICT, WITHOUT ROWID` | nothing |
public enum Dialect: String, Sendable, Hashable, CaseIterable {
    /// SQLite 3.37 or later.
    case sqlite
    /// PostgreSQL 13 or later.
    case postgresql

    /// A schema statement in this engine's words. A word in braces that is not in the table stays as it is.
    public func render(_ statement: SQL) -> SQL { statement.replacing(words) }

    private var words: [(neutral: String, own: String)] {
        switch self {
        case .sqlite:
            [
                ("identity", "INTEGER PRIMARY KEY AUTOINCREMENT"), ("int", "INTEGER"), ("double", "REAL"),
                ("text", "TEXT"), ("blob", "BLOB"), ("table", "STRICT"), ("clustered", "STRICT, WITHOUT ROWID"),
            ]
        case .postgresql:
            [
                ("identity", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"), ("int", "bigint"),
                ("double", "double precision"), ("text", "text COLLATE \"C\""), ("blob", "bytea"), ("table", ""),
                ("clustered", ""),
            ]
        }
    }
}
