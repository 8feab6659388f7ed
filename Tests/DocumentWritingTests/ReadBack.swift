import DocumentReading
import DocumentWriting
import Testing

/// The cells of a written workbook as our own reader sees them, by sheet.
struct ReadBack {
    var sheets: [String: [String: String]] = [:]
    var merges: [String: [String: [Int]]] = [:]

    init(_ bytes: [UInt8]) throws {
        let document = try DocumentReader.read(name: "测试.xlsx", bytes: bytes)
        #expect(document.format == .workbook)
        for case .table(let table) in document.blocks {
            let sheet = table.place.sheet ?? ""
            let first = (table.place.row ?? 1) - 1
            for cell in table.cells {
                let reference = CellRange(row: first + cell.row, column: cell.column).reference
                sheets[sheet, default: [:]][reference] = document.text(cell.text)
                if cell.rowSpan > 1 || cell.columnSpan > 1 {
                    merges[sheet, default: [:]][reference] = [cell.rowSpan, cell.columnSpan]
                }
            }
        }
    }

    subscript(_ reference: String) -> String? { sheets["表"]?[reference] }
}
