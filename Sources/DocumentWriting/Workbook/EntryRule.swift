public import CivilTime

/// What the office suite lets people enter into cells, and what it tells them.
public struct EntryRule: Sendable, Hashable {
    /// What may be entered.
    public enum Kind: Sendable, Hashable {
        /// One of these, from a drop-down list.
        case choice([String])
        /// A day, not before this one.
        case day(notBefore: Day)
    }

    /// Where it holds.
    public var range: CellRange
    /// What may be entered.
    public var kind: Kind
    /// What is shown when something else is entered, 1 to 255 characters.
    public var complaint: String
    /// True when something else is taken after a question all the same.
    public var isAdvice: Bool

    /// A rule.
    public init(_ kind: Kind, in range: CellRange, complaint: String, isAdvice: Bool = false) {
        self.range = range
        self.kind = kind
        self.complaint = complaint
        self.isAdvice = isAdvice
    }
}

/// A note that hangs on a cell (批注).
public struct CellNote: Sendable, Hashable {
    /// The cell.
    public var cell: CellRange
    /// What it says.
    public var text: String

    /// A note.
    public init(_ text: String, at cell: CellRange) {
        self.cell = cell
        self.text = text
    }
}
