import Testing

@testable import DocumentReading

@Suite("The text of a document for search")
struct DocumentTextTests {
    private func text(_ document: Document, limit: Int = .max) -> String {
        String(decoding: document.plainText(limit: limit), as: UTF8.self)
    }

    @Test("lines and cells come in reading order, cells of a row parted by tabs")
    func order() throws {
        let html =
            "<html><body><p>前</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><p>后</p></body></html>"
        let document = try DocumentReader.read(name: "a.html", bytes: Array(html.utf8))
        #expect(text(document).split(separator: "\n") == ["前", "甲\t乙", "丙\t丁", "后"])
    }

    @Test("a full line of a pdf page goes on in the next one, a short one does not")
    func wrapped() {
        var document = Document(name: "a.pdf", format: .pdf)
        for (line, right) in [("政府信", 500), ("息公开。", 200), ("附件一", 190), ("Report of", 500), ("offices", 100)]
            as [(String, Float)]
        {
            let range = document.append(line)
            document.blocks.append(
                .line(Line(text: range, place: Place(page: 1), words: [Word(text: range, left: 72, right: right)])))
        }
        #expect(text(document) == "政府信息公开。\n附件一\nReport of\noffices\n")
    }

    @Test("what is over the limit is cut at the end of a line")
    func limit() throws {
        let document = try DocumentReader.read(name: "a.txt", bytes: Array("一二\n三四\n五六\n".utf8))
        #expect(text(document, limit: 15) == "一二\n三四")
        #expect(text(document, limit: 3) == "")
    }
}
