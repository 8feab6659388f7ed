internal import CivilTime
internal import Markup

extension OfficialDocument {
    /// The document as one page of HTML for print: the same text and look as in Word, and no address of anything.
    public func printPage() -> [UInt8] { PrintPage(document: self).html.bytes }
}

/// A document as HTML for a program that lays out pages.
struct PrintPage {
    let document: OfficialDocument

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <title>\(document.title)</title>
        <meta name="generator" content="Gongkai">
        <meta name="dcterms.created" content="\(document.created.description)">
        <style>\(PrintStyle.sheet)</style>
        </head>
        <body>
        \(document.blocks.map(markup))</body>
        </html>

        """
    }

    private func markup(_ block: OfficialDocument.Block) -> HTML {
        switch block {
        case .title(let lines):
            "<h1>\(lines.map { HTML(text: $0) }.joined(separator: "<br>"))</h1>\n"
        case .heading(let text, let startsPage):
            "<h2\(" class=\"first\"", if: startsPage)>\(text)</h2>\n"
        case .paragraph(let lead, let text):
            lead.isEmpty ? "<p>\(text)</p>\n" : "<p><span class=\"lead\">\(lead)</span>\(text)</p>\n"
        case .salutation(let text): "<p class=\"to\">\(text)</p>\n"
        case .signature(let lines): "<div class=\"by\">\(lines.map { "<p>\($0)</p>\n" as HTML })</div>\n"
        case .remark(let text): "<p class=\"remark\">\(text)</p>\n"
        case .table(let table): self.table(table)
        }
    }

    private func table(_ table: DocumentTable) -> HTML {
        let columns = table.columnWidths.indices.map { place -> HTML in
            // Hundredths of a percent, written without a fraction of a point.
            let share = Int((table.share(of: CellRange(row: 0, column: place)) * 10_000).rounded())
            return "<col style=\"width:\(share / 100).\(share % 100 / 10)\(share % 10)%\">"
        }
        func rows(_ range: Range<Int>) -> HTML {
            range.map { row -> HTML in
                "<tr>\(table.cells.filter { $0.range.row == row }.map(cell))</tr>\n"
            }.joined()
        }
        let head: HTML = table.headRows > 0 ? "<thead>\n\(rows(0..<table.headRows))</thead>\n" : .empty
        return """
            <table\(" class=\"roomy\"", if: table.isRoomy)>
            <colgroup>\(columns)</colgroup>
            \(head)<tbody>
            \(rows(table.headRows..<max(table.headRows, table.rows)))</tbody>
            </table>

            """
    }

    private func cell(_ cell: DocumentTable.Cell) -> HTML {
        var spans: HTML = .empty
        if cell.range.columns > 1 { spans += " colspan=\"\(cell.range.columns)\"" }
        if cell.range.rows > 1 { spans += " rowspan=\"\(cell.range.rows)\"" }
        switch cell.look {
        case .value, .total: return "<td\(spans)>\(cell.text)</td>"
        case .rowLabel: return "<th class=\"row\"\(spans)>\(cell.text)</th>"
        case .note: return "<th class=\"note\"\(spans)>\(cell.text)</th>"
        case .label, .caption: return "<th\(spans)>\(cell.text)</th>"
        }
    }
}
