internal import Markup

/// Writes the tree of a body as markup of a page.
struct BodyWriter {
    private(set) var html = HTML.empty
    private let levels: [Int]
    private let top: Int
    private let tableName: (Int) -> String
    /// What closes the elements that are open; nil for nodes without an element.
    private var ends: [HTML?] = []
    private var tables = 0
    private var isHeaderRow = false

    init(levels: [Int], top: Int, tableName: @escaping (Int) -> String) {
        self.levels = levels
        self.top = top
        self.tableName = tableName
    }

    mutating func enter(_ node: BodyTree.Node) {
        switch node.kind {
        case .text: html += HTML(text: node.literal)
        case .softBreak, .lineBreak: html += "<br>\n"
        case .code: html += "<code>\(node.literal)</code>"
        case .html: html += HTML(text: node.literal)
        case .codeBlock: html += "<pre><code>\(node.literal)</code></pre>\n"
        case .rule: html += "<hr>\n"
        case .paragraph: open("<p>", "</p>\n", if: !node.isTight)
        case .heading: heading(node.level)
        case .list: list(node)
        case .item: open("<li>", "</li>\n")
        case .quote: open("<blockquote>\n", "</blockquote>\n")
        case .emphasis: open("<em>", "</em>")
        case .strong: open("<strong>", "</strong>")
        case .link: link(node.address)
        case .table: table()
        case .row: row(node.isHeader)
        case .cell: cell()
        case .document, .image, .other: ends.append(nil)
        }
    }

    mutating func leave(_ node: BodyTree.Node) {
        guard let end = ends.popLast(), let end else { return }
        html += end
    }

    private mutating func open(_ begin: HTML, _ end: HTML, if isShown: Bool = true) {
        guard isShown, ends.count < BodyText.depthLimit else {
            ends.append(nil)
            return
        }
        html += begin
        ends.append(end)
    }

    /// The levels that occur become those from `top` on, without gaps.
    private mutating func heading(_ level: Int) {
        let rank = min(top + (levels.firstIndex(of: level) ?? 0), 6)
        switch rank {
        case ...2: open("<h2>", "</h2>\n")
        case 3: open("<h3>", "</h3>\n")
        case 4: open("<h4>", "</h4>\n")
        case 5: open("<h5>", "</h5>\n")
        default: open("<h6>", "</h6>\n")
        }
    }

    private mutating func list(_ node: BodyTree.Node) {
        guard node.isOrdered else {
            open("<ul>\n", "</ul>\n")
            return
        }
        open(node.start == 1 ? "<ol>\n" : "<ol start=\"\(node.start)\">\n", "</ol>\n")
    }

    private mutating func link(_ address: String) {
        switch LinkAddress(address) {
        case .outside(let address): open("<a href=\"\(address)\" rel=\"noopener noreferrer\">", "</a>")
        case .inside(let address): open("<a href=\"\(address)\">", "</a>")
        case nil: ends.append(nil)
        }
    }

    private mutating func table() {
        tables += 1
        open(
            "<div class=\"scroll\" role=\"region\" aria-label=\"\(tableName(tables))\" tabindex=\"0\">\n<table class=\"tbl\">\n",
            "</tbody>\n</table>\n</div>\n")
    }

    /// True where the element around is shown: rows and cells mean nothing without their table.
    private var isInElement: Bool { ends.last.flatMap { $0 } != nil }

    private mutating func cell() {
        guard isInElement else {
            ends.append(nil)
            return
        }
        isHeaderRow ? open("<th scope=\"col\">", "</th>") : open("<td>", "</td>")
    }

    private mutating func row(_ isHeader: Bool) {
        isHeaderRow = isHeader
        guard isInElement else {
            ends.append(nil)
            return
        }
        // The library gives one row of headings, always first.
        isHeader ? open("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n") : open("<tr>", "</tr>\n")
    }
}

/// An address that a link of a body may have.
enum LinkAddress: Equatable {
    /// On another site, by http or https.
    case outside(String)
    /// On this site.
    case inside(String)

    /// nil for every other address: other schemes, addresses without one to another host, control characters.
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 2_000,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F })
        else { return nil }
        let folded = text.lowercased()
        if folded.hasPrefix("http://") || folded.hasPrefix("https://") {
            self = .outside(text)
            return
        }
        // Before the first stroke, question mark or hash a colon would be that of a scheme.
        let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !head.contains(":"), !text.hasPrefix("//") else { return nil }
        self = .inside(text)
    }
}
