import TestSupport
import Testing

@testable import AnnualReport

@Suite("Cells of a report, as printed or themselves")
struct ReportCellsTests {
    private static let form = StatutoryForm.edition2021
    private static let text = Array("测试12 7.50万元 / -3".utf8)

    /// A report whose cells all print the same part of the text.
    private static func report(_ printed: PrintedCell, text: [UInt8] = text) -> Report? {
        Report(
            source: "测试.txt", form: form, printed: Array(repeating: printed, count: form.cells.count), in: text)
    }

    @Test(
        "a cell as printed is the cell it stands for",
        arguments: [
            (
                PrintedCell(millionths: 12_000_000, start: 6, end: 8, line: 3, isPlain: true),
                Cell(state: .number, value: FormNumber(12), text: "12", place: "第3行")
            ),
            (
                PrintedCell(millionths: 7_500_000, start: 9, end: 19, line: 1234, unit: .tenThousandYuan),
                Cell(state: .number, value: FormNumber("7.5"), text: "7.50万元", unit: "万元", place: "第1234行")
            ),
            (
                PrintedCell(millionths: PrintedCell.none, start: 20, end: 21, line: 1),
                Cell(state: .notApplicable, text: "/", place: "第1行")
            ),
            (
                PrintedCell(millionths: -3_000_000, start: 22, end: 24, line: 1),
                Cell(state: .number, value: FormNumber(-3), text: "-3", place: "第1行")
            ),
        ])
    func printed(_ printed: PrintedCell, _ cell: Cell) throws {
        let report = try #require(Self.report(printed))
        #expect(report.cells.allSatisfy { $0 == cell })
        #expect(report.cells.state(0) == cell.state)
        #expect(report.cells.unit(0) == cell.unit)
        // However they are kept, equal reports are equal and hash alike.
        let own = try #require(
            Report(source: "测试.txt", form: Self.form, cells: Array(repeating: cell, count: Self.form.cells.count)))
        #expect(report == own && own == report)
        #expect(report.hashValue == own.hashValue)
        #expect(RuleBook.check(report) == RuleBook.check(own))
    }

    @Test("a cell that is changed changes alone")
    func changed() throws {
        let printed = PrintedCell(millionths: 12_000_000, start: 6, end: 8, line: 3, isPlain: true)
        let report = try #require(Self.report(printed))
        var other = report
        other[index: 5] = Cell(state: .blank)
        #expect(other.cells[5] == Cell(state: .blank))
        #expect(other.cells[4] == report.cells[4] && other.cells[6] == report.cells[6])
        #expect(report.cells[5].text == "12" && report != other)
    }

    @Test("cells that do not stand inside the text are no report", arguments: [(-1, 2), (8, 6), (20, 99), (99, 99)])
    func outside(_ start: Int, _ end: Int) {
        #expect(Self.report(PrintedCell(millionths: 0, start: start, end: end, line: 1)) == nil)
    }

    @Test("fewer cells than the form has are no report")
    func few() {
        #expect(Report(source: "测试.txt", form: Self.form, printed: [], in: Self.text) == nil)
    }
}
