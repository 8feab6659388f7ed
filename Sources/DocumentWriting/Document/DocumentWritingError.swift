/// Why a document was not written.
public struct DocumentWritingError: Error, Sendable, Hashable {
    /// Stable code in snake case.
    public let code: String
    /// What is wrong and how to mend it, in Chinese.
    public let message: String

    /// A reason.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    static func notPacked(_ reason: String) -> DocumentWritingError {
        DocumentWritingError(code: "not_written", message: "文档没有写成（\(reason)）。请检查内存后重试。")
    }

    static func tooLong(_ limit: Int) -> DocumentWritingError {
        DocumentWritingError(
            code: "document_too_long", message: "文字超过\(limit)个字符的上限，没有生成文档。请核对原件，精简后再试。")
    }
}
