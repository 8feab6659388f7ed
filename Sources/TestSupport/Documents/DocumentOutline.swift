public import DocumentReading

extension Document {
    /// The blocks in words, one entry each, for comparing in tests: a line as its text, a heading behind `# `, a table
    /// as its size, then each cell as `row,column rowsxcolumns text` (the span left out where it is 1x1).
    public var outline: [String] {
        var result: [String] = []
        for block in blocks {
            switch block {
            case .line(let line): result.append((line.isHeading ? "# " : "") + text(line.text))
            case .table(let table):
                result.append("table \(table.rowCount)x\(table.columnCount)")
                for cell in table.cells {
                    let isMerged = cell.rowSpan > 1 || cell.columnSpan > 1
                    let span = isMerged ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
                    result.append("\(cell.row),\(cell.column)\(span) \(text(cell.text))")
                }
            }
        }
        return result
    }

    /// The tables alone.
    public var tables: [Table] {
        blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }

    /// The codes of the notes.
    public var noteCodes: [String] { notes.map(\.code) }
}
