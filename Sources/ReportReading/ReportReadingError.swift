/// Why a document gives no report.
public struct ReportReadingError: Error, Sendable, Hashable {
    /// Stable code: `not_a_report`, `old_form`, `several_reports`.
    public var code: String
    /// What was looked for and not found, in plain Chinese, and how to mend it.
    public var message: String

    /// An error.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
