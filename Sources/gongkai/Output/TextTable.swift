/// A table of text with aligned columns, Chinese characters counted as two.
struct TextTable {
    /// One cell: its text and how it is shown.
    struct Cell {
        var text: String
        var tone: TextStyle.Tone?

        init(_ text: String, _ tone: TextStyle.Tone? = nil) {
            self.text = text
            self.tone = tone
        }
    }

    /// The headings; a long one is broken into several lines.
    var headings: [String]
    /// The rows, as long as the headings.
    var rows: [[Cell]] = []
    /// How many columns at the left are words, set flush left and cut where room is scarce; the others are numbers.
    var wordColumns = 1
    /// Columns of the indent.
    var indent = 2

    /// The widest a heading of a number column is before it is broken.
    private static let headingWidth = 8
    private static let gap = 2

    /// The table as lines.
    func lines(_ style: TextStyle) -> [String] {
        let broken = headings.enumerated().map { column, heading in
            column < wordColumns ? [heading] : Self.broken(heading)
        }
        var widths = headings.indices.map { column in
            let cells = rows.map { DisplayWidth.of($0[column].text) }.max() ?? 0
            return max(broken[column].map { DisplayWidth.of($0) }.max() ?? 0, cells)
        }
        fit(&widths, style)
        var lines: [String] = []
        let height = broken.map(\.count).max() ?? 0
        for level in 0..<height {
            let parts = broken.enumerated().map { column, part in
                // Headings stand at the bottom, next to their columns.
                let place = level - (height - part.count)
                return aligned(Cell(place >= 0 ? part[place] : "", .faint), column, widths[column], style)
            }
            lines.append(joined(parts))
        }
        for row in rows {
            lines.append(joined(row.enumerated().map { aligned($0.element, $0.offset, widths[$0.offset], style) }))
        }
        return lines
    }

    /// A heading in lines of about the same length, so that no single character is left over.
    private static func broken(_ heading: String) -> [String] {
        let width = DisplayWidth.of(heading)
        let lines = (width + headingWidth - 1) / headingWidth
        guard lines > 1 else { return [heading] }
        let even = (width + lines - 1) / lines
        return DisplayWidth.lines(heading, width: even + even % 2)
    }

    /// Columns that the table takes where nothing is cut.
    var width: Int {
        let columns = headings.indices.map { column in
            let lines = column < wordColumns ? [headings[column]] : Self.broken(headings[column])
            let texts = lines + rows.map { $0[column].text }
            return texts.map { DisplayWidth.of($0) }.max() ?? 0
        }
        return indent + columns.reduce(0) { $0 + $1 + Self.gap } - Self.gap
    }

    /// The same with rows for columns, for a single row that is too wide; nil where there are several rows.
    var turned: TextTable? {
        guard rows.count == 1, let row = rows.first, let label = row.first else { return nil }
        var table = TextTable(headings: [label.text, ""])
        table.indent = indent
        table.rows = zip(headings, row).dropFirst().map { [Cell($0), $1] }
        return table
    }

    /// Takes room from the widest column of words until the table fits, down to ten columns each.
    private func fit(_ widths: inout [Int], _ style: TextStyle) {
        var surplus = indent + widths.reduce(0) { $0 + $1 + Self.gap } - Self.gap - style.width
        while surplus > 0 {
            guard let widest = widths.indices.prefix(wordColumns).max(by: { widths[$0] < widths[$1] }),
                widths[widest] > 10
            else { return }
            widths[widest] -= 1
            surplus -= 1
        }
    }

    private func aligned(_ cell: Cell, _ column: Int, _ width: Int, _ style: TextStyle) -> String {
        let text = column < wordColumns ? DisplayWidth.cut(cell.text, to: width) : cell.text
        let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        let painted = cell.tone.map { style.paint(text, $0) } ?? text
        return column < wordColumns ? painted + space : space + painted
    }

    private func joined(_ parts: [String]) -> String {
        let line =
            String(repeating: " ", count: indent) + parts.joined(separator: String(repeating: " ", count: Self.gap))
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
        return String(line[..<end])
    }
}
