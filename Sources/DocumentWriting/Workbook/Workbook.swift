public import CivilTime

/// A workbook as a value; `xlsx()` gives the file.
public struct Workbook: Sendable, Hashable {
    /// What the file is called in its properties.
    public var title: String
    /// The day that its properties name; the time is always noon UTC, so that equal workbooks are equal files.
    public var created: Day
    /// The sheets in order.
    public var sheets: [Sheet]

    /// A workbook.
    public init(title: String, created: Day, sheets: [Sheet] = []) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }

    /// The file, the same bytes for equal workbooks.
    ///
    /// - Throws: `WorkbookError` naming sheet and cell when something is over its limit, or when the system has no
    ///   memory or room left.
    public func xlsx(limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) -> [UInt8] {
        try WorkbookExamination(workbook: self, limits: limits).run()
        return try XlsxWriter.bytes(of: self)
    }
}
