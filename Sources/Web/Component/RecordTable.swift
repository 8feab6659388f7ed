internal import Markup

/// A table of records: a caption, a line of heads, a row each; on a phone a row becomes a card.
///
/// A filter may stand before it and the way to further pages behind it, so that a list is one thing wherever it stands.
struct RecordTable {
    /// A column beside the first one.
    struct Column {
        /// Its head, which on a phone stands before each value.
        let title: String
        var isNumber = false
    }

    /// A value.
    struct Cell {
        let content: HTML
        /// True for what an office wrote.
        var isChinese = false
        /// On a phone: true to stand beside its head, false for longer texts under it.
        var isShort = true

        /// A value.
        init(_ content: HTML, isChinese: Bool = false, isShort: Bool = true) {
            self.content = content
            self.isChinese = isChinese
            self.isShort = isShort
        }
    }

    /// A record.
    struct Row {
        /// What it is called, mostly a link.
        let head: HTML
        var isChinese = false
        let cells: [Cell]
    }

    /// What the table shows and in which order.
    let caption: String
    /// True where the caption is worth reading for everyone.
    var isCaptionSeen = false
    /// The head of the first column.
    let first: String
    let columns: [Column]
    let rows: [Row]
    /// True for figures close together.
    var isTight = false
    var filter: HTML = .empty
    var pages: HTML = .empty

    /// Filter, table and pages.
    var html: HTML {
        let heads = columns.map { column -> HTML in
            "<th scope=\"col\"\(" class=\"num\"", if: column.isNumber)>\(column.title)</th>"
        }
        return """
            \(filter)<table class="\(isTight ? "tbl tight stack" : "tbl stack")">
            <caption\(" class=\"unseen\"", if: !isCaptionSeen)>\(caption)</caption>
            <thead><tr><th scope="col">\(first)</th>\(heads)</tr></thead>
            <tbody>
            \(rows.map(line))</tbody>
            </table>
            \(pages)
            """
    }

    private func line(_ row: Row) -> HTML {
        let cells = zip(columns, row.cells).map { column, cell -> HTML in
            let classes = [column.isNumber ? "num" : "", cell.isShort ? "in" : ""].filter { !$0.isEmpty }
            let style: HTML = classes.isEmpty ? .empty : " class=\"\(classes.joined(separator: " "))\""
            return "<td\(style) data-l=\"\(column.title)\"\(" lang=\"zh-CN\"", if: cell.isChinese)>\(cell.content)</td>"
        }
        return "<tr><th scope=\"row\"\(" lang=\"zh-CN\"", if: row.isChinese)>\(row.head)</th>\(cells)</tr>\n"
    }
}
