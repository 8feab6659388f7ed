public import AnnualReport
public import Database

/// What the rules say of versions that are kept already.
extension ReportStore {
    /// Keeps what the rules now say of a version, beside what they said before.
    ///
    /// - Returns: false where there is no such version any more as the latest one, or the rules say the same as before.
    @discardableResult
    public func keep(
        _ check: CheckResult, ofVersion number: Int, of office: AgencyCode, year: ReportYear, at now: Moment
    ) throws(DatabaseError) -> Bool {
        let digest = CheckRows.digest(check)
        return try database.decide { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return .rollBack(false) }
            let key = ReportKey(office: id, year: year)
            guard let latest = try ReportRows.latest(key, transaction), latest.number == number,
                try CheckRows.latestDigest(report: latest.id, transaction) != digest
            else { return .rollBack(false) }
            try CheckRows.add(check, digest: digest, report: latest.id, at: now, transaction)
            try StandingRows.refresh(key, transaction)
            try transaction.countRevision(.nobody)
            return .commit(true)
        }
    }

    /// The name of the rules that every latest version was checked with last; nil where they never were together.
    public func ruleSet() throws(DatabaseError) -> String? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first("SELECT name FROM rule_set WHERE id = 1") { (row) throws(DatabaseError) in
                try row.text(0)
            }
        }
    }

    /// Keeps the name of the rules that every latest version was checked with now.
    public func recordRuleSet(_ name: String, at now: Moment) throws(DatabaseError) {
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute(
                """
                INSERT INTO rule_set (id, name, checked_at) VALUES (1, $1, $2)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, checked_at = excluded.checked_at
                """, [.text(name), .int64(now.milliseconds)])
        }
    }
}
