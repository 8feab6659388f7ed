import DocumentReading
import TestSupport
import Testing

@testable import ReaderProcess

@Suite("Sheets on their way from the child")
struct SheetLinesTests {
    @Test("whatever stands in the cells comes over as it was")
    func roundTrip() throws {
        let texts = ["一", "a\tb", "甲\n乙", "\\n", "\\", "\\\\t", "", "\u{0}", "𠮷\"'<>"]
        let sheets = [
            SheetCells(
                name: "表\t一",
                cells: texts.enumerated().map {
                    .init(
                        row: $0.offset + 1, column: 16_384, text: $0.element, isNumber: $0.offset % 2 == 0,
                        isHidden: $0.offset % 3 == 0)
                },
                merges: [.init(rows: 1...1_048_576, columns: 2...3)]), SheetCells(name: ""),
        ]
        #expect(SheetLines.sheets(in: SheetLines.bytes(of: sheets), mostCells: 100) == sheets)
        #expect(SheetLines.sheets(in: [], mostCells: 0) == [])
    }

    @Test(
        "what no child of ours says is refused",
        arguments: [
            "C\t1\t1\t0\t甲\n", "S\t表\nC\t0\t1\t0\t甲\n", "S\t表\nC\t1\t16385\t0\t甲\n", "S\t表\nC\t1\t1\t0\n",
            "S\t表\nM\t2\t1\t1\t1\n",
            "S\t表\nM\t1\t1\t1\n", "X\n", "S\t表\nC\t1\t1\t0\t\\x\n", "S\t表\nC\t1\t1\t0\t\\\n", "S\n", "\t\n",
            "S\t表\nC\t99999999999999999999\t1\t0\t甲\n",
        ])
    func nonsense(_ text: String) { #expect(SheetLines.sheets(in: Array(text.utf8), mostCells: 100) == nil) }

    @Test("more cells than allowed are refused")
    func limits() {
        let lines = "S\t表\n" + String(repeating: "C\t1\t1\t0\t甲\n", count: 5_000)
        #expect(SheetLines.sheets(in: Array(lines.utf8), mostCells: 1_000) == nil)
        #expect(SheetLines.sheets(in: Array(lines.utf8), mostCells: 5_000) != nil)
    }

    @Test("a pool reads a workbook in a child, and says what is none")
    func pool() throws {
        var book = XlsxBuilder()
        book.add("甲", rows: "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>一</t></is></c></row>")
        let pool = try SelfTestReader.pool()
        defer { pool.dismissIdleChildren() }
        let sheets = try pool.sheets(name: "甲.xlsx", bytes: book.bytes())
        #expect(sheets == [SheetCells(name: "甲", cells: [.init(row: 2, column: 2, text: "一")])])
        #expect(throws: DocumentError.self) { try pool.sheets(name: "甲.pdf", bytes: Array("%PDF-1.4\n".utf8)) }
    }
}
