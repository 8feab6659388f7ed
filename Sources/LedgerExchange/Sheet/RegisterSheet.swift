internal import DocumentWriting

/// A sheet of an office's own register: its cells by their places, as people name them.
public struct RegisterSheet: Sendable, Hashable {
    /// A place; row and column count from 1.
    public struct Place: Sendable, Hashable {
        /// The row.
        public var row: Int
        /// The column.
        public var column: Int

        /// A place.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }

        /// As people write it: `C17`.
        public var reference: String { CellRange(row: row - 1, column: column - 1).reference }
    }

    /// What stands in a cell.
    public struct Content: Sendable, Hashable {
        /// What it shows, without spaces at its ends.
        public var text: String
        /// True when it is a number, as against text.
        public var isNumber: Bool

        /// A content.
        public init(_ text: String, isNumber: Bool = false) {
            self.text = text
            self.isNumber = isNumber
        }
    }

    /// Its name.
    public let name: String
    private var contents: [Place: Content] = [:]
    /// The rows in which something stands, in order.
    public private(set) var rows: [Int] = []
    /// Filled cells of hidden rows and columns; they are read, since a filter hides rows of a register as often as not.
    public private(set) var hiddenCells = 0

    /// An empty sheet.
    public init(named name: String) { self.name = name }

    /// Puts a content at a place.
    public mutating func put(_ text: String, row: Int, column: Int, isNumber: Bool = false, isHidden: Bool = false) {
        let text = text.trimmedSpaces
        guard !text.isEmpty else { return }
        if isHidden { hiddenCells += 1 }
        if contents.updateValue(Content(text, isNumber: isNumber), forKey: Place(row: row, column: column)) == nil,
            rows.last != row
        {
            let place = rows.partitioningIndex { $0 >= row }
            if place == rows.count || rows[place] != row { rows.insert(row, at: place) }
        }
    }

    /// Gives every row of cells that are merged downwards the content of the first: one applicant of several lines.
    public mutating func fill(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard rows.count > 1, rows.count <= 2_000 else { return }
        let column = columns.lowerBound
        guard let first = contents[Place(row: rows.lowerBound, column: column)] else { return }
        for row in rows.dropFirst() where contents[Place(row: row, column: column)] == nil {
            put(first.text, row: row, column: column, isNumber: first.isNumber)
        }
    }

    /// What stands at a place; nil for nothing.
    public subscript(row: Int, column: Int) -> Content? { contents[Place(row: row, column: column)] }

    /// The columns that are filled in a row, in order.
    public func columns(ofRow row: Int) -> [Int] {
        contents.keys.filter { $0.row == row }.map(\.column).sorted()
    }
}

extension Array {
    /// The first place whose element fulfils what holds for all after it.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension StringProtocol {
    /// Without spaces at both ends, those of Chinese texts too.
    var trimmedSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace || first == "\u{FEFF}" { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace || last == "\u{FEFF}" { rest.removeLast() }
        return String(rest)
    }

    /// For comparing words: without spaces and signs, full-width letters and digits as narrow ones, small letters.
    var wordKey: String {
        var key = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            var scalar = scalar
            if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
                scalar = narrow
            }
            let isKept = scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
            guard isKept else { continue }
            key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return String(key)
    }
}
