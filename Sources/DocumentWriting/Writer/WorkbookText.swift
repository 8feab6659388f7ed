/// Text as it must be handed to the library so that office suites and our own reader show it unchanged.
enum WorkbookText {
    /// Leaves out what XML cannot hold (the character zero and two non-characters), and escapes what would be read as an
    /// escape itself: a text `_x0041_` is written as `_x005F_x0041_`. Other control characters are the library's to escape.
    static func prepared(_ text: String) -> String {
        var needsWork = false
        for byte in text.utf8 where byte == 0 || byte == UInt8(ascii: "_") || byte == 0xEF {
            needsWork = true
            break
        }
        guard needsWork else { return text }
        let scalars = text.unicodeScalars.filter { $0.value != 0 && $0.value != 0xFFFE && $0.value != 0xFFFF }
        var result = String.UnicodeScalarView()
        var rest = Array(scalars)[...]
        while let scalar = rest.first {
            if scalar == "_", isEscape(rest) { result.append(contentsOf: "_x005F".unicodeScalars) }
            result.append(scalar)
            rest.removeFirst()
        }
        return String(result)
    }

    private static func isEscape(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = text.startIndex
        guard text.count >= 7, text[start + 1] == "x", text[start + 6] == "_" else { return false }
        return text[start + 2..<start + 6].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
