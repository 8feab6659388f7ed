internal import AnnualReport

/// How the cells of a text report are parted.
enum TextLayout: String, CaseIterable {
    /// Rows on lines, tabs between cells, empty fields where cells are merged.
    case tabs
    /// Rows on lines, bars between cells and around them.
    case bars
    /// Every cell on a line of its own.
    case lines
}

/// An invented report as plain text.
struct ReportText {
    private let report: InventedReport
    private let layout: TextLayout
    private var text = ""

    /// The text of a report in a layout.
    static func write(_ report: InventedReport, _ layout: TextLayout) -> String {
        var writer = ReportText(report: report, layout: layout)
        writer.writeAll()
        return writer.text
    }

    private init(report: InventedReport, layout: TextLayout) {
        self.report = report
        self.layout = layout
    }

    private mutating func writeAll() {
        line("\(report.agency)\(report.year)年政府信息公开工作年度报告")
        line("")
        line(
            "　　本报告由\(report.agency)依据《中华人民共和国政府信息公开条例》编制，统计期限自\(report.year)年1月1日起至\(report.year)年12月31日止。"
                + "全文分六个部分，如对内容有疑问，请与本机关办公室联系。")
        for (number, section) in SectionID.allCases.enumerated() {
            line("")
            line(section.heading)
            line("")
            for sentence in prose(section) { line("　　" + sentence) }
            let own = report.form.tables.filter { $0.section == number + 1 }
            for table in own {
                switch number {
                case 1: proactive(table)
                case 2: applications(table)
                default: review(table)
                }
            }
        }
    }

    private mutating func line(_ content: String) { text += content + "\n" }

    /// One row of a table; `merged` cells before the values are empty fields where rows stand on lines.
    private mutating func row(_ cells: [String]) {
        switch layout {
        case .tabs: line(cells.joined(separator: "\t"))
        case .bars: line("| " + cells.joined(separator: " | ") + " |")
        case .lines: for cell in cells where !cell.isEmpty { line(cell) }
        }
    }

    private mutating func proactive(_ table: FormTable) {
        line(table.caption)
        row(["信息内容"] + table.columns.map(\.label))
        for own in table.rows { row([own.label] + table.columns.map { report.text(table, own, $0) }) }
        if layout == .bars { line("") }
    }

    private mutating func applications(_ table: FormTable) {
        row(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "申请人情况"])
        row(["", "", "自然人", "法人或其他组织", "", "", "", "", "总计"])
        row(["", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"])
        for own in table.rows where own.kind != .group {
            let values = table.columns.map { report.text(table, own, $0) }
            // A group's label stands before its first row, once.
            let group = own.parent.flatMap { parent in table.rows.first { $0.id == parent } }
            let isFirst = table.rows.first { $0.kind != .group && $0.parent == own.parent }?.id == own.id
            let isResult = own.level == 2
            if isResult, isFirst {
                row(["三、本年度办理结果", own.label] + values)
            } else if own.level == 3, isFirst {
                row([group?.label ?? "", own.label] + values)
            } else {
                row([own.level == 1 ? own.label : "", own.level == 1 ? "" : own.label] + values)
            }
        }
        if layout == .bars { line("") }
    }

    private mutating func review(_ table: FormTable) {
        row(["行政复议", "", "", "", "", "行政诉讼"])
        row(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "", "", "", "", "复议后起诉"])
        row(["", "", "", "", ""] + table.columns.dropFirst(5).map(\.label))
        for own in table.rows { row(table.columns.map { report.text(table, own, $0) }) }
    }

    private func prose(_ section: SectionID) -> [String] {
        let year = report.year
        switch section {
        case .overall:
            return [
                "\(year)年，本机关围绕中心工作推进信息公开，把该公开的及时公开，把群众关心的讲清楚，工作比上年有所进步。",
                "（一）主动公开。全年在门户网站发布各类信息，涉及机构职能、规划计划、统计数据、财政预决算、人事任免等栏目，办事指南随政策变化及时更新，失效文件做了标注。",
                "（二）依申请公开。完善登记、审核、办理、答复、归档的流程，指定专人负责，对内容不明确的申请一次性告知需要补正的事项，答复前经法制机构审核。",
                "（三）政府信息管理。按照谁制作谁负责的原则落实审查，公文拟制时同步确定公开属性，定期清理历史文件，保证内容准确、链接有效、格式统一。",
                "（四）平台建设。门户网站专栏按统一规范调整，移动端同步展示，增加检索与下载功能，政务新媒体与网站内容保持一致。",
                "（五）监督保障。把信息公开列入年度考核，组织业务培训，开展自查与抽查，对发现的问题限期整改，没有发生责任追究的情形。",
            ]
        case .problems:
            return [
                "一年来的工作仍有不足：一是个别科室对公开属性的把握不够准确；二是解读材料形式比较单一；三是栏目更新不够均衡。",
                "下一步，一是加强学习培训，把要求落到具体岗位；二是多用图表和问答解读政策；三是建立栏目更新台账，按月检查并通报。",
            ]
        case .otherMatters: return ["本年度没有收取信息处理费，没有其他需要报告的事项。"]
        case .proactive, .applications, .reviewLitigation: return []
        }
    }
}
