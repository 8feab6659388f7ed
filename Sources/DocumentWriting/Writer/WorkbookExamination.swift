/// Looks for everything over a limit before anything is written.
struct WorkbookExamination {
    let workbook: Workbook
    let limits: WorkbookLimits

    func run() throws(WorkbookError) {
        let sheets = workbook.sheets
        guard sheets.contains(where: { !$0.isHidden }) else { throw .sheets("工作簿没有可见的工作表。") }
        guard sheets.count <= limits.sheets else { throw .sheets("工作表超过\(limits.sheets)个的上限。请缩小范围。") }
        var names: Set<String> = [XlsxWriter.choiceSheetName]
        for sheet in sheets where !names.insert(sheet.name.text.lowercased()).inserted {
            throw .sheets("工作表名称“\(sheet.name.text)”重复或者已被占用。")
        }
        var cells = 0
        for sheet in sheets {
            cells += sheet.cells.count
            guard cells <= limits.cells else { throw .tooManyCells(limits.cells) }
            try examine(sheet)
        }
    }

    private func examine(_ sheet: Sheet) throws(WorkbookError) {
        var merged: Set<CellRange> = []
        var ranges: [CellRange] = sheet.entryRules.map(\.range) + sheet.notes.map(\.cell)
        if let filter = sheet.filter { ranges.append(filter) }
        for range in ranges { try examine(range, in: sheet) }
        for cell in sheet.cells {
            try examine(cell.range, in: sheet)
            if case .text(let text) = cell.value, text.utf8.count > limits.textLength,
                text.utf16.count > limits.textLength
            {
                throw .textTooLong(sheet.name, cell.range, limits.textLength)
            }
            guard cell.range.rows > 1 || cell.range.columns > 1 else { continue }
            for row in cell.range.row...cell.range.lastRow {
                for column in cell.range.column...cell.range.lastColumn {
                    guard merged.insert(CellRange(row: row, column: column)).inserted else {
                        throw .overlap(sheet.name, cell.range)
                    }
                }
                guard merged.count <= limits.cells else { throw .tooManyCells(limits.cells) }
            }
        }
        for note in sheet.notes where note.text.utf16.count > limits.textLength {
            throw .textTooLong(sheet.name, note.cell, limits.textLength)
        }
        for rule in sheet.entryRules {
            guard case .choice(let words) = rule.kind else { continue }
            guard words.count <= limits.rows else { throw .tooManyRows(sheet.name, limits.rows) }
            for word in words where word.utf16.count > 255 { throw .textTooLong(sheet.name, rule.range, 255) }
        }
    }

    private func examine(_ range: CellRange, in sheet: Sheet) throws(WorkbookError) {
        guard range.row >= 0, range.column >= 0, range.rows >= 1, range.columns >= 1 else { throw .place(sheet.name) }
        guard range.row < limits.rows, range.rows <= limits.rows - range.row else {
            throw .tooManyRows(sheet.name, limits.rows)
        }
        guard range.column < limits.columns, range.columns <= limits.columns - range.column else {
            throw .tooManyColumns(sheet.name, limits.columns)
        }
    }
}
