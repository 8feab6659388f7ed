internal import Markup

/// The styles of an official document. Sizes are half points: 二号 44, 三号 32, 四号 28, 五号 21.
/// Source: GB/T 9704-2012, 5.2 and 7.
enum WordStyleSheet {
    static let part: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:docDefaults><w:rPrDefault><w:rPr>\(fonts(.text))<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>\
        <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault/></w:docDefaults>\(styles)</w:styles>
        """

    /// A line of the text: 22 on a page of 225 mm. Twentieths of a point.
    private static let line: HTML = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/>"
    /// In tables a line is as high as its type.
    private static let tableLine: HTML =
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"260\" w:lineRule=\"exact\"/>"

    private static var styles: HTML {
        paragraph(
            "Normal", "正文", isDefault: true, "<w:widowControl w:val=\"0\"/>\(line)<w:jc w:val=\"both\"/>", fonts(.text),
            32)
            + paragraph(
                "BodyText", "正文段落", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", fonts(.text), 32)
            + paragraph(
                "Title", "Title", next: "BodyText",
                """
                <w:keepNext/><w:spacing w:before="0" w:after="0" w:line="660" w:lineRule="exact"/><w:jc w:val="center"/>
                """, fonts(.title), 44)
            + paragraph(
                "Heading1", "heading 1", next: "BodyText",
                "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"0\"/>",
                fonts(.black), 32)
            + paragraph(
                "Remark", "说明", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
                "\(fonts(.text))<w:color w:val=\"595959\"/>", 32)
            + paragraph("TableText", "表格", "\(tableLine)<w:jc w:val=\"center\"/>", fonts(.table), 21)
            + paragraph(
                "TableLeft", "表格左", basedOn: "TableText", "<w:jc w:val=\"left\"/>", fonts(.table), 21)
            + paragraph("TableNote", "表格说明", basedOn: "TableText", "", fonts(.table), 18)
            + paragraph(
                "TableGap", "表格间隔",
                "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>",
                fonts(.table), 12)
            + paragraph(
                "Footer", "footer", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
                fonts(.table), 28)
                + """
                <w:style w:type="character" w:customStyle="1" w:styleId="Lead"><w:name w:val="段首"/>\
                <w:rPr>\(fonts(.script))</w:rPr></w:style>
                """
    }

    private static func paragraph(
        _ id: HTML, _ name: HTML, basedOn: HTML = "Normal", next: HTML? = nil, isDefault: Bool = false,
        _ properties: HTML, _ run: HTML, _ size: Int
    ) -> HTML {
        """
        <w:style w:type="paragraph"\(" w:default=\"1\"", if: isDefault) w:styleId="\(id)"><w:name w:val="\(name)"/>\
        \("<w:basedOn w:val=\"\(basedOn)\"/>", if: !isDefault)\(next.map { "<w:next w:val=\"\($0)\"/>" as HTML })<w:qFormat/>\
        <w:pPr>\(properties)</w:pPr><w:rPr>\(run)<w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/></w:rPr></w:style>
        """
    }

    /// Chinese text in a typeface; figures and Latin letters in the usual one for them.
    private static func fonts(_ face: Typeface) -> HTML {
        let latin: HTML = face == .black ? "\(face.name)" : "Times New Roman"
        return
            "<w:rFonts w:ascii=\"\(latin)\" w:hAnsi=\"\(latin)\" w:eastAsia=\"\(face.name)\" w:cs=\"Times New Roman\"/>"
    }
}
