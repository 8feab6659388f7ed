/// The filled cells and merged ranges of a sheet, laid out as a table without its empty margins.
struct SheetGrid {
    struct Cell {
        var row: Int
        var column: Int
        var text: Range<Int>
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

    /// The table; nil where nothing is filled. Nothing is allocated for rows that are empty.
    func layOut(limits: ReadingLimits) throws(DocumentError) -> Layout? {
        var layout = Layout()
        let rows = kept(cells.map(\.row), &layout.isShortened)
        let columns = kept(cells.map(\.column), &layout.isShortened)
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
