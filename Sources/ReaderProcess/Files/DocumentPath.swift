public import DocumentReading
internal import Glibc

/// Where a file or folder is: the bytes by which the system knows it, which need not be UTF-8. Folders that come from
/// other systems hold names in GB18030, and these can be opened too.
public struct DocumentPath: Sendable, Hashable {
    /// The bytes; no zero among them.
    private let bytes: [UInt8]

    /// A path.
    ///
    /// - Throws: `not_found` for bytes that no path can have: none at all, or a zero.
    public init(_ bytes: [UInt8]) throws(DocumentError) {
        guard !bytes.isEmpty, !bytes.contains(0) else { throw DocumentFile.reason(ENOENT) }
        self.bytes = bytes
    }

    /// A path as it was typed.
    public init(_ text: String) throws(DocumentError) { try self.init(Array(text.utf8)) }

    private init(known bytes: [UInt8]) { self.bytes = bytes }

    /// What the document is called: the last part of the path.
    public var name: String {
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return Self.shown(Array(bytes[start..<end]))
    }

    /// A name of the file system for people.
    static func shown(_ name: [UInt8]) -> String {
        DocumentName.shown(name, isUTF8: String(validating: name, as: UTF8.self) != nil)
    }

    /// Whether a folder is there; a link to one counts.
    public var isFolder: Bool {
        var status = stat()
        return withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A part of this folder; nil for a name that no part can have.
    func appending(_ name: [UInt8]) -> DocumentPath? {
        guard !name.isEmpty, !name.contains(0) else { return nil }
        return DocumentPath(known: bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
    }

    /// The path as the system takes it.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return "".withCString(body) }
            return body(start)
        }
    }
}
