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
/// | `{terms} search_part` | a statement of its own: the index over the words of the table's rows, see `docs/search.md` | a table `search_part_term` of FTS5 | a column `terms` with a GIN index |
/// | `{terms_anew} search_part` | a statement of its own: the same index in place of the one an older program made | the table made and filled again | nothing |
/// | `{append_only} entry` | a statement of its own: rows of the table can be added, never changed or removed | triggers | triggers |
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

    /// The statements of this engine that one neutral statement of a migration stands for, in order.
    public func statements(for neutral: SQL) -> [SQL] {
        if let table = neutral.words(after: "{terms} ") { return terms(of: table) }
        if let table = neutral.words(after: "{terms_anew} ") { return termsAnew(of: table) }
        guard let table = neutral.words(after: "{append_only} ") else { return [render(neutral)] }
        switch self {
        case .sqlite:
            // REPLACE would remove rows unseen, but for `recursive_triggers`, which the driver switches on.
            return [
                "CREATE TRIGGER " + table + "_keeps_rows BEFORE UPDATE ON " + table
                    + " BEGIN SELECT RAISE(ABORT, 'append-only'); END",
                "CREATE TRIGGER " + table + "_loses_no_rows BEFORE DELETE ON " + table
                    + " BEGIN SELECT RAISE(ABORT, 'append-only'); END",
            ]
        case .postgresql:
            // ENABLE ALWAYS: also for a session that plays the part of a replica, where ordinary triggers sleep.
            return [
                """
                CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN
                    RAISE EXCEPTION 'append-only' USING ERRCODE = 'GK001', TABLE = TG_TABLE_NAME;
                END
                $body$
                """,
                "CREATE TRIGGER " + table + "_keeps_rows BEFORE UPDATE OR DELETE ON " + table
                    + " FOR EACH ROW EXECUTE FUNCTION refuse_change()",
                "CREATE TRIGGER " + table + "_loses_no_rows BEFORE TRUNCATE ON " + table
                    + " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
                "ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + table + "_keeps_rows, ENABLE ALWAYS TRIGGER "
                    + table + "_loses_no_rows",
            ]
        }
    }

    /// The index over the words of a table with the columns `key`, `marks`, `title`, `labels`, `body`, `files`.
    private func terms(of table: SQL) -> [SQL] {
        switch self {
        case .sqlite:
            [Self.termTable(of: table), termOrder(table, Self.termPage)]
        case .postgresql:
            [
                "ALTER TABLE " + table + " ADD COLUMN terms tsvector NOT NULL DEFAULT ''::tsvector",
                // Without a list of what is still to be sorted in, which every search would have to go through.
                "CREATE INDEX " + table + "_by_term ON " + table + " USING gin (terms) WITH (fastupdate = off)",
            ]
        }
    }

    /// The words are kept once, in the table itself. Nothing is ranked by lengths, so they are not kept.
    ///
    /// The column with most of the words stands first: only the others are named at each place of a word.
    private static func termTable(of table: SQL) -> SQL {
        "CREATE VIRTUAL TABLE " + table + "_term USING fts5(body, title, labels, files, marks, content='" + table
            + "', content_rowid='key', columnsize=0, tokenize='gongkai')"
    }

    /// Bytes of a page of the index. The newest come first, so a page is gone through from its end, which has to be found from
    /// its beginning: of two words that must both occur, small pages take half the time.
    private static let termPage: SQL = "'pgsz', 1000"

    /// The table made again, for one whose columns stood in another order.
    private func termsAnew(of table: SQL) -> [SQL] {
        switch self {
        case .postgresql: []
        case .sqlite:
            [
                "DROP TABLE " + table + "_term", Self.termTable(of: table), termOrder(table, Self.termPage),
                termOrder(table, "'automerge', 0"),
                termOrder(table, "'crisismerge', 1999"),
                "INSERT INTO " + table + "_term (" + table + "_term) VALUES ('rebuild')",
                "INSERT INTO " + table + "_term (" + table + "_term) VALUES ('optimize')",
                termOrder(table, "'automerge', 4"), termOrder(table, "'crisismerge', 16"),
            ]
        }
    }

    private func termOrder(_ table: SQL, _ order: SQL) -> SQL {
        "INSERT INTO " + table + "_term (" + table + "_term, rank) VALUES (" + order + ")"
    }

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
