/// The stable address of a cell: `<table>.<row>.<column>`.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
    /// The id of the table.
    public let table: String
    /// The id of the row.
    public let row: String
    /// The id of the column.
    public let column: String
    /// The three parts joined by dots.
    public let description: String

    /// An address from its parts.
    public init(table: String, row: String, column: String) {
        self.table = table
        self.row = row
        self.column = column
        description = "\(table).\(row).\(column)"
    }

    /// An address from its text; nil unless it has three parts of lower-case letters, digits and underscores.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        for part in parts {
            guard !part.isEmpty else { return nil }
            for byte in part.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    continue
                default: return nil
                }
            }
        }
        self.init(table: String(parts[0]), row: String(parts[1]), column: String(parts[2]))
    }
}
