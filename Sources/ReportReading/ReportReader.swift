public import AnnualReport
public import DocumentReading

/// Why a document gives no report.
public struct ReportReadingError: Error, Sendable, Hashable {
    /// Stable code (`not_a_report`, `several_reports`).
    public var code: String
    /// What was looked for and not found, in plain Chinese.
    public var message: String
}

/// A document to the annual report it holds.
public enum ReportReader {
    /// Reads the report of a document.
    public static func read(_ document: Document) throws(ReportReadingError) -> Report {
        throw ReportReadingError(code: "not_a_report", message: "")
    }
}
