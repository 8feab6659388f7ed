import DocumentReading

/// Cells parted by commas, quoted where they hold one.
enum CommaFields {
    /// True where most lines of tables are parted so: ten lines and more with six ASCII commas each.
    static func separate(_ document: Document, _ bytes: SourceBytes) -> Bool {
        guard document.format == .text, bytes.count(of: 0x2C, in: 0..<bytes.count) >= 60 else { return false }
        var lines = 0
        for block in document.blocks {
            guard case .line(let line) = block, line.text.count >= 7 else { continue }
            if bytes.count(of: 0x2C, in: line.text) >= 6 {
                lines += 1
                if lines >= 10 { return true }
            }
        }
        return false
    }

    /// The fields of a line, without their quotes.
    static func split(_ bytes: SourceBytes, _ range: Range<Int>) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var start = range.lowerBound
        var isQuoted = false
        func close(_ end: Int) {
            var field = start..<end
            if field.count >= 2, bytes[field.lowerBound] == 0x22, bytes[field.upperBound - 1] == 0x22 {
                field = field.lowerBound + 1..<field.upperBound - 1
            }
            fields.append(field)
        }
        for index in range {
            if bytes[index] == 0x22 { isQuoted.toggle() }
            if bytes[index] == 0x2C, !isQuoted {
                close(index)
                start = index + 1
            }
        }
        close(range.upperBound)
        return fields
    }
}
