public import Database
public import Disclosure

/// The papers of applications and the hashes of query codes.
public struct SealedPaperStore: Sendable {
    let database: any Database

    /// The papers of an application in the order they came, without their contents.
    public func papers(of request: RequestNumber, office: AgencyCode) throws(DatabaseError) -> [SealedPaper] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                SealedPaperRows.list + " WHERE lower(o.code) = $1 AND p.year = $2 AND p.serial = $3"
                    + " ORDER BY p.received_at, p.reference",
                [.text(office.folded), .int(request.year), .int(request.serial)], SealedPaperRows.listed)
        }
    }

    /// A paper with its content; nil where there is none.
    public func paper(_ reference: PaperReference, of office: AgencyCode) throws(DatabaseError) -> SealedPaper? {
        try database.read { (transaction) throws(DatabaseError) in
            try SealedPaperRows.find(reference, of: office, transaction)
        }
    }

    /// The hash of the code of an application; nil where it has none.
    public func codeHash(of request: RequestNumber, office: AgencyCode) throws(DatabaseError) -> String? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                """
                SELECT a.code_hash FROM request_access a JOIN office o ON o.id = a.office
                WHERE lower(o.code) = $1 AND a.year = $2 AND a.serial = $3
                """, [.text(office.folded), .int(request.year), .int(request.serial)]
            ) { (row) throws(DatabaseError) in try row.text(0) }
        }
    }

    /// The applications of an office that are followed with the same code as another one, in the order of their numbers:
    /// those that were passed on to it, or taken apart from it.
    public func sharingCode(
        of request: RequestNumber, office: AgencyCode, at other: AgencyCode
    ) throws(DatabaseError) -> [RequestNumber] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT b.year, b.serial FROM request_access b
                JOIN office ob ON ob.id = b.office AND lower(ob.code) = $4
                JOIN office oa ON lower(oa.code) = $1
                JOIN request_access a ON a.office = oa.id AND a.year = $2 AND a.serial = $3 AND a.code_hash = b.code_hash
                WHERE NOT (b.office = a.office AND b.year = a.year AND b.serial = a.serial)
                ORDER BY b.year, b.serial
                """, [.text(office.folded), .int(request.year), .int(request.serial), .text(other.folded)]
            ) { (row) throws(DatabaseError) in RequestNumber(year: try row.int(0), serial: try row.int(1)) }
        }.compactMap { $0 }
    }

    /// The keys that papers are sealed with.
    public func keys() throws(DatabaseError) -> [String] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all("SELECT DISTINCT key_id FROM request_paper ORDER BY key_id") {
                (row) throws(DatabaseError) in try row.text(0)
            }
        }
    }

    /// Papers that are sealed with another key than one, with their contents.
    ///
    /// - Parameter limit: how many at most, 1 to 100.
    public func notSealed(with key: String, limit: Int) throws(DatabaseError) -> [SealedPaper] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                SealedPaperRows.whole + " WHERE p.key_id <> $1 ORDER BY p.office, p.reference LIMIT $2",
                [.text(key), .int(min(max(limit, 1), 100))], SealedPaperRows.paper)
        }
    }

    /// Puts papers that were sealed anew in the place of what was read.
    ///
    /// - Returns: how many were replaced; one that is gone is left out.
    @discardableResult
    public func replace(_ papers: [SealedPaper]) throws(DatabaseError) -> Int {
        try database.decide { (transaction) throws(DatabaseError) in
            var count = 0
            for paper in papers {
                guard let office = try OfficeStore.id(paper.office, transaction) else { continue }
                count += try transaction.execute(
                    """
                    UPDATE request_paper SET key_id = $3, label = $4, content = $5
                    WHERE office = $1 AND reference = $2
                    """,
                    [
                        .int64(office), .text(paper.reference.text), .text(paper.key), .blob(paper.label),
                        .blob(paper.content),
                    ])
            }
            return .commit(count)
        }
    }
}

extension LedgerTransaction {
    /// Keeps a paper; belongs beside the entry that names it.
    public func keep(_ paper: SealedPaper) throws(DatabaseError) { try SealedPaperRows.add(paper, database) }

    /// True where a paper is kept for an application.
    public func hasPaper(
        _ reference: PaperReference, of request: RequestNumber, office: AgencyCode
    ) throws(DatabaseError) -> Bool {
        try database.first(
            """
            SELECT 1 FROM request_paper p JOIN office o ON o.id = p.office
            WHERE lower(o.code) = $1 AND p.reference = $2 AND p.year = $3 AND p.serial = $4
            """, [.text(office.folded), .text(reference.text), .int(request.year), .int(request.serial)]
        ) { (row) throws(DatabaseError) in try row.int(0) } != nil
    }

    /// Keeps the hash of the code with which an application is followed.
    public func keepCode(_ hash: String, of request: RequestNumber, office: AgencyCode) throws(DatabaseError) {
        guard let id = try OfficeStore.id(office, database) else {
            throw DatabaseError(.foreignKey, message: Finding.unknownOffice(office).message)
        }
        try database.execute(
            """
            INSERT INTO request_access (office, year, serial, code_hash, created_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (office, year, serial) DO UPDATE SET code_hash = excluded.code_hash,
                created_at = excluded.created_at
            """,
            [.int64(id), .int(request.year), .int(request.serial), .text(hash), .int64(now.milliseconds)])
    }

    /// Lets the code of an application open another one too, where the first has a code and the other has none.
    public func copyCode(
        of request: RequestNumber, office: AgencyCode, to other: RequestNumber, of otherOffice: AgencyCode
    ) throws(DatabaseError) {
        guard let from = try OfficeStore.id(office, database), let to = try OfficeStore.id(otherOffice, database) else {
            return
        }
        let hash = try database.first(
            "SELECT code_hash FROM request_access WHERE office = $1 AND year = $2 AND serial = $3",
            [.int64(from), .int(request.year), .int(request.serial)]
        ) { (row) throws(DatabaseError) in try row.text(0) }
        guard let hash else { return }
        try database.execute(
            """
            INSERT INTO request_access (office, year, serial, code_hash, created_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (office, year, serial) DO NOTHING
            """,
            [.int64(to), .int(other.year), .int(other.serial), .text(hash), .int64(now.milliseconds)])
    }

    /// Takes away the papers of an application and the way to follow it; belongs beside an entry `person.erased`.
    public func forgetPapers(of request: RequestNumber, office: AgencyCode) throws(DatabaseError) {
        guard let id = try OfficeStore.id(office, database) else { return }
        let values: [Value] = [.int64(id), .int(request.year), .int(request.serial)]
        try database.execute("DELETE FROM request_paper WHERE office = $1 AND year = $2 AND serial = $3", values)
        try database.execute("DELETE FROM request_access WHERE office = $1 AND year = $2 AND serial = $3", values)
    }
}

/// Rows of the table `request_paper`.
enum SealedPaperRows {
    static let list: SQL = """
        SELECT o.code, p.reference, p.year, p.serial, p.role, p.key_id, p.byte_count, p.received_at, p.label
        FROM request_paper p JOIN office o ON o.id = p.office
        """
    static let whole: SQL = """
        SELECT o.code, p.reference, p.year, p.serial, p.role, p.key_id, p.byte_count, p.received_at, p.label, p.content
        FROM request_paper p JOIN office o ON o.id = p.office
        """

    static func listed(_ row: borrowing Row) throws(DatabaseError) -> SealedPaper { try make(row, content: []) }
    static func paper(_ row: borrowing Row) throws(DatabaseError) -> SealedPaper {
        try make(row, content: try row.blob(9))
    }

    private static func make(_ row: borrowing Row, content: [UInt8]) throws(DatabaseError) -> SealedPaper {
        guard let reference = PaperReference(try row.text(1)) else { throw row.unexpected(1, wanted: "reference") }
        guard let number = RequestNumber(year: try row.int(2), serial: try row.int(3)) else {
            throw row.unexpected(2, wanted: "request number")
        }
        return SealedPaper(
            reference, of: try row.agencyCode(0), in: number, as: try row.named(4), key: try row.text(5),
            byteCount: try row.int(6), receivedAt: try row.moment(7), label: try row.blob(8), content: content)
    }

    static func find(
        _ reference: PaperReference, of office: AgencyCode, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> SealedPaper? {
        try transaction.first(
            whole + " WHERE lower(o.code) = $1 AND p.reference = $2",
            [.text(office.folded), .text(reference.text)], paper)
    }

    static func add(_ paper: SealedPaper, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let office = try OfficeStore.id(paper.office, transaction) else {
            throw DatabaseError(.foreignKey, message: Finding.unknownOffice(paper.office).message)
        }
        try transaction.execute(
            """
            INSERT INTO request_paper (office, reference, year, serial, role, key_id, byte_count, received_at, label,
                content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int64(office), .text(paper.reference.text), .int(paper.request.year), .int(paper.request.serial),
                .text(paper.role.rawValue), .text(paper.key), .int(paper.byteCount),
                .int64(paper.receivedAt.milliseconds), .blob(paper.label), .blob(paper.content),
            ])
    }
}
