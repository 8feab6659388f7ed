public import AnnualReport

/// A report that was read and checked, about to be kept.
public struct ReportSubmission: Sendable {
    /// The office it is kept under.
    public var office: AgencyCode
    /// The year it is kept under.
    public var year: ReportYear
    /// The name of the file it was read from.
    public var documentName: String
    /// What kind of file it is, in lower case (`docx`, `pdf`, `txt` …).
    public var documentFormat: String
    /// The bytes of the file.
    public var documentBytes: [UInt8]
    /// The report as read.
    public var report: Report
    /// The report as `gongkai.report/1`, kept as it is.
    public var json: [UInt8]
    /// What the rules say of it.
    public var check: CheckResult

    /// A report to keep.
    public init(
        office: AgencyCode, year: ReportYear, documentName: String, documentFormat: String, documentBytes: [UInt8],
        report: Report, json: [UInt8], check: CheckResult
    ) {
        self.office = office
        self.year = year
        self.documentName = documentName
        self.documentFormat = documentFormat
        self.documentBytes = documentBytes
        self.report = report
        self.json = json
        self.check = check
    }
}

/// What came of keeping a report.
public enum ReportReceipt: Sendable, Hashable {
    /// It is kept as a new version with this number.
    case newVersion(Int)
    /// The latest version is this very report; what the rules say of it is new and was kept.
    case checkedAgain(Int)
    /// The latest version is this very report and the rules say the same: nothing was changed.
    case unchanged(Int)
    /// No office has the code: nothing was kept.
    case unknownOffice(AgencyCode)
}
