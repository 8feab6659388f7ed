/// What a workbook may hold at most. The first three are those of the file format.
public struct WorkbookLimits: Sendable, Hashable {
    /// Rows of a sheet.
    public var rows = 1_048_576
    /// Columns of a sheet.
    public var columns = 16_384
    /// The length of a text in a cell, in UTF-16 units.
    public var textLength = 32_767
    /// Cells of all sheets together, which are all held in memory.
    public var cells = 3_000_000
    /// Sheets.
    public var sheets = 200

    /// The limits as shipped.
    public init() {}
}
