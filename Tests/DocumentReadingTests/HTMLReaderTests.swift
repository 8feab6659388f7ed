import DocumentReading
import TestSupport
import Testing

@Suite("Web pages")
struct HTMLReaderTests {
    @Test("blocks become lines, runs within them are joined, source folds vanish")
    func lines() throws {
        let page = """
            <!DOCTYPE html><html><head><title>某区年报</title><style>p{}</style><script>var a = "不是文字";</script></head>
            <body><div><h2>一、<span>总体</span><b>情况</b></h2><p>全区各
              级机关 2023 年受理<font>3</font>件&nbsp;。</p><ul><li>甲</li><li>乙</li></ul>第一行<br>第二行</div></body></html>
            """
        let document = try read(page)
        #expect(document.format == .html)
        #expect(
            document.outline == [
                "# 某区年报", "# 一、总体情况", "全区各级机关 2023 年受理3件 。", "甲", "乙", "第一行", "第二行",
            ])
    }

    @Test("an empty paragraph is an empty line, an empty div is none")
    func emptyParagraph() throws {
        #expect(try read("<div><p>0</p><p></p><div></div><p>1<br></p><p>2</p></div>").outline == ["0", "", "1", "2"])
    }

    @Test("rowspan and colspan are resolved on the grid")
    func spans() throws {
        let page = """
            <table><tr><td rowspan="2" colspan="2">角</td><td>a</td></tr><tr><td>b</td></tr>
            <tr><td>c</td><td>&nbsp;</td><td>d<p>e</p></td></tr></table>
            """
        #expect(
            try read(page).outline == [
                "table 3x3", "0,0 2x2 角", "0,2 a", "1,2 b", "2,0 c", "2,1 ", "2,2 d\ne",
            ])
    }

    @Test("a span never reaches past its row group or the table")
    func clippedSpans() throws {
        let page = """
            <table><thead><tr><td rowspan=9>a</td><td>b</td></tr></thead><tbody><tr><td>c</td><td rowspan=0>d</td></tr>
            <tr><td>e</td></tr></tbody></table>
            """
        #expect(try read(page).outline == ["table 3x2", "0,0 a", "0,1 b", "1,0 c", "1,1 2x1 d", "2,0 e"])
    }

    @Test("absurd spans are cut down to what the table needs")
    func absurdSpans() throws {
        let page = """
            <table><tr><td rowspan=1000000000 colspan=1000000000>a</td></tr><tr><td>b</td></tr>
            <tr><td colspan=99999999999999999999>c</td><td>d</td></tr></table>
            """
        let document = try read(page)
        let table = try #require(document.tables.first)
        #expect(table.rowCount == 3)
        #expect(table.columnCount <= 2_002)
        #expect(table.cells.allSatisfy { $0.row + $0.rowSpan <= 3 && $0.column + $0.columnSpan <= table.columnCount })
    }

    @Test("a layout table gives way to what it holds, in reading order")
    func layoutTable() throws {
        let page = """
            <table><tr><td>菜单</td><td><p>三、申请情况</p><table><tr><td>一</td><td>2</td></tr></table>
            <p>四、复议</p></td></tr></table>
            """
        #expect(try read(page).outline == ["菜单", "三、申请情况", "table 1x2", "0,0 一", "0,1 2", "四、复议"])
    }

    @Test("a frame of one cell is no table")
    func frame() throws {
        #expect(try read("<table><tr><td><p>一、总体情况</p><p>文</p></td></tr></table>").outline == ["一、总体情况", "文"])
    }

    @Test("a table without end tags is read")
    func missingEndTags() throws {
        #expect(
            try read("<table><tr><td>a<td>b<tr><td><font>c<td>d</table>").outline == [
                "table 2x2", "0,0 a", "0,1 b", "1,0 c", "1,1 d",
            ])
    }

    @Test("a page saved by Word reads like any other")
    func wordExport() throws {
        let page = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
            <!--[if gte mso 9]><xml><w:WordDocument>不是文字</w:WordDocument></xml><![endif]-->
            <p class=MsoNormal><span style='font-family:仿宋'>一、<span lang=EN-US><o:p></o:p></span></span><span>总
            体情况</span></p><table><tr><td><p><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
            <td><p><span lang=EN-US>0<o:p></o:p></span></p></td></tr></table></body></html>
            """
        #expect(try read(page).outline == ["一、总体情况", "table 1x2", "0,0 ", "0,1 0"])
    }

    @Test("hidden text is left out and noted")
    func hidden() throws {
        let document = try read(
            "<div><p>甲</p><p style='color:red; DISPLAY : none'>乙</p><div hidden>丙<p>丁</p></div>戊</div>")
        #expect(document.outline == ["甲", "戊"])
        #expect(document.noteCodes == ["hidden_text"])
    }

    @Test("preformatted text keeps its lines")
    func preformatted() throws {
        #expect(try read("<pre>规章  0\n条例  1</pre>").outline == ["规章  0", "条例  1"])
    }

    @Test("entities are read as their characters")
    func entities() throws {
        #expect(try read("<p>&#19968;、&lt;&amp;&gt;&ldquo;好&rdquo;</p>").outline == ["一、<&>“好”"])
    }

    static let gbk: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6]

    @Test(
        "the declared character set is followed, and a missing one is found",
        arguments: [
            "<meta charset=\"gb2312\"><p>", "<meta charset='GBK'><p>",
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" /><p>", "<p>",
            "<meta charset=utf-8><p>",
        ])
    func characterSets(_ head: String) throws {
        #expect(try read(Array(head.utf8) + Self.gbk + Array("</p>".utf8)).outline == ["一、总体情况"])
    }

    @Test("a page declared as GBK that is UTF-8 in truth is read as UTF-8")
    func falseDeclaration() throws {
        #expect(try read("<meta charset=gbk><p>一、总体情况</p>").outline == ["一、总体情况"])
    }

    @Test("Big5 pages are read where they say so")
    func big5() throws {
        #expect(try read(Array("<meta charset=big5><p>".utf8) + [0xA4, 0xA4, 0xA4, 0xE5]).outline == ["中文"])
    }

    @Test("a page under another ending is still a page, and that is noted")
    func wrongExtension() throws {
        let document = try read("<html><body><p>甲</p></body></html>", name: "年报.xls")
        #expect(document.format == .html)
        #expect(document.noteCodes == ["wrong_extension"])
    }

    @Test("ten thousand nested elements are refused, or read where they hold no structure")
    func nesting() throws {
        for tag in ["div", "table", "ul", "table><tr><td"] {
            let page = String(repeating: "<\(tag)>", count: 10_000) + "甲"
            #expect(refusal(Array(page.utf8)) == "too_deep", "\(tag)")
        }
        #expect(refusal(Array(String(repeating: "<b>", count: 10_000).utf8)) == "too_deep")
        #expect(try read("<p>" + String(repeating: "<font>", count: 1_000) + "甲").outline == ["甲"])
    }

    @Test("a table over the cell limit is refused")
    func cells() {
        var limits = ReadingLimits()
        limits.tableCells = 100
        let row = "<tr>" + String(repeating: "<td>0</td>", count: 10) + "</tr>"
        func page(_ rows: Int) -> [UInt8] { Array("<table>\(String(repeating: row, count: rows))</table>".utf8) }
        #expect(refusal(page(10), limits: limits) == nil)
        #expect(refusal(page(11), limits: limits) == "too_many_cells")
    }
}
