/// A document as it came in, known by its digest; its bytes are kept once, however often it comes.
public struct SourceDocument: Sendable, Hashable {
    /// The SHA-256 of its bytes.
    public let digest: Digest
    /// The name of the file when it first came.
    public let name: String
    /// What kind of file it is, in lower case (`docx`, `pdf`, `txt` …).
    public let format: String
    /// How many bytes it has.
    public let byteCount: Int
    /// When it first came.
    public let receivedAt: Moment
}
