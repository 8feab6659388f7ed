/// Why a workbook was not written.
public struct WorkbookError: Error, Sendable, Hashable {
    /// Stable code in snake case.
    public let code: String
    /// What is wrong, where, and how to mend it, in Chinese.
    public let message: String

    /// A reason.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    static func tooManyRows(_ sheet: SheetName, _ limit: Int) -> WorkbookError {
        WorkbookError(
            code: "too_many_rows", message: "工作表“\(sheet.text)”超过\(limit)行的上限。请缩小范围，按年度或者分批导出。")
    }

    static func tooManyColumns(_ sheet: SheetName, _ limit: Int) -> WorkbookError {
        WorkbookError(code: "too_many_columns", message: "工作表“\(sheet.text)”超过\(limit)列的上限。请减少列数。")
    }

    static func tooManyCells(_ limit: Int) -> WorkbookError {
        WorkbookError(code: "too_many_cells", message: "工作簿超过\(limit)个单元格的上限。请缩小范围，或者导出为 csv、jsonl。")
    }

    static func textTooLong(_ sheet: SheetName, _ range: CellRange, _ limit: Int) -> WorkbookError {
        WorkbookError(
            code: "text_too_long",
            message: "工作表“\(sheet.text)”单元格 \(range.reference) 的文字超过\(limit)个字符的上限。请精简文字，或者导出为 csv、jsonl。")
    }

    static func overlap(_ sheet: SheetName, _ range: CellRange) -> WorkbookError {
        WorkbookError(code: "merge_overlap", message: "工作表“\(sheet.text)”单元格 \(range.reference) 与另一处合并单元格重叠。")
    }

    static func place(_ sheet: SheetName) -> WorkbookError {
        WorkbookError(code: "bad_place", message: "工作表“\(sheet.text)”中有位置不存在的单元格。")
    }

    static func sheets(_ message: String) -> WorkbookError { WorkbookError(code: "bad_sheets", message: message) }

    static func notWritten(_ reason: String) -> WorkbookError {
        WorkbookError(code: "not_written", message: "工作簿没有写成（\(reason)）。请检查内存和临时文件夹（/tmp）的剩余空间后重试。")
    }
}
