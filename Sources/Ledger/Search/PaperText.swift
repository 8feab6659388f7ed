internal import BodyMarkup
internal import Database
internal import Disclosure

/// What can be searched of a paper.
struct PaperText {
    /// The text without its markup.
    var body = ""
    /// The names of its files and what was read of them, one after the other.
    var files = ""

    /// The text of a paper and of its files; nothing of one that is not kept here.
    static func of(_ reference: PaperReference, _ transaction: any ReadTransaction) throws(DatabaseError) -> PaperText {
        let body = try transaction.first("SELECT text FROM paper WHERE reference = $1", [.text(reference.text)]) {
            (row) throws(DatabaseError) in BodyText(try row.text(0)).plainText
        }
        guard let body else { return PaperText() }
        let files = try transaction.all(
            "SELECT name, extracted FROM paper_file WHERE paper = $1 ORDER BY position", [.text(reference.text)]
        ) { (row) throws(DatabaseError) in
            [try row.text(0), try row.optionalText(1)].compactMap { $0 }.joined(separator: "\n")
        }
        return PaperText(body: body, files: files.joined(separator: "\n"))
    }
}
