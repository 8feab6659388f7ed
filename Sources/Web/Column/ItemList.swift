internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// A list of items: the day, the title with number and category, the office with index number and day of making.
///
/// What the catalogue says of the content stands on the page of each: no text is read for a list. Source: 条例 Art 12(3).
struct ItemList: Sendable {
    let items: [PublicItemLine]
    let t: Wording
    /// True where items of several offices stand in it.
    var showsOffice = true

    init(items: [PublicItem], t: Wording, showsOffice: Bool = true) {
        self.init(lines: items.map { PublicItemLine($0) }, t: t, showsOffice: showsOffice)
    }

    init(lines: [PublicItemLine], t: Wording, showsOffice: Bool = true) {
        items = lines
        self.t = t
        self.showsOffice = showsOffice
    }

    var html: HTML { items.isEmpty ? .empty : "<ol class=\"items\">\n\(items.map(line))</ol>" }

    /// The line of an item.
    func line(_ item: PublicItemLine) -> HTML {
        let number: HTML = item.documentNumber.map { "<span lang=\"zh-CN\">\($0.text)</span>" } ?? .empty
        let by: HTML =
            showsOffice
            ? "<span lang=\"zh-CN\">\(item.officeName.text)</span>" : .empty
        let index = t("索引号", "No.")
        let dated = t("生成日期", "dated")
        return """
            <li>
            <time class="when" datetime="\(item.published.description)">\(item.published.description)</time>
            <div><a class="ttl" lang="zh-CN" href="\(ItemPage.path(item.id))">\(item.title.text)</a><p class="meta extra">\(
                number)<span>\(CategoryWords(t: t).name(item.category))</span>\(off(item))</p></div>
            <p class="by cat">\(by)<span class="extra">\(index) \(item.index.text)</span><span class="extra">\(dated) \(item.dated.description)</span></p>
            </li>

            """
    }

    private func off(_ item: PublicItemLine) -> HTML {
        item.validity == .inForce
            ? .empty : "<span class=\"tag off\">\(CategoryWords(t: t).word(item.validity))</span>"
    }
}

extension ItemList {
    /// The way on in a list that is paged by key.
    ///
    /// - Parameters:
    ///   - path: the address of the list.
    ///   - isFirst: true on the first page.
    static func pager(_ page: ListPublished.Page, path: String, isFirst: Bool, _ t: Wording) -> HTML {
        guard page.next != nil || !isFirst else { return .empty }
        let first: HTML = isFirst ? .empty : "<a href=\"\(path)\">\(t("第一页", "First page"))</a>"
        let next: HTML =
            page.next.map { "<a href=\"\(path)?after=\($0.description)\">\(t("下一页", "Next page"))</a>" } ?? .empty
        return "<nav class=\"pages\" aria-label=\"\(t("翻页", "Pages"))\">\(first)\(next)</nav>"
    }
}
