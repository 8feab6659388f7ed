/// UTF-8 as nearly every text file has it: valid, without NUL and without control characters but those of lines.
enum CleanUTF8 {
    /// True where all bytes are; one pass, by blocks where characters have one byte or three.
    static func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // A block looks at the two bytes before it.
        guard var index = characters(bytes, from: 0, to: min(2, bytes.count)) else { return false }
        let width = 2 * ByteBlock.width
        while index + width <= bytes.count {
            let odd = oddities(bytes, index) | oddities(bytes, index + ByteBlock.width)
            if !ByteBlock.holds(odd) {
                index += width
            } else if let next = characters(bytes, from: begin(bytes, index), to: index + width) {
                index = next
            } else {
                return false
            }
        }
        return characters(bytes, from: begin(bytes, index), to: bytes.count) != nil
    }

    /// The bytes of a block that are not, or not certainly, where they belong among characters of one and of three bytes,
    /// and the control characters.
    @inline(__always)
    private static func oddities(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> ByteBlock.Found {
        let block = ByteBlock(bytes, index)
        // The two bytes behind the first of three, and no others, continue a character. Behind one of two bytes the
        // second look is wrong, and the block is gone through one by one.
        let expected = ByteBlock(bytes, index - 1).beginning | ByteBlock(bytes, index - 2).beginning
        // E0 and ED also begin what is written too long and halves of pairs.
        let first = block.highBytes(from: 0xE1, before: 0xF0) & ~block.equal(0xED)
        return (expected ^ block.continuing) | block.beginning & ~first | block.controls
    }

    /// Where the character begins that a place stands in, all before it being valid.
    private static func begin(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        for back in 1...2 where index >= back && bytes[index - back] >= 0xE0 { return index - back }
        return index
    }

    /// Goes over whole characters until a place is reached, and gives where they end; nil where one is none, or a control
    /// character.
    private static func characters(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            guard let next = character(bytes, index) else { return nil }
            index = next
        }
        return index
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
