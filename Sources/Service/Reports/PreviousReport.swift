internal import AnnualReport
internal import Database
internal import Ledger

/// The report of the year before, which the rules that compare years need.
struct PreviousReport {
    let ledger: Ledger

    /// The latest version of the year before; nil where none is kept.
    func find(of office: AgencyCode, before year: ReportYear) throws(ServiceError) -> Report? {
        guard let before = ReportYear(year.number - 1) else { return nil }
        let stored = try inDatabase { () throws(DatabaseError) in
            try ledger.reports.latest(of: office, year: before)
        }
        return try stored.map { stored throws(ServiceError) in try storedReport(stored.json) }
    }
}
