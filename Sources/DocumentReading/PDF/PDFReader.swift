internal import CPDFText

/// A pdf to visual lines whose words carry their horizontal position.
enum PDFReader {
    /// Reads all pages. Throws where the file is damaged, locked, too long, or holds pictures of text only.
    static func read(name: String, bytes: [UInt8], limits: ReadingLimits) throws(DocumentError) -> Document {
        var glyphs: [PDFGlyphs] = []
        try load(bytes, limits: limits, into: &glyphs)
        var document = Document(name: name, format: .pdf)
        let hasWatermark = PDFWatermark.remove(from: &glyphs)
        var pages = glyphs.map(PDFPage.init)
        let empty = pages.indices.filter { pages[$0].lines.isEmpty }.map { $0 + 1 }
        guard empty.count < pages.count else {
            throw DocumentError(
                code: "scanned_pdf",
                message: "这是扫描件：PDF中只有图片，没有可以读取的文字。请在Word或WPS中打开原稿，另存为带文字的PDF，或直接提供docx原件。")
        }
        if !empty.isEmpty {
            let numbers = empty.prefix(10).map(String.init).joined(separator: "、") + (empty.count > 10 ? "等" : "")
            document.notes.append(
                DocumentNote(code: "pages_without_text", message: "第\(numbers)页没有可以读取的文字，可能是图片。"))
        }
        if hasWatermark { document.notes.append(.watermark) }
        PDFFurniture.remove(from: &pages)
        for (index, page) in pages.enumerated() {
            for line in page.lines where !line.isFurniture { append(line, page: index + 1, to: &document) }
        }
        return document
    }

    private static func load(
        _ bytes: [UInt8], limits: ReadingLimits, into pages: inout [PDFGlyphs]
    ) throws(DocumentError) {
        var failure: DocumentError?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(DocumentError) { try load(buffer, limits: limits, into: &pages) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private static func load(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, into pages: inout [PDFGlyphs]
    ) throws(DocumentError) {
        var opened: OpaquePointer?
        let outcome = cpdf_open(bytes.baseAddress, bytes.count, &opened)
        if outcome == CPDF_ENCRYPTED { throw .encrypted("PDF") }
        guard let opened else { throw .damaged("PDF") }
        defer { cpdf_close(opened) }
        let count = Int(cpdf_page_count(opened))
        guard count > 0 else { throw .damaged("PDF") }
        guard count <= limits.pages else {
            throw DocumentError(
                code: "too_many_pages", message: "PDF共\(count)页，超过\(limits.pages)页的上限，未予读取。请只保留年度报告的页面后再试。")
        }
        for index in 0..<count {
            var text = cpdf_page()
            guard cpdf_page_read(opened, Int32(index), &text) == CPDF_OK else { throw .damaged("PDF") }
            defer { cpdf_page_free(&text) }
            pages.append(PDFGlyphs(text))
        }
    }

    private static func append(_ line: PDFLine, page: Int, to document: inout Document) {
        let start = document.bytes.count
        document.bytes.append(contentsOf: line.text)
        let words = line.words.map { word in
            Word(
                text: word.text.lowerBound + start..<word.text.upperBound + start, left: word.left, right: word.right)
        }
        let place = Place(page: page, line: line.number)
        document.blocks.append(.line(Line(text: start..<document.bytes.count, place: place, words: words)))
        document.bytes.append(0x0A)
    }
}
