/// Table three: three columns of merged labels, seven columns of numbers.
struct ApplicationsTable {
    /// The note in the corner of the form.
    static let note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

    private let table: FormTable
    /// The rows that the form prints: in a mixed form, （六）其他处理 of the other edition only.
    private let printed: [FormRow]

    init(form: StatutoryForm, table: FormTable) {
        self.table = table
        let leaves = Set(form.leafRowIDs)
        let shown = table.rows.filter { $0.kind == .input || $0.kind == .total || leaves.contains($0.id) }
        let parents = Set(shown.compactMap(\.parent))
        let ids = Set(shown.map(\.id))
        printed = table.rows.filter { ids.contains($0.id) || parents.contains($0.id) }
    }

    /// The table as the form lays it out.
    var layout: StatutoryLayout {
        StatutoryLayout(
            section: .applications, name: "第三部分的表", look: "wide", head: head, body: body)
    }

    private var head: [StatutoryLayout.LayoutRow] {
        var rows = ColumnHeadings(table.columns.map { (["申请人情况"] + $0.groups, $0.label) }).rows
        let corner = StatutoryLayout.LayoutCell(
            content: .label(Self.note, .column), columns: 3, rows: rows.count, look: "note-cell")
        rows[0].cells.insert(corner, at: 0)
        return rows
    }

    private var body: [StatutoryLayout.LayoutRow] {
        var rows: [StatutoryLayout.LayoutRow] = []
        var labels: [StatutoryLayout.LayoutCell] = []
        for row in printed {
            let below = descendants(of: row.id)
            guard below.isEmpty else {
                // A group stands beside its rows: its label begins the first of them.
                labels.append(
                    StatutoryLayout.LayoutCell(
                        content: .label(row.label, .rows), rows: below.count, look: row.level == 1 ? "tall" : "mid"))
                continue
            }
            labels.append(
                StatutoryLayout.LayoutCell(content: .label(row.label, .row), columns: 4 - row.level))
            let values = table.columns.map { column in
                StatutoryLayout.LayoutCell(
                    content: .value(CellAddress(table: table.id, row: row.id, column: column.id)))
            }
            rows.append(
                StatutoryLayout.LayoutRow(cells: labels + values, look: row.kind == .total ? "sum" : ""))
            labels = []
        }
        return rows
    }

    /// The rows with numbers below a group, at any depth.
    private func descendants(of id: String) -> [FormRow] {
        printed.filter { $0.parent == id }.flatMap { child in
            let below = descendants(of: child.id)
            return below.isEmpty ? [child] : below
        }
    }
}
