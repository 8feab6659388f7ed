/// A cell of a statutory table with its place in the grid.
public struct PlacedCell: Sendable {
    /// Its uppermost row, from 0, those of the head counted.
    public let row: Int
    /// Its leftmost column, from 0.
    public let column: Int
    /// The cell with its merges.
    public let cell: StatutoryLayout.LayoutCell
    /// How the row in which it begins is drawn.
    public let rowLook: String
}

extension StatutoryLayout {
    /// Every cell at the first free place of its row, as a page puts it, from the top.
    public var placed: [PlacedCell] {
        var cells: [PlacedCell] = []
        // For each column the first row below what reaches down in it.
        var free: [Int: Int] = [:]
        for (row, line) in (head + body).enumerated() {
            var column = 0
            for cell in line.cells {
                while free[column, default: 0] > row { column += 1 }
                cells.append(PlacedCell(row: row, column: column, cell: cell, rowLook: line.look))
                for covered in column..<column + cell.columns { free[covered] = row + cell.rows }
                column += cell.columns
            }
        }
        return cells
    }

    /// Columns of the grid.
    public var columnCount: Int { (head + body).first?.cells.map(\.columns).reduce(0, +) ?? 0 }
}
