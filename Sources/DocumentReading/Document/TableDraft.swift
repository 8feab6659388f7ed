/// A table while its cells come in, on a grid of rows and columns.
struct TableDraft {
    /// Columns beyond which a table is refused; spreadsheets end there too.
    static let widest = 16_384
    /// The widest and tallest span believed, as in HTML.
    static let widestSpan = 1_000
    static let tallestSpan = 65_534

    /// What the cells hold, in reading order.
    var blocks: [Block] = []
    private(set) var cells: [CellDraft] = []
    private(set) var row = -1
    private(set) var columnCount = 0
    /// The cell that is open, complete but for its text.
    private(set) var open: CellDraft?
    private(set) var openTextStart = 0
    /// True when the table only arranges other content.
    var isLayout = false

    private var openMergesAbove = false
    private var openMergesLeft = false
    private var nextColumn = 0
    /// For each column the first row that no cell above reaches into.
    private var freeFrom: [Int] = []
    /// For each column the last cell that begins there, as an index of `cells`.
    private var lastStart: [Int: Int] = [:]
    private var groupFirstCell = 0

    /// A cell on the grid.
    struct CellDraft {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var text: Range<Int>

        var tableCell: TableCell {
            TableCell(text: text, row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan)
        }
    }

    /// Rows of the grid so far.
    var rowCount: Int { row + 1 }

    mutating func beginRow() {
        row += 1
        nextColumn = 0
    }

    mutating func dropRow() {
        if row >= 0, cells.last?.row != row { row -= 1 }
    }

    mutating func skipColumns(_ count: Int) { nextColumn = min(nextColumn + count, Self.widest) }

    mutating func beginCell(
        rowSpan: Int, columnSpan: Int, mergesAbove: Bool, mergesLeft: Bool, textStart: Int
    ) {
        while nextColumn < freeFrom.count, freeFrom[nextColumn] > row { nextColumn += 1 }
        // A span of 0 rows reaches to the end of its group.
        let rows = rowSpan == 0 ? Self.tallestSpan : min(max(rowSpan, 1), Self.tallestSpan)
        var columns = 1
        while columns < min(columnSpan, Self.widestSpan) {
            let column = nextColumn + columns
            if column < freeFrom.count, freeFrom[column] > row { break }
            columns += 1
        }
        open = CellDraft(
            row: row, column: nextColumn, rowSpan: rows, columnSpan: columns, text: textStart..<textStart)
        openTextStart = textStart
        openMergesAbove = mergesAbove
        openMergesLeft = mergesLeft
        let end = nextColumn + columns
        if freeFrom.count < end { freeFrom.append(contentsOf: repeatElement(0, count: end - freeFrom.count)) }
        for column in nextColumn..<end { freeFrom[column] = row + rows }
        columnCount = max(columnCount, end)
        nextColumn = end
    }

    mutating func endCell(text: Range<Int>) {
        guard var cell = open else { return }
        open = nil
        cell.text = text
        // A merged part that holds text of its own stays a cell, so that nothing is lost.
        if text.isEmpty, openMergesAbove, let above = lastStart[cell.column],
            cells[above].row + cells[above].rowSpan == cell.row
        {
            cells[above].rowSpan += cell.rowSpan
            return
        }
        if text.isEmpty, openMergesLeft, let left = cells.last, left.row == cell.row,
            left.column + left.columnSpan == cell.column
        {
            cells[cells.count - 1].columnSpan += cell.columnSpan
            return
        }
        lastStart[cell.column] = cells.count
        cells.append(cell)
    }

    /// Ends a group of rows: no cell reaches beyond it.
    mutating func endGroup() {
        clipRows(from: groupFirstCell)
        groupFirstCell = cells.count
        for column in freeFrom.indices { freeFrom[column] = min(freeFrom[column], rowCount) }
    }

    /// Clips spans to the rows there are and drops columns at the right in which no cell begins.
    mutating func close() {
        clipRows(from: 0)
        let last = cells.lazy.map(\.column).max() ?? -1
        columnCount = last + 1
        for index in cells.indices where cells[index].column + cells[index].columnSpan > columnCount {
            cells[index].columnSpan = columnCount - cells[index].column
        }
    }

    private mutating func clipRows(from first: Int) {
        for index in first..<cells.count where cells[index].row + cells[index].rowSpan > rowCount {
            cells[index].rowSpan = rowCount - cells[index].row
        }
    }
}
