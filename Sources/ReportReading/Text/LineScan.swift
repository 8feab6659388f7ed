/// One look at a line, eight bytes at a time: where it ends, and whether it may hold signs that part its cells.
struct LineScan {
    /// The end of the line, without its line feed.
    let end: Int
    /// False where the line may hold a bar, a control character, a plain, wide or no-break space.
    let isClean: Bool

    /// Looks at the line that begins at a place.
    init(_ bytes: SourceBytes, from start: Int) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        var odd: UInt64 = 0
        while index + 9 <= raw.count {
            let word = ByteWord(raw, index)
            let feeds = word.equal(0x0A)
            var found = word.blank() | word.equal(0x7C)
            // Two bytes of which one is a space, and signs of U+2000 of which some are.
            found |= word.equalPair(0xC2) | word.equal(0xE2)
            // The end of U+3000.
            found |= word.equal(0x80) & ByteWord(raw, index + 1).equal(0x80)
            guard feeds == 0 else {
                // What stands behind the line feed does not count.
                let length = feeds.trailingZeroBitCount - 7
                odd |= found & ((1 << UInt64(length)) - 1)
                end = index + length / 8
                isClean = odd == 0
                return
            }
            odd |= found
            index += 8
        }
        while index < bytes.count, bytes[index] != 0x0A {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch bytes[index] {
            case 0...0x20, 0x7C, 0xC2, 0xC3, 0xE2: odd = 1
            case 0x80 where next == 0x80: odd = 1
            default: break
            }
            index += 1
        }
        end = index
        isClean = odd == 0
    }
}
