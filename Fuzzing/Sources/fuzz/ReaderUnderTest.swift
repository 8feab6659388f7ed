import AnnualReport
import DocumentReading
import ReportReading

/// What is fed, and how an input becomes a document.
enum ReaderUnderTest: String, CaseIterable {
    /// Plain text in any encoding.
    case text
    /// A web page.
    case html
    /// A docx as it is.
    case docx
    /// The body of a docx: the input is `word/document.xml`, so that the fuzzer need not guess checksums.
    case word
    /// An xlsx as it is.
    case xlsx
    /// The sheet of an xlsx: the input is `xl/worksheets/sheet1.xml`.
    case sheet
    /// A pdf.
    case pdf
    /// Text to blocks to a report.
    case report

    /// Reads an input to its end.
    func read(_ input: [UInt8]) {
        switch self {
        case .text: readDocument("a.txt", input)
        case .html: readDocument("a.html", Array("<html>".utf8) + input)
        case .docx: readDocument("a.docx", input)
        case .word: readDocument("a.docx", Self.wordParts(body: input))
        case .xlsx: readDocument("a.xlsx", input)
        case .sheet: readDocument("a.xlsx", Self.workbookParts(sheet: input))
        case .pdf: readDocument("a.pdf", input)
        case .report: readDocument("a.txt", input)
        }
    }

    /// Small limits: what is looked for is found in small documents, and big ones are slow.
    private static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.fileBytes = 4 << 20
        limits.unpackedBytes = 16 << 20
        limits.pages = 20
        limits.tableCells = 20_000
        return limits
    }()

    private func readDocument(_ name: String, _ bytes: [UInt8]) {
        guard let document = try? DocumentReader.read(name: name, bytes: bytes, limits: Self.limits) else { return }
        document.checkRanges()
        guard let report = try? ReportReader.read(document) else { return }
        precondition(report.cells.count == report.form.cells.count)
        for cell in report.cells where cell.state == .number { precondition(cell.value != nil) }
    }

    private static func wordParts(body: [UInt8]) -> [UInt8] {
        StoredZip.archive([("word/document.xml", body)])
    }

    private static func workbookParts(sheet: [UInt8]) -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        return StoredZip.archive([
            (
                "xl/workbook.xml",
                Array(
                    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                        .utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                        .utf8)
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ])
    }
}

extension Document {
    /// What every later step relies on: ranges lie in the buffer, cells in their table.
    func checkRanges() {
        let all = 0..<bytes.count + 1
        func check(_ range: Range<Int>) {
            precondition(all.contains(range.lowerBound) && all.contains(range.upperBound))
        }
        for block in blocks {
            switch block {
            case .line(let line):
                check(line.text)
                for word in line.words { check(word.text) }
            case .table(let table):
                for cell in table.cells {
                    check(cell.text)
                    precondition(cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.columnSpan >= 1)
                    precondition(cell.row + cell.rowSpan <= table.rowCount)
                    precondition(cell.column + cell.columnSpan <= table.columnCount)
                }
            }
        }
    }
}
