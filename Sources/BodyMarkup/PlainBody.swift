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
                    if isOpen { html += "</p>\n" }
                    isOpen = false
                } else {
                    html += isOpen ? "<br>\n" : "<p>"
                    isOpen = true
                    html.append(text: line)
                }
                return true
            }
            if isOpen { html += "</p>\n" }
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
                guard !line.isEmpty else { return true }
                text.append(contentsOf: line)
                text.append(0x0A)
                return true
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    private static func with<Answer>(_ source: String, _ body: (UnsafeBufferPointer<UInt8>) -> Answer?) -> Answer? {
        source.utf8.withContiguousStorageIfAvailable(body) ?? nil
    }

    private static func eachLine(
        _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            guard take(UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return }
            start = end + 1
        }
    }

    /// True where no sign means anything.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // A mark of the byte order is passed over at the beginning of a text.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return false }
        var isPlain = true
        eachLine(bytes) { line in
            isPlain = isPlainLine(line)
            return isPlain
        }
        return isPlain
    }

    private static func isPlainLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = line.first, let last = line.last else { return true }
        // Blanks at the ends make code, line breaks, or nothing.
        guard first >= 0x80 || isLetter(first) || isDigit(first) && !beginsList(line), last != 0x20 else {
            return false
        }
        for byte in line where byte < 0x80 && isSign(byte) { return false }
        return true
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
