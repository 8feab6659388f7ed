/// Builds the blocks of a document with tables: lines and cells go in as they come, blocks come out in reading order.
///
/// All text is written once, into the document's buffer, each line closed by a line feed, so the text of a cell of
/// several lines is one range. A table is layout, and its content becomes blocks of their own, when one of its cells
/// holds a table, when it has a single column, or when it is marked so; otherwise it becomes a `Table`.
struct BlockBuilder {
    private(set) var document: Document
    private let limits: ReadingLimits
    private var tables: [TableDraft] = []
    private var lineStart = 0
    private var slotCount = 0
    private var tableCount = 0
    /// The number of the paragraph that lines are counted under.
    var paragraph = 1
    /// The sheet that blocks are placed in.
    var sheet: String?

    init(document: Document, limits: ReadingLimits) {
        self.document = document
        self.limits = limits
        lineStart = document.bytes.count
    }

    /// Whether nothing is written on the current line.
    var lineIsEmpty: Bool { document.bytes.count == lineStart }
    /// Whether some table is open.
    var isInTable: Bool { !tables.isEmpty }
    /// Whether the innermost table has an open cell.
    var isInCell: Bool { tables.last?.open != nil }
    /// The last byte of the current line.
    var lastByte: UInt8? { lineIsEmpty ? nil : document.bytes.last }
    /// Whether some table has been finished.
    var holdsTable: Bool { tableCount > 0 }
    /// Where the text of the current line begins in the buffer.
    var currentLine: ArraySlice<UInt8> { document.bytes[lineStart...] }

    mutating func note(_ note: DocumentNote) {
        if !document.notes.contains(where: { $0.code == note.code }) { document.notes.append(note) }
    }

    // MARK: Text

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { document.bytes.append(contentsOf: bytes) }
    mutating func append(_ text: String) { document.bytes.append(contentsOf: text.utf8) }
    mutating func append(_ byte: UInt8) { document.bytes.append(byte) }

    /// Closes the current line, empty or not.
    mutating func endLine(isHeading: Bool = false) {
        let range = lineStart..<document.bytes.count
        document.bytes.append(0x0A)
        lineStart = document.bytes.count
        place(.line(Line(text: range, place: Place(sheet: sheet, line: paragraph), isHeading: isHeading)))
    }

    /// Takes the current line out of the buffer, so that other lines can go before it.
    mutating func takeLine() -> [UInt8] {
        let taken = Array(document.bytes[lineStart...])
        document.bytes.removeLast(taken.count)
        return taken
    }

    /// Puts a taken line back as the beginning of the current one.
    mutating func restoreLine(_ bytes: [UInt8]) { document.bytes.append(contentsOf: bytes) }

    private mutating func place(_ block: Block) {
        // Text between a table and its cells belongs before the table.
        for index in tables.indices.reversed() where tables[index].open != nil {
            tables[index].blocks.append(block)
            return
        }
        document.blocks.append(block)
    }

    // MARK: Tables

    mutating func beginTable() {
        tables.append(TableDraft())
    }

    mutating func beginRow() {
        guard !tables.isEmpty else { return }
        endCell()
        tables[tables.count - 1].beginRow()
    }

    /// Opens a cell at the next free column. `mergesAbove` and `mergesLeft`: the cell goes on with its neighbour.
    mutating func beginCell(
        rowSpan: Int = 1, columnSpan: Int = 1, mergesAbove: Bool = false, mergesLeft: Bool = false
    ) throws(DocumentError) {
        guard !tables.isEmpty else { return }
        endCell()
        let top = tables.count - 1
        if tables[top].row < 0 { tables[top].beginRow() }
        slotCount += 1
        guard slotCount <= limits.tableCells else { throw .tooManyCells(limits) }
        tables[top].beginCell(
            rowSpan: rowSpan, columnSpan: columnSpan, mergesAbove: mergesAbove, mergesLeft: mergesLeft,
            textStart: document.bytes.count)
        guard tables[top].columnCount <= TableDraft.widest else { throw .tooManyCells(limits) }
    }

    /// Leaves columns free at the beginning of a row.
    mutating func skipColumns(_ count: Int) {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].skipColumns(min(count, TableDraft.widest))
    }

    /// Takes the row just begun back (a deleted one).
    mutating func dropRow() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].dropRow()
    }

    mutating func endCell() {
        guard isInCell else { return }
        if !lineIsEmpty { endLine() }
        let top = tables.count - 1
        tables[top].endCell(text: trimmed(tables[top].openTextStart..<document.bytes.count))
    }

    /// Closes a group of rows, beyond which no cell reaches (html `tbody`).
    mutating func endRowGroup() {
        guard !tables.isEmpty else { return }
        endCell()
        tables[tables.count - 1].endGroup()
    }

    /// Marks the innermost table as layout.
    mutating func markLayout() {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].isLayout = true
    }

    mutating func endTable() throws(DocumentError) {
        guard !tables.isEmpty else { return }
        endCell()
        var draft = tables.removeLast()
        draft.close()
        guard !draft.cells.isEmpty else { return }
        if draft.isLayout || draft.columnCount == 1 {
            for block in draft.blocks { place(block) }
            return
        }
        // The grid counts, not the cells: whoever lays the table out needs a slot for each place of it.
        let area = draft.rowCount.multipliedReportingOverflow(by: draft.columnCount)
        slotCount += area.partialValue - draft.cells.count
        guard !area.overflow, slotCount <= limits.tableCells else { throw .tooManyCells(limits) }
        tableCount += 1
        for index in tables.indices where tables[index].open != nil { tables[index].isLayout = true }
        let table = Table(
            cells: draft.cells.map(\.tableCell), rowCount: draft.rowCount, columnCount: draft.columnCount,
            place: Place(sheet: sheet, table: tableCount))
        place(.table(table))
    }

    /// Adds a finished table whose cells already stand in the buffer.
    mutating func addTable(
        cells: [TableCell], rowCount: Int, columnCount: Int, firstRow: Int?
    ) throws(DocumentError) {
        slotCount += rowCount * columnCount
        guard slotCount <= limits.tableCells else { throw .tooManyCells(limits) }
        tableCount += 1
        let place = Place(sheet: sheet, table: tableCount, row: firstRow)
        document.blocks.append(
            .table(Table(cells: cells, rowCount: rowCount, columnCount: columnCount, place: place)))
    }

    /// Writes text for a cell and gives its range, blanks at both ends and invisible characters left out.
    mutating func appendCellText(_ bytes: some Sequence<UInt8>) -> Range<Int> {
        let start = document.bytes.count
        document.bytes.append(contentsOf: bytes)
        if let visible = VisibleText.withoutInvisible(document.bytes[start...]) {
            document.bytes.replaceSubrange(start..., with: visible)
        }
        let range = trimmed(start..<document.bytes.count)
        document.bytes.append(0x0A)
        lineStart = document.bytes.count
        return range
    }

    /// Closes whatever is still open.
    mutating func finish() throws(DocumentError) -> Document {
        while isInTable { try endTable() }
        if !lineIsEmpty { endLine() }
        return document
    }

    /// The range without white space and invisible characters at its ends, spaces of any width included.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while let width = VisibleText.blank(document.bytes, at: start, before: end) { start += width }
        while let width = VisibleText.blank(document.bytes, endingAt: end, after: start) { end -= width }
        return start..<end
    }
}
