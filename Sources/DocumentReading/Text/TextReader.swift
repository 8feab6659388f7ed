/// Plain text and Markdown to lines.
enum TextReader {
    /// Splits decoded text into lines; line ends are LF, CR LF or CR. Nothing inside a line is changed.
    static func read(name: String, format: DocumentFormat, text: DecodedText) -> Document {
        var document = Document(name: name, format: format, bytes: text.bytes, notes: text.notes)
        var blocks: [Block] = []
        let bytes = text.bytes.span
        var start = text.start
        var index = text.start
        let end = bytes.count
        while index < end {
            let byte = bytes[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            blocks.append(.line(Line(text: start..<index, place: Place(line: blocks.count + 1))))
            index += 1
            if byte == 0x0D, index < end, bytes[index] == 0x0A { index += 1 }
            start = index
        }
        if start < end { blocks.append(.line(Line(text: start..<end, place: Place(line: blocks.count + 1)))) }
        document.blocks = blocks
        return document
    }
}
