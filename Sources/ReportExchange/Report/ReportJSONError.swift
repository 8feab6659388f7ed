/// Why a text is not a `gongkai.report/1` document.
public struct ReportJSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the document: a path such as `cells.t3_applications.new_received.total`; empty for the whole.
    public let path: String
    /// What is wrong there and what should be, in plain Chinese.
    public let message: String

    init(_ message: String, at path: String = "") {
        self.path = path
        self.message = message
    }

    /// Place and message in one line.
    public var description: String { path.isEmpty ? message : "\(path)：\(message)" }
}
