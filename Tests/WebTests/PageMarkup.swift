/// The tags of a page in their order, and whether they fit into each other: a strict reader for pages of our own.
struct PageMarkup {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
        var isEnd = false

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var tags: [Tag] = []
    /// What does not fit: an end without a begin, an attribute without quotes.
    private(set) var faults: [String] = []

    private static let void: Set<String> = [
        "meta", "link", "input", "wbr", "br", "img", "hr", "rect", "path", "circle",
    ]

    init(_ page: String) {
        var rest = page[...]
        var open: [String] = []
        while let begin = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: begin)...]
            guard let end = rest.firstIndex(of: ">") else {
                faults.append("a tag that does not end")
                break
            }
            let inside = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                tags.append(Tag(name: name, attributes: [], isEnd: true))
                if open.last == name { open.removeLast() } else { faults.append("</\(name)> after \(open.suffix(3))") }
                continue
            }
            let tag = Self.tag(inside, &faults)
            tags.append(tag)
            if !Self.void.contains(tag.name) { open.append(tag.name) }
        }
        if !open.isEmpty { faults.append("left open: \(open)") }
    }

    private static func tag(_ inside: Substring, _ faults: inout [String]) -> Tag {
        var rest = inside.hasSuffix("/") ? inside.dropLast() : inside
        let name = String(rest.prefix { $0 != " " && $0 != "\n" })
        rest = rest.dropFirst(name.count)
        var tag = Tag(name: name, attributes: [])
        while true {
            rest = rest.drop { $0 == " " || $0 == "\n" }
            guard !rest.isEmpty else { return tag }
            let key = String(rest.prefix { $0 != "=" && $0 != " " })
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else {
                tag.attributes.append((key, ""))
                continue
            }
            rest = rest.dropFirst()
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                faults.append("an attribute without quotes in <\(inside)>")
                return tag
            }
            tag.attributes.append((key, String(rest.dropFirst()[..<end])))
            rest = rest[rest.index(after: end)...]
        }
    }

    /// The tags of one kind that begin.
    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isEnd } }

    /// Every id.
    var ids: [String] { tags.compactMap { $0["id"] } }

    /// The tables, each as rows of its cells.
    var tables: [[[Tag]]] {
        var tables: [[[Tag]]] = []
        for tag in tags where !tag.isEnd {
            switch tag.name {
            case "table": tables.append([])
            case "tr": tables[tables.count - 1].append([])
            case "td", "th": tables[tables.count - 1][tables[tables.count - 1].count - 1].append(tag)
            default: break
            }
        }
        return tables
    }
}

/// A table laid out on its grid, as a browser does it.
struct TableGrid {
    /// The number of columns where every row has the same and no two cells overlap; nil for any other shape.
    let width: Int?

    /// Cells by row, each with the columns and rows it takes.
    init(_ rows: [[(columns: Int, rows: Int)]]) {
        var taken: [[Bool]] = Array(repeating: [], count: rows.count)
        var isSound = true
        func take(_ row: Int, _ column: Int) {
            guard row < taken.count else {
                isSound = false
                return
            }
            while taken[row].count <= column { taken[row].append(false) }
            if taken[row][column] { isSound = false }
            taken[row][column] = true
        }
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while column < taken[row].count, taken[row][column] { column += 1 }
                for down in 0..<cell.rows { for across in 0..<cell.columns { take(row + down, column + across) } }
                column += cell.columns
            }
        }
        let widths = Set(taken.map { $0.contains(false) ? -1 : $0.count })
        width = isSound && widths.count == 1 ? widths.first.flatMap { $0 > 0 ? $0 : nil } : nil
    }

    /// The cells of a table of a page.
    init(_ rows: [[PageMarkup.Tag]]) {
        self.init(
            rows.map { row in row.map { (Int($0["colspan"] ?? "1") ?? 0, Int($0["rowspan"] ?? "1") ?? 0) } })
    }
}
