internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// The column 政府信息公开年报 of an office: all its years, and those of the offices below it.
struct OfficeReportsPage: Sendable {
    let answer: ShowColumns.Answer
    /// The office with the documents of its reports and the offices around it.
    let office: ShowOffice.Answer
    /// The reports of the offices below, the newest year first.
    let below: [ReportStanding]
    let t: Wording

    var content: PageContent {
        OfficeFrame(answer: answer, column: .reports, t: t).content(
            """
            <section aria-labelledby="h-reports">
            <div class="bar"><h2 id="h-reports">\(t("政府信息公开年报", "Annual reports"))</h2></div>
            \(ReportTable(answer: office, t: t).html)
            </section>
            \(children)
            """)
    }

    private var children: HTML {
        guard !office.children.isEmpty else { return .empty }
        let rows = below.map { report -> HTML in
            """
            <tr><th scope="row"><a class="ttl" lang="zh-CN" href="\(ReportPage.path(report.office, report.year))">\(
                report.fullName.text)</a></th><td class="in" data-l="\(t("年度", "Year"))">\(report.year.number)</td>\
            <td class="in" data-l="\(t("核对", "Check"))">\(StateWords(t: t).all(report))</td></tr>

            """
        }
        let body: HTML =
            rows.isEmpty
            ? "<p class=\"nil\"><b>\(t("还没有收录下级机关的年报", "No report of an office below is kept yet"))</b></p>"
            : """
            <table class="tbl tight stack">
            <caption class="unseen">\(t("下级机关的年报", "Reports of the offices below"))</caption>
            <thead><tr><th scope="col">\(t("机关", "Office"))</th><th scope="col">\(t("年度", "Year"))</th><th scope="col">\(
                t("核对情况", "Check"))</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            """
        return """
            <section class="part" aria-labelledby="h-below">
            <div class="bar"><h2 id="h-below">\(t("下级机关的年报", "Reports of the offices below"))</h2></div>
            \(body)
            </section>

            """
    }
}
