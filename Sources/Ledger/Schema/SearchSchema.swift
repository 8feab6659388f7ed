internal import Database

/// What can be found by its words: everything that is published, and nothing else.
enum SearchSchema {
    static let migration = Migration(
        10, "search over what is published", [document, documentBySubject, documentByTitle, part, terms])

    static let order = Migration(
        16, "the index over words, with the text in its first column", ["{terms_anew} search_part"])

    /// Changes no table: what was kept under longer keys is put in anew, in the same transaction.
    static let seats = Migration(19, "results sit side by side", [])

    /// One row a result. The key grows with the day of publication, so that the newest come first without sorting.
    private static let document: SQL = """
        CREATE TABLE search_document (
            key {int} NOT NULL PRIMARY KEY,
            kind {text} NOT NULL,
            office {int} NOT NULL REFERENCES office (id),
            subject {text} NOT NULL,
            title {text} NOT NULL,
            document_number {text},
            index_number {text},
            day {text} NOT NULL,
            category {text},
            validity {text}
        ) {table}
        """
    private static let documentBySubject: SQL =
        "CREATE UNIQUE INDEX search_document_by_subject ON search_document (kind, office, subject)"
    private static let documentByTitle: SQL = "CREATE INDEX search_document_by_title ON search_document (title, key)"

    /// The texts of a result, in stretches that every engine can index; the title and the labels stand with each.
    private static let part: SQL = """
        CREATE TABLE search_part (
            key {int} NOT NULL PRIMARY KEY,
            marks {text} NOT NULL,
            title {text} NOT NULL,
            labels {text} NOT NULL,
            body {text} NOT NULL,
            files {text} NOT NULL
        ) {table}
        """
    private static let terms: SQL = "{terms} search_part"
}
