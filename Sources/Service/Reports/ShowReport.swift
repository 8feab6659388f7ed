public import AnnualReport
internal import Database
public import Ledger

/// One report with everything a page about it shows.
public struct ShowReport: Sendable {
    let ledger: Ledger

    /// A report and what stands around it.
    public struct Answer: Sendable {
        /// The office.
        public let office: Office
        /// The version asked for, with what the rules said of it last.
        public let stored: StoredReport
        /// The report itself.
        public let report: Report
        /// The document it was read from.
        public let document: SourceDocument?
        /// Every version of the office and year, the newest first.
        public let versions: [ReportVersion]
        /// Where all years of the office stand, the newest first.
        public let years: [ReportStanding]
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The report of an office and year; nil where there is none.
    ///
    /// - Parameter version: the number of a version; the latest where nil.
    public func run(_ code: AgencyCode, _ year: ReportYear, version: Int? = nil) throws(ServiceError) -> Answer? {
        guard let office = try inDatabase({ () throws(DatabaseError) in try ledger.offices.office(code: code) }),
            let stored = try stored(code, year, version: version)
        else { return nil }
        let around = try inDatabase { () throws(DatabaseError) in
            (
                document: try ledger.documents.document(stored.version.document),
                versions: try ledger.reports.versions(of: code, year: year),
                years: try ledger.reports.standings(of: code)
            )
        }
        return Answer(
            office: office, stored: stored, report: try storedReport(stored.json), document: around.document,
            versions: around.versions, years: around.years)
    }

    /// The stored version alone: the JSON and the findings.
    public func stored(_ code: AgencyCode, _ year: ReportYear, version: Int? = nil) throws(ServiceError)
        -> StoredReport?
    {
        try inDatabase { () throws(DatabaseError) in
            if let version { return try ledger.reports.version(version, of: code, year: year) }
            return try ledger.reports.latest(of: code, year: year)
        }
    }

    /// The bytes of the document a version was read from.
    public func source(of stored: StoredReport) throws(ServiceError) -> [UInt8]? {
        try inDatabase { () throws(DatabaseError) in try ledger.documents.bytes(stored.version.document) }
    }
}
