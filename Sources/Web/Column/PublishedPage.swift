internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// What an office, or every office, has published: the latest first, and by category.
struct PublishedPage: Sendable {
    /// The office with its columns; nil for the whole site.
    let office: ShowColumns.Answer?
    /// The category shown; nil for all.
    let category: ProactiveCategory?
    let page: ListPublished.Page
    let counts: [PublicCount]
    /// What the office confirmed to have nothing of.
    let empty: [EmptyCategory]
    /// True on the first page of the list.
    let isFirst: Bool
    /// The address asked for.
    let address: String
    let t: Wording

    /// Items on one page.
    static let itemsPerPage = 20

    private var all: String { office.map { OfficeColumn.published.path($0.office.code) } ?? "/published" }
    private var path: String { category.map { "\(all)/\($0.rawValue)" } ?? all }

    var content: PageContent {
        let name = category.map { CategoryWords(t: t).name($0) }
        if let office {
            var content = OfficeFrame(answer: office, column: .published, t: t).content(
                main, title: name, path: address, further: name.map { .init(label: $0, path: nil) })
            feed(&content, office.office.fullName.text)
            return content
        }
        let column = OfficeColumn.published.name(t)
        var crumbs: [PageContent.Crumb] = [.init(label: column, path: name == nil ? nil : all)]
        if let name { crumbs.append(.init(label: name, path: nil)) }
        var content = PageContent(
            title: name ?? column, crumbs: crumbs,
            main: "<header class=\"org\">\n<h1>\(name ?? column)</h1>\n</header>\n\(main)", path: address)
        content.meta.column = .init(name: name ?? column, description: OfficeColumn.published.words(t))
        feed(&content, "")
        return content
    }

    private func feed(_ content: inout PageContent, _ office: String) {
        content.canonical = path
        guard let category else {
            if self.office == nil { content.feed = .init(title: t("最新公开", "Latest"), path: "/feed.xml") }
            return
        }
        content.feed = .init(title: "\(office)\(CategoryWords(t: t).name(category))", path: "\(path)/feed.xml")
    }

    /// By category first, which is what the column is for; who turned to a further page goes on reading the list.
    private var main: HTML {
        guard category == nil else { return latest(.firstBar) }
        func categories(isFirst: Bool) -> HTML {
            CategoryList(
                counts: counts, categories: office?.categories ?? ProactiveCategory.allCases, empty: empty, path: all,
                isFirst: isFirst, t: t
            ).html + catalogue
        }
        return isFirst
            ? toLatest + categories(isFirst: true) + latest(.bar) : latest(.firstBar) + categories(isFirst: false)
    }

    private func latest(_ shape: RegisterSection.Shape) -> HTML {
        let title = category.map { CategoryWords(t: t).name($0) } ?? t("最新公开", "Latest")
        return RegisterSection(
            id: "h-list", title: office == nil ? t("最新公开", "Latest") : title,
            meta: t("共\(number)条", "\(number) in all"), shape: shape
        ).html("\(list)\n\(ItemList.pager(page, path: path, isFirst: isFirst, t))")
    }

    private var number: Int {
        counts.filter { category == nil || $0.category == category }.reduce(0) { $0 + $1.number }
    }

    /// The way past the categories, which on a phone are long.
    private var toLatest: HTML {
        guard !page.items.isEmpty else { return .empty }
        return """
            <p class="to-list"><a href="#h-list">\(t("最新公开（共\(number)条）", "Latest (\(number) in all)"))</a></p>

            """
    }

    /// The way to the same by the office's standard catalogue.
    private var catalogue: HTML {
        guard let office else { return .empty }
        return """
            <p class="more"><a href="\(CataloguePage.path(office.office.code))">\(
                t("按公开标准目录查", "By the standard catalogue"))</a></p>

            """
    }

    private var list: HTML {
        guard page.items.isEmpty else {
            return ItemList(items: page.items, t: t, showsOffice: office == nil).html
        }
        guard isFirst else {
            return EmptyState(what: t("没有更多了", "No more"), link: (path, t("回到第一页", "First page"))).html
        }
        if let confirmed = empty.first(where: { $0.category == category }) {
            return EmptyState(
                what: t("本机关确认没有这类信息", "The office confirmed that it has nothing of this kind"),
                advice: """
                    <span lang="zh-CN">\(confirmed.reasons.text)</span> \(t("确认日期", "Confirmed")) <time datetime="\(
                        confirmed.confirmed.description)">\(confirmed.confirmed.description)</time>
                    """
            ).html
        }
        return EmptyState(
            what: t("这里还没有公开的信息", "Nothing is published here yet"),
            advice: HTML(
                text: t(
                    "需要的信息可以依法向机关申请公开，办法见该机关的公开指南。",
                    "You may apply to the office for what you need; its guide says how."))
        ).html
    }
}
