/// Marks by which results are narrowed (of an office, of a year …), kept in the index beside the words.
///
/// They stand in a column of their own as a text that begins with U+0001 and parts them by spaces. No text that people
/// write begins so, and no term begins with `#`: so nobody finds a mark by typing it.
public struct SearchMark: Sendable, Hashable {
    /// The mark: `#` and letters of ASCII, digits, `_`.
    public let text: String

    /// A mark of a kind with a value; what is neither letter, digit nor `_` of ASCII is left out.
    public init(_ kind: Character, _ value: String) {
        text = "#\(kind)" + String(decoding: value.utf8.filter(Self.isPlain), as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }

    /// Marks as the text that is kept.
    public static func joined(_ marks: [SearchMark]) -> String {
        "\u{1}" + marks.map(\.text).joined(separator: " ")
    }

    /// True where a text is marks.
    public static func isMarks(_ text: Span<UInt8>) -> Bool { text.count > 0 && text[0] == 1 }

    /// Hands over the marks of a text that `isMarks`.
    ///
    /// - Parameter take: gets the bytes of a mark and their place; false ends it.
    public static func each(_ text: Span<UInt8>, _ take: (Span<UInt8>, Range<Int>) -> Bool) {
        var start = 1
        for index in 1...max(text.count, 1) where index >= text.count || text[index] == 0x20 {
            let end = min(index, text.count)
            if start < end, !take(text.extracting(start..<end), start..<end) { return }
            start = index + 1
        }
    }
}
