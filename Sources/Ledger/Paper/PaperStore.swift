public import Database
public import Disclosure

/// The papers: texts and files of items. What is kept is never changed.
public struct PaperStore: Sendable {
    let database: any Database

    /// Keeps a paper; the same content twice is kept once.
    ///
    /// - Returns: its name.
    @discardableResult
    public func keep(_ paper: Paper, at now: Moment) throws(DatabaseError) -> PaperReference {
        try database.write { (transaction) throws(DatabaseError) in
            if try PaperRows.keep(paper, at: now, transaction) { try transaction.countRevision(.nobody) }
        }
        return paper.reference
    }

    /// A paper with what is known of its files; nil where none has the name.
    public func paper(_ reference: PaperReference) throws(DatabaseError) -> KeptPaper? {
        try database.read { (transaction) throws(DatabaseError) in
            try PaperRows.find(reference, transaction)
        }
    }

    /// The bytes of a file; nil where it is not kept.
    public func bytes(of file: KeptPaper.File) throws(DatabaseError) -> [UInt8]? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                """
                SELECT d.bytes FROM paper_file f JOIN document d ON d.id = f.document
                WHERE f.paper = $1 AND f.position = $2
                """, [.text(file.paper.text), .int(file.position)]
            ) { (row) throws(DatabaseError) in try row.blob(0) }
        }
    }

    /// What was read of a file, for the search; nil where nothing was.
    public func text(of file: KeptPaper.File) throws(DatabaseError) -> String? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                "SELECT extracted FROM paper_file WHERE paper = $1 AND position = $2",
                [.text(file.paper.text), .int(file.position)]
            ) { (row) throws(DatabaseError) in try row.optionalText(0) } ?? nil
        }
    }
}

extension LedgerTransaction {
    /// Keeps a paper beside the entry that names it; the same content twice is kept once.
    ///
    /// - Returns: its name.
    @discardableResult
    public func keep(_ paper: Paper) throws(DatabaseError) -> PaperReference {
        if try PaperRows.keep(paper, at: now, database) { hasWritten = true }
        return paper.reference
    }
}
