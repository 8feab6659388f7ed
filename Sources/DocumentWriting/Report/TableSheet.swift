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

    /// Puts the cells of a table from a row on, and moves it below them.
    private func place(_ layout: StatutoryLayout, from row: inout Int, in sheet: inout Sheet) {
        for placed in layout.placed {
            let range = CellRange(
                row: row + placed.row, column: placed.column, rows: placed.cell.rows, columns: placed.cell.columns)
            put(placed, at: range, in: &sheet)
        }
        for _ in 0..<layout.head.count + layout.body.count {
            if section == .applications, sheet.rowHeights[row] == nil { sheet.rowHeights[row] = 22 }
            row += 1
        }
    }

    private func put(_ placed: PlacedCell, at range: CellRange, in sheet: inout Sheet) {
        let cell = placed.cell
        switch cell.content {
        case .value(let address):
            var style = placed.rowLook == "sum" ? CellStyle.formTotal : .formValue
            var value = report.written(at: address)
            if let unit = report.ownUnit(at: address), case .number(let number) = value {
                // An amount stays a number; other units, which a reader would not find in a format, are written out.
                if unit == "元" { style.unit = unit } else { value = .text(number.description + unit) }
            }
            sheet.put(value, at: range, style)
        case .label(let text, let scope):
            sheet.put(.text(text), at: range, style(of: placed, scope))
            if cell.rows == 1 {
                let width = widths[range.column..<min(widths.count, range.lastColumn + 1)].reduce(0, +)
                let height = max(20, ReportWorkbook.height(of: text, points: 10, width: width * 0.9))
                sheet.rowHeights[range.row] = max(sheet.rowHeights[range.row] ?? 0, height)
            }
        }
    }

    private func style(of placed: PlacedCell, _ scope: StatutoryLayout.Scope) -> CellStyle {
        if placed.rowLook == "cap" { return .formCaption }
        switch placed.cell.look {
        case "tall": return .formTall
        case "note-cell": return .formNote
        case "mid": return .formLabel
        default: return scope == .row ? .formRowLabel : .formLabel
        }
    }
}
