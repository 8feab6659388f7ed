/// Text of documents that end a line in the middle of a sentence, as pdf files do.
enum WrappedLines {
    /// Characters that a line must have to have been ended by the edge of the page.
    private static let shortest = 24

    /// The text with such lines joined, so that words broken by the edge are found: …获⏎取本市… is …获取本市….
    ///
    /// A line is joined to the next where it is long, ends with a Chinese character and the next begins with one; what ends
    /// with punctuation, and headings, stay as they are.
    static func joined(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x0A) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var characters = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                let isWrapped = characters >= shortest && isHan(bytes, at: index - 3) && isHan(bytes, at: index + 1)
                if !isWrapped {
                    characters = 0
                    result.append(byte)
                }
                continue
            }
            if byte & 0xC0 != 0x80 { characters += 1 }
            result.append(byte)
        }
        return result
    }

    /// True where one of the common Chinese characters, U+4E00 to U+9FFF, begins.
    private static func isHan(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + 2 < bytes.count else { return false }
        return (0xE5...0xE9).contains(bytes[index]) || bytes[index] == 0xE4 && bytes[index + 1] >= 0xB8
    }
}
