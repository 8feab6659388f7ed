/// What a driver offers of the row its statement stands on.
///
/// Columns are counted from 0. The typed functions are called only after `kind(at:)` said that the type is right.
public protocol RowSource: AnyObject {
    /// How many columns the row has.
    var columnCount: Int { get }
    /// The name of a column as the statement gives it.
    func columnName(at column: Int) -> String
    /// What stands in a column.
    func kind(at column: Int) -> ValueKind
    /// The whole number in a column.
    func int64(at column: Int) -> Int64
    /// The floating number in a column.
    func double(at column: Int) -> Double
    /// The text in a column.
    func text(at column: Int) -> String
    /// The bytes in a column.
    func blob(at column: Int) -> [UInt8]
}
