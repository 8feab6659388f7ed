public import Database

/// What people decided about findings. Decisions belong to an office, a year and the fingerprint of a finding, so that
/// they hold for the same finding in a later version or a later run of the rules. Nothing is overwritten.
public struct DispositionStore: Sendable {
    let database: any Database

    /// Keeps a decision; it takes the place of an earlier one about the same finding, which stays in the history.
    ///
    /// - Returns: nil when it is kept, else why not.
    @discardableResult
    public func record(_ disposition: Disposition, of office: AgencyCode, year: ReportYear, fingerprint: String)
        throws(DatabaseError) -> DispositionRefusal?
    {
        try database.decide { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return .rollBack(.unknownOffice(office)) }
            let key = ReportKey(office: id, year: year)
            guard try DispositionRows.isKnown(fingerprint, key, transaction) else { return .rollBack(.unknownFinding) }
            try DispositionRows.add(disposition, fingerprint, key, transaction)
            try StandingRows.refresh(key, transaction)
            try transaction.countRevision(.nobody)
            return .commit(nil)
        }
    }

    /// The latest decision about each finding of an office and year, by fingerprint.
    public func latest(of office: AgencyCode, year: ReportYear) throws(DatabaseError) -> [String: Disposition] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [:] }
            return try DispositionRows.latest(ReportKey(office: id, year: year), transaction)
        }
    }

    /// Every decision about a finding, the oldest first.
    public func history(of office: AgencyCode, year: ReportYear, fingerprint: String) throws(DatabaseError)
        -> [Disposition]
    {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try DispositionRows.history(fingerprint, ReportKey(office: id, year: year), transaction)
        }
    }
}
