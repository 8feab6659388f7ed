import DocumentReading
import TestSupport
import Testing

@Suite("Sheets of workbooks cell by cell")
struct WorkbookSheetsTests {
    private func sheets(_ build: (inout XlsxBuilder) -> Void) throws -> [SheetCells] {
        var book = XlsxBuilder()
        build(&book)
        return try WorkbookSheets.read(name: "测试.xlsx", bytes: book.bytes())
    }

    @Test("cells keep their own rows and columns, across gaps and hidden rows")
    func places() throws {
        let sheets = try sheets {
            $0.add(
                "甲", head: "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>",
                rows: "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>一</t></is></c><c r=\"D3\"><v>2</v></c></row>"
                    + "<row r=\"90\" hidden=\"1\"><c r=\"A90\"><v>3</v></c></row>",
                tail: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
            $0.add("藏", rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", isHidden: true)
            $0.add("空", rows: "")
        }
        #expect(sheets.map(\.name) == ["甲", "空"])
        #expect(
            sheets[0].cells == [
                .init(row: 3, column: 3, text: "一"),
                .init(row: 3, column: 4, text: "2", isNumber: true, isHidden: true),
                .init(row: 90, column: 1, text: "3", isNumber: true, isHidden: true),
            ])
        #expect(sheets[0].merges == [.init(rows: 1...2, columns: 1...2)])
    }

    @Test("what is no workbook, or too much, is refused")
    func refusals() {
        func code(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> String? {
            do throws(DocumentError) {
                _ = try WorkbookSheets.read(name: "测试", bytes: bytes, limits: limits)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code([]) == "empty_file")
        #expect(code(Array("文字".utf8)) == "not_a_workbook")
        #expect(code(Array("%PDF-1.7".utf8)) == "not_a_workbook")
        var book = XlsxBuilder()
        let cells = (1...50).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        book.add("一", rows: cells)
        book.add("二", rows: cells)
        var limits = ReadingLimits()
        limits.tableCells = 100
        #expect(code(book.bytes(), limits) == nil)
        limits.tableCells = 99
        #expect(code(book.bytes(), limits) != nil)
        limits.fileBytes = 10
        #expect(code(book.bytes(), limits) == "too_large")
    }
}
