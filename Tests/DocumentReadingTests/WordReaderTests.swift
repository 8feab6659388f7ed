import DocumentReading
import TestSupport
import Testing

@Suite("Word documents")
struct WordReaderTests {
    typealias Docx = DocxBuilder

    func outline(_ body: String) throws -> [String] { try read(Docx(body: body).bytes()).outline }

    @Test("paragraphs are lines, runs are joined, empty paragraphs stay")
    func paragraphs() throws {
        let body =
            "<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>总体情况</w:t></w:r></w:p><w:p/>"
            + "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>"
        #expect(try outline(body) == ["一、总体情况", "", "甲\t乙", "丙-丁"])
    }

    @Test("headings are told by their style, its ancestors and its outline level")
    func headings() throws {
        var docx = Docx(
            body: Docx.paragraph("甲", properties: "<w:pStyle w:val=\"1\"/>")
                + Docx.paragraph("乙", properties: "<w:pStyle w:val=\"x\"/>")
                + Docx.paragraph("丙", properties: "<w:outlineLvl w:val=\"0\"/>")
                + Docx.paragraph("丁", properties: "<w:pStyle w:val=\"n\"/>"))
        docx.styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"我的\"/><w:basedOn w:val=\"1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"n\"><w:name w:val=\"Normal\"/><w:basedOn w:val=\"n\"/></w:style>"
        #expect(try read(docx.bytes()).outline == ["# 甲", "# 乙", "# 丙", "丁"])
    }

    @Test("automatic numbers are part of the text")
    func numbering() throws {
        func item(_ text: String, _ level: Int, _ list: Int = 1) -> String {
            Docx.paragraph(
                text, properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
        }
        func level(_ number: Int, _ format: String, _ text: String, _ start: Int = 1) -> String {
            "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>"
                + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        var docx = Docx(
            body: item("总体情况", 0) + item("主动公开", 1) + item("依申请公开", 1) + item("其他", 0) + item("甲", 1)
                + item("乙", 2) + item("点", 3) + item("另", 0, 2))
        docx.numbering =
            "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCountingThousand", "%1、")
            + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") + level(3, "bullet", "\u{F0B7}")
            + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1.", 5)
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        #expect(
            try read(docx.bytes()).outline == [
                "一、总体情况", "（一）主动公开", "（二）依申请公开", "二、其他", "（一）甲", "1. 乙", "点", "5. 另",
            ])
    }

    @Test("merged cells are one cell with its span")
    func mergedCells() throws {
        let table = Docx.table([
            [
                Docx.cell("角", properties: "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"), Docx.cell("a"),
            ],
            [Docx.cell("", properties: "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), Docx.cell("b")],
            [Docx.cell("c"), Docx.cell(""), Docx.cell("d")],
            [
                Docx.cell("左", properties: "<w:hMerge w:val=\"restart\"/>"), Docx.cell("", properties: "<w:hMerge/>"),
                Docx.cell("e"),
            ],
        ])
        #expect(
            try outline(table) == [
                "table 4x3", "0,0 2x2 角", "0,2 a", "1,2 b", "2,0 c", "2,1 ", "2,2 d", "3,0 1x2 左", "3,2 e",
            ])
    }

    @Test("a cell keeps its paragraphs as lines")
    func cellLines() throws {
        let cell = "<w:tc>" + Docx.paragraph("法人或") + Docx.paragraph("其他组织") + "</w:tc>"
        #expect(try outline(Docx.table([[cell, Docx.cell("0")]])) == ["table 1x2", "0,0 法人或\n其他组织", "0,1 0"])
    }

    @Test("two tables stay two, and a nested table stands alone")
    func severalTables() throws {
        let inner = Docx.table([[Docx.cell("a"), Docx.cell("b")]])
        let outer = Docx.table([
            ["<w:tc>" + Docx.paragraph("前") + inner + Docx.paragraph("后") + "</w:tc>", Docx.cell("旁")]
        ])
        #expect(
            try outline(inner + Docx.paragraph("间") + inner) == [
                "table 1x2", "0,0 a", "0,1 b", "间", "table 1x2", "0,0 a", "0,1 b",
            ])
        #expect(try outline(outer) == ["前", "table 1x2", "0,0 a", "0,1 b", "后", "旁"])
    }

    @Test("tracked changes are read as accepted, and noted")
    func trackedChanges() throws {
        let body =
            "<w:p><w:r><w:t>受理</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:t>件</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>" + Docx.paragraph("后")
            + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>\(Docx.cell("x"))\(Docx.cell("y"))</w:tr>"
            + "<w:tr>\(Docx.cell("a"))\(Docx.cell("b"))</w:tr></w:tbl>"
        let document = try read(Docx(body: body).bytes())
        #expect(document.outline == ["受理15件", "前后", "table 1x2", "0,0 a", "0,1 b"])
        #expect(document.noteCodes == ["tracked_changes"])
    }

    @Test("hidden text, field instructions and comments are not text")
    func notText() throws {
        let body =
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            + "<w:r><w:instrText> HYPERLINK \"http://example.cn\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>网站</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>"
            + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>"
        let document = try read(Docx(body: body).bytes())
        #expect(document.outline == ["网站显"])
        #expect(document.noteCodes.sorted() == ["comments", "hidden_text"])
    }

    @Test(
        "raised and lowered figures never join a number",
        arguments: [
            ("<w:vertAlign w:val=\"superscript\"/>", "21 1"), ("<w:vertAlign w:val=\"subscript\"/>", "21 1"),
            ("<w:position w:val=\"10\"/>", "21 1"), ("<w:position w:val=\"-6\"/>", "21 1"),
            ("<w:rStyle w:val=\"note\"/>", "21 1"), ("<w:vertAlign w:val=\"baseline\"/>", "211"),
            ("<w:position w:val=\"0\"/>", "211"), ("<w:b/>", "211"),
        ])
    func levels(_ properties: String, _ shown: String) throws {
        var docx = Docx(
            body: "<w:p><w:r><w:t>21</w:t></w:r><w:r><w:rPr>\(properties)</w:rPr><w:t>1</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>条例</w:t></w:r><w:r><w:rPr>\(properties)</w:rPr><w:t>注</w:t></w:r></w:p>")
        docx.styles =
            "<w:style w:type=\"character\" w:styleId=\"note\"><w:name w:val=\"heading 1 char\"/>"
            + "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        #expect(try read(docx.bytes()).outline == [shown, "条例注"])
    }

    @Test(
        "struck text is left out and noted",
        arguments: [
            ("<w:strike/>", "21"), ("<w:dstrike/>", "21"), ("<w:strike/><w:dstrike w:val=\"0\"/>", "21"),
            ("<w:rStyle w:val=\"gone\"/>", "21"), ("<w:strike w:val=\"false\"/>", "921"), ("<w:u/>", "921"),
        ])
    func struck(_ properties: String, _ shown: String) throws {
        var docx = Docx(
            body: "<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr><w:r><w:rPr>\(properties)</w:rPr><w:t>9</w:t></w:r>"
                + "<w:r><w:t>21</w:t></w:r></w:p>")
        docx.styles = "<w:style w:type=\"character\" w:styleId=\"gone\"><w:rPr><w:strike/></w:rPr></w:style>"
        let document = try read(docx.bytes())
        #expect(document.outline == [shown])
        #expect(document.noteCodes == (shown == "21" ? ["struck_text"] : []))
    }

    @Test("characters that show nothing are no text")
    func invisible() throws {
        #expect(try outline(Docx.paragraph("规\u{200B}章\u{FEFF}5\u{2060}9")) == ["规章59"])
    }

    @Test("the text of a box is read once, before the paragraph it hangs in")
    func textBox() throws {
        let box = "<w:txbxContent>" + Docx.paragraph("盒中") + "</w:txbxContent>"
        let body =
            "<w:p><w:r><w:t>段首</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box)</wps:txbx>"
            + "</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r><w:r><w:t>段尾</w:t></w:r></w:p>"
        #expect(try outline(body) == ["盒中", "段首段尾"])
    }

    @Test("content controls, insertions around cells and pinyin do not disturb")
    func wrappers() throws {
        let body =
            "<w:sdt><w:sdtPr><w:alias w:val=\"标题\"/></w:sdtPr><w:sdtContent>\(Docx.paragraph("甲"))</w:sdtContent></w:sdt>"
            + "<w:tbl><w:tr><w:sdt><w:sdtContent>\(Docx.cell("a"))</w:sdtContent></w:sdt>\(Docx.cell("b"))</w:tr></w:tbl>"
            + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>guī</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase>"
            + "</w:ruby></w:r></w:p>"
        #expect(try outline(body) == ["甲", "table 1x2", "0,0 a", "0,1 b", "规"])
    }

    @Test(
        "numbers of lists in every format met",
        arguments: [
            (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (11, "chineseCountingThousand", "十一"),
            (20, "chineseCounting", "二十"), (105, "chineseCounting", "一百零五"), (12, "ideographDigital", "一二"),
            (3, "chineseLegalSimplified", "叁"), (2, "lowerLetter", "b"), (28, "upperLetter", "BB"),
            (4, "lowerRoman", "iv"),
            (3, "decimalEnclosedCircle", "③"), (12, "decimalFullWidth", "１２"), (3, "ideographTraditional", "丙"),
            (7, "decimalZero", "07"), (9, "unheardOf", "9"),
        ])
    func numberFormats(_ number: Int, _ format: String, _ words: String) throws {
        let item = Docx.paragraph("", properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        var docx = Docx(body: item)
        docx.numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"\(number)\"/>"
            + "<w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"第%1、\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        #expect(try read(docx.bytes()).outline == ["第\(words)、"])
    }

    @Test("an entity bomb is refused before it goes off")
    func entityBomb() {
        var docx = Docx(body: Docx.paragraph("&lol9;"))
        docx.prolog = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol9 \"&lol;&lol;&lol;&lol;\">]>"
        #expect(refusal(docx.bytes()) == "entities_refused")
    }

    @Test("ten thousand nested elements are refused")
    func nesting() {
        let body =
            String(repeating: "<w:sdt><w:sdtContent>", count: 5_000)
            + String(repeating: "</w:sdtContent></w:sdt>", count: 5_000)
        #expect(refusal(Docx(body: body).bytes()) == "too_deep")
        let tables = String(repeating: "<w:tbl><w:tr><w:tc>", count: 4_000)
        #expect(refusal(Docx(body: tables).bytes()) == "too_deep")
    }

    @Test("the depth limit is a setting")
    func depthLimit() {
        var limits = ReadingLimits()
        limits.depth = 5
        let flat = Docx(body: Docx.paragraph("甲")).bytes()
        #expect(refusal(flat, limits: limits) == nil)
        limits.depth = 4
        #expect(refusal(flat, limits: limits) == "too_deep")
    }

    @Test("a part that unpacks over the limit is refused")
    func zipBomb() {
        var limits = ReadingLimits()
        limits.unpackedBytes = 1024 * 1024
        limits.unpackedRatio = 1_000_000
        let body = Docx.paragraph(String(repeating: "零", count: 500_000))
        #expect(refusal(Docx(body: body).bytes(), limits: limits) == "unpacked_too_large")
        limits.unpackedBytes = 8 * 1024 * 1024
        #expect(refusal(Docx(body: body).bytes(), limits: limits) == nil)
        limits.unpackedRatio = 50
        #expect(refusal(Docx(body: body).bytes(), limits: limits) == "suspicious_ratio")
    }

    @Test("XML that is not well-formed is damaged")
    func malformed() {
        #expect(refusal(Docx(body: "<w:p><w:r>").bytes()) == "damaged")
    }

    @Test("no prefix of a document crashes the reader")
    func prefixes() {
        let bytes = Docx(body: Docx.table([[Docx.cell("a"), Docx.cell("b")]])).bytes()
        for length in stride(from: 4, to: bytes.count, by: 7) {
            #expect(refusal(Array(bytes[..<length])) != nil)
        }
        #expect(refusal(bytes) == nil)
    }
}
