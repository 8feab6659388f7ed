/// Which characters show nothing, and which show only a gap, in UTF-8.
///
/// Pages set numbers off with spaces of many widths, and editors leave zero-width characters inside them; neither
/// belongs to the text of a cell.
enum VisibleText {
    /// The width in bytes of the character at `index` where it shows nothing at all: zero-width spaces and joiners,
    /// marks of direction, word joiner, byte order mark, soft hyphen. Nil for any other.
    static func invisible(_ bytes: some RandomAccessCollection<UInt8>, at index: Int) -> Int? {
        invisible(count: bytes.count - index) { bytes[bytes.index(bytes.startIndex, offsetBy: index + $0)] }
    }

    /// The width in bytes of the blank or invisible character that begins at `index`, before `end`; nil for any other.
    static func blank(_ bytes: [UInt8], at index: Int, before end: Int) -> Int? {
        guard index < end else { return nil }
        if bytes[index] <= 0x20 { return 1 }
        for width in [2, 3] where end - index >= width {
            if isBlank(bytes[index..<index + width]) { return width }
        }
        return nil
    }

    /// The width in bytes of the blank or invisible character that ends at `end`, not before `start`.
    static func blank(_ bytes: [UInt8], endingAt end: Int, after start: Int) -> Int? {
        guard end > start else { return nil }
        if bytes[end - 1] <= 0x20 { return 1 }
        for width in [2, 3] where end - start >= width {
            if isBlank(bytes[end - width..<end]) { return width }
        }
        return nil
    }

    /// The bytes without characters that show nothing; nil where there are none, the usual case.
    static func withoutInvisible(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8]? {
        guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return nil }
        let all = Array(bytes)
        var kept: [UInt8] = []
        var index = 0
        while index < all.count {
            if let width = invisible(all, at: index) {
                index += width
            } else {
                kept.append(all[index])
                index += 1
            }
        }
        return kept.count == all.count ? nil : kept
    }

    private static func invisible(count: Int, _ byte: (Int) -> UInt8) -> Int? {
        guard count >= 2 else { return nil }
        switch byte(0) {
        case 0xC2: return byte(1) == 0xAD ? 2 : nil
        case 0xE2:
            guard count >= 3 else { return nil }
            let isInvisible = byte(1) == 0x80 && (0x8B...0x8F).contains(byte(2)) || byte(1) == 0x81 && byte(2) == 0xA0
            return isInvisible ? 3 : nil
        case 0xEF: return count >= 3 && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : nil
        default: return nil
        }
    }

    /// Hard space, the spaces of U+2000 to U+200F, U+202F, U+205F, U+2060, the ideographic space and U+FEFF.
    private static func isBlank(_ character: ArraySlice<UInt8>) -> Bool {
        let start = character.startIndex
        if character.count == 2 {
            return character[start] == 0xC2 && [0xA0, 0xAD, 0x85].contains(character[start + 1])
        }
        switch (character[start], character[start + 1], character[start + 2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F...0xA0),
            (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
            return true
        default: return false
        }
    }
}
