/// The kinds of documents that can be read.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case text, markdown, html, word, workbook, pdf
}

/// Something worth telling about a document as a whole (tracked changes, a hidden sheet, a scanned page).
public struct DocumentNote: Sendable, Hashable {
    /// Stable code in snake case.
    public var code: String
    /// One plain Chinese sentence.
    public var message: String

    /// A note.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// A document as blocks of text in reading order. All text lies in one buffer of UTF-8; blocks hold ranges of it.
public struct Document: Sendable {
    /// The name of the file.
    public var name: String
    /// What kind of document it was.
    public var format: DocumentFormat
    /// The text of all blocks, UTF-8.
    public var bytes: [UInt8]
    /// What was met on the way.
    public var notes: [DocumentNote]
    /// The text of a plain text file while nothing but its lines makes up the blocks; nil for every other document.
    public private(set) var plainText: PlainText?
    private var storedBlocks: [Block]

    /// A document.
    public init(
        name: String, format: DocumentFormat, bytes: [UInt8] = [], blocks: [Block] = [], notes: [DocumentNote] = []
    ) {
        self.name = name
        self.format = format
        self.bytes = bytes
        self.notes = notes
        storedBlocks = blocks
    }

    /// A plain text document, cut into lines only where somebody asks for them.
    init(name: String, format: DocumentFormat, plainText: PlainText, notes: [DocumentNote]) {
        self.name = name
        self.format = format
        bytes = plainText.bytes
        self.notes = notes
        self.plainText = plainText
        storedBlocks = []
    }

    /// Lines and tables in reading order. Those of plain text are cut anew at each call: keep them.
    public var blocks: [Block] {
        get { plainText?.lines ?? storedBlocks }
        set {
            storedBlocks = newValue
            plainText = nil
        }
        // Blocks are appended one by one: the setter alone would copy them all for each.
        _modify {
            if let plainText {
                storedBlocks = plainText.lines
                self.plainText = nil
            }
            yield &storedBlocks
        }
    }

    /// The text of a range of the buffer.
    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Appends text to the buffer and gives its range.
    public mutating func append(_ text: some StringProtocol) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }
}

/// A line of text or a table.
public enum Block: Sendable {
    case line(Line)
    case table(Table)
}

/// One line of a text file, one paragraph of a docx or html document, one visual line of a pdf page.
///
/// The text keeps its tabs, bars and inner spaces; an empty line is a line, for it can part cells.
public struct Line: Sendable {
    /// Where the text stands in the buffer, without the line end.
    public var text: Range<Int>
    /// Where the line stands in the document.
    public var place: Place
    /// True where the document itself marks it as a heading.
    public var isHeading: Bool
    /// The words with their horizontal position, where the document has positions (pdf); otherwise empty.
    public var words: [Word]

    /// A line.
    public init(text: Range<Int>, place: Place, isHeading: Bool = false, words: [Word] = []) {
        self.text = text
        self.place = place
        self.isHeading = isHeading
        self.words = words
    }
}

/// A run of characters without a wide gap, with its horizontal extent in points.
public struct Word: Sendable {
    /// Where the text stands in the buffer; inside the range of its line.
    public var text: Range<Int>
    /// Left edge.
    public var left: Float
    /// Right edge.
    public var right: Float

    /// A word.
    public init(text: Range<Int>, left: Float, right: Float) {
        self.text = text
        self.left = left
        self.right = right
    }
}

/// A table whose cells the document itself gives (html, docx, xlsx).
public struct Table: Sendable {
    /// The cells in row-major order, a merged cell once, at its upper left corner.
    public var cells: [TableCell]
    /// Rows of the grid.
    public var rowCount: Int
    /// Columns of the grid.
    public var columnCount: Int
    /// Where the table stands.
    public var place: Place

    /// A table.
    public init(cells: [TableCell], rowCount: Int, columnCount: Int, place: Place) {
        self.cells = cells
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.place = place
    }
}

/// One cell of a table; grid positions count from 0.
public struct TableCell: Sendable {
    /// Where the text stands in the buffer; line breaks inside the cell are line feeds.
    public var text: Range<Int>
    /// The row of its upper left corner.
    public var row: Int
    /// The column of its upper left corner.
    public var column: Int
    /// Rows it covers, 1 or more.
    public var rowSpan: Int
    /// Columns it covers, 1 or more.
    public var columnSpan: Int

    /// A cell.
    public init(text: Range<Int>, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1) {
        self.text = text
        self.row = row
        self.column = column
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
    }
}
