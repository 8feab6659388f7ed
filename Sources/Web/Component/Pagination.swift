internal import Markup

/// The way through a list that does not fit on one page.
///
/// The first and the last page and those around this one are shown: a list of thousands of pages has a way through it
/// of a dozen links.
struct Pagination {
    /// The page shown, from 1.
    let page: Int
    /// How many there are.
    let pages: Int
    let t: Wording
    /// The address of a page.
    let address: (Int) -> String

    /// Pages shown on each side of this one.
    static let around = 3

    /// The links; nothing where there is one page.
    var html: HTML {
        guard pages > 1 else { return .empty }
        var last = 0
        let links = shown.map { number -> HTML in
            let gap: HTML = number > last + 1 ? "<span>…</span>" : .empty
            last = number
            if number == page { return "\(gap)<b aria-current=\"page\">\(number)</b>" }
            return "\(gap)<a href=\"\(address(number))\">\(number)</a>"
        }
        return "<nav class=\"pages\" aria-label=\"\(t("翻页", "Pages"))\">\(links)</nav>"
    }

    /// The pages that have a link or are this one, in their order.
    var shown: [Int] {
        let near = max(1, page - Self.around)...max(1, min(pages, page + Self.around))
        return [1, pages].reduce(into: Array(near)) { if !$0.contains($1) { $0.append($1) } }.sorted()
    }
}
