import AnnualReport
import CivilTime
import DocumentWriting
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    static let day = Day(unchecked: "2025-06-03")

    private func workbook(_ fill: (inout Sheet) -> Void) throws -> Workbook {
        var sheet = Sheet(try #require(SheetName("表")))
        fill(&sheet)
        return Workbook(title: "测试", created: Self.day, sheets: [sheet])
    }

    private func refusal(_ book: Workbook, _ limits: WorkbookLimits = WorkbookLimits()) -> WorkbookError? {
        do throws(WorkbookError) {
            _ = try book.xlsx(limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a text comes back exactly as it went in, whatever sign it begins with",
        arguments: [
            "=1+1", "=cmd|'/c calc'!A1", "+86", "-1", "@SUM(A1)", "{=A1}", "https://example.org/", "007", "1e5",
            "二〇二五年", "a\tb", "一行\n二行", "_x0041_", "_x0041", "__x000D__", "<b>&\"'", "𠮷野家", "é", "0", "　缩进",
        ])
    func texts(_ text: String) throws {
        let book = try workbook { $0.put(.text(text), at: CellRange(row: 2, column: 0)) }
        #expect(try ReadBack(book.xlsx())["A3"] == text.trimmingWide)
    }

    @Test("no cell of a workbook is a formula")
    func noFormulas() throws {
        let book = try workbook {
            $0.put([.text("=1+1"), .text("@A1"), .whole(3), .day(Self.day)], row: 0)
            $0.entryRules = [EntryRule(.choice(["=1", "+2"]), in: CellRange(row: 1, column: 0), complaint: "请选择。")]
        }
        let parts = try SheetParts(book.xlsx())
        #expect(parts.text.contains("<sheetData>"))
        #expect(!parts.text.contains("<f>"))
        // The only formula is where the words of the list stand; the words are no part of it.
        #expect(parts.text.contains("<formula1>'_选项'!$A$1:$A$2</formula1>"))
    }

    @Test("characters that a workbook cannot hold are left out, and the rest stays")
    func impossibleCharacters() throws {
        let book = try workbook { $0.put(.text("甲\u{0}乙\u{FFFF}丙\u{1}"), at: CellRange(row: 0, column: 0)) }
        #expect(try ReadBack(book.xlsx())["A1"]?.hasPrefix("甲乙丙") == true)
    }

    @Test("numbers, days and blanks keep their kind")
    func kinds() throws {
        let book = try workbook {
            $0.put(
                [
                    .whole(0), .whole(-12), .number(FormNumber(millionths: 7_730_280_000)), .day(Self.day), .blank,
                    .day(Day(unchecked: "1900-02-28")), .day(Day(unchecked: "1900-03-01")), .day(.latest),
                    .whole(Int.max),
                ], row: 0)
        }
        let read = try ReadBack(book.xlsx())
        let found = (0..<9).map { read[CellRange(row: 0, column: $0).reference] }
        #expect(
            found == [
                "0", "-12", "7730.28", "2025-06-03", "", "1900-02-28", "1900-03-01", "9999-12-31",
                "9223372036854775807",
            ])
    }

    @Test("merged cells are read back with their spans, and a later value takes the place of an earlier")
    func merges() throws {
        let book = try workbook {
            $0.put(.text("前"), at: CellRange(row: 0, column: 0))
            $0.put(.text("题"), at: CellRange(row: 0, column: 0, columns: 3))
            $0.put(.whole(5), at: CellRange(row: 1, column: 1, rows: 2, columns: 2))
            $0.put([.text("a"), .blank, .blank, .text("b")], row: 3)
        }
        let read = try ReadBack(book.xlsx())
        #expect(read["A1"] == "题")
        #expect(read["B2"] == "5")
        #expect(read.merges["表"]?["A1"] == [1, 3])
        #expect(read.merges["表"]?["B2"] == [2, 2])
    }

    @Test("equal workbooks are equal files")
    func deterministic() throws {
        let book = try workbook {
            $0.put([.text("登记号"), .day(Self.day)], row: 0, .heading)
            $0.notes = [CellNote("例如 2025-12", at: CellRange(row: 0, column: 0))]
            $0.entryRules = [
                EntryRule(.choice(["甲", "乙"]), in: CellRange(row: 1, column: 0, rows: 9), complaint: "请选择。"),
                EntryRule(.day(notBefore: Self.day), in: CellRange(row: 1, column: 1), complaint: "请填日期。"),
            ]
            $0.filter = CellRange(row: 0, column: 0, columns: 2)
            $0.frozenRows = 1
            $0.print = PrintSetup(isLandscape: true, isOnePage: true, repeatedRows: 1)
        }
        let first = try book.xlsx()
        #expect(try first == book.xlsx())
        let parts = try SheetParts(first)
        #expect(parts.text.contains("paperSize=\"9\" "))
        #expect(parts.text.contains("orientation=\"landscape\""))
        #expect(parts.text.contains("state=\"frozen\""))
        #expect(parts.text.contains("例如 2025-12"))
        #expect(parts.text.contains("宋体"))
        #expect(parts.text.contains("2025-06-03T12:00:00Z"))
    }

    @Test("every limit is refused with its place")
    func limits() throws {
        var limits = WorkbookLimits()
        limits.rows = 10
        limits.columns = 5
        limits.textLength = 8
        limits.cells = 12
        limits.sheets = 2
        func code(_ fill: (inout Sheet) -> Void) throws -> String? { refusal(try workbook(fill), limits)?.code }
        #expect(try code { $0.put(.whole(1), at: CellRange(row: 9, column: 4)) } == nil)
        #expect(try code { $0.put(.whole(1), at: CellRange(row: 10, column: 0)) } == "too_many_rows")
        #expect(try code { $0.put(.whole(1), at: CellRange(row: 8, column: 0, rows: 3)) } == "too_many_rows")
        #expect(try code { $0.put(.whole(1), at: CellRange(row: 0, column: 5)) } == "too_many_columns")
        #expect(try code { $0.put(.whole(1), at: CellRange(row: -1, column: 0)) } == "bad_place")
        #expect(try code { $0.put(.text("八个字一共八个字"), at: CellRange(row: 2, column: 1)) } == nil)
        let long = refusal(
            try workbook { $0.put(.text("九个字一共有九个字"), at: CellRange(row: 2, column: 1)) }, limits)
        #expect(long?.code == "text_too_long")
        #expect(long?.message.contains("“表”单元格 B3") == true)
        #expect(
            try code { sheet in
                for row in 0..<7 { sheet.put([.whole(1), .whole(2)], row: row) }
            } == "too_many_cells")
        #expect(
            try code {
                $0.put(.blank, at: CellRange(row: 0, column: 0, columns: 2))
                $0.put(.blank, at: CellRange(row: 0, column: 1, rows: 2))
            } == "merge_overlap")
        var book = try workbook { $0.put(.whole(1), at: CellRange(row: 0, column: 0)) }
        book.sheets.append(book.sheets[0])
        #expect(refusal(book)?.code == "bad_sheets")
        book.sheets[0].isHidden = true
        book.sheets.removeLast()
        #expect(refusal(book)?.code == "bad_sheets")
    }

    @Test("the longest text of the format is written, one more is refused")
    func longestText() throws {
        let limit = WorkbookLimits().textLength
        let fits = String(repeating: "字", count: limit)
        let book = try workbook { $0.put(.text(fits), at: CellRange(row: 0, column: 0)) }
        #expect(try ReadBack(book.xlsx())["A1"]?.count == limit)
        let over = try workbook { $0.put(.text(fits + "字"), at: CellRange(row: 0, column: 0)) }
        #expect(refusal(over)?.code == "text_too_long")
    }

    @Test(
        "names of sheets",
        arguments: [
            ("申请", true), ("", false), (String(repeating: "表", count: 31), true),
            (String(repeating: "表", count: 32), false), ("a/b", false), ("'a", false), ("a'b", true), ("[x]", false),
        ])
    func names(_ text: String, _ isName: Bool) { #expect((SheetName(text) != nil) == isName) }

    @Test("a name made of any text is a name")
    func cleanedNames() {
        #expect(SheetName(cleaning: "2025/06: '表'", otherwise: "表").text == "202506 表")
        #expect(SheetName(cleaning: "///", otherwise: "表").text == "表")
        #expect(SheetName(cleaning: String(repeating: "𠮷", count: 40), otherwise: "表").text.utf16.count <= 31)
    }

    @Test("columns have the letters that people know")
    func letters() {
        #expect(
            [0, 25, 26, 27, 701, 702, 16_383].map(CellRange.letters) == ["A", "Z", "AA", "AB", "ZZ", "AAA", "XFD"])
    }
}

extension Day {
    /// A day that the test knows to be one.
    init(unchecked text: String) { self = Day(text) ?? .earliest }
}
