import DocumentReading

/// One look at a line, sixteen bytes at a time: where it ends, and whether it may hold signs that part its cells.
struct LineScan {
    /// The end of the line, without its line feed.
    let end: Int
    /// False where the line may hold a bar, a control character, a plain, wide or no-break space, or a sign of U+2000
    /// and behind, of which some are spaces.
    let isClean: Bool

    /// Looks at the line that begins at a place.
    init(_ bytes: SourceBytes, from start: Int) {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        var isClean = true
        while index + ByteBlock.width < raw.count {
            let block = ByteBlock(raw, index)
            // C2 begins the no-break space; the end of U+3000 is 80 80.
            let parting =
                block.less(than: 0x21) | block.equal(0x7C) | block.equal(0xC2, under: 0xDF)
                | block.equal(0x80) & ByteBlock(raw, index + 1).equal(0x80)
            // Most blocks hold neither the end of the line nor anything else that is looked for.
            guard ByteBlock.holds(parting) else {
                index &+= ByteBlock.width
                continue
            }
            if let feed = ByteBlock.first(block.equal(0x0A)) {
                end = index + feed
                // What stands behind the line feed does not count.
                self.isClean = isClean && ByteBlock.first(parting) == feed
                return
            }
            isClean = false
            index &+= ByteBlock.width
        }
        while index < bytes.count, bytes[index] != 0x0A {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch bytes[index] {
            case 0...0x20, 0x7C, 0xC2, 0xE2: isClean = false
            case 0x80 where next == 0x80: isClean = false
            default: break
            }
            index += 1
        }
        end = index
        self.isClean = isClean
    }
}
