import AnnualReport
import DocumentReading
import ReportReading
import TestSupport
import Testing

@Suite("Reports in layouts of every kind")
struct LayoutTests {
    static let forms: [StatutoryForm] = [.edition2019, .edition2021, .mixed2021]

    static func read(_ text: String, name: String = "测试.txt") throws -> Report {
        try ReportReader.read(try DocumentReader.read(name: name, bytes: Array(text.utf8)))
    }

    /// Cells of `wanted` that `read` has otherwise, and numbers where `wanted` has none.
    static func differences(_ wanted: Report, _ read: Report) -> [String] {
        var found: [String] = []
        for (index, cell) in wanted.form.cells.enumerated() {
            let expected = wanted[index: index]
            let actual = read[cell.address] ?? .absent
            if actual.value != expected.value {
                found.append("\(cell.address): \(expected.text) read as \(actual.state) \(actual.text)")
            }
        }
        return found
    }

    @Test("a report reads back whole, whatever parts its cells", arguments: ReportLayout.allCases, forms)
    func whole(_ layout: ReportLayout, _ form: StatutoryForm) throws {
        for seed in UInt64(1)...6 {
            var random = SeededGenerator(seed: seed)
            let year = form.edition == .edition2019 ? 2020 : 2023
            let report = ConsistentReport.make(form, year: year, using: &random)
            let read = try Self.read(layout.render(report), name: layout.fileName)
            #expect(read.form == form, "seed \(seed)")
            #expect(Self.differences(report, read).isEmpty, "seed \(seed): \(Self.differences(report, read).prefix(5))")
            #expect(read.agency == report.agency && read.reportYear == year && read.title == report.title)
            #expect(read.sections.map(\.id) == SectionID.allCases)
            #expect(read.section(.overall)?.text == "照章办理。")
        }
    }

    @Test(
        "an empty cell stays empty, beside numbers and alone", arguments: [ReportLayout.tabs, .markdownTable, .webPage])
    func blank(_ layout: ReportLayout) throws {
        for seed in UInt64(1)...6 {
            var random = SeededGenerator(seed: seed)
            var report = ConsistentReport.make(.edition2021, using: &random)
            for index in report.form.cells.indices where report[index: index].value == .zero {
                report[index: index] = Cell(state: .blank)
            }
            let read = try Self.read(layout.render(report), name: layout.fileName)
            for (index, cell) in report.form.cells.enumerated() {
                #expect(read[index: index].state == report[index: index].state, "seed \(seed) \(cell.address)")
                #expect(read[index: index].value == report[index: index].value, "seed \(seed) \(cell.address)")
            }
        }
    }

    /// Renders one row of table three with other values.
    private func damaged(_ layout: ReportLayout, seed: UInt64, _ change: ([String]) -> [String]) throws -> (
        Report, Report
    ) {
        var random = SeededGenerator(seed: seed)
        let report = ConsistentReport.make(.edition2021, using: &random)
        let columns = report.form.table(FormTable.applications)?.columns.map(\.id) ?? []
        let values = columns.map {
            report[CellAddress(table: FormTable.applications, row: "results_total", column: $0)]?.text ?? ""
        }
        let separator = layout == .cellALine ? "\n" : "\t"
        let before = "（七）总计" + separator + values.joined(separator: separator)
        let after = "（七）总计" + separator + change(values).joined(separator: separator)
        let text = layout.render(report).replacing(before, with: after)
        return (report, try Self.read(text))
    }

    @Test(
        "a row that lost a value gives no number that is not its own", arguments: [ReportLayout.tabs, .cellALine], 0..<7
    )
    func lostValue(_ layout: ReportLayout, _ lost: Int) throws {
        for seed in UInt64(1)...5 {
            let (report, read) = try damaged(layout, seed: seed) { values in
                var values = values
                values.remove(at: lost)
                return values
            }
            for (index, cell) in report.form.cells.enumerated() {
                let actual = read[index: index]
                if cell.address.row == "results_total" {
                    #expect(actual.state == .unreadable, "seed \(seed) \(cell.address) \(actual)")
                } else {
                    #expect(actual.value == report[index: index].value, "seed \(seed) \(cell.address)")
                }
            }
            #expect(read.notes.contains { $0.code == "missing_values" })
        }
    }

    @Test(
        "a value too many leaves only cells that every reading agrees on", arguments: [ReportLayout.tabs, .cellALine],
        0..<8)
    func surplusValue(_ layout: ReportLayout, _ place: Int) throws {
        for seed in UInt64(1)...5 {
            let (report, read) = try damaged(layout, seed: seed) { values in
                var values = values
                values.insert("77", at: place)
                return values
            }
            for (index, cell) in report.form.cells.enumerated() where read[index: index].state == .number {
                #expect(read[index: index].value == report[index: index].value, "seed \(seed) \(cell.address)")
            }
        }
    }

    @Test("empty cells gathered at the row ends make the row unreadable")
    func gathered() throws {
        var random = SeededGenerator(seed: 11)
        let report = ConsistentReport.make(.edition2021, using: &random)
        var text = ""
        for line in ReportLayout.barsPaddedToTheWidestRow.render(report).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
            guard cells.count > 7, cells.contains(where: { Int($0) != nil }) else {
                text += line + "\n"
                continue
            }
            let kept = cells.filter { $0 != "0" && !$0.isEmpty }
            text += (kept + Array(repeating: "", count: cells.count - kept.count)).joined(separator: " | ") + "\n"
        }
        let read = try Self.read(text)
        for (index, cell) in report.form.cells.enumerated()
        where cell.address.table == FormTable.applications && read[index: index].state == .number {
            #expect(read[index: index].value == report[index: index].value, "\(cell.address)")
        }
        #expect(read.notes.contains { $0.code == "blanks_gathered" })
    }
}
