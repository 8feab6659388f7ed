import AnnualReport

/// Ways in which a report's text comes to us; each renders the same report differently.
enum ReportLayout: String, CaseIterable, Sendable {
    case tabs, tabsAfterLabels, markdownTable, barsPaddedToTheWidestRow, cellALine, cellAParagraph, cellClosedByBar
    case columnsBySpaces, singleSpaces, numbersBetweenTheHalvesOfALabel, commas, webPage

    /// The name of the file that would hold the text.
    var fileName: String {
        switch self {
        case .webPage: "测试.html"
        case .markdownTable: "测试.md"
        default: "测试.txt"
        }
    }

    /// The document.
    func render(_ report: Report) -> String {
        var text = line(report.title) + gap
        for section in report.sections {
            text += line(section.heading) + gap + line(section.text) + gap
            for table in report.form.tables
            where table.section == SectionID.allCases.firstIndex(of: section.id).map({ $0 + 1 }) {
                text += render(rows(table, report)) + gap
            }
        }
        return self == .webPage ? "<html><body>\(text)</body></html>" : text
    }

    private var gap: String { self == .webPage ? "" : "\n" }
    private func line(_ text: String) -> String { self == .webPage ? "<p>\(text)</p>" : text + "\n" }

    struct Row {
        var labels: [String]
        var values: [String]
        var isHeading = false
    }

    private func rows(_ table: FormTable, _ report: Report) -> [Row] {
        var rows: [Row] = []
        let isLitigation = table.id == FormTable.reviewLitigation
        if table.section == 2 { rows.append(Row(labels: [table.caption], values: [], isHeading: true)) }
        if isLitigation {
            rows.append(Row(labels: ["行政复议", "行政诉讼"], values: [], isHeading: true))
            rows.append(Row(labels: ["未经复议直接起诉", "复议后起诉"], values: [], isHeading: true))
        }
        let stub = table.section == 2 ? ["信息内容"] : []
        rows.append(Row(labels: stub + table.columns.map(\.label), values: [], isHeading: true))
        var group: String?
        for row in table.rows {
            if row.kind == .group {
                if row.level > 1 { group = row.label }
                continue
            }
            let cells = table.columns.map {
                report[CellAddress(table: table.id, row: row.id, column: $0.id)] ?? .absent
            }
            guard cells.contains(where: { $0.state != .absent }) else { continue }
            var labels = row.label.isEmpty ? [] : [row.label]
            if let group, row.level == 3 { labels.insert(group, at: 0) }
            if row.level == 3 { group = nil }
            rows.append(Row(labels: labels, values: cells.map { $0.state == .blank ? "" : $0.text }))
        }
        return rows
    }

    private func render(_ rows: [Row]) -> String {
        let widest = rows.map { $0.labels.count + $0.values.count }.max() ?? 0
        return rows.map { render($0, widest: widest) }.joined()
            .wrapped(self == .webPage ? ("<table>", "</table>") : ("", ""))
    }

    private func render(_ row: Row, widest: Int) -> String {
        let cells = row.labels + row.values
        switch self {
        case .tabs: return cells.joined(separator: "\t") + "\n"
        case .tabsAfterLabels:
            let lead = row.isHeading ? [] : Array(repeating: "", count: 2 - min(row.labels.count, 2))
            return (row.labels + lead + row.values).joined(separator: "\t") + "\t\n"
        case .markdownTable:
            return "| " + cells.joined(separator: " | ") + " |\n" + (row.labels.first == "信息内容" ? "|---|---|\n" : "")
        case .barsPaddedToTheWidestRow:
            return (cells + Array(repeating: "", count: widest - cells.count)).joined(separator: " | ") + " |\n"
        case .cellALine: return cells.map { $0 + "\n" }.joined()
        case .cellAParagraph: return cells.map { $0 + "\n\n" }.joined()
        case .cellClosedByBar: return cells.map { $0 + " |\n" }.joined()
        case .columnsBySpaces:
            let label = row.labels.joined(separator: "  ")
            let pad = String(repeating: " ", count: max(2, 96 - 2 * label.count))
            return label + pad + row.values.map { $0 + String(repeating: " ", count: max(2, 12 - $0.count)) }.joined()
                + "\n"
        case .singleSpaces: return cells.joined(separator: " ") + "\n"
        case .numbersBetweenTheHalvesOfALabel:
            guard let label = row.labels.last, row.values.count > 1, label.count > 6 else {
                return cells.joined(separator: " ") + "\n"
            }
            let half = label.index(label.startIndex, offsetBy: label.count / 2 + 1)
            let before = (row.labels.dropLast() + [String(label[..<half])]).joined(separator: " ")
            return before + "\n" + row.values.joined(separator: " ") + "\n" + label[half...] + "\n"
        case .commas: return cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        case .webPage:
            let labels = row.labels.map { "<th>\($0)</th>" }.joined()
            return "<tr>\(labels)\(row.values.map { "<td>\($0.isEmpty ? "&nbsp;" : $0)</td>" }.joined())</tr>"
        }
    }
}

extension String {
    fileprivate func wrapped(_ marks: (String, String)) -> String { marks.0 + self + marks.1 }
}
