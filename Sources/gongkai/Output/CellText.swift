import AnnualReport

/// A cell of a report as one word of a table.
enum CellText {
    /// A cell without a number in it.
    static let blank = "空"
    /// A cell with something in it that could not be read with certainty.
    static let unreadable = "?"
    /// A cell that the document does not give.
    static let absent = "无"

    /// The cell of a table on the screen.
    ///
    /// - Parameter isMarked: whether it is at fault: marked by colour, or by ▶◀ where there is none.
    static func cell(_ cell: Cell, isMarked: Bool = false, _ style: TextStyle) -> TextTable.Cell {
        var text = word(cell)
        // What is wrong may be how the number is written.
        if isMarked, cell.state == .number, !cell.text.isEmpty {
            text = DisplayWidth.cut(PlainText.line(cell.text), to: 16)
        }
        if isMarked { return TextTable.Cell(style.isColoured ? text : "▶\(text)◀", .marked) }
        switch cell.state {
        case .number: return TextTable.Cell(text, cell.value == .zero ? .faint : nil)
        case .unreadable: return TextTable.Cell(text, .doubtful)
        case .blank, .notApplicable, .absent: return TextTable.Cell(text, .faint)
        }
    }

    /// The number, or the word for what stands there.
    static func word(_ cell: Cell) -> String {
        switch cell.state {
        case .number: cell.value?.description ?? cell.text
        case .blank: blank
        case .notApplicable: cell.text.isEmpty ? "/" : DisplayWidth.cut(PlainText.line(cell.text), to: 4)
        case .unreadable: unreadable
        case .absent: absent
        }
    }

    /// What the words stand for, for those that occur.
    static func legend(of report: Report) -> String? {
        var parts: [String] = []
        let states = Set(report.cells.map(\.state))
        if states.contains(.blank) { parts.append("\(blank)＝空白未填") }
        if states.contains(.unreadable) { parts.append("\(unreadable)＝有内容但读不准") }
        if states.contains(.absent) { parts.append("\(absent)＝文件中没有这一格") }
        return parts.isEmpty ? nil : parts.joined(separator: "  ")
    }
}
