internal import Ledger
internal import Markup
internal import Service

/// A column of the whole site: the same column of every office.
struct SiteColumnPage: Sendable {
    let column: OfficeColumn
    let offices: [Office]
    /// The latest rules of all offices; nil for other columns.
    let rules: ListPublished.Page?
    let t: Wording

    var content: PageContent {
        var content = PageContent(
            title: column.name(t), crumbs: [.init(label: column.name(t), path: nil)],
            main: """
                <header class="org">
                <h1>\(column.name(t))</h1>
                <p class="meta"><span>\(column.words(t))</span></p>
                </header>
                \(latest)\(list)
                """, path: "/\(column.rawValue)")
        content.meta.column = .init(name: column.name(t), description: column.words(t))
        return content
    }

    private var latest: HTML {
        guard let rules, !rules.items.isEmpty else { return .empty }
        return RegisterSection(id: "h-new", title: t("最新公开", "Latest")).html(
            """
            \(ItemList(items: rules.items, t: t).html)
            <p class="more"><a href="/published/art20_1">\(t("全部规章和规范性文件", "All rules and normative documents"))</a></p>
            """)
    }

    private var list: HTML {
        let items = offices.map { office -> HTML in
            "<li><a href=\"\(column.path(office.code))\">\(office.fullName.text)</a></li>\n"
        }
        let body: HTML =
            items.isEmpty
            ? EmptyState.noReports(t).html : "<div class=\"orgs\">\n<ul lang=\"zh-CN\">\n\(items)</ul>\n</div>"
        return RegisterSection(
            id: "h-org", title: t("按机关查", "By office"), meta: t("\(offices.count)个机关", "\(offices.count) offices")
        ).html(body)
    }
}
