/// The cells of a report, in the order of `StatutoryForm.cells`.
///
/// Those of a document of plain text are kept as it prints them, beside its bytes, and become a `Cell` when they are
/// asked for; every other report keeps its cells themselves. Which of the two does not show: reports are equal when
/// their cells are.
public struct ReportCells: Sendable, RandomAccessCollection {
    /// The cells themselves; empty while `printed` holds them.
    private var cells: [Cell]
    /// The cells as printed; empty while `cells` holds them.
    private var printed: [PrintedCell]
    /// The text that `printed` stands in.
    private var text: [UInt8]

    /// Cells as they are.
    init(_ cells: [Cell]) {
        self.cells = cells
        printed = []
        text = []
    }

    /// Cells as a text in UTF-8 prints them; nil where one does not stand inside the text.
    init?(_ printed: [PrintedCell], in text: [UInt8]) {
        let end = Int32(clamping: text.count)
        // Negative as soon as one of these is: a place before the text, an end before the beginning or behind the text.
        var sign: Int32 = 0
        for cell in printed { sign |= cell.start | cell.end | (cell.end &- cell.start) | (end &- cell.end) }
        guard sign >= 0 else { return nil }
        cells = []
        self.printed = printed
        self.text = text
    }

    /// The first cell.
    public var startIndex: Int { 0 }
    /// Behind the last cell.
    public var endIndex: Int { printed.isEmpty ? cells.count : printed.count }

    /// The cell at an index of `StatutoryForm.cells`.
    public internal(set) subscript(index: Int) -> Cell {
        get { printed.isEmpty ? cells[index] : cell(printed[index]) }
        set {
            if !printed.isEmpty {
                cells = Array(self)
                printed = []
                text = []
            }
            cells[index] = newValue
        }
    }

    private func cell(_ own: PrintedCell) -> Cell {
        let words = text.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[Int(own.start)..<Int(own.end)]), as: UTF8.self)
        }
        let place = "第\(own.line)行"
        guard own.millionths != PrintedCell.none else {
            return Cell(state: .notApplicable, text: words, place: place)
        }
        return Cell(
            state: .number, value: FormNumber(millionths: own.millionths), text: words, unit: own.unit?.text,
            place: place)
    }

    // MARK: What the rules ask

    /// What is known of a cell.
    func state(_ index: Int) -> CellState {
        guard !printed.isEmpty else { return cells[index].state }
        return printed[index].millionths == PrintedCell.none ? .notApplicable : .number
    }

    /// The unit that the document states for a cell.
    func unit(_ index: Int) -> String? { printed.isEmpty ? cells[index].unit : printed[index].unit?.text }

    /// Lends the cells as printed, or gives nil where the cells themselves are kept.
    func withPrinted<Result>(_ body: (UnsafeBufferPointer<PrintedCell>, UnsafeBufferPointer<UInt8>) -> Result)
        -> Result?
    {
        guard !printed.isEmpty else { return nil }
        return printed.withUnsafeBufferPointer { cells in text.withUnsafeBufferPointer { body(cells, $0) } }
    }

    /// Lends the cells themselves; made where only what is printed is kept.
    func withCells<Result>(_ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        printed.isEmpty ? cells.withUnsafeBufferPointer(body) : Array(self).withUnsafeBufferPointer(body)
    }
}

extension ReportCells: Hashable {
    /// Cells are the same when each is, however they are kept.
    public static func == (a: ReportCells, b: ReportCells) -> Bool {
        a.printed.isEmpty && b.printed.isEmpty ? a.cells == b.cells : a.elementsEqual(b)
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for cell in self { hasher.combine(cell) }
    }
}
