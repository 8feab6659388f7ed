internal import Database
public import Ledger

/// What the rules say of the latest versions of all reports, page by page.
public struct ListFindings: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The findings behind a place, in the order of offices, years and rules.
    ///
    /// - Parameters:
    ///   - filter: which.
    ///   - place: begins behind it; from the first where nil.
    ///   - limit: how many at most, 1 to 10,000.
    public func run(
        _ filter: ReportStore.FindingFilter, after place: ReportStore.FindingPlace?, limit: Int
    ) throws(ServiceError) -> [ReportStore.ListedFinding] {
        try inDatabase { () throws(DatabaseError) in
            try ledger.reports.findings(filter, after: place, limit: limit)
        }
    }
}
