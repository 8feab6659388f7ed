internal import AnnualReport
internal import Database
internal import DocumentReading
public import Ledger
internal import ReportExchange

/// Takes a document in: reads it, checks it with the previous year's report, and keeps document, report and findings in
/// one transaction.
public struct ImportReport: Sendable {
    let ledger: Ledger
    let reader: any ReportReadingPort

    /// What came of an import.
    public enum Outcome: Sendable, Hashable {
        /// Kept, or found to be kept already.
        case kept(ReportReceipt, year: ReportYear)
        /// Neither the caller nor the document says which year the report is about.
        case unknownYear
    }

    /// The use case over a ledger and a reader.
    public init(ledger: Ledger, reader: any ReportReadingPort) {
        self.ledger = ledger
        self.reader = reader
    }

    /// Imports one document.
    ///
    /// The report of the year after, where there is one, is checked again: rules that compare years now know more.
    ///
    /// - Parameters:
    ///   - name: the name of the file.
    ///   - bytes: its bytes.
    ///   - office: the office whose report it is.
    ///   - year: the report year; the one the document names where nil.
    ///   - now: when.
    public func run(name: String, bytes: [UInt8], office: AgencyCode, year: ReportYear? = nil, at now: Moment)
        throws(ServiceError) -> Outcome
    {
        let report: Report
        do throws(DocumentError) { report = try reader.read(name: name, bytes: bytes) } catch { throw .document(error) }
        guard let year = year ?? report.reportYear.flatMap({ ReportYear($0) }) else { return .unknownYear }
        let check = RuleBook.check(
            report, previous: try PreviousReport(ledger: ledger).find(of: office, before: year), inEnglish: true)
        let submission = ReportSubmission(
            office: office, year: year, documentName: name, documentFormat: SourceDocument.format(of: name),
            documentBytes: bytes, report: report, json: ReportJSON.write(report), check: check)
        let receipt = try inDatabase { () throws(DatabaseError) in try ledger.reports.save(submission, at: now) }
        if case .newVersion = receipt, let next = ReportYear(year.number + 1) {
            try RecheckReports(ledger: ledger).recheck(office, next, at: now)
        }
        return .kept(receipt, year: year)
    }
}
