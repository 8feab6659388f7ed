/// Why a document could not be read: a stable code and one or two plain Chinese sentences that say what is wrong and
/// how to mend it. The message holds nothing of the document's content.
public struct DocumentError: Error, Sendable, Hashable {
    /// Stable code in snake case (`too_large`, `scanned_pdf`, `damaged`, `unknown_format`).
    public var code: String
    /// What is wrong and how to mend it.
    public var message: String

    /// An error.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
