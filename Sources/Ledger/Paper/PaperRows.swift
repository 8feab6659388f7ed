internal import Database
internal import Disclosure

/// Rows of the tables `paper` and `paper_file`.
enum PaperRows {
    static let columns: SQL = "SELECT reference, made_at, text FROM paper"
    private static let fileColumns: SQL = """
        SELECT paper, position, name, format, byte_count, digest, remark, extracted IS NOT NULL FROM paper_file
        """

    private static func file(
        _ row: borrowing Row, of paper: PaperReference
    ) throws(DatabaseError) -> KeptPaper.File {
        KeptPaper.File(
            paper: paper, position: try row.int(1), name: try row.text(2), format: try row.text(3),
            byteCount: try row.int(4), digest: try row.digest(5), remark: try row.optionalText(6),
            hasText: try row.bool(7))
    }

    static func find(
        _ reference: PaperReference, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> KeptPaper? {
        let head = try transaction.first(columns + " WHERE reference = $1", [.text(reference.text)]) {
            (row) throws(DatabaseError) in (try row.moment(1), try row.text(2))
        }
        guard let head else { return nil }
        return KeptPaper(
            reference: reference, madeAt: head.0, text: head.1, files: try files(of: reference, transaction))
    }

    /// The files of a paper, in order.
    static func files(
        of reference: PaperReference, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [KeptPaper.File] {
        try transaction.all(ofPaper, [.text(reference.text)]) { (row) throws(DatabaseError) in
            try file(row, of: reference)
        }
    }

    private static let ofPaper: SQL = fileColumns + " WHERE paper = $1 ORDER BY position"

    /// A paper with the bytes of its files; nil where it is not kept, or not what its name says.
    static func copy(
        _ reference: PaperReference, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> CopiedPaper? {
        guard let kept = try find(reference, transaction) else { return nil }
        let files = try transaction.all(
            """
            SELECT f.name, d.bytes, f.extracted, f.remark FROM paper_file f JOIN document d ON d.id = f.document
            WHERE f.paper = $1 ORDER BY f.position
            """, [.text(reference.text)]
        ) { (row) throws(DatabaseError) in
            Paper.File(
                try row.text(0), try row.blob(1), text: try row.optionalText(2), remark: try row.optionalText(3))
        }
        guard let paper = try? Paper(kept.text, files: files, limits: .none), paper.reference == reference else {
            return nil
        }
        return CopiedPaper(paper: paper, madeAt: kept.madeAt)
    }

    /// Keeps a paper unless it is kept already.
    ///
    /// - Returns: true where it was not kept before.
    static func keep(
        _ paper: Paper, at now: Moment, _ transaction: any WriteTransaction
    ) throws(DatabaseError) -> Bool {
        let isKept = try transaction.exists(
            "SELECT 1 FROM paper WHERE reference = $1", [.text(paper.reference.text)])
        guard !isKept else { return false }
        try transaction.execute(
            "INSERT INTO paper (reference, made_at, files, text) VALUES ($1, $2, $3, $4)",
            [.text(paper.reference.text), .int64(now.milliseconds), .int(paper.files.count), .text(paper.text)])
        for (index, file) in paper.files.enumerated() {
            let document = try DocumentStore.keep(
                file.bytes, digest: file.digest, name: file.name, format: file.format, at: now, transaction)
            try transaction.execute(
                """
                INSERT INTO paper_file (paper, position, name, format, byte_count, digest, document, remark, extracted)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    .text(paper.reference.text), .int(index + 1), .text(file.name), .text(file.format),
                    .int(file.bytes.count), .text(file.digest.hex), .int64(document), .text(file.remark),
                    .text(file.text),
                ])
        }
        return true
    }
}
