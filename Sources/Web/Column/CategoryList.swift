internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup

/// The categories of Articles 20 and 21 with how many items each holds; an empty one says why, and what to do.
struct CategoryList: Sendable {
    let counts: [PublicCount]
    /// The categories that the law has for the office; others are listed where they hold something.
    var categories = ProactiveCategory.allCases
    /// What the office confirmed to have nothing of.
    var empty: [EmptyCategory] = []
    /// The address of the list of all categories; those of single ones stand under it.
    let path: String
    /// True where it is the first part of its column.
    var isFirst = false
    let t: Wording

    var html: HTML {
        let words = CategoryWords(t: t)
        let listed = ProactiveCategory.allCases.filter { category in
            categories.contains(category) || counts.contains { $0.category == category && $0.number > 0 }
                || empty.contains { $0.category == category }
        }
        let lines = listed.map { category -> HTML in
            let count = counts.first { $0.category == category }
            let number = count?.number ?? 0
            let name: HTML =
                number > 0
                ? "<span><a class=\"ttl\" href=\"\(path)/\(category.rawValue)\">\(words.name(category))</a>\(since(count))</span>"
                : "<span>\(words.name(category))\(why(category))</span>"
            return "<li><span>\(words.place(category))</span>\(name)<strong>\(number)</strong></li>\n"
        }
        return """
            <section\(" class=\"part\"", if: !isFirst) aria-labelledby="h-cat">
            <div class="bar"><h2 id="h-cat">\(t("按类别查", "By category"))</h2><p class="meta"><span>\(
                t("《政府信息公开条例》第二十条、第二十一条", "Regulation, Articles 20 and 21"))</span></p></div>
            <ul class="cats">
            \(lines)</ul>
            </section>

            """
    }

    /// Why a category holds nothing.
    private func why(_ category: ProactiveCategory) -> HTML {
        guard let one = empty.first(where: { $0.category == category }) else {
            return "<small>\(t("还没有公开，可以依法申请", "Nothing yet; you may apply"))</small>"
        }
        return """
            <small><span lang="zh-CN">\(one.reasons.text)</span>\(t("（", " (confirmed "))<time datetime="\(one.confirmed.description)">\(
                one.confirmed.description)</time>\(t(" 确认）", ")"))</small>
            """
    }

    private func since(_ count: PublicCount?) -> HTML {
        guard let day = count?.latest else { return .empty }
        return "<small>\(t("最近公开", "Latest")) <time datetime=\"\(day.description)\">\(day.description)</time></small>"
    }
}
