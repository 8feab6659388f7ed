import AnnualReport
import DocumentReading
import Foundation
import ReportReading
import TestSupport
import Testing

@Suite("Numbers that may belong to another cell, and numbers that certainly belong to theirs")
struct DoubtTests {
    private static func report(_ seed: UInt64) -> Report {
        var random = SeededGenerator(seed: seed)
        return ConsistentReport.make(.edition2021, using: &random)
    }

    /// The rows of table three with numbers: id, label, values as printed.
    private static func applications(_ report: Report) -> [(id: String, label: String, values: [String])] {
        guard let table = report.form.table(FormTable.applications) else { return [] }
        return table.rows.filter { $0.kind != .group }.map { row in
            let values = table.columns.map {
                report[CellAddress(table: table.id, row: row.id, column: $0.id)]?.text ?? ""
            }
            return (row.id, row.label, values)
        }
    }

    /// Cells that are read as another number than the report has.
    private static func wrong(_ report: Report, _ read: Report) -> [String] {
        report.form.cells.enumerated().compactMap { index, cell in
            let (own, actual) = (report[index: index], read[index: index])
            return actual.state == .number && actual.value != own.value
                ? "\(cell.address): \(own.text) read as \(actual.text)" : nil
        }
    }

    /// Every cell outside some rows is read, and none inside them is a number.
    private static func expectOpen(_ rows: Set<String>, _ report: Report, _ read: Report, _ seed: UInt64) {
        for (index, cell) in report.form.cells.enumerated() {
            if rows.contains(cell.address.row) {
                #expect(read[index: index].state != .number, "seed \(seed) \(cell.address)")
            } else {
                #expect(read[index: index].value == report[index: index].value, "seed \(seed) \(cell.address)")
            }
        }
    }

    // MARK: Rows

    @Test(
        "numbers between a lost label and a label without numbers are those of neither",
        arguments: [ReportLayout.tabs, .cellALine])
    func lostLabel(_ layout: ReportLayout) throws {
        for seed in UInt64(1)...5 {
            let report = Self.report(seed)
            let separator = layout == .cellALine ? "\n" : "\t"
            var text = layout.render(report)
            for row in Self.applications(report) {
                let printed = row.label + separator + row.values.joined(separator: separator)
                if row.id == "not_processed_duplicate" {
                    text = text.replacing(printed, with: row.values.joined(separator: separator))
                } else if row.id == "not_processed_public_publication" {
                    text = text.replacing(printed, with: row.label)
                }
            }
            let read = try LayoutTests.read(text)
            Self.expectOpen(["not_processed_duplicate", "not_processed_public_publication"], report, read, seed)
            #expect(read.notes.contains { $0.code == "row_unclear" })
        }
    }

    @Test("a figure on the next line leaves a row open whose sum lacks it, and is the number of a page elsewhere")
    func torn() throws {
        for seed in UInt64(1)...8 {
            let report = Self.report(seed)
            guard let row = Self.applications(report).first(where: { $0.id == "results_total" }),
                let total = row.values.last, total.count > 1
            else { continue }
            let printed = row.values.joined(separator: " ")
            let text = ReportLayout.singleSpaces.render(report)
            let torn = try LayoutTests.read(text.replacing(printed, with: "\(printed.dropLast())\n\(total.suffix(1))"))
            Self.expectOpen(["results_total"], report, torn, seed)
            #expect(torn.notes.contains { $0.code == "row_torn" })
            let paged = try LayoutTests.read(text.replacing(printed, with: "\(printed)\n4"))
            #expect(LayoutTests.differences(report, paged).isEmpty, "seed \(seed)")
        }
    }

    @Test("a row broken where the line was full is read whole when its sum bears it out", arguments: 1..<7)
    func wrapped(_ first: Int) throws {
        for seed in UInt64(1)...4 {
            let report = Self.report(seed)
            var text = ReportLayout.singleSpaces.render(report)
            for row in Self.applications(report) {
                let broken =
                    row.values.prefix(first).joined(separator: " ") + "\n"
                    + row.values.dropFirst(first).joined(separator: " ")
                text = text.replacing(
                    "\(row.label) \(row.values.joined(separator: " "))\n", with: "\(row.label) \(broken)\n")
            }
            let read = try LayoutTests.read(text)
            #expect(LayoutTests.differences(report, read).isEmpty, "seed \(seed)")
        }
    }

    @Test("values of table two that stand before their labels are given to no other label")
    func displacedLabels() throws {
        for seed in UInt64(1)...8 {
            let report = Self.report(seed)
            let cells = [
                "t2_art20_5.administrative_licensing", "t2_art20_6.administrative_penalty",
                "t2_art20_6.administrative_compulsion",
            ]
            let values = cells.compactMap { name in
                report.form.cells.firstIndex { $0.address.description.hasPrefix(name) }.map { report[index: $0].text }
            }
            let text = ReportLayout.cellALine.render(report)
            guard let start = text.range(of: "第二十条第（五）项"), let end = text.range(of: "第二十条第（八）项"),
                values.count == 3
            else {
                Issue.record("the layout has other captions")
                return
            }
            let lines = [
                "第二十条第（五）项", "本年处理决定数量", values[0], "第二十条第（六）项", "本年处理决定数量", values[1],
                "信息内容", "行政许可", "信息内容", "行政处罚", values[2], "信息内容", "行政强制", "",
            ]
            let moved = text[..<start.lowerBound] + lines.joined(separator: "\n") + text[end.lowerBound...]
            let read = try LayoutTests.read(String(moved))
            #expect(Self.wrong(report, read).isEmpty, "seed \(seed): \(Self.wrong(report, read))")
        }
    }

    // MARK: Columns

    @Test("a row that slipped by a cell under its headings is read in no column")
    func slipped() throws {
        for seed in UInt64(1)...5 {
            let report = Self.report(seed)
            var text = ReportLayout.webPage.render(report)
                .replacing("<th>自然人</th>", with: "<th>申请人</th><th colspan=\"2\">自然人</th>")
            for row in Self.applications(report) {
                let cells = row.values.map { "<td>\($0)</td>" }.joined()
                let label = row.id == "carried_in" ? "<th>" : "<th colspan=\"2\">"
                text = text.replacing(
                    "<th>\(row.label)</th>\(cells)", with: "\(label)\(row.label)</th>\(cells)<td></td>")
            }
            let read = try LayoutTests.read(text, name: "测试.html")
            #expect(Self.wrong(report, read).isEmpty, "seed \(seed): \(Self.wrong(report, read))")
        }
    }

    @Test("columns that do not keep their places say nothing about the gaps of a row", arguments: 1...4)
    func unsteady(_ widest: Int) throws {
        for seed in UInt64(1)...5 {
            var report = Self.report(seed)
            for index in report.form.cells.indices where report[index: index].value == .zero {
                report[index: index] = Cell(state: .blank)
            }
            var random = SeededGenerator(seed: seed)
            let lines = ReportLayout.columnsBySpaces.render(report).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map { line in
                guard let gap = line.range(of: "   ") else { return String(line) }
                let pushed = String(repeating: " ", count: 2 * Int.random(in: 0...widest, using: &random))
                return line[..<gap.lowerBound] + pushed + line[gap.lowerBound...]
            }
            let read = try LayoutTests.read(lines.joined(separator: "\n"))
            #expect(Self.wrong(report, read).isEmpty, "seed \(seed): \(Self.wrong(report, read).prefix(4))")
        }
    }

    @Test("a column of percentages behind the totals is left out")
    func percentages() throws {
        for seed in UInt64(1)...5 {
            let report = Self.report(seed)
            var text = ReportLayout.tabs.render(report)
            for row in Self.applications(report) {
                let printed = row.label + "\t" + row.values.joined(separator: "\t")
                text = text.replacing("\(printed)\n", with: "\(printed)\t占比\t\(seed).5%\n")
            }
            let read = try LayoutTests.read(text)
            #expect(LayoutTests.differences(report, read).isEmpty, "seed \(seed)")
            #expect(read.notes.contains { $0.code == "extra_column" })
        }
    }

    // MARK: Table four, and empty cells

    @Test("numbers among the headings of table four belong to none of them")
    func amongHeadings() throws {
        for seed in UInt64(1)...5 {
            let report = Self.report(seed)
            let review = report.form.cells.indices.filter {
                report.form.cells[$0].address.table == FormTable.reviewLitigation
            }
            let values = review.map { report[index: $0].text }
            let text = ReportLayout.cellALine.render(report)
            guard let start = text.range(of: "行政复议\n行政诉讼"), let end = text.range(of: "五、存在") else {
                Issue.record("the layout has other headings")
                return
            }
            var lines = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
            let headings = ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"]
            for place in 0..<15 {
                lines.append(headings[place % 5])
                if place >= 10 { lines.append(values[place - 10]) }
            }
            lines += values.dropFirst(5)
            let mixed = text[..<start.lowerBound] + lines.joined(separator: "\n") + "\n" + text[end.lowerBound...]
            let read = try LayoutTests.read(String(mixed))
            for index in review { #expect(read[index: index].state != .number, "seed \(seed)") }
        }
    }

    @Test(
        "headings parted by wide spaces are headings", arguments: ["　　", "　", "\u{A0}\u{A0}\u{A0}", "\u{2003}\u{2003}"])
    func wideSpaces(_ gap: String) throws {
        for seed in UInt64(1)...3 {
            let report = Self.report(seed)
            let read = try LayoutTests.read(ReportLayout.tabs.render(report).replacing("\t", with: gap))
            #expect(LayoutTests.differences(report, read).isEmpty, "seed \(seed)")
        }
    }

    @Test("&nbsp; in a table of Markdown is an empty cell")
    func hardSpaces() throws {
        for seed in UInt64(1)...5 {
            var report = Self.report(seed)
            for index in report.form.cells.indices where report[index: index].value == .zero {
                report[index: index] = Cell(state: .blank)
            }
            var text = ReportLayout.markdownTable.render(report)
            for _ in 0..<2 { text = text.replacing("|  |", with: "| &nbsp; |") }
            let read = try LayoutTests.read(text, name: "测试.md")
            for (index, cell) in report.form.cells.enumerated() {
                #expect(read[index: index].state == report[index: index].state, "seed \(seed) \(cell.address)")
                #expect(read[index: index].value == report[index: index].value, "seed \(seed) \(cell.address)")
            }
        }
    }
}
