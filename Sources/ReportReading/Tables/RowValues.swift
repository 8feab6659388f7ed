/// The pieces of the values of each row, by index into `FormLabels.rows`.
struct RowValues {
    private var pieces: [[Int]?]

    /// No row has values.
    init() { pieces = Array(repeating: nil, count: FormLabels.shared.rows.count) }

    /// The values of a row; nil where it has none.
    subscript(_ row: Int) -> [Int]? {
        get { pieces[row] }
        set { pieces[row] = newValue }
    }

    /// The rows that have values, in their order.
    var rows: [Int] { pieces.indices.filter { pieces[$0] != nil } }
    /// The values of those rows.
    var all: [[Int]] { pieces.compactMap(\.self) }
    /// How many rows have values.
    var count: Int { pieces.count { $0 != nil } }
}
