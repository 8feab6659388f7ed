internal import AnnualReport
internal import Database

/// Rows of where each office and year stands: kept up to date by every write that touches one.
enum StandingRows {
    /// Counts an office and year anew from its latest version, the last run of the rules and the latest decisions.
    static func refresh(_ key: ReportKey, _ transaction: any WriteTransaction) throws(DatabaseError) {
        let current = try transaction.one(
            """
            SELECT r.id, r.version, r.edition, r.unreadable, c.id, c.not_assessable
            FROM report r JOIN report_check c ON c.report = r.id
            WHERE r.office = $1 AND r.year = $2 ORDER BY r.version DESC, c.run DESC LIMIT 1
            """, key.values
        ) { (row) throws(DatabaseError) in
            (
                report: try row.int64(0), version: try row.int(1), edition: try row.text(2),
                unreadable: try row.int(3), check: try row.int64(4), notAssessable: try row.int(5)
            )
        }
        let dispositions = try DispositionRows.latest(key, transaction)
        var failed: [Severity: Int] = [:]
        var settled: [Severity: Int] = [:]
        try transaction.each(
            "SELECT severity, fingerprint FROM finding WHERE report_check = $1 AND outcome = $2",
            [.int64(current.check), .text(RuleOutcome.fail.rawValue)]
        ) { (row) throws(DatabaseError) in
            let severity: Severity = try row.named(0)
            failed[severity, default: 0] += 1
            if dispositions[try row.text(1)]?.kind.settles == true { settled[severity, default: 0] += 1 }
        }
        try transaction.execute(
            """
            INSERT INTO report_standing (office, year, report, report_check, version, edition, errors, warnings, notices,
                not_assessable, unreadable, settled_errors, settled_warnings)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (office, year) DO UPDATE SET report = excluded.report, report_check = excluded.report_check,
                version = excluded.version, edition = excluded.edition, errors = excluded.errors,
                warnings = excluded.warnings, notices = excluded.notices, not_assessable = excluded.not_assessable,
                unreadable = excluded.unreadable, settled_errors = excluded.settled_errors,
                settled_warnings = excluded.settled_warnings
            """,
            key.values + [
                .int64(current.report), .int64(current.check), .int(current.version), .text(current.edition),
                .int(failed[.error] ?? 0), .int(failed[.warning] ?? 0), .int(failed[.notice] ?? 0),
                .int(current.notAssessable), .int(current.unreadable), .int(settled[.error] ?? 0),
                .int(settled[.warning] ?? 0),
            ])
    }

    /// Every standing, or those of one office.
    static func all(_ office: AgencyCode?, _ transaction: any ReadTransaction) throws(DatabaseError)
        -> [ReportStanding]
    {
        let columns: SQL = """
            SELECT o.code, o.full_name, o.short_name, s.year, s.version, s.edition, s.errors, s.warnings, s.notices,
                s.not_assessable, s.unreadable, s.settled_errors, s.settled_warnings
            FROM office o JOIN report_standing s ON s.office = o.id
            """
        if let office {
            return try transaction.all(
                columns + " WHERE lower(o.code) = $1 ORDER BY s.year DESC", [.text(office.folded)], standing)
        }
        return try transaction.all(columns + " ORDER BY lower(o.code), s.year DESC", [], standing)
    }

    private static func standing(_ row: borrowing Row) throws(DatabaseError) -> ReportStanding {
        ReportStanding(
            office: try row.agencyCode(0), fullName: try row.line(1), shortName: try row.optionalLine(2),
            year: try row.year(3), version: try row.int(4), edition: try row.named(5), errors: try row.int(6),
            warnings: try row.int(7), notices: try row.int(8), notAssessable: try row.int(9),
            unreadable: try row.int(10), settledErrors: try row.int(11), settledWarnings: try row.int(12))
    }
}
