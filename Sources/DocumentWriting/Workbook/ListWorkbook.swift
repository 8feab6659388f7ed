internal import AnnualReport
public import CivilTime
internal import CXlsxWriter
internal import Glibc

/// A workbook of one long list, written row by row: neither the rows nor the file are held in memory.
///
/// The file has no name, so nothing stays behind when the program is killed; it lies in the folder for temporary files.
public struct ListWorkbook: ~Copyable {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let heading: UnsafeMutablePointer<lxw_format>
    private let file: TemporaryFile
    private var row = 0
    private let columns: Int

    /// Begins a workbook with the line of heads.
    ///
    /// - Parameters:
    ///   - title: what it is called in its properties.
    ///   - created: the day its properties name; the time is always noon UTC, so that equal lists are equal files.
    /// - Throws: `WorkbookError` where there are too many columns, or the system has no memory or room left.
    public init(
        title: String, created: Day, sheet name: SheetName, heads: [String], limits: WorkbookLimits = WorkbookLimits()
    ) throws(WorkbookError) {
        guard heads.count <= limits.columns else { throw .tooManyColumns(name, limits.columns) }
        let file = try TemporaryFile()
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let book = workbook_new_opt(file.path, &options) else { throw .notWritten("内存不足") }
        let texts = TextArena()
        var properties = lxw_doc_properties()
        properties.title = texts.copy(WorkbookText.prepared(String(title.prefix(200))))
        properties.author = texts.copy("公开")
        properties.created = time_t(created.number) * 86_400 + 43_200
        workbook_set_properties(book, &properties)
        guard let sheet = workbook_add_worksheet(book, name.text), let heading = workbook_add_format(book) else {
            workbook_close(book)
            throw .notWritten("内存不足")
        }
        format_set_bold(heading)
        format_set_font_name(heading, CellStyle.fontName)
        for (column, head) in heads.enumerated() {
            let width = min(40, max(10, Double(head.utf8.count) * 0.8))
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        for (column, head) in heads.enumerated() {
            worksheet_write_string(sheet, 0, UInt16(column), WorkbookText.prepared(head), heading)
        }
        self.book = book
        self.sheet = sheet
        self.heading = heading
        self.file = file
        row = 1
        columns = heads.count
    }

    /// Adds a row.
    ///
    /// - Throws: `WorkbookError` above the rows of a sheet, or without room on the disk.
    public mutating func add(_ values: [CellValue], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        guard row < limits.rows else {
            throw WorkbookError(code: "too_many_rows", message: "超过\(limits.rows)行的上限。请按年度分批导出，或者导出为 csv。")
        }
        for (column, value) in values.prefix(columns).enumerated() {
            let place = UInt16(column)
            let result: lxw_error
            switch value {
            case .blank: continue
            case .number(let number):
                result = worksheet_write_number(sheet, UInt32(row), place, Double(number.millionths) / 1_000_000, nil)
            case .text, .day:
                // Always a string: nothing that begins with a sign of a formula is looked at by the library.
                let text = String(WorkbookText.prepared(value.plainText).utf16.prefix(limits.textLength)) ?? ""
                guard !text.isEmpty else { continue }
                result = worksheet_write_string(sheet, UInt32(row), place, text, nil)
            }
            guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
        }
        row += 1
    }

    /// Ends the workbook.
    ///
    /// - Returns: its file, to be read from the beginning.
    /// - Throws: `WorkbookError` without memory or room.
    public consuming func finish() throws(WorkbookError) -> TemporaryFile {
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
        return file
    }
}
