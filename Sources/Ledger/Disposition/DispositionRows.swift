internal import Database

/// Rows of what people decided.
enum DispositionRows {
    /// True where the rules found this in some version of the office and year.
    static func isKnown(_ fingerprint: String, _ key: ReportKey, _ transaction: any ReadTransaction)
        throws(DatabaseError) -> Bool
    {
        try transaction.exists(
            """
            SELECT 1 FROM report r JOIN report_check c ON c.report = r.id JOIN finding f ON f.report_check = c.id
            WHERE r.office = $1 AND r.year = $2 AND f.fingerprint = $3 LIMIT 1
            """, key.values + [.text(fingerprint)])
    }

    static func add(
        _ disposition: Disposition, _ fingerprint: String, _ key: ReportKey, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO disposition (office, year, fingerprint, kind, reason, decided_by, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            key.values + [
                .text(fingerprint), .text(disposition.kind.rawValue), .text(disposition.reason.text),
                .text(disposition.decidedBy.text), .int64(disposition.decidedAt.milliseconds),
            ])
    }

    static func latest(_ key: ReportKey, _ transaction: any ReadTransaction) throws(DatabaseError)
        -> [String: Disposition]
    {
        var latest: [String: Disposition] = [:]
        try transaction.each(
            """
            SELECT kind, reason, decided_by, decided_at, fingerprint FROM disposition
            WHERE office = $1 AND year = $2 ORDER BY id
            """, key.values
        ) { (row) throws(DatabaseError) in latest[try row.text(4)] = try disposition(row) }
        return latest
    }

    static func history(_ fingerprint: String, _ key: ReportKey, _ transaction: any ReadTransaction)
        throws(DatabaseError) -> [Disposition]
    {
        try transaction.all(
            """
            SELECT kind, reason, decided_by, decided_at FROM disposition
            WHERE office = $1 AND year = $2 AND fingerprint = $3 ORDER BY id
            """, key.values + [.text(fingerprint)], disposition)
    }

    private static func disposition(_ row: borrowing Row) throws(DatabaseError) -> Disposition {
        Disposition(
            kind: try row.named(0), reason: try row.line(1), decidedBy: try row.line(2), decidedAt: try row.moment(3))
    }
}
