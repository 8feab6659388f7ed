internal import Ledger
internal import Markup

/// The map of the site for people: the columns, the entries, every office.
struct SiteMapPage: Sendable {
    let offices: [Office]
    let t: Wording

    var content: PageContent {
        let title = t("网站地图", "Site map")
        return PageContent(
            title: title, crumbs: [.init(label: title, path: nil)],
            main: """
                <header class="org">
                <h1>\(title)</h1>
                </header>
                \(section("h-columns", t("栏目", "Columns"), links(columns)))\(
                    section("h-entries", t("办事和数据", "Services and data"), links(entries)))\(
                    section("h-org", t("机关", "Offices"), links(offices.map { ("/agencies/\($0.code.text)", $0.fullName.text) }, lang: true)))
                """, path: "/sitemap")
    }

    private var columns: [(String, String)] {
        [
            ("/guide", OfficeColumn.guide.name(t)), ("/rules", OfficeColumn.rules.name(t)),
            ("/published", OfficeColumn.published.name(t)), ("/reports", OfficeColumn.reports.name(t)),
        ]
    }

    private var entries: [(String, String)] {
        [
            (InteractionPage.path(nil), InteractionPage.name(t)), ("/requests/new", t("申请公开政府信息", "Apply")),
            ("/requests/track", t("查询办理进度", "Follow an application")),
            ("/search", t("检索", "Search")), ("/explore", t("比较年报", "Compare reports")),
            ("/check", t("核对我的年报", "Check my report")), ("/feed.xml", t("订阅更新", "Feed")),
            ("/sitemap.xml", t("供程序使用的网站地图", "Site map (XML)")),
            (InterfacePage.path, t("数据接口", "API")),
        ]
    }

    private func links(_ links: [(path: String, label: String)], lang: Bool = false) -> HTML {
        let items = links.map { link -> HTML in "<li><a href=\"\(link.path)\">\(link.label)</a></li>\n" }
        guard !items.isEmpty else { return EmptyState.noReports(t).html }
        return "<div class=\"orgs\">\n<ul\(" lang=\"zh-CN\"", if: lang)>\n\(items)</ul>\n</div>"
    }

    private func section(_ id: String, _ title: String, _ body: HTML) -> HTML {
        RegisterSection(id: id, title: title).html(body)
    }
}
