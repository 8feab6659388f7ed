/// One look at a line, two Chinese characters at a time: where it ends, and whether it holds signs that may part its
/// cells.
struct LineScan {
    /// The end of the line, without its line feed.
    let end: Int
    /// False where the line holds a bar, a control character, a plain, wide or no-break space, or a sign of U+2000 and
    /// its neighbours.
    let isClean: Bool

    /// Looks at the line that begins at a place of valid UTF-8.
    init(_ bytes: SourceBytes, from start: Int) {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        var index = start
        var isClean = true
        while index < count {
            let byte = raw[index]
            if byte >= 0xE4 {
                index += byte < 0xF0 ? 3 : 4
                while index + 8 <= count, ByteWord(raw, index).holdsTwoCharacters { index += 6 }
            } else if byte < 0x80 {
                if byte == 0x0A { break }
                if byte <= 0x20 || byte == 0x7C { isClean = false }
                index += 1
            } else if byte < 0xE0 {
                if byte <= 0xC3 { isClean = false }
                index += 2
            } else {
                let isWide = byte == 0xE3 && index + 2 < count && raw[index + 1] == 0x80 && raw[index + 2] == 0x80
                if byte == 0xE2 || isWide { isClean = false }
                index += 3
            }
        }
        end = min(index, count)
        self.isClean = isClean
    }
}
