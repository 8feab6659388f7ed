internal import AnnualReport

/// A section with its statutory tables as one sheet.
struct TableSheet {
    let report: Report
    let section: SectionID
    let layouts: [StatutoryLayout]

    func sheet(named name: String) -> Sheet {
        var sheet = Sheet(SheetName(cleaning: name, otherwise: "表"))
        sheet.columnWidths = widths
        sheet.print = PrintSetup(isLandscape: section == .reviewLitigation)
        let heading = report.section(section)
        put(heading?.headingText ?? section.heading, .sectionHeading, row: 0, in: &sheet)
        var row = 1
        for layout in layouts {
            place(layout, from: &row, in: &sheet)
            // A free row between the tables, as the form of 2019 has them.
            row += 1
        }
        for text in ReportWorkbook.paragraphs(heading?.text ?? "") {
            put(text, .prose, row: row, in: &sheet)
            row += 1
        }
        return sheet
    }

    /// A line of text over the whole width.
    private func put(_ text: String, _ style: CellStyle, row: Int, in sheet: inout Sheet) {
        sheet.put(.text(text), at: CellRange(row: row, column: 0, columns: widths.count), style)
        sheet.rowHeights[row] = ReportWorkbook.height(
            of: text, points: style.points, width: widths.reduce(0, +))
    }

    private var widths: [Double] {
        switch section {
        case .applications: [5, 10, 30] + Array(repeating: 8, count: 7)
        case .reviewLitigation: Array(repeating: 7.5, count: 15)
        default: [34, 18, 18, 18]
        }
    }

    /// Puts every cell at the first free place of its row, as a page does.
    private func place(_ layout: StatutoryLayout, from row: inout Int, in sheet: inout Sheet) {
        var taken: Set<CellRange> = []
        for line in layout.head + layout.body {
            var column = 0
            for cell in line.cells {
                while taken.contains(CellRange(row: row, column: column)) { column += 1 }
                let range = CellRange(row: row, column: column, rows: cell.rows, columns: cell.columns)
                for place in 0..<cell.rows * cell.columns {
                    taken.insert(
                        CellRange(row: row + place / cell.columns, column: column + place % cell.columns))
                }
                put(cell, line, at: range, in: &sheet)
                column += cell.columns
            }
            if section == .applications, sheet.rowHeights[row] == nil { sheet.rowHeights[row] = 22 }
            row += 1
        }
    }

    private func put(
        _ cell: StatutoryLayout.LayoutCell, _ line: StatutoryLayout.LayoutRow, at range: CellRange,
        in sheet: inout Sheet
    ) {
        switch cell.content {
        case .value(let address):
            sheet.put(value(at: address), at: range, line.look == "sum" ? .formTotal : .formValue)
        case .label(let text, let scope):
            sheet.put(.text(text), at: range, style(of: cell, line, scope))
            if cell.rows == 1 {
                let width = widths[range.column..<min(widths.count, range.lastColumn + 1)].reduce(0, +)
                let height = max(20, ReportWorkbook.height(of: text, points: 10, width: width * 0.9))
                sheet.rowHeights[range.row] = max(sheet.rowHeights[range.row] ?? 0, height)
            }
        }
    }

    private func style(
        of cell: StatutoryLayout.LayoutCell, _ line: StatutoryLayout.LayoutRow, _ scope: StatutoryLayout.Scope
    ) -> CellStyle {
        if line.look == "cap" { return .formCaption }
        switch cell.look {
        case "tall": return .formTall
        case "note-cell": return .formNote
        case "mid": return .formLabel
        default: return scope == .row ? .formRowLabel : .formLabel
        }
    }

    private func value(at address: CellAddress) -> CellValue {
        guard let cell = report[address], let place = report.form.index(of: address) else { return .blank }
        switch cell.state {
        case .blank, .absent: return .blank
        case .notApplicable: return .text(cell.text.isEmpty ? "/" : cell.text)
        case .unreadable: return .text(cell.text)
        case .number:
            guard let number = cell.value else { return .text(cell.text) }
            let position = report.form.cells[place]
            let columnUnit = report.form.tables[position.table].columns[position.column].unit
            // A unit of its own would be lost beside a bare number.
            if let unit = cell.unit, unit != columnUnit { return .text(number.description + unit) }
            return .number(number)
        }
    }
}
