import AnnualReport

/// A report as text for people: what was read, table by table, and what was met on the way.
struct ReportOutput {
    private let report: Report
    private let style: TextStyle
    private var text = ""

    /// The text of a report.
    static func text(_ report: Report, _ style: TextStyle) -> String {
        var output = ReportOutput(report, style)
        output.writeHead()
        output.writeSections()
        for table in report.form.tables { output.write(table, without: "文件中没有这张表。") }
        output.writeNotes()
        return output.text
    }

    /// The text of a report that was compiled, not read: its tables, and what is to be said of them.
    static func compiled(_ report: Report, _ style: TextStyle) -> String {
        var output = ReportOutput(report, style)
        output.text += style.paint(name(of: report), .strong) + "\n"
        output.text += style.paragraph(form(of: report), lead: "格式：")
        for table in report.form.tables {
            output.write(table, without: "台账中没有可以填入这张表的数，原因见“说明”。")
        }
        if !report.notes.isEmpty { output.text += "\n说明：\n" }
        for note in report.notes.prefix(listed) { output.text += style.paragraph(note.message, indent: 2, lead: "· ") }
        output.text += output.remainder(report.notes.count)
        return output.text
    }

    private init(_ report: Report, _ style: TextStyle) {
        self.report = report
        self.style = style
    }

    /// Who reports on which year, in one line.
    static func name(of report: Report) -> String {
        let agency = report.agency.isEmpty ? "（机关名称没有读出）" : PlainText.line(report.agency)
        let year = report.reportYear.map { "\($0) 年度" } ?? "（年度没有读出）"
        return "\(agency)  \(year)"
    }

    /// The form in words.
    static func form(of report: Report) -> String {
        let edition = report.form.edition
        let mixed = report.form.isMixed ? "，但第三张表“其他处理”的行数不是这一格式的" : ""
        return "\(edition.rawValue) 年格式（\(edition.notice)）\(mixed)"
    }

    private mutating func writeHead() {
        text += style.paint(Self.name(of: report), .strong) + "\n"
        if !report.title.isEmpty { text += style.paragraph(report.title, lead: "标题：") }
        text += style.paragraph(Self.form(of: report), lead: "格式：")
        text += style.paragraph(report.source, lead: "来源：")
    }

    private mutating func writeSections() {
        text += "\n" + style.paint("正文", .strong) + "\n"
        var table = TextTable(headings: ["", "字数"])
        for id in SectionID.allCases {
            let section = report.section(id)
            let heading = section.map { $0.heading.isEmpty ? "\(id.heading)（没有标题）" : $0.heading }
            let length = section.map { String($0.text.unicodeScalars.count { !$0.properties.isWhitespace }) }
            table.rows.append([
                TextTable.Cell(PlainText.line(heading ?? id.heading), section == nil ? .faint : nil),
                TextTable.Cell(length ?? "缺", section == nil ? .doubtful : nil),
            ])
        }
        text += table.lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes a table.
    ///
    /// - Parameter reason: what is said where no cell of it is there.
    private mutating func write(_ table: FormTable, without reason: String) {
        text += "\n" + style.paint(table.caption, .strong) + "\n"
        let indexes = report.form.cells.indices.filter { report.form.cells[$0].address.table == table.id }
        if indexes.allSatisfy({ report.cells[$0].state == .absent }) {
            text += "  \(style.paint(reason, .doubtful))\n"
            return
        }
        let grid = FormGrid(report, table: table, style).whole()
        text += grid.lines(style).map { $0 + "\n" }.joined()
        let units = Set(indexes.compactMap { report.cells[$0].unit })
        if !units.isEmpty { text += "  金额单位：\(units.sorted().map(PlainText.line).joined(separator: "、"))\n" }
    }

    private mutating func writeNotes() {
        text += "\n"
        if let legend = CellText.legend(of: report) { text += style.paint(legend, .faint) + "\n" }
        let unreadable = report.cells.indices.filter { report.cells[$0].state == .unreadable }
        if !unreadable.isEmpty {
            text += style.paint("读不准的单元格 \(unreadable.count) 个，请对照原件核实：", .doubtful) + "\n"
            for index in unreadable.prefix(Self.listed) {
                let cell = report.cells[index]
                let printed = cell.text.isEmpty ? "" : "，原文“\(DisplayWidth.cut(PlainText.line(cell.text), to: 40))”"
                let place = cell.place.map { "，\(PlainText.line($0))" } ?? ""
                text += style.paragraph(
                    report.form.title(of: report.form.cells[index].address) + printed + place, indent: 2, lead: "· ")
            }
            text += remainder(unreadable.count)
        }
        guard !report.notes.isEmpty else { return }
        text += "读取时遇到的情况：\n"
        for note in report.notes.prefix(Self.listed) { text += style.paragraph(note.message, indent: 2, lead: "· ") }
        text += remainder(report.notes.count)
    }

    /// How much of a list is written out.
    private static let listed = 20

    private func remainder(_ count: Int) -> String {
        count > Self.listed ? "  …另有 \(count - Self.listed) 条，用 --format json 可以看到全部。\n" : ""
    }
}
