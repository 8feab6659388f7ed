/// The filled cells and merged ranges of a sheet, laid out as a table without its empty margins.
struct SheetGrid {
    struct Cell {
        var row: Int
        var column: Int
        var text: Range<Int>
        /// A number, as against text.
        var isNumber = false
    }
    struct Layout {
        var cells: [TableCell] = []
        var rowCount = 0
        var columnCount = 0
        /// The row of the sheet that is the first of the table.
        var firstRow = 1
        /// Long runs of empty rows or columns were shortened to one.
        var isShortened = false
    }
    /// Empty rows or columns in a row that are still kept.
    private static let keptGap = 20

    var cells: [Cell] = []
    var merges: [(from: CellReference, to: CellReference)] = []
    private var hiddenRows: Set<Int> = []
    private var hiddenColumns: Set<Int> = []
    /// Stands for a number in a hidden column: such a column keeps its place, for without it the numbers behind would
    /// move up and the last would seem blank.
    var hiddenMark: Range<Int>?
    /// Filled cells left out of the layout because nothing of them is shown.
    private(set) var hiddenCells = 0

    /// Leaves a row out of the table.
    mutating func hideRow(_ row: Int) { hiddenRows.insert(row) }
    /// Leaves columns out of the table.
    mutating func hideColumns(_ columns: ClosedRange<Int>) { hiddenColumns.formUnion(columns) }
    /// Whether some column is hidden.
    var hidesColumns: Bool { !hiddenColumns.isEmpty }

    /// The table; nil where nothing is filled. Nothing is allocated for rows that are empty.
    mutating func layOut(limits: ReadingLimits) throws(DocumentError) -> Layout? {
        var layout = Layout()
        dropHidden()
        let rows = kept(cells.map(\.row), &layout.isShortened).filter { !hiddenRows.contains($0) }
        let columns = kept(cells.map(\.column), &layout.isShortened).filter { !hiddenColumns.contains($0) }
        guard let first = rows.first, !columns.isEmpty else { return nil }
        layout.firstRow = first
        layout.rowCount = rows.count
        layout.columnCount = columns.count
        let width = columns.count
        guard rows.count * width <= limits.tableCells else { throw .tooManyCells(limits) }

        // For each slot the cell that stands there, and the merged range that covers it.
        var filled = [Int32](repeating: -1, count: rows.count * width)
        for (number, cell) in cells.enumerated() {
            if let row = place(of: cell.row, in: rows), let column = place(of: cell.column, in: columns) {
                filled[row * width + column] = Int32(number)
            }
        }
        var covered = [Bool](repeating: false, count: filled.count)
        var spans: [Int: (rows: Int, columns: Int)] = [:]
        // Merged ranges that do not overlap cover no more than the grid; many times that is no honest sheet.
        var work = filled.count * 4
        for merge in merges {
            let rowSpan = firstPlace(from: merge.from.row, in: rows)..<firstPlace(from: merge.to.row + 1, in: rows)
            let columnSpan =
                firstPlace(from: merge.from.column, in: columns)..<firstPlace(from: merge.to.column + 1, in: columns)
            let area = rowSpan.count * columnSpan.count
            work -= area
            guard area > 1, work >= 0 else { continue }
            let slots = rowSpan.lazy.flatMap { row in columnSpan.lazy.map { row * width + $0 } }
            // Ranges that overlap are no merged cells; the first stands.
            guard !slots.contains(where: { covered[$0] }) else { continue }
            for slot in slots { covered[slot] = true }
            spans[rowSpan.lowerBound * width + columnSpan.lowerBound] = (rowSpan.count, columnSpan.count)
        }
        for slot in filled.indices {
            let span = spans[slot]
            if covered[slot], span == nil { continue }
            let text = filled[slot] >= 0 ? cells[Int(filled[slot])].text : 0..<0
            layout.cells.append(
                TableCell(
                    text: text, row: slot / width, column: slot % width, rowSpan: span?.rows ?? 1,
                    columnSpan: span?.columns ?? 1))
        }
        return layout
    }

    /// Takes out what stands in hidden rows and columns. A merged cell that begins there and reaches out of it is shown,
    /// so it moves to its first place that is.
    private mutating func dropHidden() {
        guard !hiddenRows.isEmpty || !hiddenColumns.isEmpty else { return }
        maskHiddenColumns()
        var reaches: [CellReference: CellReference] = [:]
        for merge in merges where isHidden(merge.from.row, merge.from.column) { reaches[merge.from] = merge.to }
        let nextRow = Self.nextShown(after: hiddenRows)
        let nextColumn = Self.nextShown(after: hiddenColumns)
        var shown: [Cell] = []
        for var cell in cells {
            if isHidden(cell.row, cell.column) {
                let row = nextRow[cell.row] ?? cell.row
                let column = nextColumn[cell.column] ?? cell.column
                guard let end = reaches[CellReference(row: cell.row, column: cell.column)], row <= end.row,
                    column <= end.column
                else {
                    hiddenCells += 1
                    continue
                }
                cell.row = row
                cell.column = column
            }
            shown.append(cell)
        }
        cells = shown
    }

    /// Puts the mark in place of the numbers of hidden columns, and keeps these columns.
    private mutating func maskHiddenColumns() {
        guard let hiddenMark else { return }
        var masked: Set<Int> = []
        for cell in cells where cell.isNumber && hiddenColumns.contains(cell.column) && !hiddenRows.contains(cell.row) {
            masked.insert(cell.column)
        }
        for index in cells.indices where masked.contains(cells[index].column) && !hiddenRows.contains(cells[index].row)
        {
            cells[index].text = cells[index].isNumber ? hiddenMark : 0..<0
            hiddenCells += 1
        }
        hiddenColumns.subtract(masked)
    }

    /// For each hidden row or column the first one behind it that is shown.
    private static func nextShown(after hidden: Set<Int>) -> [Int: Int] {
        var next: [Int: Int] = [:]
        for number in hidden.sorted(by: >) { next[number] = next[number + 1] ?? number + 1 }
        return next
    }

    /// Whether the place is in a hidden row or column.
    func isHidden(_ row: Int, _ column: Int) -> Bool {
        hiddenRows.contains(row) || hiddenColumns.contains(column)
    }

    /// The rows or columns of the table: all between the first and the last filled, long empty runs shortened to one.
    private func kept(_ filled: [Int], _ isShortened: inout Bool) -> [Int] {
        var result: [Int] = []
        var last: Int?
        for number in filled.sorted() where number != last {
            if let last {
                if number - last > Self.keptGap {
                    result.append(last + 1)
                    isShortened = true
                } else {
                    result.append(contentsOf: (last + 1)..<number)
                }
            }
            result.append(number)
            last = number
        }
        return result
    }

    /// The index of the first number that is not below `number`.
    private func firstPlace(from number: Int, in numbers: [Int]) -> Int {
        var low = 0
        var high = numbers.count
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func place(of number: Int, in numbers: [Int]) -> Int? {
        let index = firstPlace(from: number, in: numbers)
        return index < numbers.count && numbers[index] == number ? index : nil
    }
}
