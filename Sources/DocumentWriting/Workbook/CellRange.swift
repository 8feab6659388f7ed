/// A rectangle of cells of a sheet; rows and columns count from 0.
public struct CellRange: Sendable, Hashable {
    /// The first row.
    public var row: Int
    /// The first column.
    public var column: Int
    /// Rows it covers, 1 or more.
    public var rows: Int
    /// Columns it covers, 1 or more.
    public var columns: Int

    /// A rectangle.
    public init(row: Int, column: Int, rows: Int = 1, columns: Int = 1) {
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }

    /// The last row.
    public var lastRow: Int { row + rows - 1 }
    /// The last column.
    public var lastColumn: Int { column + columns - 1 }
    /// The upper left corner as people write it: `C17`.
    public var reference: String { Self.letters(column) + String(row + 1) }

    /// A column as people write it: 0 is `A`, 27 is `AB`.
    public static func letters(_ column: Int) -> String {
        var rest = max(0, column)
        var letters: [UInt8] = []
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
