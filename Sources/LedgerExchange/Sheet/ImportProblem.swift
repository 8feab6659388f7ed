public import Disclosure

/// What is wrong with, or worth saying about, a cell of a register.
public struct ImportProblem: Sendable, Hashable {
    /// The sheet.
    public let sheet: String
    /// The row; nil when the sheet as a whole is meant.
    public let row: Int?
    /// The cell as people name it, `C17`; nil when no single cell is at fault.
    public let cell: String?
    /// An error keeps the row out; a warning is taken over with it.
    public let severity: Finding.Severity
    /// Stable code.
    public let code: String
    /// What and why, in Chinese.
    public let message: String
    /// How to mend it, in Chinese.
    public let remedy: String

    /// A problem.
    public init(
        sheet: String, row: Int? = nil, cell: String? = nil, _ severity: Finding.Severity = .error, code: String,
        _ message: String, remedy: String
    ) {
        self.sheet = sheet
        self.row = row
        self.cell = cell
        self.severity = severity
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    /// Where it is: `工作表“2023” C17`.
    public var place: String {
        let sheet = "工作表“\(sheet)”"
        if let cell { return "\(sheet) \(cell)" }
        return row.map { "\(sheet) 第\($0)行" } ?? sheet
    }
}
