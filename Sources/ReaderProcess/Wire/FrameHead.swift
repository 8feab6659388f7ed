/// What one side says to the other.
enum FrameKind: UInt8 {
    /// Parent: read the document in the body, named by the name; answer with its report.
    case readReport = 1
    /// Parent: unpack the zip in the body; answer with its documents.
    case unpack = 2
    /// Parent: read the sheets of the workbook in the body, cell by cell.
    case readSheets = 3
    /// Parent: read the text of the document in the body, for search.
    case readText = 4
    /// Child: shut in and waiting for documents.
    case ready = 16
    /// Child: could not be shut in; the name is a code, the body says what failed.
    case notReady = 17
    /// Child: the report as JSON.
    case report = 18
    /// Child: the document is refused; the name is a code, the body the message.
    case refusal = 19
    /// Child: one document of the zip, by its name.
    case part = 20
    /// Child: a document of the zip that could not be unpacked; the body is a code, a line feed and the message.
    case refusedPart = 22
    /// Child: the sheets as `SheetLines` writes them.
    case sheets = 23
    /// Child: the text, UTF-8.
    case text = 24
    /// Child: no more documents.
    case end = 21
}

/// The 16 bytes before every message: mark, kind, length of the name, length of the body; numbers little-endian.
struct FrameHead: Equatable {
    static let size = 16
    private static let mark: [UInt8] = [0x47, 0x4B, 0x31]

    /// What is said.
    var kind: FrameKind
    /// Bytes of the name that follows.
    var nameLength: Int
    /// Bytes of the body that follows the name.
    var bodyLength: Int

    /// The head as bytes.
    var bytes: [UInt8] {
        var bytes = Self.mark
        bytes.append(kind.rawValue)
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: nameLength >> (shift * 8))) }
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bodyLength >> (shift * 8))) }
        return bytes
    }

    init(kind: FrameKind, nameLength: Int, bodyLength: Int) {
        self.kind = kind
        self.nameLength = nameLength
        self.bodyLength = bodyLength
    }

    /// Reads a head; nil where it is none or a length is beyond what is allowed.
    init?(_ bytes: [UInt8], longestName: Int, longestBody: Int) {
        guard bytes.count == Self.size, Array(bytes[0..<3]) == Self.mark, let kind = FrameKind(rawValue: bytes[3])
        else {
            return nil
        }
        var name: UInt64 = 0
        for index in 0..<4 { name |= UInt64(bytes[4 + index]) << UInt64(index * 8) }
        var body: UInt64 = 0
        for index in 0..<8 { body |= UInt64(bytes[8 + index]) << UInt64(index * 8) }
        guard name <= UInt64(longestName), body <= UInt64(longestBody) else { return nil }
        self.init(kind: kind, nameLength: Int(name), bodyLength: Int(body))
    }
}

/// A whole message.
struct Frame {
    /// What is said.
    var kind: FrameKind
    /// A name or a code.
    var name: String
    /// What it is about.
    var body: [UInt8]
}
