internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// Leads a question that names an office to what that office has published.
///
/// The name of an office stands beside its items, not in their words: 祥芝镇 台风 would have to find 台风 in an item that says
/// 祥芝镇 as well.
struct OfficeHint {
    let question: SearchQuestion
    let offices: [Office]
    let t: Wording

    /// The most offices that a word may mean; 政府 means nearly all.
    private static let mostOffices = 3

    /// The ways, one for each office that is meant; empty where none is, or one is chosen already.
    var html: HTML {
        guard question.office == nil, question.cursor == nil else { return .empty }
        let words = question.typed.split(whereSeparator: \.isWhitespace)
        for (place, word) in words.enumerated() where word.count >= 2 {
            let meant = offices.filter { office in
                office.fullName.text.contains(word) || office.shortName?.text.contains(word) == true
            }
            guard (1...Self.mostOffices).contains(meant.count) else { continue }
            let rest = words.enumerated().filter { $0.offset != place }.map(\.element).joined(separator: " ")
            return meant.map { way(to: $0, rest) }.joined()
        }
        return .empty
    }

    private func way(to office: Office, _ rest: String) -> HTML {
        let name: HTML = "<span lang=\"zh-CN\">\(office.fullName.text)</span>"
        if rest.isEmpty {
            let path = OfficeColumn.published.path(office.code)
            return
                "<p class=\"hint\"><a href=\"\(path)\">\(t("看", "What "))\(name)\(t("公开的全部信息", " has published"))</a></p>\n"
        }
        let path = SearchAddress(question).link { other in
            other.typed = rest
            other.isLiteral = false
            other.office = office.code
        }
        return """
            <p class="hint"><a href="\(path)">\(t("只在", "Search only "))\(name)\(Sentence("公开的内容里查“\(rest)”", " for “\(rest)”").html(t))</a></p>

            """
    }
}
