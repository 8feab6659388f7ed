/// The text of a plain text file: valid UTF-8, its lines not cut yet.
public struct PlainText: Sendable {
    /// The bytes of the file in UTF-8.
    public let bytes: [UInt8]
    /// Where the text begins, behind a mark of byte order.
    public let start: Int

    /// Text that is known to be valid UTF-8.
    init(_ text: DecodedText) {
        bytes = text.bytes
        start = text.start
    }

    /// The lines; line ends are LF, CR LF or CR. Nothing inside a line is changed.
    var lines: [Block] {
        var lines: [Block] = []
        let bytes = bytes.span
        var start = start
        var index = start
        let end = bytes.count
        while index < end {
            let byte = bytes[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            lines.append(.line(Line(text: start..<index, place: Place(line: lines.count + 1))))
            index += 1
            if byte == 0x0D, index < end, bytes[index] == 0x0A { index += 1 }
            start = index
        }
        if start < end { lines.append(.line(Line(text: start..<end, place: Place(line: lines.count + 1)))) }
        return lines
    }
}
