import CivilTime
import Disclosure
import DocumentReading
import DocumentWriting
import LedgerExchange
import TestSupport
import Testing

/// Registers that offices could have, and their way through our reader.
enum Registers {
    static let calendar = Result { try OfficialCalendar.load() }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// The sheets of a workbook, as the program gives them to the import.
    static func sheets(_ book: Workbook) throws -> [RegisterSheet] {
        try WorkbookSheets.read(name: "台账.xlsx", bytes: book.xlsx()).map(sheet)
    }

    static func sheet(_ cells: SheetCells) -> RegisterSheet {
        var sheet = RegisterSheet(named: cells.name)
        for cell in cells.cells {
            sheet.put(cell.text, row: cell.row, column: cell.column, isNumber: cell.isNumber, isHidden: cell.isHidden)
        }
        for merge in cells.merges { sheet.fill(rows: merge.rows, columns: merge.columns) }
        return sheet
    }

    /// A sheet written as rows of texts; `|` parts the cells.
    static func sheet(_ rows: [String]) -> RegisterSheet { sheet("2023", rows) }

    static func sheet(_ name: String, _ rows: [String]) -> RegisterSheet {
        var sheet = RegisterSheet(named: name)
        for (row, line) in rows.enumerated() {
            for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
                sheet.put(String(text), row: row + 1, column: column + 1)
            }
        }
        return sheet
    }

    static func requests(
        _ sheets: [RegisterSheet], mapping: String = "", existing: Set<RequestNumber> = [],
        limits: ImportLimits = ImportLimits()
    ) throws -> RequestImport {
        RequestImport(
            sheets,
            mapping: try ImportMapping(parsing: mapping, fields: RequestField.allCases.map(\.heading)),
            existing: existing, batch: try #require(BatchReference("imp-1")),
            officer: try #require(OfficerReference("o-import")), today: try day("2026-01-15"),
            calendar: try calendar.get(), limits: limits)
    }

    static func items(_ sheets: [RegisterSheet], mapping: String = "") throws -> ItemImport {
        ItemImport(
            sheets, mapping: try ImportMapping(parsing: mapping, fields: ItemField.allCases.map(\.heading)),
            batch: try #require(BatchReference("imp-2")), officer: try #require(OfficerReference("o-import")),
            today: try day("2026-01-15"), calendar: try calendar.get())
    }

    static let head = "登记号|申请日期|申请人|申请人类型|申请方式|申请内容|答复日期|办理结果"

    /// One register of one line below the usual headings.
    static func one(_ line: String) throws -> RequestImport { try requests([sheet([head, line])]) }
}

extension RequestImport {
    /// The faults that keep lines out, as `C17 code`.
    var faults: [String] {
        problems.filter { $0.severity == .error }.map { "\($0.cell ?? "-") \($0.code)" }
    }
}
