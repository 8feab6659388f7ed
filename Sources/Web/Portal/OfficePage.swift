internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// One office: its reports by year, the documents they were read from, the offices around it.
struct OfficePage {
    let answer: ShowOffice.Answer
    let t: Wording

    private var office: Office { answer.office }

    var content: PageContent {
        let region: HTML = office.region.map { "<span>\($0.text)</span>" } ?? .empty
        let short: HTML = office.shortName.map { "<span>\(t("简称", "Short name"))：\($0.text)</span>" } ?? .empty
        return PageContent(
            title: office.fullName.text,
            crumbs: [
                .init(label: t("年报一览", "All reports"), path: "/reports"),
                .init(label: (office.shortName ?? office.fullName).text, path: nil),
            ],
            main: """
                <header class="org">
                <h1 lang="zh-CN">\(office.fullName.text)</h1>
                <p class="meta">\(region)\(short)<span>\(t("机关代码", "Code"))：\(office.code.text)</span></p>
                </header>
                \(reports)\(neighbours)
                """, path: "/agencies/\(office.code.text)")
    }

    private var reports: HTML {
        let body: HTML = answer.reports.isEmpty ? nothing : table
        return """
            <section class="reg" aria-labelledby="h-reports">
            <div><h2 id="h-reports">\(t("政府信息公开年报", "Annual reports"))</h2><p class="meta">\(
                t("\(answer.reports.count)份", "\(answer.reports.count)"))</p></div>
            <div>
            \(body)
            </div>
            </section>

            """
    }

    private var nothing: HTML {
        """
        <p class="nil"><b>\(t("还没有收录这个机关的年报", "No report of this office is kept yet"))</b>\(t(
            "机关可以先自行核对：", "The office can check its report: "))<a href="/check">\(t("核对我的年报", "Check my report"))</a></p>
        """
    }

    private var table: HTML {
        let rows = answer.reports.map { report -> HTML in
            let path = ReportPage.path(office.code, report.year)
            let version = answer.versions.first { $0.year == report.year }
            let source: HTML =
                version.map {
                    "<a href=\"\(path)/source\">\($0.documentName)</a>"
                } ?? .empty
            let title = version.flatMap { $0.title.isEmpty ? nil : $0.title } ?? "\(report.year)年政府信息公开工作年度报告"
            return """
                <tr><th scope="row"><a class="ttl" lang="zh-CN" href="\(path)">\(title)</a></th>\
                <td class="in" data-l="\(t("核对", "Check"))">\(StateWords(t: t).all(report))</td>\
                <td data-l="\(t("格式", "Form"))" lang="zh-CN">\(report.edition.notice)</td>\
                <td data-l="\(t("原件", "Original"))">\(source)</td></tr>

                """
        }
        return """
            <table class="tbl stack">
            <caption class="unseen">\(t("历年年报，从近到远", "Reports, the newest first"))</caption>
            <thead><tr><th scope="col">\(t("报告", "Report"))</th><th scope="col">\(t("核对情况", "Check"))</th>\
            <th scope="col">\(t("所用格式", "Form"))</th><th scope="col">\(t("原件", "Original"))</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            """
    }

    private var neighbours: HTML {
        guard answer.parent != nil || !answer.children.isEmpty else { return .empty }
        func list(_ title: String, _ offices: [Office]) -> HTML {
            guard !offices.isEmpty else { return .empty }
            let items = offices.map { office -> HTML in
                "<li><a href=\"/agencies/\(office.code.text)\">\(office.fullName.text)</a></li>\n"
            }
            return "<div>\n<h3>\(title)</h3>\n<ul lang=\"zh-CN\">\n\(items)</ul>\n</div>\n"
        }
        return """
            <section class="reg" aria-labelledby="h-around">
            <div><h2 id="h-around">\(t("上下级机关", "Offices above and below"))</h2></div>
            <div class="orgs">
            \(list(t("上级机关", "Above"), answer.parent.map { [$0] } ?? []))\(list(t("下级机关", "Below"), answer.children))</div>
            </section>

            """
    }
}
