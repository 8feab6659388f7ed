internal import HTTPCore
internal import Ledger
internal import Markup

/// The choice of the office to apply to, where the address names none.
struct OfficeChoicePage {
    let offices: [Office]
    /// What was searched among the offices; empty for all.
    let search: String
    /// What will be asked, carried on.
    let matter: String
    /// True where the address named an office that is not there.
    let isUnknown: Bool
    let t: Wording

    /// The most offices on the page.
    private static let limit = 200

    var content: PageContent {
        let name = t("申请公开政府信息", "Apply for information")
        return PageContent(
            title: name, crumbs: [.init(label: name, path: nil)],
            main: """
                <h1>\(t("向哪个机关申请", "Which office do you want to apply to?"))</h1>
                <p class="meta">\(t("向制作或者保存这份信息的机关申请，答复最快。选错了也不要紧：该机关会告诉您应当找谁。", "Apply to the office that made or keeps the information. If you choose the wrong one, it will tell you which is right."))</p>
                \(isUnknown ? unknown : .empty)<form class="sift part-s" action="\(ApplyPage.path)" role="search" aria-label="\(t("找机关", "Find an office"))">
                <div class="grow"><label for="office">\(t("机关名称里的字", "Part of the name"))</label><input id="office" name="office" type="search" maxlength="100" value="\(search)"></div>
                \(matter.isEmpty ? .empty : "<input type=\"hidden\" name=\"matter\" value=\"\(matter)\">")<div><button class="btn line">\(t("查", "Find"))</button></div>
                </form>
                \(list)
                """, path: ApplyPage.path)
    }

    private var unknown: HTML {
        EmptyState(
            what: t("没有这个机关", "There is no such office"), advice: "\(t("请从下面选一个。", "Choose one below."))"
        ).html + "\n"
    }

    private var list: HTML {
        let found = offices.filter { search.isEmpty || $0.fullName.text.contains(search) || $0.code.text == search }
        guard !found.isEmpty else {
            return EmptyState(
                what: t("没有找到", "Nothing found"),
                advice: "\(t("请换几个字再查，或者不填，看全部机关。", "Try other words, or leave it empty to see all."))"
            ).html
        }
        let items = found.prefix(Self.limit).map { office -> HTML in
            var fields = [("agency", office.code.text)]
            if !matter.isEmpty { fields.append(("matter", matter)) }
            return "<li><a href=\"\(ApplyPage.path)?\(FormFields(fields).encoded)\">\(office.fullName.text)</a></li>\n"
        }
        let more: HTML =
            found.count > Self.limit
            ? "<p class=\"meta\">\(t("只列出前\(Self.limit)个，请用名称查找。", "Only the first \(Self.limit) are shown; search by name."))</p>\n"
            : .empty
        return """
            <section class="part" aria-labelledby="h-offices">
            <h2 id="h-offices">\(t("机关", "Offices"))</h2>
            <div class="orgs"><ul lang="zh-CN">
            \(items)</ul></div>
            \(more)</section>
            """
    }
}
