/// One row of a result, readable only while the statement stands on it.
///
/// A column is read by its place, counted from 0, and by the type it must have. A wrong type or place is an error that
/// names the column and never its content. The row cannot be copied out of the closure that receives it.
public struct Row: ~Copyable {
    private let source: any RowSource

    /// A row of a driver's statement.
    public init(_ source: any RowSource) { self.source = source }

    /// How many columns there are.
    public var columnCount: Int { source.columnCount }
    /// The name of a column; empty where there is no such column.
    public func columnName(_ column: Int) -> String {
        column >= 0 && column < source.columnCount ? source.columnName(at: column) : ""
    }

    /// The value of a column, whatever its kind.
    public func value(_ column: Int) throws(DatabaseError) -> Value {
        switch try kind(column) {
        case .null: .null
        case .int64: .int64(source.int64(at: column))
        case .double: .double(source.double(at: column))
        case .text: .text(source.text(at: column))
        case .blob: .blob(source.blob(at: column))
        }
    }

    /// True where the column is null.
    public func isNull(_ column: Int) throws(DatabaseError) -> Bool { try kind(column) == .null }

    /// A whole number of 64 bits.
    public func int64(_ column: Int) throws(DatabaseError) -> Int64 {
        try expect(.int64, column)
        return source.int64(at: column)
    }

    /// A whole number.
    public func int(_ column: Int) throws(DatabaseError) -> Int {
        try expect(.int64, column)
        return Int(source.int64(at: column))
    }

    /// A truth kept as 0 or 1; any other number is an error.
    public func bool(_ column: Int) throws(DatabaseError) -> Bool {
        try expect(.int64, column)
        switch source.int64(at: column) {
        case 0: return false
        case 1: return true
        default: throw .wrongType(column: columnName(column), wanted: "bool", found: .int64)
        }
    }

    /// A floating number; a whole number is read as one.
    public func double(_ column: Int) throws(DatabaseError) -> Double {
        let found = try kind(column)
        guard found == .double || found == .int64 else {
            throw .wrongType(column: columnName(column), wanted: ValueKind.double.rawValue, found: found)
        }
        return source.double(at: column)
    }

    /// Text, perhaps empty.
    public func text(_ column: Int) throws(DatabaseError) -> String {
        try expect(.text, column)
        return source.text(at: column)
    }

    /// Bytes, perhaps none.
    public func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
        try expect(.blob, column)
        return source.blob(at: column)
    }

    /// A whole number of 64 bits, or nil where the column is null.
    public func optionalInt64(_ column: Int) throws(DatabaseError) -> Int64? {
        try isNull(column) ? nil : try int64(column)
    }

    /// A whole number, or nil where the column is null.
    public func optionalInt(_ column: Int) throws(DatabaseError) -> Int? {
        try isNull(column) ? nil : try int(column)
    }

    /// Text, or nil where the column is null.
    public func optionalText(_ column: Int) throws(DatabaseError) -> String? {
        switch try kind(column) {
        case .null: nil
        case .text: source.text(at: column)
        case let found: throw .wrongType(column: columnName(column), wanted: ValueKind.text.rawValue, found: found)
        }
    }

    /// Bytes, or nil where the column is null.
    public func optionalBlob(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        try isNull(column) ? nil : try blob(column)
    }

    /// The error for a column whose value no case of a type stands for; names the column, not the content.
    public func unexpected(_ column: Int, wanted: String) -> DatabaseError {
        .wrongType(column: columnName(column), wanted: wanted, found: (try? kind(column)) ?? .null)
    }

    private func kind(_ column: Int) throws(DatabaseError) -> ValueKind {
        guard column >= 0, column < source.columnCount else { throw .noSuchColumn(column, of: source.columnCount) }
        return source.kind(at: column)
    }

    private func expect(_ wanted: ValueKind, _ column: Int) throws(DatabaseError) {
        let found = try kind(column)
        guard found == wanted else {
            throw .wrongType(column: columnName(column), wanted: wanted.rawValue, found: found)
        }
    }
}
