import AnnualReport

/// What the rules say of one report, as text for people.
struct CheckOutput {
    private let report: Report
    private let result: CheckResult
    private let previous: String?
    private let style: TextStyle
    private var text = ""

    /// The text of a check.
    static func text(_ checked: CheckedReport, _ style: TextStyle) -> String {
        var output = CheckOutput(checked, style)
        output.writeHead()
        for (index, finding) in output.failures.enumerated() { output.write(finding, number: index + 1) }
        output.writeOpen()
        return output.text
    }

    private init(_ checked: CheckedReport, _ style: TextStyle) {
        report = checked.report
        result = checked.result
        previous = checked.previous
        self.style = style
    }

    /// What the severities are called, with the colour they have.
    static func word(_ severity: Severity) -> (text: String, tone: TextStyle.Tone) {
        switch severity {
        case .error: ("错误", .wrong)
        case .warning: ("提醒", .doubtful)
        case .notice: ("提示", .faint)
        }
    }

    private var failures: [RuleFinding] {
        let failures = result.findings.filter { $0.outcome == .fail }
        return Severity.allCases.flatMap { severity in failures.filter { $0.severity == severity } }
    }

    private mutating func writeHead() {
        text += style.paint(ReportOutput.name(of: report), .strong) + "\n"
        text += style.paragraph(ReportOutput.form(of: report), lead: "格式：")
        text += style.paragraph(report.source, lead: "来源：")
        if let previous { text += style.paragraph(previous, lead: "对照：上一年报告 ") }
        var parts = ["核对 \(result.rules) 项", style.paint("相符 \(result.passed)", .good)]
        for severity in Severity.allCases {
            let count = failures.count { $0.severity == severity }
            let word = Self.word(severity)
            if count > 0 { parts.append(style.paint("\(word.text) \(count)", word.tone)) }
        }
        if result.notAssessable > 0 { parts.append("无法判定 \(result.notAssessable)") }
        let unreadable = report.cells.count { $0.state == .unreadable }
        if unreadable > 0 { parts.append(style.paint("读不准 \(unreadable) 格", .doubtful)) }
        text += parts.joined(separator: "，") + "\n"
        if failures.isEmpty { text += style.paint("没有发现不一致之处。", .good) + "\n" }
    }

    private mutating func write(_ finding: RuleFinding, number: Int) {
        let word = Self.word(finding.severity)
        text += "\n\(number). \(style.paint("[\(word.text)]", word.tone)) \(style.paint(finding.rule, .faint))\n"
        text += style.paragraph(finding.message, indent: 3)
        if let quote = finding.quote, !quote.isEmpty { text += style.paragraph("“\(quote)”", indent: 3, lead: "原文：") }
        if let first = finding.cells.first { writeExcerpt(finding.cells, first) }
        let places = finding.cells.prefix(1).compactMap { report[$0]?.place }
        if let place = places.first { text += style.paragraph(place, indent: 3, lead: "位置：") }
        text += style.paragraph(finding.remedy, indent: 3, lead: "改法：")
    }

    /// The rows and columns concerned, with the cell at fault marked.
    private mutating func writeExcerpt(_ cells: [CellAddress], _ marked: CellAddress) {
        for table in report.form.tables where cells.contains(where: { $0.table == table.id }) {
            let (grid, remainder) = FormGrid(report, table: table, style).excerpt(cells, marked: [marked])
            var shown = grid
            shown.indent = 5
            if shown.width > style.width, let turned = shown.turned { shown = turned }
            text += shown.lines(style).map { $0 + "\n" }.joined()
            if let remainder { text += "     \(style.paint(remainder, .faint))\n" }
        }
    }

    private mutating func writeOpen() {
        let open = result.findings.filter { $0.outcome == .notAssessable }
        guard !open.isEmpty else { return }
        text += "\n无法判定的 \(open.count) 项：\n"
        for finding in open.prefix(Self.listed) { text += style.paragraph(finding.message, indent: 2, lead: "· ") }
        if open.count > Self.listed { text += "  …另有 \(open.count - Self.listed) 项，用 --format json 可以看到全部。\n" }
    }

    /// How many of those that cannot be assessed are written out.
    private static let listed = 10
}
