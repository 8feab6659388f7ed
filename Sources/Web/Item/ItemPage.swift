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
    /// Others like it, as the page ends with them.
    let related: HTML
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
        let summary = answer.summary
        var content = PageContent(
            title: item.title.text, crumbs: Self.crumbs(item, t), main: main(path, summary), path: path)
        content.meta.column = .init(
            name: OfficeColumn.published.name(Wording(isEnglish: false)),
            description: CategoryWords(t: Wording(isEnglish: false)).name(item.category))
        content.meta.article = .init(
            title: item.title.text, published: published, source: item.publisher?.text ?? item.officeName.text,
            author: item.officeName.text, keywords: keywords, description: summary ?? "")
        content.canonical = path
        content.feed = .init(
            title: "\(item.officeName.text)\(t("最新公开", ", latest"))", path: "/agencies/\(item.office.text)/feed.xml")
        return content
    }

    /// The way to an item: its office, the column, the category.
    static func crumbs(_ item: PublicItem, _ t: Wording) -> [PageContent.Crumb] {
        let column = OfficeColumn.published.path(item.office)
        return [
            .init(
                label: (item.officeShortName ?? item.officeName).text, path: "/agencies/\(item.office.text)",
                isName: true),
            .init(label: OfficeColumn.published.name(t), path: column),
            .init(label: CategoryWords(t: t).name(item.category), path: "\(column)/\(item.category.rawValue)"),
            .init(label: t("正文", "Text"), path: nil),
        ]
    }

    /// Day and time of the publication as the site norm writes them. The ledger tells the time where the version was recorded on
    /// the day of its publication and nothing of the item changed on a later one; else the day begins at 00:00.
    private var published: String {
        item.changedAt.beijingDay == item.published ? item.changedAt.beijingText : "\(item.published) 00:00"
    }

    /// Its keywords; its topic and category where nobody gave any, since the site norm wants some of every text.
    private var keywords: [String] {
        guard item.keywords.isEmpty else { return item.keywords.map(\.text) }
        return [item.topic?.text, CategoryWords(t: Wording(isEnglish: false)).name(item.category)].compactMap { $0 }
    }

    /// Written piece by piece into one buffer: it is drawn for every item that is asked for.
    private func main(_ path: String, _ summary: String?) -> HTML {
        let textBytes = answer.text?.utf8.count ?? 0
        var html = HTML(capacity: textBytes + textBytes / 8 + related.count + 3_000)
        html.write("<article class=\"info\" aria-labelledby=\"info-h\">\n<header class=\"org\">\n")
        html.write("<h1 id=\"info-h\" lang=\"zh-CN\">")
        html.write(text: item.title.text)
        html.write("</h1>\n</header>\n")
        writeValidity(to: &html)
        writeFacts(summary, to: &html)
        html.write("\n<div class=\"prose\" lang=\"zh-CN\">\n")
        html += text
        html.write("</div>\n")
        writeFiles(path, to: &html)
        html.write("</article>\n")
        html += related
        return html
    }

    private func writeValidity(to html: inout HTML) {
        guard item.validity != .inForce else { return }
        let word = CategoryWords(t: t).word(item.validity)
        html += """
            <p class="verdict"><b>\(word)</b> \(t("本件已经\(word)，保留在此供查阅。", "It is no longer in force and is kept for reference."))</p>

            """
    }

    private func writeFacts(_ summary: String?, to html: inout HTML) {
        let words = CategoryWords(t: t)
        html.write("<dl class=\"facts\">\n")
        fact(t("索引号", "Index number"), item.index.text, to: &html)
        fact(t("发布机构", "Published by"), item.publisher?.text ?? item.officeName.text, isChinese: true, to: &html)
        fact(t("主题分类", "Topic"), item.topic?.text, isChinese: true, to: &html)
        // A Chinese bracket has its own room behind it.
        let place = words.place(item.category)
        fact(
            t("公开类别", "Category"), place.last == "）" ? place : place + " ", words.name(item.category), to: &html)
        writeMatter(to: &html)
        fact(t("文号", "Document number"), item.documentNumber?.text, isChinese: true, to: &html)
        fact(t("成文日期", "Dated"), day: item.dated, to: &html)
        fact(t("发布日期", "Published"), day: item.published, to: &html)
        fact(t("有效性", "Validity"), words.word(item.validity), to: &html)
        fact(t("公开方式", "Disclosure"), t("主动公开", "proactive"), to: &html)
        if item.firstPublished != item.published {
            fact(t("首次发布", "First published"), day: item.firstPublished, to: &html)
        }
        if !item.keywords.isEmpty {
            fact(
                t("关键词", "Keywords"), item.keywords.map(\.text).joined(separator: "、"), isChinese: true, to: &html)
        }
        if let summary {
            html.write("<div class=\"across\"><dt>")
            html.write(text: t("内容概述", "Summary"))
            html.write("</dt><dd lang=\"zh-CN\">")
            html.write(text: summary)
            html.write("</dd></div>\n")
        }
        html.write("</dl>")
    }

    /// The matter of the standard catalogue, with the way to all that is published of it.
    private func writeMatter(to html: inout HTML) {
        guard let matter = answer.matter else { return }
        html += """
            <div><dt>\(t("公开事项", "Matter"))</dt><dd lang="zh-CN"><a href="\(MatterPage.path(item.office, matter.matter))">\(
                matter.name.text)</a></dd></div>

            """
    }

    /// A fact; nothing is written where it has no value.
    ///
    /// - Parameter rest: what stands directly behind the value.
    private func fact(
        _ label: String, _ value: String?, _ rest: String = "", isChinese: Bool = false, to html: inout HTML
    ) {
        guard let value else { return }
        html.write("<div><dt>")
        html.write(text: label)
        html.write(isChinese ? "</dt><dd><span lang=\"zh-CN\">" : "</dt><dd>")
        html.write(text: value)
        if !rest.isEmpty { html.write(text: rest) }
        html.write(isChinese ? "</span></dd></div>\n" : "</dd></div>\n")
    }

    private func fact(_ label: String, day: Day, to html: inout HTML) {
        let text = day.description
        html.write("<div><dt>")
        html.write(text: label)
        html.write("</dt><dd><time datetime=\"")
        html.write(text: text)
        html.write("\">")
        html.write(text: text)
        html.write("</time></dd></div>\n")
    }

    private var text: HTML {
        guard let text = answer.text else {
            return
                "<p class=\"nil\"><b>\(t("正文不在本系统", "The text is not kept here"))</b>\(t("请向发布机构查阅。", "Please ask the office."))</p>\n"
        }
        guard !text.isEmpty else { return "<p>\(t("正文见附件。", "See the files."))</p>\n" }
        let t = t
        return BodyText(text).html { number in t("表\(number)，可以左右滑动", "Table \(number), can be moved sideways") }
    }

    private func writeFiles(_ path: String, to html: inout HTML) {
        guard !answer.files.isEmpty else { return }
        html.write("<section class=\"part\" aria-labelledby=\"h-files\">\n<div class=\"bar\"><h2 id=\"h-files\">")
        html.write(text: t("附件", "Files"))
        html.write("</h2></div>\n<ul class=\"files\">\n")
        for file in answer.files {
            html.write("<li><a href=\"")
            html.write(text: path)
            html.write("/files/")
            html.write(integer: file.position)
            html.write("/")
            html.write(text: PercentEncoding.encode(file.name))
            html.write("\" lang=\"zh-CN\">")
            html.write(text: file.name)
            html.write("</a><span>")
            html.write(text: t.size(file.byteCount))
            html.write("</span></li>\n")
        }
        html.write("</ul>\n</section>\n")
    }
}
