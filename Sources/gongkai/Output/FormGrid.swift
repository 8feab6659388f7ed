import AnnualReport

/// A table of a form, or the part of it that a finding is about, as a grid for the screen.
///
/// The one row of table four stands as three rows, one a block, for fifteen columns fit no screen.
struct FormGrid {
    private let report: Report
    private let form: FormTable
    private let style: TextStyle

    /// A grid over one table of the report's form.
    init(_ report: Report, table: FormTable, _ style: TextStyle) {
        self.report = report
        form = table
        self.style = style
    }

    private var isOneRow: Bool { form.rows.count == 1 && form.columns.allSatisfy { !$0.groups.isEmpty } }

    /// The whole table.
    func whole() -> TextTable {
        part(rows: Set(form.rows.map(\.id)), columns: Set(form.columns.map(\.id)), marked: [])
    }

    /// The rows and columns of some cells.
    ///
    /// - Parameter marked: the cells at fault.
    func excerpt(_ cells: [CellAddress], marked: Set<CellAddress>) -> (table: TextTable, remainder: String?) {
        let own = cells.filter { $0.table == form.id }
        var rows = Set(own.map(\.row))
        var remainder: String?
        // A sum over twenty rows of which most are nought is clearer without them.
        if rows.count > 8 {
            let zeros = rows.filter { row in
                own.allSatisfy { $0.row != row || (report[$0]?.value == .zero && !marked.contains($0)) }
            }
            if zeros.count > 1 {
                rows.subtract(zeros)
                remainder = "（其余 \(zeros.count) 行都是 0）"
            }
        }
        return (part(rows: rows, columns: Set(own.map(\.column)), marked: marked), remainder)
    }

    private func part(rows: Set<String>, columns: Set<String>, marked: Set<CellAddress>) -> TextTable {
        if isOneRow { return blocks(columns: columns, marked: marked) }
        let shown = form.columns.filter { columns.contains($0.id) }
        var table = TextTable(headings: [""] + shown.map { PlainText.line($0.label) })
        for row in form.rows where rows.contains(row.id) {
            let label = String(repeating: " ", count: row.level - 1) + shortLabel(row)
            let cells = shown.map { column -> TextTable.Cell in
                guard row.kind != .group else { return TextTable.Cell("") }
                return cell(CellAddress(table: form.id, row: row.id, column: column.id), marked)
            }
            table.rows.append([TextTable.Cell(label)] + cells)
        }
        return table
    }

    /// The columns of the one row, a block a line.
    private func blocks(columns: Set<String>, marked: Set<CellAddress>) -> TextTable {
        var names: [String] = []
        var labels: [String] = []
        for column in form.columns {
            let name = column.groups.joined(separator: "·")
            if columns.contains(column.id), !names.contains(name) { names.append(name) }
            if !labels.contains(column.label) { labels.append(column.label) }
        }
        var table = TextTable(headings: [""] + labels)
        for name in names {
            let cells = labels.map { label -> TextTable.Cell in
                let column = form.columns.first { $0.groups.joined(separator: "·") == name && $0.label == label }
                guard let column, let row = form.rows.first else { return TextTable.Cell("") }
                return cell(CellAddress(table: form.id, row: row.id, column: column.id), marked)
            }
            table.rows.append([TextTable.Cell(name)] + cells)
        }
        return table
    }

    private func cell(_ address: CellAddress, _ marked: Set<CellAddress>) -> TextTable.Cell {
        guard let cell = report[address] else { return TextTable.Cell("") }
        return CellText.cell(cell, isMarked: marked.contains(address), style)
    }

    /// The label without what only explains it.
    private func shortLabel(_ row: FormRow) -> String {
        guard row.label.utf8.count > 60, let bracket = row.label.lastIndex(of: "（") else { return row.label }
        return bracket > row.label.startIndex ? String(row.label[..<bracket]) : row.label
    }
}
