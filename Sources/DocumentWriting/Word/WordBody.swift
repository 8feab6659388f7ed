internal import Markup

/// The text of a Word document, on pages of A4 with the margins of the standard. Source: GB/T 9704-2012, 5.1 and 5.2.
struct WordBody {
    let blocks: [OfficialDocument.Block]

    /// The width of the text in twentieths of a point: 156 mm.
    static let width = 8844.0

    /// The part.
    var part: HTML {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\
        \(blocks.map(markup))\(page)</w:body></w:document>
        """
    }

    /// A4; 37 mm above, 35 below, 28 at the left, 26 at the right: 22 lines.
    private var page: HTML {
        """
        <w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>\
        <w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1361" w:gutter="0"/>\
        <w:cols w:space="425"/></w:sectPr>
        """
    }

    private func markup(_ block: OfficialDocument.Block) -> HTML {
        switch block {
        case .title(let lines):
            // An empty line parts the title from the text.
            lines.map { paragraph("Title", run($0)) }.joined() + paragraph("BodyText", .empty)
        case .heading(let text, let startsPage):
            paragraph("Heading1", run(text), startsPage ? "<w:pageBreakBefore/>" : .empty)
        case .paragraph(let lead, let text): paragraph("BodyText", run(lead, isLead: true) + run(text))
        case .salutation(let text):
            paragraph("BodyText", run(text), "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>")
        case .signature(let lines):
            // An empty line before it, and four characters to its right.
            paragraph("BodyText", .empty)
                + lines.map {
                    paragraph(
                        "BodyText", run($0),
                        "<w:ind w:rightChars=\"400\" w:right=\"1280\" w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"right\"/>"
                    )
                }.joined()
        case .remark(let text): paragraph("Remark", run(text))
        case .table(let table): WordTable(table: table).markup + paragraph("TableGap", .empty)
        }
    }

    private func paragraph(_ style: HTML, _ runs: HTML, _ properties: HTML = .empty) -> HTML {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(runs)</w:p>"
    }

    private func run(_ text: String, isLead: Bool = false) -> HTML {
        guard !text.isEmpty else { return .empty }
        return """
            <w:r>\("<w:rPr><w:rStyle w:val=\"Lead\"/></w:rPr>", if: isLead)\
            <w:t xml:space="preserve">\(WordText.clean(text))</w:t></w:r>
            """
    }
}
