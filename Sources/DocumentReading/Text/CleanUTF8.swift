/// UTF-8 as nearly every text file has it: valid, without NUL and without control characters but those of lines.
enum CleanUTF8 {
    /// True where all bytes are; one pass, eight bytes of Latin or two Chinese characters at a time.
    static func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        let end = bytes.count
        while index + 8 <= end {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if word & 0x8080_8080_8080_8080 == 0 {
                guard !holdsControls(word) else { return false }
                index += 8
            } else if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0, isPlain(word), isPlain(word >> 24) {
                index += 6
            } else {
                guard let next = character(bytes, index) else { return false }
                index = next
            }
        }
        while index < end {
            guard let next = character(bytes, index) else { return false }
            index = next
        }
        return true
    }

    /// Neither U+0800 and below written too long nor half of a pair: those begin with E0 and ED.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool { word & 0xFF != 0xE0 && word & 0xFF != 0xED }

    /// Whether a control character but HT, LF, VT, FF and CR is among eight Latin ones.
    @inline(__always)
    private static func holdsControls(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        // The top bit of each byte tells: at least 0x20, at least 0x09, at least 0x0E, at least 0x7F.
        let isPrinted = (word | tops) &- 0x20 &* ones
        let isBehind = (word | tops) &- 0x09 &* ones
        let isBeyond = (word | tops) &- 0x0E &* ones
        let isDelete = (word | tops) &- 0x7F &* ones
        return (~isPrinted & ~(isBehind & ~isBeyond) | isDelete) & tops != 0
    }

    /// The place behind one character; nil where it is none, or a control character.
    private static func character(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        let first = bytes[index]
        if first < 0x80 {
            return first >= 0x20 && first != 0x7F || first >= 0x09 && first <= 0x0D ? index + 1 : nil
        }
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return nil }
        for place in index + 1..<index + length where bytes[place] & 0xC0 != 0x80 { return nil }
        switch first {
        case 0xE0: guard bytes[index + 1] >= 0xA0 else { return nil }
        case 0xED: guard bytes[index + 1] < 0xA0 else { return nil }
        case 0xF0: guard bytes[index + 1] >= 0x90 else { return nil }
        case 0xF4: guard bytes[index + 1] < 0x90 else { return nil }
        default: break
        }
        return index + length
    }
}
