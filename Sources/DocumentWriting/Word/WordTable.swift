internal import Markup

/// A table of a Word document: a grid of fixed columns, cells merged to the right and downwards.
struct WordTable {
    let table: DocumentTable

    /// The table.
    var markup: HTML {
        """
        <w:tbl><w:tblPr><w:tblW w:w="\(Int(WordBody.width))" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>\(
            Self.borders)</w:tblBorders>\
        <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/>\
        </w:tblCellMar></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>
        """
    }

    private static let borders: HTML =
        (["top", "left", "bottom", "right", "insideH", "insideV"] as [HTML])
        .map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" as HTML }.joined()

    private var grid: HTML {
        table.columnWidths.indices
            .map { "<w:gridCol w:w=\"\(width(CellRange(row: 0, column: $0)))\"/>" as HTML }.joined()
    }

    private var rows: HTML {
        // The cell that covers each place of the grid.
        var covering: [CellRange: DocumentTable.Cell] = [:]
        for cell in table.cells {
            for row in cell.range.row...cell.range.lastRow {
                covering[CellRange(row: row, column: cell.range.column)] = cell
            }
        }
        return (0..<table.rows).map { row -> HTML in
            var cells: [HTML] = []
            var column = 0
            while column < table.columnWidths.count {
                guard let cell = covering[CellRange(row: row, column: column)] else { break }
                cells.append(markup(cell, isFirst: cell.range.row == row))
                column += cell.range.columns
            }
            return """
                <w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="\(table.isRoomy ? 440 : 360)" w:hRule="atLeast"/>\("<w:tblHeader/>", if: row < table.headRows)\
                <w:jc w:val="center"/></w:trPr>\(cells)</w:tr>
                """
        }.joined()
    }

    private func markup(_ cell: DocumentTable.Cell, isFirst: Bool) -> HTML {
        let span: HTML = cell.range.columns > 1 ? "<w:gridSpan w:val=\"\(cell.range.columns)\"/>" : .empty
        let merge: HTML =
            cell.range.rows == 1 ? .empty : isFirst ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
        let style: HTML =
            switch cell.look {
            case .rowLabel: "TableLeft"
            case .note: "TableNote"
            default: "TableText"
            }
        let text =
            isFirst && !cell.text.isEmpty
            ? "<w:r><w:t xml:space=\"preserve\">\(WordText.clean(cell.text))</w:t></w:r>" : HTML.empty
        return """
            <w:tc><w:tcPr><w:tcW w:w="\(width(cell.range))" w:type="dxa"/>\(span)\(merge)<w:vAlign w:val="center"/></w:tcPr>\
            <w:p><w:pPr><w:pStyle w:val="\(style)"/></w:pPr>\(text)</w:p></w:tc>
            """
    }

    /// Twentieths of a point.
    private func width(_ range: CellRange) -> Int { Int((table.share(of: range) * WordBody.width).rounded()) }
}
