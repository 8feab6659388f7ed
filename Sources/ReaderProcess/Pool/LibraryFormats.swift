/// Which documents are read with the help of libraries written in C, and so count against `documentsPerChild`.
///
/// Told from the first bytes and the name alone, for the parent parses nothing. In doubt a document counts.
enum LibraryFormats {
    /// False only for what the readers take as plain text, or as Markdown without tables of HTML: no signature of a
    /// container or of pdf, no tag at the beginning, no name of a web page.
    static func mayBe(name: String, bytes: [UInt8]) -> Bool {
        for signature in [[0x50, 0x4B], [0xD0, 0xCF, 0x11, 0xE0], Array("{\\rtf".utf8)] as [[UInt8]] {
            if bytes.starts(with: signature) { return true }
        }
        let ending = name.lowercased()
        for suffix in ["htm", "html", "xml", "docx", "xlsx", "pdf", "zip", "doc", "wps", "xls", "et", "rtf"] {
            if ending.hasSuffix(".\(suffix)") || ending.hasSuffix("shtml") { return true }
        }
        // Markdown may hold tables of HTML.
        if ending.hasSuffix(".md") || ending.hasSuffix(".markdown") { return bytes.contains(UInt8(ascii: "<")) }
        let beginning = bytes.prefix(1_024)
        let header = Array("%PDF-".utf8)
        for index in beginning.indices where beginning[index...].starts(with: header) { return true }
        // Blanks, byte order marks and the zeros of UTF-16 may stand before the first tag.
        let first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
        return first == UInt8(ascii: "<")
    }
}
