import AnnualReport
import CivilTime
import DocumentReading
import DocumentWriting
import Foundation
import ReportReading
import TestSupport
import Testing

@Suite("Annual reports as documents")
struct ReportDocumentTests {
    static let forms: [StatutoryForm] = [.edition2019, .mixed2019, .edition2021, .mixed2021]
    static let day = Day(unchecked: "2025-06-03")
    static let empty = "（本部分由编制机关撰写。）"

    /// Whether WeasyPrint is there.
    static let canPrint = PrintPDF.isAvailable()

    static func report(_ form: StatutoryForm, _ random: inout SeededGenerator) -> Report {
        var report = ConsistentReport.make(form, year: form.edition == .edition2019 ? 2020 : 2023, using: &random)
        report.preamble = "本报告依照有关规定编制。"
        report.sections[0].text = "（一）主动公开。全年照章公开<信息>&\"数据\"。\n（二）依申请公开。照章办理。"
        return report
    }

    private func expectSame(_ read: Report, _ report: Report) {
        #expect(read.form == report.form)
        #expect(read.title == report.title)
        #expect(read.agency == report.agency)
        #expect(read.reportYear == report.reportYear)
        #expect(read.sections.map(\.id) == SectionID.allCases)
        for (index, cell) in report.form.cells.enumerated() {
            #expect(read[index: index].state == report[index: index].state, "\(cell.address)")
            #expect(read[index: index].value == report[index: index].value, "\(cell.address)")
        }
    }

    @Test("our own reader gives back every cell of a Word document, the title and the sections", arguments: forms)
    func wordRoundTrip(_ form: StatutoryForm) throws {
        var random = SeededGenerator(seed: 78)
        for _ in 0..<3 {
            let report = Self.report(form, &random)
            let bytes = try ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty).docx()
            let document = try DocumentReader.read(name: "测试.docx", bytes: bytes)
            let read = try ReportReader.read(document)
            expectSame(read, report)
            #expect(read.preamble == report.preamble)
            #expect(read.section(.overall)?.text == report.sections[0].text)
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
        let bytes = try ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty).docx()
        let read = try ReportReader.read(try DocumentReader.read(name: "测试.docx", bytes: bytes))
        #expect(read[blank]?.state == .blank)
        #expect(read[none]?.state == .notApplicable)
        #expect(read[fee]?.value == FormNumber("1250.5"))
        #expect(read[fee]?.unit == "元")
    }

    @Test("the same report gives the same bytes")
    func sameBytes() throws {
        var random = SeededGenerator(seed: 3)
        let report = Self.report(.edition2021, &random)
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        #expect(try document.docx() == document.docx())
    }

    @Test("every place of the grid of a table is covered exactly once", arguments: forms)
    func grid(_ form: StatutoryForm) {
        let document = ReportDocument.document(
            of: ConsistentReport.empty(form), created: Self.day, emptySection: Self.empty)
        for case .table(let table) in document.blocks {
            var covered: [CellRange: Int] = [:]
            for cell in table.cells {
                for row in cell.range.row...cell.range.lastRow {
                    for column in cell.range.column...cell.range.lastColumn {
                        covered[CellRange(row: row, column: column), default: 0] += 1
                    }
                }
            }
            #expect(covered.count == table.rows * table.columnWidths.count)
            #expect(covered.values.allSatisfy { $0 == 1 })
        }
    }

    @Test("a section without anything says who writes it")
    func emptySection() throws {
        var report = ConsistentReport.empty(.edition2021)
        report.sections = []
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        #expect(document.blocks.count { $0 == .remark(Self.empty) } == 3)
    }

    @Test("characters that no XML may hold are left out")
    func controlCharacters() throws {
        var report = ConsistentReport.empty(.edition2021)
        report.sections[0].text = "办\u{0}理\u{FFFE}照\u{7}章。"
        let bytes = try ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty).docx()
        let read = try ReportReader.read(try DocumentReader.read(name: "测试.docx", bytes: bytes))
        #expect(read.section(.overall)?.text.contains("章。") == true)
    }

    @Test("a text over its limit is refused with the limit, in Word and in print")
    func tooLong() {
        var report = ConsistentReport.empty(.edition2021)
        report.sections[0].text = String(repeating: "字", count: OfficialDocument.characterLimit + 1)
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        #expect(throws: DocumentWritingError.self) { _ = try document.docx() }
        #expect(throws: DocumentWritingError.self) { _ = try PrintPDF.bytes(of: document) }
    }

    @Test("the page for print holds no address and escapes what the report says")
    func printPage() {
        var report = ConsistentReport.empty(.edition2021)
        report.sections[0].text = "<img src=\"http://192.0.2.1/\"><script>"
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        let page = String(decoding: document.printPage(), as: UTF8.self)
        for word in ["<img", "<script", "src=\"", "url(", "href", "@import", "<link"] { #expect(!page.contains(word)) }
    }

    @Test(
        "our own reader gives back every cell of a pdf",
        .enabled(if: canPrint, "Left out: WeasyPrint is not installed (scripts/install.sh test)."),
        arguments: [StatutoryForm.edition2019, .edition2021])
    func printRoundTrip(_ form: StatutoryForm) throws {
        var random = SeededGenerator(seed: 79)
        let report = Self.report(form, &random)
        let bytes = try PrintPDF.bytes(
            of: ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty))
        expectSame(try ReportReader.read(try DocumentReader.read(name: "测试.pdf", bytes: bytes)), report)
    }

    @Test(
        "a pdf reads the same whoever leaves the unused characters out of its typefaces",
        .enabled(if: canPrint, "Left out: WeasyPrint is not installed (scripts/install.sh test)."), .slow)
    func printWays() throws {
        var random = SeededGenerator(seed: 81)
        let report = Self.report(.edition2021, &random)
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        var settings = PrintSettings()
        for way in [true, false] {
            settings.usesHarfBuzz = way
            let bytes = try PrintPDF.bytes(of: document, settings)
            expectSame(try ReportReader.read(try DocumentReader.read(name: "测试.pdf", bytes: bytes)), report)
            // A whole Chinese typeface has more than ten megabytes.
            #expect(bytes.count < 2_000_000)
        }
    }

    @Test(
        "a limit of memory or time ends the printing with a sentence",
        .enabled(if: canPrint, "Left out: WeasyPrint is not installed (scripts/install.sh test)."))
    func printLimits() {
        let document = ReportDocument.document(
            of: ConsistentReport.empty(.edition2021), created: Self.day, emptySection: Self.empty)
        var settings = PrintSettings()
        settings.memoryBytes = 64 << 20
        #expect(throws: DocumentWritingError.self) { _ = try PrintPDF.bytes(of: document, settings) }
        settings = PrintSettings()
        settings.outputBytes = 1_000
        #expect(throws: DocumentWritingError.self) { _ = try PrintPDF.bytes(of: document, settings) }
    }

    @Test("where the program is absent, the answer says how to install it")
    func notInstalled() throws {
        let document = ReportDocument.document(
            of: ConsistentReport.empty(.edition2021), created: Self.day, emptySection: Self.empty)
        var settings = PrintSettings()
        for python in ["/nonexistent/python3", "/bin/false"] {
            settings.python = python
            let error = #expect(throws: DocumentWritingError.self) { _ = try PrintPDF.bytes(of: document, settings) }
            if python != "/bin/false" {
                #expect(error?.isMissingProgram == true)
                #expect(error?.message.contains("weasyprint") == true)
            }
        }
    }

    @Test(
        "another office suite opens the Word document and finds every label and number",
        .enabled(if: OfficeSuite.isThere, "Left out: LibreOffice is not installed."), .slow)
    func libreOffice() throws {
        var random = SeededGenerator(seed: 6)
        let report = Self.report(.edition2021, &random)
        let folder = TemporaryFolder()
        let document = ReportDocument.document(of: report, created: Self.day, emptySection: Self.empty)
        let file = try OfficeSuite.convert(try document.docx(), named: "report.docx", to: "pdf", in: folder)
        let bytes = [UInt8](try Data(contentsOf: file))
        expectSame(try ReportReader.read(try DocumentReader.read(name: "测试.pdf", bytes: bytes)), report)
    }
}
