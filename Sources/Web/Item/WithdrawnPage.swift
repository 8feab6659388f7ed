internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup

/// What is said where an item was taken back: that it was, when, why. Neither its title nor its text is shown any more.
struct WithdrawnPage: Sendable {
    let item: PublicItem
    let day: Day
    let reasons: Statement
    let t: Wording

    /// nil where the item was not taken back.
    init?(item: PublicItem, t: Wording) {
        guard case .withdrawn(let day, let reasons) = item.state else { return nil }
        self.item = item
        self.day = day
        self.reasons = reasons
        self.t = t
    }

    var content: PageContent {
        let title = t("这件信息已经撤回", "This item was withdrawn")
        var content = PageContent(
            title: title, crumbs: ItemPage.crumbs(item, t),
            main: """
                <header class="org">
                <h1>\(title)</h1>
                </header>
                <div class="fault">
                <dl class="facts">
                <div><dt>\(t("索引号", "Index number"))</dt><dd>\(item.index.text)</dd></div>
                <div><dt>\(t("发布机构", "Published by"))</dt><dd lang="zh-CN">\(item.officeName.text)</dd></div>
                <div><dt>\(t("撤回日期", "Withdrawn"))</dt><dd><time datetime="\(day.description)">\(day.description)</time></dd></div>
                </dl>
                <p><b>\(t("理由", "Reason"))</b>\(t("：", ": "))<span lang="zh-CN">\(reasons.text)</span></p>
                <p>\(t(
                    "网址永久保留。仍需要该信息的，可以依法向发布机构申请公开。",
                    "The address stays reserved. You may apply to the office for the information."))</p>
                <p class="btns"><a class="btn" href="\(OfficeColumn.published.path(item.office))">\(
                    t("看该机关公开的信息", "What the office publishes"))</a><a class="btn line" href="/requests/new?agency=\(item.office.text)">\(
                    t("向该机关申请公开", "Apply to the office"))</a><a class="btn line" href="/">\(t("回到首页", "Home"))</a></p>
                </div>
                """, path: ItemPage.path(item.id))
        content.isUnlisted = true
        return content
    }
}
