import AnnualReport

/// The check of many documents in one table.
struct CheckSummary {
    /// One document.
    private struct Line {
        var agency: String
        var year: String
        var source: String
        var errors: Int
        var warnings: Int
        var open: Int
        var unreadable: Int
    }

    private var lines: [Line] = []
    private var compared = 0
    private var refused: [(source: String, message: String)] = []

    /// Takes a document in.
    mutating func add(_ checked: CheckedReport) {
        let (report, result) = (checked.report, checked.result)
        if checked.previous != nil { compared += 1 }
        func failures(_ severity: Severity) -> Int {
            result.findings.count { $0.outcome == .fail && $0.severity == severity }
        }
        lines.append(
            Line(
                agency: PlainText.line(report.agency), year: report.reportYear.map(String.init) ?? "?",
                source: PlainText.line(report.source), errors: failures(.error), warnings: failures(.warning),
                open: result.notAssessable, unreadable: report.cells.count { $0.state == .unreadable }))
    }

    /// Takes a document in that could not be read.
    mutating func addRefused(_ source: String, message: String) {
        refused.append((PlainText.line(source), PlainText.line(message)))
    }

    /// The table, what could not be read, and the totals; those with the most errors first.
    func text(_ style: TextStyle) -> String {
        var text = ""
        if !lines.isEmpty {
            var table = TextTable(headings: ["机关", "文件", "年度", "错误", "提醒", "无法判定", "读不准"])
            table.wordColumns = 2
            table.indent = 0
            table.rows = sorted.map { line in
                [
                    TextTable.Cell(line.agency.isEmpty ? "（没有读出）" : line.agency),
                    TextTable.Cell(line.source, .faint), TextTable.Cell(line.year),
                    TextTable.Cell(String(line.errors), line.errors > 0 ? .wrong : .faint),
                    TextTable.Cell(String(line.warnings), line.warnings > 0 ? .doubtful : .faint),
                    TextTable.Cell(String(line.open), line.open > 0 ? nil : .faint),
                    TextTable.Cell(String(line.unreadable), line.unreadable > 0 ? .doubtful : .faint),
                ]
            }
            text += table.lines(style).map { $0 + "\n" }.joined() + "\n"
        }
        if !refused.isEmpty {
            text += style.paint("没有读成的文件 \(refused.count) 份：", .wrong) + "\n"
            for file in refused { text += style.paragraph("\(file.source)：\(file.message)", indent: 2, lead: "· ") }
            text += "\n"
        }
        return text + totals + "\n"
    }

    private var sorted: [Line] {
        lines.sorted { a, b in
            (b.errors, b.warnings, b.unreadable, a.agency, a.year, a.source)
                < (a.errors, a.warnings, a.unreadable, b.agency, b.year, b.source)
        }
    }

    private var totals: String {
        func sum(_ path: KeyPath<Line, Int>) -> Int { lines.reduce(0) { $0 + $1[keyPath: path] } }
        return "共 \(lines.count + refused.count) 份：读成 \(lines.count) 份，其中 \(lines.count { $0.errors > 0 }) 份有错误；"
            + "错误 \(sum(\.errors)) 处，提醒 \(sum(\.warnings)) 处，无法判定 \(sum(\.open)) 项，读不准 \(sum(\.unreadable)) 格。"
            + (compared > 0 ? "\(compared) 份与上一年的报告作了对照。" : "")
    }
}
