/// A cell as it stands in a document of plain text: a number or a stroke, and where it is printed.
///
/// Small and without references, so that a report of two hundred of them costs next to nothing; the words of a `Cell`
/// are made of it where somebody asks for them.
public struct PrintedCell: Sendable {
    /// The number in millionths; `none` where the cell prints "/" or a dash.
    public var millionths: Int64
    /// Where the bytes of the cell begin in the text of the document.
    public var start: Int32
    /// Where they end.
    public var end: Int32
    /// The line of the document it stands on, counted from 1.
    public var line: Int32
    /// The unit that the document states for it.
    public var unit: PrintedUnit?
    /// True where nothing but digits is printed.
    public var isPlain: Bool

    /// Stands in `millionths` where no number is printed; out of the range of `FormNumber`.
    @inlinable
    public static var none: Int64 { .min }

    /// A cell printed in `start..<end`.
    @inlinable
    public init(millionths: Int64, start: Int, end: Int, line: Int, unit: PrintedUnit? = nil, isPlain: Bool = false) {
        self.millionths = millionths
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.line = Int32(truncatingIfNeeded: line)
        self.unit = unit
        self.isPlain = isPlain
    }
}
