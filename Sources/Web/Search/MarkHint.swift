internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// Offers the narrower search that one of the words may mean: 决算 as the category of budgets, 年度报告 as annual reports.
struct MarkHint {
    let offer: SearchOffer
    let offices: [Office]
    let t: Wording

    var html: HTML {
        guard let way else { return .empty }
        return """
            <p class="hint">\(Sentence("“\(offer.word)”也是\(name)。", "“\(offer.word)” is also \(name). ").html(t))<a href="\(way.path)">\(way.label.html(t))</a></p>

            """
    }

    /// What the word names.
    private var name: String {
        switch offer.mark {
        case .category: t("公开信息的一个类别", "the name of a category")
        case .validity: t("有效性的一种", "a word for validity")
        case .guide, .reports: t("一个栏目", "the name of a column")
        }
    }

    private var way: (path: String, label: Sentence)? {
        guard let narrower = offer.narrower else { return column }
        let number = SearchResultPage.grouped(narrower.count)
        let count = narrower.isCountExact ? number : t("\(number)以上", "more than \(number)")
        let words = narrower.question.typed
        let path = SearchAddress(narrower.question).link()
        switch offer.mark {
        case .reports:
            return (
                path, Sentence("只在年报里查“\(words)”（\(count)条）", "Search annual reports only for “\(words)” (\(count))")
            )
        case .category(let category):
            let name = CategoryWords(t: t).name(category)
            return (
                path,
                Sentence("只在“\(name)”类别里查“\(words)”（\(count)条）", "Search “\(name)” only for “\(words)” (\(count))")
            )
        case .validity(let validity):
            let name = CategoryWords(t: t).word(validity)
            return (
                path,
                Sentence(
                    "只在\(name)的信息里查“\(words)”（\(count)条）",
                    "Search only what is \(t.inside(name)) for “\(words)” (\(count))")
            )
        case .guide: return nil
        }
    }

    /// Where the whole of it stands.
    private var column: (path: String, label: Sentence)? {
        func path(_ column: OfficeColumn) -> String { offer.office.map { column.path($0) } ?? "/\(column.rawValue)" }
        let whose = offer.office.flatMap { code in offices.first { $0.code == code }?.fullName.text }
        switch offer.mark {
        case .reports:
            return (path(.reports), Sentence("看\(whose ?? "")全部年报", "See all annual reports\(of(whose))"))
        case .category(let category):
            let name = CategoryWords(t: t).name(category)
            return (
                path(.published) + "/" + category.rawValue,
                Sentence("看\(whose ?? "")这一类别的全部信息：\(name)", "See all of this category\(of(whose)): \(name)")
            )
        case .guide:
            return (path(.guide), Sentence("看\(whose ?? "各机关的")政府信息公开指南", "See the guide\(of(whose))"))
        case .validity: return nil
        }
    }

    private func of(_ office: String?) -> String { office.map { " of “\($0)”" } ?? "" }
}
