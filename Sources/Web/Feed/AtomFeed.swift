internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup

/// A feed of the items published last. Source: RFC 4287.
struct AtomFeed: Sendable {
    /// The address of the site without a path.
    let origin: String
    /// The address of the feed.
    let path: String
    /// The address of the page that shows the same.
    let page: String
    let title: String
    /// The lasting name of the feed.
    let id: String
    /// The lasting names of entries.
    let names: FeedID
    let items: [PublicItem]
    /// What they are about, by the names of their texts.
    let summaries: [PaperReference: String]

    /// Items in a feed.
    static let limit = 50

    /// The XML; the same escaping serves it as serves pages.
    var bytes: [UInt8] {
        let updated = Self.moment(items.map(\.changedAt).max() ?? Moment(milliseconds: 0))
        let feed: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
            <title>\(title)</title>
            <id>\(id)</id>
            <link rel="self" type="application/atom+xml" href="\(origin)\(path)"/>
            <link rel="alternate" type="text/html" href="\(origin)\(page)"/>
            <updated>\(updated)</updated>
            \(items.map(entry))</feed>

            """
        return feed.bytes
    }

    private func entry(_ item: PublicItem) -> HTML {
        let address = origin + ItemPage.path(item.id)
        let number: HTML = item.documentNumber.map { "\($0.text)　" } ?? .empty
        return """
            <entry>
            <title>\(item.title.text)</title>
            <id>\(names.item(item.id))</id>
            <link rel="alternate" type="text/html" href="\(address)"/>
            <published>\(item.firstPublished.description)T00:00:00+08:00</published>
            <updated>\(Self.moment(item.changedAt))</updated>
            <author><name>\(item.publisher?.text ?? item.officeName.text)</name></author>
            <category term="\(item.category.rawValue)" label="\(CategoryWords(t: Wording(isEnglish: false)).name(item.category))"/>
            <summary>\(number)\(summaries[item.body] ?? item.index.text)</summary>
            </entry>

            """
    }

    /// A moment as `2026-01-15T10:00:00Z`.
    static func moment(_ moment: Moment) -> String {
        let seconds = ((moment.milliseconds / 1_000) % 86_400 + 86_400) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(moment.utcDay)T\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }
}
