internal import Database
public import Ledger

/// One office with its reports and the offices around it.
public struct ShowOffice: Sendable {
    let ledger: Ledger

    /// An office and what stands around it.
    public struct Answer: Sendable {
        /// The office.
        public let office: Office
        /// The office above it.
        public let parent: Office?
        /// The offices directly below it.
        public let children: [Office]
        /// Where its reports stand, the newest year first.
        public let reports: [ReportStanding]
        /// The latest versions of these reports, in the same order: their documents and titles.
        public let versions: [ReportVersion]
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The office alone; nil where there is none.
    public func office(_ code: AgencyCode) throws(ServiceError) -> Office? {
        try inDatabase { () throws(DatabaseError) in try ledger.offices.office(code: code) }
    }

    /// The office with a code; nil where there is none.
    public func run(_ code: AgencyCode) throws(ServiceError) -> Answer? {
        try inDatabase { () throws(DatabaseError) -> Answer? in
            guard let office = try ledger.offices.office(code: code) else { return nil }
            let reports = try ledger.reports.standings(of: code)
            var versions: [ReportVersion] = []
            for report in reports {
                if let latest = try ledger.reports.versions(of: code, year: report.year).first {
                    versions.append(latest)
                }
            }
            return Answer(
                office: office,
                parent: try office.parent.flatMap { code throws(DatabaseError) in
                    try ledger.offices.office(code: code)
                },
                children: try ledger.offices.list().filter { $0.parent == code }, reports: reports, versions: versions)
        }
    }
}
