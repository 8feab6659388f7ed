import AnnualReport
import DocumentWriting

/// What is compiled, as text for people and as a list for spreadsheets.
enum CompileText {
    /// What the rules say, in a few lines.
    static func check(_ result: CheckResult, _ style: TextStyle) -> String {
        let failures = result.findings.filter { $0.outcome == .fail }
        var text = "\n核对 \(result.rules) 项，\(style.paint("相符 \(result.passed)", .good))"
        if result.failed > 0 { text += "，不符 \(result.failed)" }
        if result.notAssessable > 0 { text += "，无法判定 \(result.notAssessable)" }
        text += "\n"
        for finding in failures {
            let word = CheckOutput.word(finding.severity)
            text += style.paragraph(
                "\(finding.message)\(finding.remedy)", indent: 2, lead: "[\(word.text)] ")
        }
        return text
    }

    /// The facts as a table.
    static func facts(_ facts: [ReportFact], _ style: TextStyle) -> String {
        var table = TextTable(headings: ["", "编号", "数", "单位"])
        table.wordColumns = 2
        for fact in facts {
            table.rows.append([
                TextTable.Cell(PlainText.line(fact.label)), TextTable.Cell(PlainText.line(fact.id), .faint),
                TextTable.Cell(fact.value?.description ?? "—", fact.value == .zero ? .faint : nil),
                TextTable.Cell(fact.unit),
            ])
        }
        return table.lines(style).map { $0 + "\n" }.joined()
    }

    /// The records behind a number, one a line, and how many.
    static func records(_ records: [RecordName], of name: String) -> String {
        records.map { "\($0.kind.chineseText)  \($0.name)\n" }.joined() + "\(name)：共 \(records.count) 条记录\n"
    }

    /// The cells as comma separated text: address, names, state, number, unit.
    static func separated(_ report: Report) -> [UInt8] {
        let headings = ["地址", "表", "行", "列", "状态", "数值", "单位"].map { CellValue.text($0) }
        let rows = report.form.cells.enumerated().map { place, cell -> [CellValue] in
            let table = report.form.tables[cell.table]
            let value = report.cells[place]
            let column = table.columns[cell.column]
            let heading = (column.groups + [column.label]).joined(separator: " ")
            return [
                .text(cell.address.description), .text(table.caption), .text(ifAny: table.rows[cell.row].label),
                .text(heading), .text(value.state.rawValue), value.value.map { .number($0) } ?? .blank,
                .text(ifAny: value.unit),
            ]
        }
        return SeparatedText.bytes(of: [headings] + rows)
    }
}
