/// One document of an archive.
public struct ArchivedDocument: Sendable, Hashable {
    /// Its path within the archive.
    public var name: String
    /// Its content.
    public var bytes: [UInt8]

    /// A document.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
