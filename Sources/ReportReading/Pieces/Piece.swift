import DocumentReading

/// One cell, one word or one line of a document: the smallest thing a table is put together from.
struct Piece {
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
    /// Where the row stands.
    var place: Place
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

    init(capacity: Int) {
        keys = KeyText(capacity: capacity)
        all.reserveCapacity(capacity / 24)
        rows.reserveCapacity(capacity / 48)
    }

    /// The key of a piece.
    func key(_ piece: Piece) -> ArraySlice<UInt16> { keys.scalars[piece.key] }
}
