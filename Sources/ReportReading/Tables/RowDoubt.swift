/// Why the values of a row cannot be told; the raw value is the code of the note.
enum RowDoubt: String {
    /// The row stands twice, with different values.
    case twice = "row_twice"
    /// Numbers on the line under the row may be the tails of its own.
    case torn = "row_torn"
    /// Labels or values nearby are missing, so that its values may be those of another row.
    case unclear = "row_unclear"
}
