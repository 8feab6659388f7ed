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

    /// What kind of file it is by the ending of its name, in lower case; `bin` where it has none.
    public static func format(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "bin" }
        let ending = name[name.index(after: dot)...].lowercased()
        let isPlain = ending.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        return (1...8).contains(ending.utf8.count) && isPlain ? ending : "bin"
    }
}
