internal import Ledger
internal import Markup
internal import Service

/// The findings against offices by what they are about; what could not be assessed is never a zero.
struct HeatMap {
    let lines: [MapFindings.Line]
    let years: [ReportYear]
    let t: Wording

    var html: HTML {
        let heads = MapFindings.Theme.allCases.map { "<th scope=\"col\">\(label($0))</th>" as HTML }
        return """
            <div class="scroll" role="region" aria-label="\(t("核对发现表", "Table of findings"))" tabindex="0">
            <table class="heat wide">
            <caption class="unseen">\(title)</caption>
            <thead><tr><th scope="col">\(t("机关", "Office"))</th>\(heads)<th scope="col">\(t("合计", "All"))</th></tr></thead>
            <tbody>
            \(lines.map(row))</tbody>
            </table>
            </div>
            <p class="key"><span><i class="h0"></i>\(t("0条", "0"))</span><span><i class="h1"></i>\(t("1条", "1"))</span>\
            <span><i class="h2"></i>\(t("2—3条", "2 or 3"))</span><span><i class="h3"></i>\(t("4条以上", "4 or more"))</span>\
            <span><i class="hx"></i>\(t("未判：空白、读不准或者缺上年报告，不算相符", "not assessed: blank, unreadable, or no report for the year before; not a zero"))</span></p>
            <p class="more">\(t(
                "只计还没有说明或者排除的发现。发现是核对意见，不是结论；点数字看最近一年的报告和所在的格。",
                "Only findings that have not been explained or dismissed are counted. Each number links to the latest report concerned."))</p>

            """
    }

    /// What the map shows, in words.
    var title: String {
        guard let first = years.first, let last = years.last else { return t("核对发现，条", "Findings") }
        let span = first == last ? "\(first)" : t("\(first)—\(last)", "\(first) to \(last)")
        return t("核对发现，\(span)年合计，条", "Findings, \(span) together")
    }

    func label(_ theme: MapFindings.Theme) -> String {
        switch theme {
        case .balance: t("勾稽关系", "Balance")
        case .results: t("结果分项", "Results")
        case .applicants: t("申请人合计", "Applicants")
        case .appeals: t("复议诉讼", "Appeals")
        case .years: t("跨年和上下级", "Over years")
        case .cells: t("单格", "Cells")
        case .text: t("文表一致", "Text")
        case .document: t("格式和文字", "Form")
        }
    }

    private func row(_ line: MapFindings.Line) -> HTML {
        guard line.reports > 0 else {
            return """
                <tr><th scope="row" lang="zh-CN">\(line.office.fullName.text)</th><td class="hx" colspan="\(
                    MapFindings.Theme.allCases.count)">\(t("未收录年报", "no report"))</td><td class="num">—</td></tr>

                """
        }
        let cells = MapFindings.Theme.allCases.map { cell(line, $0) }
        let sum = line.counts.values.reduce(0) { $0 + $1.open }
        return """
            <tr><th scope="row" lang="zh-CN">\(line.office.fullName.text)</th>\(cells)<td class="num">\(sum)</td></tr>

            """
    }

    private func cell(_ line: MapFindings.Line, _ theme: MapFindings.Theme) -> HTML {
        let count = line.counts[theme] ?? MapFindings.Count()
        guard count.open > 0, let year = count.year else {
            guard count.notAssessable > 0, let year = count.year else { return "<td class=\"h0\">0</td>" }
            let name = t(
                "\(line.office.fullName.text)，\(label(theme))，未判\(count.notAssessable)条",
                "\(line.office.fullName.text), \(label(theme)), \(count.notAssessable) not assessed")
            return """
                <td class="hx"><a href="\(ReportPage.path(line.office.code, year))" aria-label="\(name)">\(t("未判", "n/a"))</a></td>
                """
        }
        let name = t(
            "\(line.office.fullName.text)，\(label(theme))，\(count.open)条",
            "\(line.office.fullName.text), \(label(theme)), \(count.open)")
        let depth: HTML = count.open == 1 ? "h1" : count.open <= 3 ? "h2" : "h3"
        return """
            <td class="\(depth)"><a href="\(ReportPage.path(line.office.code, year))" aria-label="\(name)">\(count.open)</a></td>
            """
    }
}
