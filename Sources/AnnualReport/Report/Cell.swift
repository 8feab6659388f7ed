/// What is known of a cell. Blank is never zero.
public enum CellState: String, Sendable, Hashable, CaseIterable {
    /// A number stands there.
    case number
    /// The cell is there and empty.
    case blank
    /// "/" or a dash: the organ says the item does not apply to it.
    case notApplicable = "not_applicable"
    /// Something stands there that could not be assigned with certainty.
    case unreadable
    /// The document does not give the cell.
    case absent
}

/// One cell of a report as its document prints it.
public struct Cell: Sendable, Hashable {
    /// What is known of it.
    public var state: CellState
    /// The number, only when `state` is `.number`.
    public var value: FormNumber?
    /// The cell as printed.
    public var text: String
    /// The unit where the document states one for this cell (元, 万元).
    public var unit: String?
    /// Where it stands in the document, in words (第3页 表2 第5行); nil when absent.
    public var place: String?

    /// A cell.
    @inlinable
    public init(
        state: CellState, value: FormNumber? = nil, text: String = "", unit: String? = nil, place: String? = nil
    ) {
        self.state = state
        self.value = value
        self.text = text
        self.unit = unit
        self.place = place
    }

    /// The document does not give it.
    public static let absent = Cell(state: .absent)
    /// A number as printed.
    public static func number(_ value: FormNumber, text: String? = nil, unit: String? = nil, place: String? = nil)
        -> Cell
    {
        Cell(state: .number, value: value, text: text ?? value.description, unit: unit, place: place)
    }
}
