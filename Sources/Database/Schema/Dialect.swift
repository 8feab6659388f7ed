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
///
/// Statements that read and change rows are written once. What to keep to, so that both engines answer the same:
///
/// - A truth is a whole number. What a comparison or `EXISTS` gives is read as 0 or 1 on both; in a table it is `{int}`.
/// - `sum` and `count` of whole numbers are read as whole numbers and `avg` as a floating number on both, without CAST.
/// - `INSERT … ON CONFLICT`, `RETURNING`, `WITH`, window functions, `coalesce`, `length`, `substr`, `||` are the same;
///   `INSERT OR IGNORE`, `max(a, b)` with two arguments, `ifnull`, `GLOB` and `rowid` are not.
/// - `LIKE` heeds case on PostgreSQL only: compare `lower(…)`, which knows ASCII letters on both.
/// - Whole numbers are divided to whole numbers on both; overflow is an error on both.
/// - NULL is sorted first by SQLite and last by PostgreSQL: write `NULLS FIRST` or `NULLS LAST`.
/// - A row number of `{identity}` is given by the engine; `INSERT` does not name the column.
/// - The kind of a value is that of its column: text for a `{text}`, bytes for a `{blob}`; a whole number is taken for a
///   `{double}`, and a floating number without fraction for an `{int}`.
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
