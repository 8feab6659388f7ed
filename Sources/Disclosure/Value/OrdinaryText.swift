/// What the bytes of a text tell of it without asking Unicode about each character.
///
/// Nearly every title, name and number is made of printable ASCII, the common Chinese characters and Chinese punctuation.
/// None of those is a control character or takes up less than a byte, so a text of them that does not begin or end with a
/// blank needs no other look. Where the bytes do not tell, the characters are asked.
package struct OrdinaryText {
    /// How many bytes the text has; it has no more characters.
    package let byteCount: Int
    /// True where it has a blank between other characters.
    package let hasBlank: Bool
    /// The longest run of ASCII digits; a text with full-width digits is no ordinary one.
    package let longestNumber: Int
    /// How many ASCII digits it has.
    package let digitCount: Int

    /// A look at a text; nil where it is empty, begins or ends with a blank, or has other characters.
    package init?(_ text: some StringProtocol) {
        let look = text.utf8.withContiguousStorageIfAvailable { Self.look(UnsafeRawBufferPointer($0)) }
        guard let look, let look else { return nil }
        self = look
    }

    private init(byteCount: Int, hasBlank: Bool, longestNumber: Int, digitCount: Int) {
        self.byteCount = byteCount
        self.hasBlank = hasBlank
        self.longestNumber = longestNumber
        self.digitCount = digitCount
    }

    private static func look(_ bytes: UnsafeRawBufferPointer) -> OrdinaryText? {
        guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else { return nil }
        var hasBlank = false
        var (number, longest, digits) = (0, 0, 0)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                guard byte >= 0x20, byte != 0x7F else { return nil }
                index += 1
                if byte == 0x20 { hasBlank = true }
                guard byte >= 0x30, byte <= 0x39 else {
                    number = 0
                    continue
                }
                number += 1
                digits += 1
                longest = max(longest, number)
                continue
            }
            number = 0
            // A text is valid UTF-8: what begins so has three bytes.
            guard index + 2 < bytes.count, isOrdinary(byte, bytes[index + 1], bytes[index + 2]) else { return nil }
            index += 3
        }
        return OrdinaryText(byteCount: bytes.count, hasBlank: hasBlank, longestNumber: longest, digitCount: digits)
    }

    private static func isOrdinary(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        // U+4E00 to U+9FFF.
        case 0xE5...0xE9: true
        case 0xE4: second >= 0xB8
        // U+3001 to U+3020: 、。《》〔〕 and their like. U+3000 is a blank.
        case 0xE3: second == 0x80 && third >= 0x81 && third <= 0xA0
        // U+2010 to U+2026: dashes, quotation marks, dots.
        case 0xE2: second == 0x80 && third >= 0x90 && third <= 0xA6
        // U+FF01 to U+FF5E without the digits and the letters X, which an identity number may be written with.
        case 0xEF:
            second == 0xBC && third >= 0x81 && !(third >= 0x90 && third <= 0x99) && third != 0xB8
                || second == 0xBD && third <= 0x9E && third != 0x98
        default: false
        }
    }
}
