internal import AnnualReport
internal import Database

/// Rows of versions of reports.
enum ReportRows {
    /// What tells whether a report is the latest version already.
    struct Latest {
        let id: Int64
        let number: Int
        let document: Digest
        let json: Digest
    }

    static func latest(_ key: ReportKey, _ transaction: any ReadTransaction) throws(DatabaseError) -> Latest? {
        try transaction.first(
            """
            SELECT r.id, r.version, d.digest, r.json_digest FROM report r JOIN document d ON d.id = r.document
            WHERE r.office = $1 AND r.year = $2 ORDER BY r.version DESC LIMIT 1
            """, key.values
        ) { (row) throws(DatabaseError) in
            Latest(id: try row.int64(0), number: try row.int(1), document: try row.digest(2), json: try row.digest(3))
        }
    }

    static func add(
        _ submission: ReportSubmission, key: ReportKey, number: Int, document: Int64, json: Digest, at now: Moment,
        _ transaction: any WriteTransaction
    ) throws(DatabaseError) -> Int64 {
        let report = submission.report
        let unreadable = report.cells.count { $0.state == .unreadable }
        return try transaction.one(
            """
            INSERT INTO report (office, year, version, document, document_name, edition, is_mixed, title, unreadable,
                json_digest, read_at, json)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
            """,
            key.values + [
                .int(number), .int64(document), .text(submission.documentName), .text(report.form.edition.rawValue),
                .bool(report.form.isMixed), .text(report.title), .int(unreadable), .text(json.hex),
                .int64(now.milliseconds), .blob(submission.json),
            ]
        ) { (row) throws(DatabaseError) in try row.int64(0) }
    }

    /// A version with its findings, as it is now; the latest where no number is given.
    static func stored(
        _ office: AgencyCode, _ year: ReportYear, number: Int?, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> StoredReport? {
        let wanted: SQL = number == nil ? " ORDER BY r.version DESC LIMIT 1" : " AND r.version = $3"
        let values: [Value] = [.text(office.folded), .int(year.number)] + (number.map { [.int($0)] } ?? [])
        let found = try transaction.first(columns + ", r.id, r.office, r.json" + source + wanted, values) {
            (row) throws(DatabaseError) in
            (try version(row), id: try row.int64(11), office: try row.int64(12), json: try row.blob(13))
        }
        guard let found else { return nil }
        let dispositions = try DispositionRows.latest(ReportKey(office: found.office, year: year), transaction)
        let check = try CheckRows.latest(report: found.id, dispositions: dispositions, transaction)
        return StoredReport(version: found.0, json: found.json, check: check)
    }

    static func versions(_ office: AgencyCode, _ year: ReportYear, _ transaction: any ReadTransaction)
        throws(DatabaseError) -> [ReportVersion]
    {
        try transaction.all(
            columns + source + " ORDER BY r.version DESC", [.text(office.folded), .int(year.number)], version)
    }

    private static let columns: SQL = """
        SELECT o.code, r.year, r.version, d.digest, r.document_name, d.format, r.edition, r.is_mixed, r.title,
            r.unreadable, r.read_at
        """
    private static let source: SQL = """
         FROM report r JOIN office o ON o.id = r.office JOIN document d ON d.id = r.document
        WHERE lower(o.code) = $1 AND r.year = $2
        """

    private static func version(_ row: borrowing Row) throws(DatabaseError) -> ReportVersion {
        ReportVersion(
            office: try row.agencyCode(0), year: try row.year(1), number: try row.int(2), document: try row.digest(3),
            documentName: try row.text(4), documentFormat: try row.text(5),
            form: .of(try row.named(6), mixed: try row.bool(7)), title: try row.text(8), unreadable: try row.int(9),
            readAt: try row.moment(10))
    }
}
