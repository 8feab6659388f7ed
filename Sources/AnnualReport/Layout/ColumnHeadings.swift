/// Rows of headings over columns: equal groups side by side become one cell, a label reaches down to the values.
struct ColumnHeadings {
    /// The rows, the outermost groups first.
    let rows: [StatutoryLayout.LayoutRow]

    /// Headings for columns, each with the groups above it, outermost first, and its label.
    init(_ columns: [(groups: [String], label: String)]) {
        let depth = 1 + (columns.map(\.groups.count).max() ?? 0)
        var rows: [StatutoryLayout.LayoutRow] = []
        for level in 0..<depth {
            var cells: [StatutoryLayout.LayoutCell] = []
            var place = 0
            while place < columns.count {
                let (groups, label) = columns[place]
                if groups.count == level {
                    cells.append(
                        StatutoryLayout.LayoutCell(
                            content: .label(label, .column), rows: depth - level, look: "c7"))
                } else if groups.count > level {
                    let above = groups[...level]
                    var width = 1
                    while place + width < columns.count, columns[place + width].groups.prefix(level + 1) == above {
                        width += 1
                    }
                    cells.append(
                        StatutoryLayout.LayoutCell(content: .label(groups[level], .columns), columns: width))
                    place += width - 1
                }
                place += 1
            }
            rows.append(StatutoryLayout.LayoutRow(cells: cells))
        }
        self.rows = rows
    }
}
