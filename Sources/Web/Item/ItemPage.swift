internal import CivilTime
internal import BodyMarkup
internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// One published item: what the catalogue says of it, its text, its files, others like it.
///
/// Source: 条例 Art 12(3); 国办公开办函〔2019〕61号.
struct ItemPage: Sendable {
    let answer: ShowItem.Published
    let t: Wording

    private var item: PublicItem { answer.item }

    /// The permanent address of an item.
    static func path(_ id: PublicItemID) -> String { "/info/\(id)" }

    /// The address of a file.
    static func path(_ id: PublicItemID, _ file: KeptPaper.File) -> String {
        "\(path(id))/files/\(file.position)/\(PercentEncoding.encode(file.name))"
    }

    var content: PageContent {
        let path = Self.path(item.id)
        var content = PageContent(
            title: item.title.text, crumbs: Self.crumbs(item, t),
            main: """
                <article class="info" aria-labelledby="info-h">
                <header class="org">
                <h1 id="info-h" lang="zh-CN">\(item.title.text)</h1>
                </header>
                \(validity)\(facts)
                <div class="prose" lang="zh-CN">
                \(text)</div>
                \(files)</article>
                \(related)
                """, path: path)
        content.meta.column = .init(
            name: OfficeColumn.published.name(Wording(isEnglish: false)),
            description: CategoryWords(t: Wording(isEnglish: false)).name(item.category))
        content.meta.article = .init(
            title: item.title.text, published: item.published.description,
            source: item.publisher?.text ?? item.officeName.text, keywords: item.keywords.map(\.text),
            description: summary)
        content.canonical = path
        content.feed = .init(
            title: "\(item.officeName.text)\(t("最新公开", ", latest"))", path: "/agencies/\(item.office.text)/feed.xml")
        return content
    }

    /// The way to an item: its office, the column, the category.
    static func crumbs(_ item: PublicItem, _ t: Wording) -> [PageContent.Crumb] {
        let column = OfficeColumn.published.path(item.office)
        return [
            .init(label: (item.officeShortName ?? item.officeName).text, path: "/agencies/\(item.office.text)"),
            .init(label: OfficeColumn.published.name(t), path: column),
            .init(label: CategoryWords(t: t).name(item.category), path: "\(column)/\(item.category.rawValue)"),
            .init(label: t("正文", "Text"), path: nil),
        ]
    }

    /// The beginning of the text without its markup, up to 100 characters. Source: 条例 Art 12(3), 内容概述.
    private var summary: String {
        answer.paper.map { BodyText($0.text).summary(characters: 100) } ?? ""
    }

    private var validity: HTML {
        guard item.validity != .inForce else { return .empty }
        let word = CategoryWords(t: t).word(item.validity)
        return """
            <p class="verdict"><b>\(word)</b> \(t("本件已经\(word)，保留在此供查阅。", "It no longer holds and is kept for reference."))</p>

            """
    }

    private var facts: HTML {
        var rows: [(String, HTML)] = [
            (t("索引号", "Index number"), "\(item.index.text)"),
            (t("发布机构", "Published by"), "<span lang=\"zh-CN\">\(item.publisher?.text ?? item.officeName.text)</span>"),
            (t("主题分类", "Topic"), item.topic.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? .empty),
            (
                t("公开类别", "Category"),
                "\(CategoryWords(t: t).place(item.category))\(CategoryWords(t: t).name(item.category))"
            ),
            (
                t("文号", "Document number"),
                item.documentNumber.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? .empty
            ),
            (t("成文日期", "Dated"), day(item.dated.description)),
            (t("发布日期", "Published"), day(item.published.description)),
            (t("有效性", "Validity"), "\(CategoryWords(t: t).word(item.validity))"),
            (t("公开方式", "Disclosure"), "\(t("主动公开", "proactive"))"),
        ]
        if item.firstPublished != item.published {
            rows.append((t("首次发布", "First published"), day(item.firstPublished.description)))
        }
        if !item.keywords.isEmpty {
            rows.append(
                (
                    t("关键词", "Keywords"),
                    "<span lang=\"zh-CN\">\(item.keywords.map(\.text).joined(separator: "、"))</span>"
                ))
        }
        let shown = rows.filter { !$0.1.isEmpty }.map { row -> HTML in "<div><dt>\(row.0)</dt><dd>\(row.1)</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(shown)</dl>"
    }

    private func day(_ text: String) -> HTML { "<time datetime=\"\(text)\">\(text)</time>" }

    private var text: HTML {
        guard let paper = answer.paper else {
            return
                "<p class=\"nil\"><b>\(t("正文不在本系统", "The text is not kept here"))</b>\(t("请向发布机构查阅。", "Please ask the office."))</p>\n"
        }
        guard !paper.text.isEmpty else { return "<p>\(t("正文见附件。", "See the files."))</p>\n" }
        let t = t
        return BodyText(paper.text).html { number in t("表\(number)，可以左右滑动", "Table \(number), can be moved sideways") }
    }

    private var files: HTML {
        guard let files = answer.paper?.files, !files.isEmpty else { return .empty }
        let items = files.map { file -> HTML in
            """
            <li><a href="\(Self.path(item.id, file))" lang="zh-CN">\(file.name)</a><span>\(t.size(file.byteCount))</span></li>

            """
        }
        return """
            <section class="part" aria-labelledby="h-files">
            <div class="bar"><h2 id="h-files">\(t("附件", "Files"))</h2></div>
            <ul class="files">
            \(items)</ul>
            </section>

            """
    }

    private var related: HTML {
        guard !answer.related.isEmpty else { return .empty }
        return """
            <section class="part near" aria-labelledby="h-near">
            <div class="bar"><h2 id="h-near">\(t("相关信息", "Related"))</h2></div>
            \(ItemList(lines: answer.related, t: t, showsOffice: false).html)
            </section>
            """
    }
}
