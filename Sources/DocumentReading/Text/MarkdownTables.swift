/// Markdown that holds its tables as HTML: turned into a web page, its lines into paragraphs and headings.
enum MarkdownTables {
    /// The page; nil for Markdown without such a table.
    static func page(_ text: DecodedText) -> DecodedText? {
        let bytes = text.bytes[text.range]
        guard bytes.holds("<table") || bytes.holds("<TABLE") else { return nil }
        var page: [UInt8] = []
        page.reserveCapacity(bytes.count + bytes.count / 4)
        var depth = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
            let opened = count("<table", in: line)
            let closed = count("</table", in: line)
            if depth == 0, opened == 0 {
                let marks = line.prefix { $0 == 0x23 }.count
                let tag = marks > 0 ? "h\(min(marks, 6))" : "p"
                page += Array("<\(tag)>".utf8) + line.dropFirst(marks) + Array("</\(tag)>".utf8)
            } else {
                page += line
            }
            page.append(0x0A)
            depth = max(0, depth + opened - closed)
        }
        return DecodedText(bytes: page, notes: text.notes)
    }

    private static func count(_ tag: String, in line: ArraySlice<UInt8>) -> Int {
        let wanted = Array(tag.utf8)
        guard line.count >= wanted.count else { return 0 }
        var found = 0
        for start in line.startIndex...(line.endIndex - wanted.count)
        where line[start] == 0x3C && zip(line[start...], wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
            found += 1
        }
        return found
    }
}
