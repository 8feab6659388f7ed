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
        let title = t("下级机关的年报", "Reports of the offices below")
        let rows = below.map { report -> RecordTable.Row in
            RecordTable.Row(
                head:
                    "<a class=\"ttl\" href=\"\(ReportPage.path(report.office, report.year))\">\(report.fullName.text)</a>",
                isChinese: true,
                cells: [.init(HTML(text: "\(report.year.number)")), .init(StateWords(t: t).all(report))])
        }
        let body: HTML =
            rows.isEmpty
            ? EmptyState(what: t("还没有收录下级机关的年报", "No report of an office below has been added yet")).html
            : RecordTable(
                caption: title, first: t("机关", "Office"),
                columns: [.init(title: t("年度", "Year")), .init(title: t("核对情况", "Check"))], rows: rows, isTight: true
            ).html
        return RegisterSection(
            id: "h-below", title: title, meta: t("共\(rows.count)份", "\(rows.count) in all"), shape: .bar
        )
        .html(body)
    }
}
