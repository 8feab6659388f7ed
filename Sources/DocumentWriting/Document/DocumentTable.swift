/// A table of a document: cells that cover the whole grid, each place exactly once.
public struct DocumentTable: Sendable, Hashable {
    /// How a cell is drawn.
    public enum Look: Sendable, Hashable {
        /// A label in the middle of its cell.
        case label
        /// A label of a row, from the left.
        case rowLabel
        /// A heading over the whole width.
        case caption
        /// A remark in small print.
        case note
        /// What the office filled in.
        case value
        /// A sum.
        case total
    }

    /// One cell with its merges.
    public struct Cell: Sendable, Hashable {
        /// The first row and column, from 0, and how many it covers.
        public var range: CellRange
        /// What stands in it.
        public var text: String
        /// How it is drawn.
        public var look: Look

        /// A cell.
        public init(_ range: CellRange, _ text: String, _ look: Look) {
            self.range = range
            self.text = text
            self.look = look
        }
    }

    /// Shares of the width, one a column.
    public var columnWidths: [Double]
    /// Rows that are printed again on each page.
    public var headRows: Int
    /// Rows in all.
    public var rows: Int
    /// The cells in the order of their rows, from left to right.
    public var cells: [Cell]

    /// A table.
    public init(columnWidths: [Double], headRows: Int, rows: Int, cells: [Cell]) {
        self.columnWidths = columnWidths
        self.headRows = headRows
        self.rows = rows
        self.cells = cells
    }

    /// True where few columns leave room between the lines.
    var isRoomy: Bool { columnWidths.count <= 4 }

    /// The share of the width that a cell covers, 0 to 1.
    func share(of range: CellRange) -> Double {
        let total = columnWidths.reduce(0, +)
        guard total > 0, range.column < columnWidths.count else { return 0 }
        return columnWidths[range.column...min(range.lastColumn, columnWidths.count - 1)].reduce(0, +) / total
    }
}
