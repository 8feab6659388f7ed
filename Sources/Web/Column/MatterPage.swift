internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// A matter of the standard catalogue: what the catalogue says of it, and its items. Source: 国办发〔2019〕54号.
struct MatterPage: Sendable {
    let answer: ShowColumns.Answer
    let found: ShowCatalogue.Answer
    /// True on the first page of the list.
    let isFirst: Bool
    let t: Wording

    /// The address of a matter.
    static func path(_ office: AgencyCode, _ matter: MatterReference) -> String {
        "\(CataloguePage.path(office))/\(matter.text)"
    }

    private var path: String { Self.path(answer.office.code, found.matter.matter) }
    private var matter: MatterContent { found.matter.content }

    var content: PageContent {
        let catalogue = t("公开标准目录", "Standard catalogue")
        var page = OfficeFrame(answer: answer, column: .published, t: t).content(
            """
            \(RegisterSection(id: "h-matter", title: matter.name.text, isName: true, shape: .firstBar).html(facts))\(list)
            """, title: matter.name.text, path: path, further: .init(label: matter.name.text, path: nil, isName: true))
        page.crumbs.insert(
            .init(label: catalogue, path: CataloguePage.path(answer.office.code)), at: page.crumbs.count - 1)
        page.canonical = path
        return page
    }

    private var facts: HTML {
        var rows: [(String, HTML)] = [(t("事项编码", "Code"), HTML(text: found.matter.matter.text))]
        func add(_ label: String, _ text: Statement?) {
            if let text { rows.append((label, "<span class=\"keep-lines\" lang=\"zh-CN\">\(text.text)</span>")) }
        }
        add(t("领域", "Field"), matter.field)
        add(t("一级事项", "Group"), matter.group)
        add(t("公开内容（要素）", "What is published"), matter.content)
        add(t("公开依据", "Basis"), matter.basis)
        add(t("公开时限", "When"), matter.timeLimit)
        add(t("公开主体", "Who"), matter.publisher)
        rows.append((t("公开渠道和载体", "Where"), carriers))
        rows.append(
            (
                t("公开对象", "For whom"),
                matter.audience.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? HTML(text: t("全社会", "everyone"))
            ))
        rows.append((t("公开方式", "How"), HTML(text: t(matter.attribute.chineseText, matter.attribute.englishText))))
        add(t("公开层级", "Level"), matter.level)
        if let category = matter.category {
            rows.append(
                (
                    t("所属法定类别", "Category"),
                    """
                    <a href="\(OfficeColumn.published.path(answer.office.code))/\(category.rawValue)">\(
                        CategoryWords(t: t).name(category))</a>
                    """
                ))
        }
        rows.append((t("自何日起", "Since"), DayWord.html(found.matter.since)))
        let lines = rows.map { row -> HTML in "<div><dt>\(row.0)</dt><dd>\(row.1)</dd></div>\n" }
        return "<dl class=\"facts\">\n\(lines)</dl>"
    }

    /// The ones that must be used first; those that may be are marked in words.
    private var carriers: HTML {
        let needed = matter.carriers.map { t($0.chineseText, $0.englishText) }
        let further = (matter.furtherCarriers ?? []).map { t("\($0.chineseText)（可选）", "\($0.englishText) (optional)") }
        return HTML(text: t.list(needed + further))
    }

    private var list: HTML {
        let page = found.page
        let body: HTML
        if !page.items.isEmpty {
            body = ItemList(items: page.items, t: t, showsOffice: false).html
        } else if isFirst {
            body =
                EmptyState(
                    what: t("这个事项还没有公开的信息", "Nothing is published under this matter yet"),
                    advice: HTML(text: t("需要的信息可以依法向本机关申请公开。", "You may apply to the office for what you need."))
                ).html
        } else {
            body = EmptyState(what: t("没有更多了", "No more"), link: (path, t("回到第一页", "First page"))).html
        }
        return RegisterSection(
            id: "h-list", title: t("已公开的信息", "Published"),
            meta: t("共\(found.matter.number)条", "\(found.matter.number) in all"), shape: .bar
        ).html("\(body)\n\(ItemList.pager(page, path: path, isFirst: isFirst, t))")
    }
}
