/// The path of an address, split at its slashes and decoded, safe to match and to look up.
///
/// No segment is `.` or `..`, none holds a slash, a backslash or a control character, all are valid UTF-8.
/// `/` has no segment; `/reports/` has `reports` and an empty one.
public struct RequestPath: Sendable, Hashable {
    /// The decoded segments.
    public let segments: [String]

    /// Reads a path that begins with `/`.
    ///
    /// - Throws: `RequestError` of `malformedTarget`, `malformedPercentEncoding`, `invalidUTF8`,
    ///   `forbiddenCharacter`, `dotSegment` or `encodedSlash`.
    public init(_ raw: some StringProtocol) throws(RequestError) {
        let bytes = Array(raw.utf8)
        guard bytes.first == UInt8(ascii: "/") else { throw RequestError(.malformedTarget, in: "path") }
        guard bytes.count > 1 else {
            segments = []
            return
        }
        var segments: [String] = []
        for piece in bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            segments.append(try Self.segment(piece))
        }
        self.segments = segments
    }

    private static func segment(_ piece: ArraySlice<UInt8>) throws(RequestError) -> String {
        // Letters, digits, `-`, `_` and points, which most addresses are made of, mean themselves; points alone do not.
        if piece.allSatisfy(isPlain), piece.first != UInt8(ascii: ".") { return String(decoding: piece, as: UTF8.self) }
        let text = try PercentEncoding.decode(piece, in: "path")
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F { throw RequestError(.forbiddenCharacter, in: "path") }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") { throw RequestError(.encodedSlash, in: "path") }
        }
        if text == "." || text == ".." { throw RequestError(.dotSegment, in: "path") }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The path written again with everything but unreserved characters encoded.
    public var encoded: String {
        "/" + segments.map { PercentEncoding.encode($0) }.joined(separator: "/")
    }
}
