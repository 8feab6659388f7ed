internal import Markup

/// A body that is nothing but paragraphs, as nearly all are: no sign in it means anything to CommonMark.
///
/// What it gives is what the tree of the same text gives; only the tree is not made. Source: CommonMark 0.29, sections 2.4
/// and 4.8; a test compares both.
enum PlainBody {
    /// The paragraphs as markup; nil where the text may have more than paragraphs.
    static func html(_ source: String) -> HTML? {
        with(source) { bytes in
            guard isPlain(bytes) else { return nil }
            var html = HTML(capacity: bytes.count + bytes.count / 8 + 64)
            var isOpen = false
            eachLine(bytes) { line in
                if line.isEmpty {
                    if isOpen { html.write("</p>\n") }
                    isOpen = false
                } else {
                    html.write(isOpen ? "<br>\n" : "<p>")
                    isOpen = true
                    html.append(text: line)
                }
            }
            if isOpen { html.write("</p>\n") }
            return html
        }
    }

    /// The lines of the paragraphs, each with a line feed; nil where the text may have more than paragraphs.
    static func text(_ source: String) -> String? {
        with(source) { bytes in
            guard isPlain(bytes) else { return nil }
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + 1)
            eachLine(bytes) { line in
                guard !line.isEmpty else { return }
                text.append(contentsOf: line)
                text.append(0x0A)
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    private static func with<Answer>(_ source: String, _ body: (UnsafeBufferPointer<UInt8>) -> Answer?) -> Answer? {
        source.utf8.withContiguousStorageIfAvailable(body) ?? nil
    }

    /// The first place from one on with a character of ASCII; the end where there is none. Chinese is passed eight bytes at
    /// a time.
    private static func nextASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= bytes.count {
            let plain = ~UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & high
            if plain != 0 { return index + plain.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
        return index
    }

    private static func eachLine(
        _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start < bytes.count {
            var end = nextASCII(bytes, from: start)
            while end < bytes.count, bytes[end] != 0x0A { end = nextASCII(bytes, from: end + 1) }
            take(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end + 1
        }
    }

    /// True where no sign means anything.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // A mark of the byte order is passed over at the beginning of a text.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return false }
        var start = 0
        var index = nextASCII(bytes, from: 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                guard hasPlainEnds(UnsafeBufferPointer(rebasing: bytes[start..<index])) else { return false }
                start = index + 1
            } else if isSign(byte) {
                return false
            }
            index = nextASCII(bytes, from: index + 1)
        }
        return hasPlainEnds(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// True for a line that begins and ends with nothing that means anything there.
    private static func hasPlainEnds(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.first, let last = line.last else { return true }
        // Blanks at the ends make code, line breaks, or nothing.
        return (first >= 0x80 || isLetter(first) || isDigit(first) && !beginsList(line)) && last != 0x20
    }

    /// `12.` and `12)` begin a list.
    private static func beginsList(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let other = line.first(where: { !isDigit($0) }) else { return false }
        return other == UInt8(ascii: ".") || other == UInt8(ascii: ")")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Signs that mean something inside a line, and control characters.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
