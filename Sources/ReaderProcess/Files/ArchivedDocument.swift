public import DocumentReading

/// One document of an archive.
public struct ArchivedDocument: Sendable, Hashable {
    /// Its path within the archive.
    public var name: String
    /// Its bytes, or why it could not be unpacked.
    public var content: Result<[UInt8], DocumentError>

    /// A document.
    public init(name: String, content: Result<[UInt8], DocumentError>) {
        self.name = name
        self.content = content
    }
}
