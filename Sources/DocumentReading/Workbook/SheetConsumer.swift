/// Follows one sheet and collects its cells.
struct SheetConsumer: MarkupConsumer {
    private var builder: BlockBuilder
    private let strings: SharedStrings
    private let formats: CellFormats
    private let limits: ReadingLimits
    private var grid = SheetGrid()
    /// Filled cells that were left out because their row or column is hidden; known once laid out.
    private(set) var hiddenCells = 0

    private var row = 0
    private var column = 0
    private var type: String?
    private var style: Int?
    private var value: [UInt8] = []
    private var formula: [UInt8]?
    private var target: Target = .none
    private var inPhonetic = false

    private enum Target { case none, value, inline, formula }

    init(builder: BlockBuilder, strings: SharedStrings, formats: CellFormats, limits: ReadingLimits) {
        self.builder = builder
        self.strings = strings
        self.formats = formats
        self.limits = limits
    }

    static func tag(_ local: String, space: String) -> WorkbookTag { WorkbookTag(local) }

    mutating func start(_ tag: WorkbookTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .column:
            guard isTrue(attributes["hidden"]), let first = attributes.number("min"), first >= 1,
                first <= CellReference.lastColumn
            else { return }
            let last = min(attributes.number("max") ?? first, CellReference.lastColumn)
            if first <= last { grid.hideColumns(first...last) }
        case .row:
            row = attributes.number("r").map { min($0, CellReference.lastRow) } ?? row + 1
            column = 0
            if isTrue(attributes["hidden"]) { grid.hideRow(row) }
        case .cell:
            if let reference = attributes["r"].flatMap(CellReference.init) {
                row = reference.row
                column = reference.column
            } else {
                column += 1
            }
            type = attributes["t"]
            style = attributes.number("s")
            value = []
            formula = nil
        case .value: target = .value
        case .text: if target == .none { target = .inline }
        case .phonetic: inPhonetic = true
        case .formula:
            target = .formula
            formula = []
        case .mergedCells:
            guard let text = attributes["ref"], let range = CellReference.range(text) else { return }
            guard grid.merges.count < limits.tableCells else { throw .tooManyCells(limits) }
            grid.merges.append(range)
        default: break
        }
    }

    mutating func end(_ tag: WorkbookTag) throws(DocumentError) {
        switch tag {
        case .value, .text, .formula: target = .none
        case .phonetic: inPhonetic = false
        case .cell: try endCell()
        default: break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
        switch target {
        case .none: break
        case .value, .inline: if !inPhonetic { value.append(contentsOf: bytes) }
        case .formula: formula?.append(contentsOf: bytes)
        }
    }

    /// Lays the sheet out as a table and gives the builder back.
    mutating func finish() throws(DocumentError) -> BlockBuilder {
        if grid.hidesColumns { grid.hiddenMark = builder.appendCellText("（隐藏）".utf8) }
        let laidOut = try grid.layOut(limits: limits)
        hiddenCells = grid.hiddenCells
        guard let layout = laidOut else { return builder }
        if layout.isShortened { builder.note(.emptyRowsDropped) }
        try builder.addTable(
            cells: layout.cells, rowCount: layout.rowCount, columnCount: layout.columnCount,
            firstRow: layout.firstRow)
        return builder
    }

    /// The cells where they stand.
    func sheet(named name: String) -> SheetCells {
        SheetCells(
            name: name,
            cells: grid.cells.map { cell in
                SheetCells.Cell(
                    row: cell.row, column: cell.column, text: builder.document.text(cell.text), isNumber: cell.isNumber,
                    isHidden: grid.isHidden(cell.row, cell.column))
            },
            merges: grid.merges.map {
                SheetCells.Merge(rows: $0.from.row...$0.to.row, columns: $0.from.column...$0.to.column)
            })
    }

    private mutating func endCell() throws(DocumentError) {
        if value.isEmpty, let formula {
            builder.note(.formulaWithoutValue)
            value = [0x3D] + formula
            type = "str"
        }
        guard !value.isEmpty, row >= 1, column >= 1 else { return }
        let range: Range<Int>
        switch type {
        case "s":
            let number = Int(String(decoding: value, as: UTF8.self)) ?? -1
            range = builder.appendCellText(TextMark.removed(from: EscapedCharacters.decode(strings[number])))
        case "inlineStr", "str":
            range = builder.appendCellText(TextMark.removed(from: EscapedCharacters.decode(value[...])))
        case "b": range = builder.appendCellText((value == [0x31] ? "TRUE" : "FALSE").utf8)
        case "e", "d": range = builder.appendCellText(value)
        default:
            range = builder.appendCellText(formats.text(String(decoding: value, as: UTF8.self), style: style).utf8)
        }
        guard !range.isEmpty else { return }
        guard grid.cells.count < limits.tableCells else { throw .tooManyCells(limits) }
        let isNumber = type == nil || type == "n"
        grid.cells.append(SheetGrid.Cell(row: row, column: column, text: range, isNumber: isNumber))
    }

    private func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}

/// The address of a cell as `B12`, counted from 1.
struct CellReference: Hashable {
    static let lastRow = 1_048_576
    static let lastColumn = 16_384
    var row: Int
    var column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Nil where the text is no address inside a sheet.
    init?(_ text: String) { self.init(text[...]) }

    init?(_ text: Substring) {
        row = 0
        column = 0
        for byte in text.utf8 {
            switch byte {
            case 0x24: continue
            case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
        }
        guard row >= 1, column >= 1 else { return nil }
    }

    /// The corners of `A1:G3`; nil where they are none or stand the wrong way round.
    static func range(_ text: String) -> (from: CellReference, to: CellReference)? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let from = CellReference(parts[0]), let to = CellReference(parts[1]),
            from.row <= to.row, from.column <= to.column
        else { return nil }
        return (from, to)
    }
}
