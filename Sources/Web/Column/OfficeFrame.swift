internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// A page of an office: its name, the menu of its columns, the column.
struct OfficeFrame: Sendable {
    let answer: ShowColumns.Answer
    /// The column shown; nil for the overview.
    let column: OfficeColumn?
    /// The page beside the columns that is shown.
    var further: Further?
    let t: Wording

    /// A page that an office has beside its statutory columns.
    enum Further: Sendable {
        /// What it did with the public.
        case interaction
    }

    private var office: Office { answer.office }

    /// The page around its main part.
    func content(_ main: HTML, title: String? = nil, path: String? = nil, further: PageContent.Crumb? = nil)
        -> PageContent
    {
        let short = (office.shortName ?? office.fullName).text
        var crumbs: [PageContent.Crumb] = [.init(label: t("机关", "Offices"), path: "/#h-org")]
        crumbs.append(
            .init(
                label: short, path: column == nil && self.further == nil ? nil : "/agencies/\(office.code.text)",
                isName: true))
        if let column {
            crumbs.append(.init(label: column.name(t), path: further == nil ? nil : column.path(office.code)))
        }
        if let further { crumbs.append(further) }
        let own = column?.path(office.code) ?? "/agencies/\(office.code.text)"
        var content = PageContent(
            title: title.map { "\($0) - \(office.fullName.text)" }
                ?? column.map { "\($0.name(t)) - \(office.fullName.text)" } ?? office.fullName.text,
            crumbs: crumbs,
            main: """
                <header class="org">
                <h1 lang="zh-CN">\(office.fullName.text)</h1>
                <p class="meta">\(facts)</p>
                </header>
                <div class="sided">
                \(menu)
                <div>
                \(main)
                \(entry)</div>
                </div>
                """, path: path ?? own)
        content.meta.column = .init(
            name: (column ?? .published).name(Wording(isEnglish: false)),
            description: "\(office.fullName.text)\((column ?? .published).words(Wording(isEnglish: false)))")
        content.feed = .init(
            title: "\(office.fullName.text)\(t("最新公开", ", latest"))", path: "/agencies/\(office.code.text)/feed.xml")
        content.canonical = own
        return content
    }

    private var facts: HTML {
        let region: HTML = office.region.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? .empty
        let short: HTML =
            office.shortName.map { "<span>\(t("简称：", "Short name: "))<span lang=\"zh-CN\">\($0.text)</span></span>" }
            ?? .empty
        return "\(region)\(short)<span>\(t("机关代码：", "Code: "))\(office.code.text)</span>"
    }

    private var menu: HTML {
        let counts: [OfficeColumn: Int] = [
            .rules: answer.counts.first { $0.category == .rules }?.number ?? 0,
            .published: answer.counts.reduce(0) { $0 + $1.number }, .reports: answer.reports.count,
        ]
        let items = OfficeColumn.allCases.map { one -> HTML in
            let count: HTML = counts[one].map { "<span>\($0)</span>" } ?? .empty
            let current: HTML = one == column ? " aria-current=\"page\"" : .empty
            return "<li><a href=\"\(one.path(office.code))\"\(current)>\(one.name(t))\(count)</a></li>\n"
        }
        let entry: HTML =
            "<li><a href=\"\(application)\">\(t("依申请公开", "Apply"))</a></li>\n"
        let own: HTML = further == .interaction ? " aria-current=\"page\"" : .empty
        let interaction: HTML =
            "<li><a href=\"\(InteractionPage.path(office.code))\"\(own)>\(InteractionPage.name(t))</a></li>\n"
        return """
            <nav class="menu" aria-label="\(t("政府信息公开栏目", "Columns"))">
            <ul>
            \(items)\(entry)\(interaction)</ul>
            </nav>
            """
    }

    /// Where one applies to the office.
    private var application: String { "/requests/new?agency=\(office.code.text)" }

    /// The way to apply stands under every column.
    private var entry: HTML {
        let text = t(
            "可以依法向本机关申请公开。答复期限为收到申请之日起20个工作日。",
            "You can apply to this office. It replies within 20 working days of receipt.")
        return """
            <section class="part entry" aria-labelledby="h-ask">
            <div>
            <h2 id="h-ask">\(t("没有找到需要的信息？", "Did not find what you need?"))</h2>
            <p>\(text)</p>
            <p class="meta"><a href="/requests/track">\(t("已经申请，查询进度", "Follow an application"))</a></p>
            </div>
            <a class="btn red" href="\(application)">\(t("向本机关申请公开", "Apply to this office"))</a>
            </section>

            """
    }
}
