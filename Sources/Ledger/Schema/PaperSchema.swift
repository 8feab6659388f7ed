internal import Database

/// The tables of the papers: texts and files of items, outside the entries and named by their content.
enum PaperSchema {
    static let migration = Migration(
        9, "papers: texts and files of items",
        [paper, "{append_only} paper", paperFile, fileByDocument, "{append_only} paper_file"])

    /// A text with its files; the name is made of the content, so that an entry that names it guards it.
    private static let paper: SQL = """
        CREATE TABLE paper (
            reference {text} NOT NULL PRIMARY KEY,
            made_at {int} NOT NULL,
            files {int} NOT NULL CHECK (files >= 0),
            text {text} NOT NULL
        ) {table}
        """

    /// The files in their order; the bytes lie with the documents, once for all papers that have them. What was read of a
    /// file stands last.
    private static let paperFile: SQL = """
        CREATE TABLE paper_file (
            paper {text} NOT NULL REFERENCES paper (reference),
            position {int} NOT NULL CHECK (position >= 1),
            name {text} NOT NULL,
            format {text} NOT NULL,
            byte_count {int} NOT NULL CHECK (byte_count >= 0),
            digest {text} NOT NULL,
            document {int} NOT NULL REFERENCES document (id),
            remark {text},
            extracted {text},
            PRIMARY KEY (paper, position)
        ) {table}
        """
    private static let fileByDocument: SQL = "CREATE INDEX paper_file_by_document ON paper_file (document)"
}
