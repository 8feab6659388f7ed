internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// One office: its columns, what it published last, its categories and reports, the offices around it.
struct OfficePage {
    let columns: ShowColumns.Answer
    let answer: ShowOffice.Answer
    let latest: ListPublished.Page
    /// What the office confirmed to have nothing of.
    let empty: [EmptyCategory]
    let t: Wording

    /// Items listed as the latest.
    static let latestLimit = 8

    var content: PageContent {
        let path = OfficeColumn.published.path(answer.office.code)
        return OfficeFrame(answer: columns, column: nil, t: t).content(
            """
            \(newest(path))\(CategoryList(
                counts: columns.counts, categories: columns.categories, empty: empty, path: path, t: t).html)
            \(RegisterSection(id: "h-reports", title: t("政府信息公开年报", "Annual reports"), shape: .bar)
                .html(ReportTable(answer: answer, t: t).html))\(neighbours)
            """)
    }

    private func newest(_ path: String) -> HTML {
        let body: HTML =
            latest.items.isEmpty
            ? EmptyState(
                what: t("这个机关还没有在本站公开信息", "This office has published nothing here yet"),
                advice: HTML(text: t("需要的信息可以依法申请公开。", "You may apply for what you need."))
            ).html
            : """
            \(ItemList(items: latest.items, t: t, showsOffice: false).html)
            <p class="more"><a href="\(path)">\(t("全部公开内容", "All published information"))</a></p>
            """
        return RegisterSection(id: "h-new", title: t("最新公开", "Latest"), shape: .firstBar).html(body)
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
        return RegisterSection(id: "h-around", title: t("上下级机关", "Offices above and below"), shape: .bar).html(
            """
            <div class="orgs">
            \(list(t("上级机关", "Above"), answer.parent.map { [$0] } ?? []))\(list(t("下级机关", "Below"), answer.children))</div>
            """)
    }
}
