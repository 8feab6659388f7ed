/// One sheet of a workbook.
public struct Sheet: Sendable, Hashable {
    /// A value with its place and look. Where it covers several cells, they are merged.
    public struct PlacedCell: Sendable, Hashable {
        /// Where.
        public var range: CellRange
        /// What.
        public var value: CellValue
        /// How it is drawn.
        public var style: CellStyle
    }

    /// Its name.
    public var name: SheetName
    /// What stands in it; a later value at the same place takes the place of an earlier one.
    public private(set) var cells: [PlacedCell] = []
    /// The widths of the first columns, in characters of the standard font (a Chinese character takes two).
    public var columnWidths: [Double] = []
    /// Heights of single rows in points, by row; others are as high as their text.
    public var rowHeights: [Int: Double] = [:]
    /// Rows that stay in view at the top.
    public var frozenRows = 0
    /// The row of headings with filter buttons, and the columns they stand on; nil for none.
    public var filter: CellRange?
    /// What may be entered.
    public var entryRules: [EntryRule] = []
    /// Notes on cells.
    public var notes: [CellNote] = []
    /// How it is printed.
    public var print = PrintSetup()
    /// True when it is not shown.
    public var isHidden = false

    /// An empty sheet.
    public init(_ name: SheetName) { self.name = name }

    /// Puts a value into a cell, or into several cells that are merged.
    public mutating func put(_ value: CellValue, at range: CellRange, _ style: CellStyle = CellStyle()) {
        cells.append(PlacedCell(range: range, value: value, style: style))
    }

    /// Puts values side by side, from a column of a row on.
    public mutating func put(_ values: [CellValue], row: Int, column: Int = 0, _ style: CellStyle = .listed) {
        for (place, value) in values.enumerated() {
            put(value, at: CellRange(row: row, column: column + place), style)
        }
    }
}
