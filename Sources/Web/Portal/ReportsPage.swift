internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The table of offices and years with the state of the checks.
struct ReportsPage {
    let list: ListReports.Answer
    let filter: ReportFilter
    let path: String
    /// What is said of fields that nothing was made of.
    var strays = HTML.empty
    let t: Wording

    /// Offices on one page.
    static let officesPerPage = 200
    /// The page asked for, from 1.
    var page = 1

    private var pages: Int { max(1, (list.lines.count + Self.officesPerPage - 1) / Self.officesPerPage) }

    private var lines: ArraySlice<ListReports.Line> {
        list.lines.dropFirst((min(page, pages) - 1) * Self.officesPerPage).prefix(Self.officesPerPage)
    }

    /// The years that have a column.
    private var years: [ReportYear] { filter.year.map { [$0] } ?? list.years }

    var content: PageContent {
        PageContent(
            title: t("年报一览", "All reports"), crumbs: [.init(label: t("年报一览", "All reports"), path: nil)],
            main: """
                <header class="org">
                <h1>\(t("年报一览", "All reports"))</h1>
                <p class="meta"><span>\(t("\(list.offices.count)个机关", "\(list.offices.count) offices"))</span><span>\(
                    t("\(list.all.count)份年报", "\(list.all.count) reports"))</span><span><a href="\(ExplorePage.path)">\(
                    t("比较机关和年度", "Compare offices and years"))</a></span></p>
                </header>
                \(form)
                \(strays)\(list.lines.isEmpty ? "<div class=\"part-s\">\(nothing)</div>" : table)
                """, path: path)
    }

    private var form: HTML {
        let years = list.years.map { option("\($0.number)", t("\($0)年", "\($0)"), isChosen: $0 == filter.year) }
        let states = CheckState.allCases.map {
            option($0.rawValue, StateWords(t: t).label($0), isChosen: $0 == filter.state)
        }
        return """
            <form class="sift" role="search" aria-label="\(t("筛选年报", "Filter the reports"))" action="/reports">
            <div class="grow"><label for="rq">\(t("机关名称或地区", "Office or region"))</label>\
            <input id="rq" type="search" name="q" maxlength="100" value="\(filter.text)"></div>
            <div><label for="ry">\(t("报告年度", "Year"))</label><select id="ry" name="year"><option value="">\(
                t("全部年度", "All years"))</option>\(years)</select></div>
            <div><label for="rs">\(t("核对情况", "Result"))</label><select id="rs" name="state"><option value="">\(
                t("全部", "All"))</option>\(states)</select></div>
            <div class="btns"><button class="btn">\(t("查", "Find"))</button></div>
            </form>
            """
    }

    private func option(_ value: String, _ label: String, isChosen: Bool) -> HTML {
        "<option value=\"\(value)\"\(" selected", if: isChosen)>\(label)</option>"
    }

    private var nothing: HTML {
        guard !list.offices.isEmpty else { return EmptyState.noReports(t).html }
        return EmptyState(
            what: t("没有符合条件的年报", "No report matches"),
            advice: HTML(text: t("请减少条件，或换用机关名称里的字再查。", "Use fewer conditions, or try other words of the name. ")),
            link: ("/reports", t("看全部年报", "All reports"))
        ).html
    }

    private var table: HTML {
        let shown = list.lines.reduce(0) { $0 + $1.reports.count }
        let caption =
            filter.isEmpty
            ? t("各机关各年度年报的核对情况", "Results of the checks by office and year")
            : t("符合条件的\(list.lines.count)个机关、\(shown)份年报", "\(shown) reports of \(list.lines.count) offices")
        let heads = years.map { year -> HTML in "<th scope=\"col\">\(t("\(year)年", "\(year)"))</th>" }
        return """
            <div class="scroll part-s" role="region" aria-label="\(t("年报一览表", "Table of reports"))" tabindex="0">
            <table class="tbl stack">
            <caption\(" class=\"unseen\"", if: filter.isEmpty)>\(caption)</caption>
            <thead><tr><th scope="col">\(t("机关", "Office"))</th>\(heads)</tr></thead>
            <tbody>
            \(lines.map(row))</tbody>
            </table>
            </div>
            \(downloads)
            \(pager)
            """
    }

    private func row(_ line: ListReports.Line) -> HTML {
        let cells = years.map { year -> HTML in
            let label = t("\(year)年", "\(year)")
            guard let report = line.reports.first(where: { $0.year == year }) else {
                return "<td class=\"in none\" data-l=\"\(label)\"><span class=\"no\">\(t("未收录", "none"))</span></td>"
            }
            let name = t("\(line.office.fullName.text)\(year)年年报", "\(line.office.fullName.text) \(year)")
            return """
                <td class="in" data-l="\(label)"><a class="ttl" href="\(ReportPage.path(line.office.code, year))" aria-label="\(
                    name)">\(t("看年报", "Report"))</a> \(StateWords(t: t).all(report))</td>
                """
        }
        let region: HTML = line.office.region.map { "<p class=\"meta\">\($0.text)</p>" } ?? .empty
        return """
            <tr><th scope="row" lang="zh-CN"><a class="ttl" href="/agencies/\(line.office.code.text)">\(
                line.office.fullName.text)</a>\(region)</th>\(cells)</tr>

            """
    }

    /// The list as data, with what was asked for.
    private var downloads: HTML {
        let fields = queryFields + t.downloadFields
        let query = fields.isEmpty ? "" : "?" + FormFields(fields).encoded
        let links = DataTable.Format.allCases.map { kind -> HTML in
            "<span><a href=\"/reports.\(kind.rawValue)\(query)\">\(t("下载这份清单 ", "This list as "))\(kind.rawValue.uppercased())</a></span>"
        }
        return "<p class=\"meta downloads part-s\">\(links)</p>"
    }

    /// What was asked for, as fields of a link.
    private var queryFields: [(String, String)] {
        var fields: [(String, String)] = []
        if !filter.text.isEmpty { fields.append(("q", filter.text)) }
        if let year = filter.year { fields.append(("year", "\(year)")) }
        if let state = filter.state { fields.append(("state", state.rawValue)) }
        return fields
    }

    private var pager: HTML {
        Pagination(page: min(page, pages), pages: pages, t: t) { number in
            var fields = queryFields
            fields.append(("page", "\(number)"))
            return "/reports?\(FormFields(fields).encoded)"
        }.html
    }
}
