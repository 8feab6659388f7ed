/// A number that comes from another system, for one cell of the year's own form (PD9).
public struct StatedFigure: Sendable, Hashable {
    /// The cell.
    public let cell: CellAddress
    /// The number for the year: the sum of the months of a flow, the last of a stock.
    public let value: FormNumber
    /// The unit, where the form fixes none (元, 万元).
    public let unit: String?
    /// The records that it was put together from.
    public let records: [RecordName]

    /// A figure.
    public init(_ cell: CellAddress, _ value: FormNumber, unit: String? = nil, records: [RecordName] = []) {
        self.cell = cell
        self.value = value
        self.unit = unit
        self.records = records
    }
}

/// A correction of a counted or stated number by hand, which stays visible beside it (AR2).
public struct CellAdjustment: Sendable, Hashable {
    /// The cell; one that is itself a sum cannot be adjusted.
    public let cell: CellAddress
    /// By how much.
    public let change: FormNumber
    /// Why.
    public let reason: String
    /// Its record.
    public let record: RecordName

    /// An adjustment.
    public init(_ cell: CellAddress, by change: FormNumber, reason: String, record: RecordName) {
        self.cell = cell
        self.change = change
        self.reason = reason
        self.record = record
    }
}

/// A figure of which months are missing: it gives no number.
public struct UnfinishedFigure: Sendable, Hashable {
    /// The cell.
    public let cell: CellAddress
    /// The months that are missing, 1-12.
    public let missing: [Int]

    /// A figure with missing months.
    public init(_ cell: CellAddress, missing: [Int]) {
        self.cell = cell
        self.missing = missing
    }
}
