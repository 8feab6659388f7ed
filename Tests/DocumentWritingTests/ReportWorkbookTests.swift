import AnnualReport
import CivilTime
import DocumentReading
import DocumentWriting
import Foundation
import ReportReading
import TestSupport
import Testing

@Suite("Annual reports as workbooks")
struct ReportWorkbookTests {
    static let forms: [StatutoryForm] = [.edition2019, .mixed2019, .edition2021, .mixed2021]
    static let day = Day(unchecked: "2025-06-03")

    private func readBack(_ bytes: [UInt8]) throws -> Report {
        try ReportReader.read(try DocumentReader.read(name: "测试.xlsx", bytes: bytes))
    }

    @Test("our own reader gives back every cell, the title and the sections", arguments: forms)
    func roundTrip(_ form: StatutoryForm) throws {
        let seed: UInt64 = 77
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3 {
            let year = form.edition == .edition2019 ? 2020 : 2023
            let report = ConsistentReport.make(form, year: year, using: &random)
            let read = try readBack(ReportWorkbook.workbook(of: report, created: Self.day).xlsx())
            #expect(read.form == form)
            #expect(read.title == report.title)
            #expect(read.agency == report.agency)
            #expect(read.reportYear == year)
            #expect(read.sections.map(\.id) == SectionID.allCases)
            #expect(read.section(.overall)?.text.contains("照章办理。") == true)
            #expect(read.section(.problems)?.text.contains("照章办理。") == true)
            for (index, cell) in form.cells.enumerated() {
                #expect(read[index: index].state == report[index: index].state, "\(cell.address), seed \(seed)")
                #expect(read[index: index].value == report[index: index].value, "\(cell.address), seed \(seed)")
            }
        }
    }

    @Test("blank, not applicable and unreadable cells stay what they are, and units of their own stay with the number")
    func states() throws {
        var report = ConsistentReport.empty(.edition2021)
        let blank = try #require(CellAddress("t2_art20_1.regulations.in_force"))
        let none = try #require(CellAddress("t2_art20_5.administrative_licensing.decisions_this_year"))
        let fee = try #require(CellAddress("t2_art20_8.administrative_fees.fee_amount_this_year"))
        report[blank] = Cell(state: .blank)
        report[none] = Cell(state: .notApplicable, text: "/")
        report[fee] = Cell.number(FormNumber(millionths: 1_250_500_000), unit: "元")
        let read = try readBack(ReportWorkbook.workbook(of: report, created: Self.day).xlsx())
        #expect(read[blank]?.state == .blank)
        #expect(read[none]?.state == .notApplicable)
        #expect(read[fee]?.value == FormNumber("1250.5"))
        #expect(read[fee]?.unit == "元")
        // It is a number with a format, not a text.
        let sheets = ReportWorkbook.workbook(of: report, created: Self.day).sheets.flatMap(\.cells)
        let placed = try #require(sheets.first { $0.style.unit == "元" })
        #expect(placed.value == .number(FormNumber(millionths: 1_250_500_000)))
    }

    @Test(
        "another office suite opens the workbook and finds every label and number",
        .enabled(if: OfficeSuite.isThere, "Left out: LibreOffice is not installed."), .slow)
    func libreOffice() throws {
        var random = SeededGenerator(seed: 5)
        let report = ConsistentReport.make(.edition2021, using: &random)
        let folder = TemporaryFolder()
        let file = try OfficeSuite.convert(
            try ReportWorkbook.workbook(of: report, created: Self.day).xlsx(), named: "report.xlsx",
            to: "html:HTML (StarCalc)", in: folder)
        let page = try String(contentsOf: file, encoding: .utf8)
        for row in report.form.table(FormTable.applications)?.rows ?? [] { #expect(page.contains(row.label)) }
        let numbers = page.components(separatedBy: "sdval=\"").count - 1
        #expect(numbers == report.form.cells.count)
    }
}
