/// Plain text and Markdown to lines.
enum TextReader {
    /// Splits decoded text into lines; line ends are LF, CR LF or CR.
    static func read(name: String, format: DocumentFormat, utf8 bytes: [UInt8]) -> Document {
        var document = Document(name: name, format: format, bytes: bytes)
        var start = 0
        var number = 1
        var index = 0
        func close(at end: Int) {
            document.blocks.append(.line(Line(text: start..<end, place: Place(line: number))))
            number += 1
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A {
                close(at: index)
                start = index + 1
            } else if byte == 0x0D {
                close(at: index)
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { close(at: bytes.count) }
        return document
    }
}
