internal import AnnualReport
internal import CXlsxWriter
internal import CivilTime
internal import Glibc

/// A workbook through the C library.
///
/// Everything was examined before, so that an error of the library means that memory or room is missing.
struct XlsxWriter {
    /// The name of the hidden sheet that holds the words of drop-down lists, which are too long for a cell's rule.
    static let choiceSheetName = "_选项"

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let texts = TextArena()
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = [:]
    private var choices: [[String]] = []

    private struct FormatKey: Hashable {
        var style: CellStyle
        var isDay: Bool
    }

    /// The file of a workbook.
    static func bytes(of workbook: Workbook) throws(WorkbookError) -> [UInt8] {
        let file = try MemoryFile()
        guard let book = workbook_new(file.path) else { throw .notWritten("内存不足") }
        var writer = XlsxWriter(book: book)
        var failure: WorkbookError?
        do throws(WorkbookError) {
            try writer.write(workbook)
        } catch {
            failure = error
        }
        // Also frees what the library holds.
        let result = workbook_close(book)
        if let failure { throw failure }
        try check(result)
        return try file.bytes()
    }

    private init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    private static func check(_ result: lxw_error) throws(WorkbookError) {
        guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
    }

    private mutating func write(_ workbook: Workbook) throws(WorkbookError) {
        var properties = lxw_doc_properties()
        properties.title = texts.copy(WorkbookText.prepared(String(workbook.title.prefix(200))))
        properties.author = texts.copy("公开")
        // Noon, for the library would take the first second of 1970 for none.
        properties.created = time_t(workbook.created.number) * 86_400 + 43_200
        try Self.check(workbook_set_properties(book, &properties))
        for sheet in workbook.sheets {
            guard let target = workbook_add_worksheet(book, sheet.name.text) else { throw .notWritten("内存不足") }
            try write(sheet, to: target)
        }
        try writeChoices()
    }

    private mutating func write(
        _ sheet: Sheet, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        for (column, width) in sheet.columnWidths.enumerated() {
            try Self.check(worksheet_set_column(target, UInt16(column), UInt16(column), width, nil))
        }
        for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
            try Self.check(worksheet_set_row(target, UInt32(row), height, nil))
        }
        for cell in sheet.cells { try write(cell, to: target) }
        if sheet.frozenRows > 0 { worksheet_freeze_panes(target, UInt32(sheet.frozenRows), 0) }
        if let filter = sheet.filter {
            try Self.check(
                worksheet_autofilter(
                    target, UInt32(filter.row), UInt16(filter.column), UInt32(filter.lastRow),
                    UInt16(filter.lastColumn)))
        }
        for rule in sheet.entryRules { try write(rule, to: target) }
        for note in sheet.notes { try write(note, to: target) }
        try printing(sheet.print, target)
        if sheet.isHidden { worksheet_hide(target) }
    }

    private mutating func write(
        _ cell: Sheet.PlacedCell, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        let row = UInt32(cell.range.row)
        let column = UInt16(cell.range.column)
        var isDay = false
        if case .day(let day) = cell.value { isDay = Self.knows(day) }
        let format = try format(cell.style, isDay: isDay)
        if cell.range.rows > 1 || cell.range.columns > 1 {
            // Gives every cell its border; the value follows.
            try Self.check(
                worksheet_merge_range(
                    target, row, column, UInt32(cell.range.lastRow), UInt16(cell.range.lastColumn), "", format))
        }
        switch cell.value {
        case .blank: try Self.check(worksheet_write_blank(target, row, column, format))
        case .text(let text): try write(text, target, row, column, format)
        case .number(let number):
            let value = Double(number.millionths) / 1_000_000
            try Self.check(worksheet_write_number(target, row, column, value, format))
        case .day(let day):
            guard isDay else { return try write(day.description, target, row, column, format) }
            var moment = Self.moment(day)
            try Self.check(worksheet_write_datetime(target, row, column, &moment, format))
        }
    }

    /// Always a string: nothing that begins with a sign of a formula is looked at by the library.
    private func write(
        _ text: String, _ target: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
        _ format: UnsafeMutablePointer<lxw_format>
    ) throws(WorkbookError) {
        let text = WorkbookText.prepared(text)
        guard !text.isEmpty else { return try Self.check(worksheet_write_blank(target, row, column, format)) }
        try Self.check(worksheet_write_string(target, row, column, text, format))
    }

    private static let firstKnownDay = Day(year: 1900, month: 3, day: 1) ?? .earliest

    /// Earlier days shift by the day that never was, 29 February 1900.
    private static func knows(_ day: Day) -> Bool { day >= firstKnownDay }

    private static func moment(_ day: Day) -> lxw_datetime {
        let (year, month, dayOfMonth) = day.parts
        return lxw_datetime(
            year: Int32(year), month: Int32(month), day: Int32(dayOfMonth), hour: 0, min: 0, sec: 0)
    }

    private mutating func format(
        _ style: CellStyle, isDay: Bool
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        let key = FormatKey(style: style, isDay: isDay)
        if let known = formats[key] { return known }
        guard let format = workbook_add_format(book) else { throw .notWritten("内存不足") }
        format_set_font_name(format, CellStyle.fontName)
        format_set_font_size(format, style.points)
        if style.isBold { format_set_bold(format) }
        if style.wraps { format_set_text_wrap(format) }
        if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        switch style.alignment {
        case .natural: break
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        // 270 stands for letters below each other.
        if style.isVertical { format_set_rotation(format, 270) }
        if let fill = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, fill)
        }
        if let ink = style.ink { format_set_font_color(format, ink) }
        if isDay {
            format_set_num_format(format, "yyyy-mm-dd")
        } else if style.isText {
            format_set_num_format(format, "@")
        } else if let unit = style.unit?.filter({ $0 != "\"" && $0 != "\\" }), !unit.isEmpty {
            format_set_num_format(format, "General\"\(unit.prefix(20))\"")
        }
        formats[key] = format
        return format
    }

    private func printing(
        _ setup: PrintSetup, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        // 9 is A4.
        worksheet_set_paper(target, 9)
        if setup.isLandscape { worksheet_set_landscape(target) } else { worksheet_set_portrait(target) }
        worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.7)
        worksheet_center_horizontally(target)
        worksheet_fit_to_pages(target, 1, setup.isOnePage ? 1 : 0)
        if setup.repeatedRows > 0 {
            try Self.check(worksheet_repeat_rows(target, 0, UInt32(setup.repeatedRows - 1)))
        }
        try Self.check(worksheet_set_footer(target, "&C第 &P 页，共 &N 页"))
    }

    private func write(_ note: CellNote, to target: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookError) {
        var options = lxw_comment_options()
        options.font_name = texts.copy(CellStyle.fontName)
        options.font_size = 10
        options.width = 260
        options.height = UInt16(min(600, 40 + 18 * (note.text.count / 18 + note.text.filter { $0 == "\n" }.count)))
        let text = WorkbookText.prepared(note.text)
        guard !text.isEmpty else { return }
        try Self.check(
            worksheet_write_comment_opt(
                target, UInt32(note.cell.row), UInt16(note.cell.column), text, &options))
    }
}

// MARK: What may be entered

extension XlsxWriter {
    private mutating func write(
        _ rule: EntryRule, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        var validation = lxw_data_validation()
        validation.error_title = texts.copy("请核对")
        validation.error_message = texts.copy(WorkbookText.prepared(String(rule.complaint.prefix(255))))
        validation.error_type = UInt8(
            rule.isAdvice ? LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue : LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        switch rule.kind {
        case .choice(let words):
            guard !words.isEmpty else { return }
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = texts.copy(place(of: words))
        case .day(let first):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            validation.value_datetime = Self.moment(max(first, Self.firstKnownDay))
        }
        try Self.check(
            worksheet_data_validation_range(
                target, UInt32(rule.range.row), UInt16(rule.range.column), UInt32(rule.range.lastRow),
                UInt16(rule.range.lastColumn), &validation))
    }

    /// Where the words of a list stand: a column of the hidden sheet. The words themselves are in no formula.
    private mutating func place(of words: [String]) -> String {
        let column: Int
        if let known = choices.firstIndex(of: words) {
            column = known
        } else {
            column = choices.count
            choices.append(words)
        }
        let letters = CellRange.letters(column)
        return "='\(Self.choiceSheetName)'!$\(letters)$1:$\(letters)$\(words.count)"
    }

    private mutating func writeChoices() throws(WorkbookError) {
        guard !choices.isEmpty else { return }
        guard let target = workbook_add_worksheet(book, Self.choiceSheetName) else { throw .notWritten("内存不足") }
        let format = try format(CellStyle(), isDay: false)
        for (column, words) in choices.enumerated() {
            for (row, word) in words.enumerated() { try write(word, target, UInt32(row), UInt16(column), format) }
        }
        worksheet_hide(target)
    }
}
