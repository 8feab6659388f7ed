import DocumentReading

/// One cell, one word or one line of a document: the smallest thing a table is put together from.
struct Piece {
    /// The longest key kept: longer text is no label and no part of one.
    static let longestKey = 72
    /// What it prints.
    var value: PrintedValue
    /// Its text in the document's buffer, trimmed.
    var text: Range<Int>
    /// Its key in the key buffer; empty for values.
    var key: Range<Int>
    /// The source row it stands on, an index into `Pieces.rows`.
    var row: Int
    /// Its horizontal place: grid columns, points or character columns, whatever the document has.
    var left: Float
    /// The place where it ends.
    var right: Float
    /// What the form calls this text; nil for values and for unknown words.
    var role: LabelRole?

    /// True for everything but words.
    var isValue: Bool { value != .text }
    /// True for an empty cell.
    var isBlank: Bool { value == .blank }
}

/// A line or a table row of the document, with the pieces on it.
struct SourceRow {
    /// The pieces, an index range into `Pieces.all`.
    var pieces: Range<Int>
    /// The block it belongs to, an index into the document's blocks.
    var block: Int
    /// The row of the table, counted from 0; -1 for lines.
    var tableRow: Int
    /// The text of the whole row in the document's buffer; empty for rows of a table.
    var text: Range<Int>
    /// The table block it belongs to, counted over the document; nil for lines.
    var table: Int?
    /// True where the document marks the line as a heading.
    var isHeading: Bool
}

/// A document cut into pieces.
struct Pieces {
    var all: [Piece] = []
    var rows: [SourceRow] = []
    var keys: KeyText
    /// The bytes that pieces and rows are ranges of.
    let bytes: SourceBytes
    private let blocks: [Block]

    init(_ document: Document, _ bytes: SourceBytes) {
        self.bytes = bytes
        blocks = document.blocks
        keys = KeyText(capacity: bytes.count / 2)
        all.reserveCapacity(bytes.count / 16)
        rows.reserveCapacity(document.blocks.count)
    }

    /// The key of a piece.
    func key(_ piece: Piece) -> ArraySlice<UInt16> { keys.scalars[piece.key] }

    /// The role of a text that is no piece (yet).
    mutating func role(of bytes: SourceBytes, _ range: Range<Int>) -> LabelRole? {
        let key = keys.append(bytes, range, limit: Piece.longestKey)
        defer { keys.cut(to: key.lowerBound) }
        return keys.with(key) { FormLabels.shared.role($0) }
    }

    /// Where a source row stands, in words.
    func place(ofRow row: Int) -> String {
        switch blocks[rows[row].block] {
        case .line(let line): return line.place.description
        case .table(let table):
            var place = table.place
            place.row = rows[row].tableRow + 1
            return place.description
        }
    }
}
