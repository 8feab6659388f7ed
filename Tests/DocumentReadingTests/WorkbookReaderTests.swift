import DocumentReading
import TestSupport
import Testing

@Suite("Workbooks")
struct WorkbookReaderTests {
    func workbook(_ rows: String, tail: String = "", strings: String = "", styles: String = "") -> [UInt8] {
        var xlsx = XlsxBuilder()
        xlsx.strings = strings
        xlsx.styles = styles
        xlsx.add("表", rows: rows, tail: tail)
        return xlsx.bytes()
    }

    @Test("strings, numbers, truth values and errors are read as they show")
    func values() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>3</v></c><c r="C1"><v>7730.2799999999997</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>行政许可</t></is></c><c r="B2" t="b"><v>1</v></c>
            <c r="C2" t="e"><v>#REF!</v></c></row>
            <row r="3"><c r="A3" t="str"><f>A1</f><v>a_x000D_b</v></c><c r="B3"><f>SUM(B1:B2)</f><v>0.30000000000000004</v></c>
            <c r="C3"><v>1E-3</v></c></row>
            """
        let strings = """
            <si><t>不用</t></si><si><r><t>规</t></r><r><rPr><b/></rPr><t>章</t></r><rPh sb="0" eb="1"><t>gui</t></rPh></si>
            """
        #expect(
            try read(workbook(rows, strings: strings)).outline == [
                "table 3x3", "0,0 规章", "0,1 3", "0,2 7730.28", "1,0 行政许可", "1,1 TRUE", "1,2 #REF!", "2,0 ab", "2,1 0.3",
                "2,2 0.001",
            ])
    }

    @Test(
        "dates are written by the standard, percents with their sign",
        arguments: [
            ("44927", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "2023-01-01"), ("45291", "m/d/yy", "2023-12-31"),
            ("44927.5", "yyyy-mm-dd hh:mm", "2023-01-01 12:00"), ("0.5", "h:mm", "12:00"),
            ("1", "yyyy-mm-dd", "1900-01-01"),
            ("61", "yyyy-mm-dd", "1900-03-01"), ("0.125", "0.0%", "12.5%"), ("1136", "#,##0", "1136"),
            ("12.5", "0.00&quot;万元&quot;", "12.5"), ("3", "General", "3"), ("5", "[Red]0;[Blue]-0", "5"),
            ("44927", "[$-804]yyyy/m/d;@", "2023-01-01"),
            // 元 stays with its number, as columns of money are in 万元; other words change nothing.
            ("1250.5", "General&quot;元&quot;", "1250.5元"), ("3", "#,##0.00&quot;万元&quot;;[Red]-0", "3"),
            ("3", "0&quot;件&quot;", "3"), ("3", "&quot;元&quot;0", "3"),
        ])
    func formats(_ stored: String, _ code: String, _ shown: String) throws {
        let styles = """
            <numFmts><numFmt numFmtId="200" formatCode="\(code)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>
            """
        let rows = "<row><c r=\"A1\" s=\"1\"><v>\(stored)</v></c><c r=\"B1\"><v>\(1)</v></c></row>"
        #expect(try read(workbook(rows, styles: styles)).outline == ["table 1x2", "0,0 \(shown)", "0,1 1"])
    }

    @Test("merged ranges are cells with spans, blanks inside the table are cells, margins are cut")
    func merges() throws {
        let rows = """
            <row r="3"><c r="C3" t="str"><v>角</v></c><c r="E3"><v>1</v></c></row><row r="4"><c r="E4"><v>2</v></c><c r="H4" s="1"/></row>
            <row r="5"><c r="C5"><v>3</v></c><c r="E5"><v>4</v></c></row>
            """
        let tail =
            "<mergeCells><mergeCell ref=\"C3:D4\"/><mergeCell ref=\"D4:E5\"/><mergeCell ref=\"Z9\"/></mergeCells>"
        let document = try read(workbook(rows, tail: tail))
        #expect(document.outline == ["table 3x3", "0,0 2x2 角", "0,2 1", "1,2 2", "2,0 3", "2,1 ", "2,2 4"])
        let table = try #require(document.tables.first)
        #expect(table.place.sheet == "表")
        #expect(table.place.row == 3)
    }

    @Test("sheets are read in order, a hidden one is left out and noted")
    func sheets() throws {
        var xlsx = XlsxBuilder()
        for (name, hidden) in [("主动公开", false), ("草稿", true), ("空", false)] {
            let rows = name == "空" ? "" : "<row><c t=\"str\"><v>\(name)</v></c><c><v>1</v></c></row>"
            xlsx.add(name, rows: rows, isHidden: hidden)
        }
        let document = try read(xlsx.bytes(), name: "年报.xlsx")
        #expect(document.outline == ["table 1x2", "0,0 主动公开", "0,1 1"])
        #expect(document.tables.map(\.place.sheet) == ["主动公开"])
        #expect(document.noteCodes == ["hidden_sheet"])
    }

    @Test("hidden rows and columns are left out and noted, and no number moves into the place of a hidden one")
    func hiddenCells() throws {
        let rows = """
            <row r="1"><c r="A1" t="str"><v>项目</v></c><c r="B1" t="str"><v>上年</v></c><c r="C1" t="str"><v>本年</v></c></row>
            <row r="2" hidden="1"><c r="A2" t="str"><v>规章</v></c><c r="B2"><v>7</v></c><c r="C2"><v>8</v></c></row>
            <row r="3"><c r="A3" t="str"><v>规章</v></c><c r="B3"><v>5</v></c><c r="C3"><v>6</v></c></row>
            """
        var xlsx = XlsxBuilder()
        xlsx.add(
            "表", head: "<cols><col min=\"1\" max=\"1\" hidden=\"0\"/><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
            rows: rows)
        let document = try read(xlsx.bytes(), name: "年报.xlsx")
        #expect(document.outline == ["table 2x3", "0,0 项目", "0,1 ", "0,2 本年", "1,0 规章", "1,1 （隐藏）", "1,2 6"])
        #expect(document.noteCodes == ["hidden_cells"])
        #expect(document.notes.first?.message.contains("5个") == true)
    }

    @Test("a merged cell that begins in a hidden row shows in the first that is not")
    func hiddenMerge() throws {
        let rows = """
            <row r="1" hidden="true"><c r="A1" t="str"><v>规章</v></c><c r="B1"><v>7</v></c></row>
            <row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>
            """
        let tail = "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>"
        #expect(try read(workbook(rows, tail: tail)).outline == ["table 2x2", "0,0 2x1 规章", "0,1 1", "1,1 2"])
    }

    @Test("a workbook of which nothing is shown is refused in words")
    func allHidden() {
        let rows = "<row><c><v>1</v></c><c><v>2</v></c></row>"
        var sheet = XlsxBuilder()
        sheet.add("表", rows: rows, isHidden: true)
        #expect(refusal(sheet.bytes()) == "all_hidden")
        #expect(refusal(workbook(rows.replacing("<row>", with: "<row hidden=\"1\">"))) == "all_hidden")
        let texts = "<row><c t=\"str\"><v>甲</v></c><c t=\"str\"><v>乙</v></c></row>"
        var columns = XlsxBuilder()
        columns.add(
            "表",
            head:
                "<cols><col min=\"0\" max=\"9\" hidden=\"1\"/><col min=\"1\" max=\"99999999999\" hidden=\"1\"/></cols>",
            rows: texts)
        #expect(refusal(columns.bytes()) == "all_hidden")
    }

    @Test(
        "the mark that makes a number text is no part of it",
        arguments: [("'78", "78"), ("'1,136.5", "1,136.5"), ("'", "'"), ("'甲", "'甲"), ("'-", "'-"), ("'78'", "'78'")])
    func apostrophe(_ stored: String, _ shown: String) throws {
        let rows = "<row><c t=\"str\"><v>\(stored)</v></c><c t=\"inlineStr\"><is><t>\(stored)</t></is></c></row>"
        #expect(try read(workbook(rows)).outline == ["table 1x2", "0,0 \(shown)", "0,1 \(shown)"])
    }

    @Test("binary noise does not show")
    func noise() throws {
        let rows =
            "<row><c><v>9.0000000000000018</v></c><c><v>0.10000000000000001</v></c><c><v>1136.2800000000002</v></c></row>"
        #expect(try read(workbook(rows)).outline == ["table 1x3", "0,0 9", "0,1 0.1", "0,2 1136.28"])
    }

    @Test("a formula without its result shows itself and is noted, never a blank")
    func formula() throws {
        let document = try read(workbook("<row><c r=\"A1\"><f>SUM(B1:B9)</f></c><c r=\"B1\"><v>1</v></c></row>"))
        #expect(document.outline == ["table 1x2", "0,0 =SUM(B1:B9)", "0,1 1"])
        #expect(document.noteCodes == ["formula_without_value"])
    }

    @Test("a stray cell a million rows below costs nothing")
    func sparse() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>"
        let document = try read(workbook(rows))
        #expect(document.tables.first?.rowCount == 3)
        #expect(document.tables.first?.columnCount == 4)
        #expect(document.noteCodes == ["empty_rows_dropped"])
    }

    @Test("a sheet of a million rows is refused by its cells, not by its size")
    func millionRows() {
        var limits = ReadingLimits()
        limits.unpackedRatio = 100_000
        let filled = String(repeating: "<row><c><v>1</v></c></row>", count: 1_000_000)
        #expect(refusal(workbook(filled), limits: limits) == "too_many_cells")
    }

    @Test("a million empty formatted rows are no content")
    func emptyRows() throws {
        var limits = ReadingLimits()
        limits.unpackedRatio = 100_000
        let empty = String(repeating: "<row><c s=\"1\"/></row>", count: 200_000)
        let rows = "<row><c><v>1</v></c><c><v>2</v></c></row>" + empty
        #expect(try read(workbook(rows), limits: limits).outline == ["table 1x2", "0,0 1", "0,1 2"])
    }

    @Test("the cell limit counts the grid")
    func gridLimit() {
        var limits = ReadingLimits()
        limits.tableCells = 100
        func diagonal(_ size: Int) -> [UInt8] {
            workbook(
                (1...size).map {
                    "<row r=\"\($0)\"><c r=\"\(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"][$0 - 1])\($0)\"><v>1</v></c></row>"
                }.joined())
        }
        #expect(refusal(diagonal(10), limits: limits) == nil)
        #expect(refusal(diagonal(11), limits: limits) == "too_many_cells")
    }

    @Test("addresses outside any sheet do no harm")
    func wildAddresses() throws {
        let rows = """
            <row r="99999999999999999999"><c r="ZZZZZZZ1"><v>1</v></c><c r="A0"><v>2</v></c><c r="-5"><v>3</v></c></row>
            """
        _ = refusal(
            workbook(
                rows, tail: "<mergeCells><mergeCell ref=\"B9:A1\"/><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"))
        let merged = workbook(
            "<row><c r=\"A1\"><v>1</v></c><c r=\"B2\"><v>1</v></c></row>",
            tail: "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")
        #expect(try read(merged).outline == ["table 2x2", "0,0 2x2 1"])
    }

    @Test("an entity bomb in a sheet is refused before it goes off")
    func entityBomb() {
        var xlsx = XlsxBuilder()
        xlsx.prolog = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        xlsx.add("表", rows: "<row><c t=\"str\"><v>&b;</v></c></row>")
        #expect(refusal(xlsx.bytes()) == "entities_refused")
    }

    @Test("a workbook without content says so")
    func empty() {
        #expect(refusal(workbook("")) == "empty_file")
    }
}
