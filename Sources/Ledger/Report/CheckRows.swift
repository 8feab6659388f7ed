internal import AnnualReport
internal import Database
internal import Disclosure

/// Rows of what the rules said.
enum CheckRows {
    /// The digest of a result: the same for the same counts and findings in the same order.
    static func digest(_ check: CheckResult) -> Digest {
        var bytes: [UInt8] = []
        /// The length before each text keeps two texts from running together; absent is not empty.
        func add(_ text: String?) {
            bytes += Array("\(text?.utf8.count ?? -1):".utf8)
            bytes += Array((text ?? "").utf8)
        }
        for count in [check.passed, check.failed, check.notAssessable] { add(String(count)) }
        for finding in check.findings {
            for text in [finding.rule, finding.outcome.rawValue, finding.severity.rawValue, cells(finding)] {
                add(text)
            }
            for text in [finding.expected, finding.actual, finding.quote] { add(text) }
            for text in [finding.message, finding.remedy, finding.fingerprint] { add(text) }
            for text in [finding.english?.message, finding.english?.remedy] { add(text) }
        }
        return Digest(of: bytes)
    }

    static func latestDigest(report: Int64, _ transaction: any ReadTransaction) throws(DatabaseError) -> Digest? {
        try transaction.first(
            "SELECT digest FROM report_check WHERE report = $1 ORDER BY run DESC LIMIT 1", [.int64(report)]
        ) { (row) throws(DatabaseError) in try row.digest(0) }
    }

    static func add(
        _ check: CheckResult, digest: Digest, report: Int64, at now: Moment, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        let id = try transaction.one(
            """
            INSERT INTO report_check (report, run, passed, failed, not_assessable, digest, checked_at)
            VALUES ($1, (SELECT coalesce(max(run), 0) + 1 FROM report_check WHERE report = $1), $2, $3, $4, $5, $6)
            RETURNING id
            """,
            [
                .int64(report), .int(check.passed), .int(check.failed), .int(check.notAssessable), .text(digest.hex),
                .int64(now.milliseconds),
            ]
        ) { (row) throws(DatabaseError) in try row.int64(0) }
        for (position, finding) in check.findings.enumerated() {
            try transaction.execute(
                """
                INSERT INTO finding (report_check, position, rule, outcome, severity, fingerprint, cells, expected,
                    actual, message, remedy, quote, message_english, remedy_english)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """,
                [
                    .int64(id), .int(position), .text(finding.rule), .text(finding.outcome.rawValue),
                    .text(finding.severity.rawValue), .text(finding.fingerprint), .text(cells(finding)),
                    .text(finding.expected), .text(finding.actual), .text(finding.message), .text(finding.remedy),
                    .text(finding.quote), .text(finding.english?.message), .text(finding.english?.remedy),
                ])
        }
    }

    static func latest(
        report: Int64, dispositions: [String: Disposition], _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> StoredCheck {
        let check = try transaction.one(
            """
            SELECT id, run, passed, failed, not_assessable, checked_at FROM report_check
            WHERE report = $1 ORDER BY run DESC LIMIT 1
            """, [.int64(report)]
        ) { (row) throws(DatabaseError) in
            (
                id: try row.int64(0), run: try row.int(1), passed: try row.int(2), failed: try row.int(3),
                notAssessable: try row.int(4), at: try row.moment(5)
            )
        }
        let findings = try transaction.all(
            """
            SELECT rule, outcome, severity, cells, expected, actual, message, remedy, quote, fingerprint,
                message_english, remedy_english
            FROM finding WHERE report_check = $1 ORDER BY position
            """, [.int64(check.id)], finding)
        return StoredCheck(
            run: check.run,
            result: CheckResult(
                passed: check.passed, failed: check.failed, notAssessable: check.notAssessable, findings: findings),
            dispositions: dispositions, checkedAt: check.at)
    }

    private static func cells(_ finding: RuleFinding) -> String {
        finding.cells.map(\.description).joined(separator: " ")
    }

    private static func finding(_ row: borrowing Row) throws(DatabaseError) -> RuleFinding {
        try finding(row, from: 0)
    }

    /// A finding whose columns stand side by side from a place on.
    static func finding(_ row: borrowing Row, from first: Int) throws(DatabaseError) -> RuleFinding {
        var cells: [CellAddress] = []
        for text in try row.text(first + 3).split(separator: " ") {
            guard let address = CellAddress(String(text)) else {
                throw row.unexpected(first + 3, wanted: "cell addresses")
            }
            cells.append(address)
        }
        return RuleFinding(
            rule: try row.text(first), outcome: try row.named(first + 1), severity: try row.named(first + 2),
            cells: cells, expected: try row.optionalText(first + 4), actual: try row.optionalText(first + 5),
            message: try row.text(first + 6), remedy: try row.text(first + 7),
            english: try english(row, from: first + 10),
            quote: try row.optionalText(first + 8), fingerprint: try row.text(first + 9))
    }

    private static func english(
        _ row: borrowing Row, from first: Int
    ) throws(DatabaseError) -> Finding.English? {
        guard let message = try row.optionalText(first), let remedy = try row.optionalText(first + 1) else {
            return nil
        }
        return Finding.English(message, remedy: remedy)
    }
}
