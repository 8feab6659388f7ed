internal import AnnualReport

/// The rows and columns that can be chosen: those of both forms, each once, in the order and the words of the form.
enum CellChoice {
    /// One table with what can be chosen in it.
    struct Table: Sendable {
        let id: String
        let caption: String
        /// Value of the form field and label.
        let rows: [(value: String, label: String)]
        let columns: [(id: String, label: String)]
    }

    /// Every table; what only one form has says which.
    static let tables: [Table] = {
        var ids: [String] = []
        for form in forms { ids += form.tables.map(\.id).filter { !ids.contains($0) } }
        return ids.sorted().map { id in
            let found = forms.compactMap { form in form.table(id).map { (form.edition, $0) } }
            return Table(
                id: id, caption: found.last?.1.caption ?? id, rows: rows(id, found), columns: columns(found))
        }
    }()

    private static let forms = [StatutoryForm.edition2019, .edition2021]

    /// The table with an id.
    static func table(_ id: some StringProtocol) -> Table? { tables.first { $0.id == id } }

    private static func rows(_ table: String, _ found: [(FormEdition, FormTable)]) -> [(value: String, label: String)] {
        var rows: [(String, String)] = []
        for (edition, printed) in found.reversed() {
            for row in printed.rows where row.id != "results" {
                let value = "\(table).\(row.id)"
                guard !rows.contains(where: { $0.0 == value }), !isSaidElsewhere(table, row.id, edition) else {
                    continue
                }
                rows.append((value, label(row) + only(edition, found, { $0.rows.contains { $0.id == row.id } })))
            }
        }
        return rows
    }

    /// True for a row of 2019 that the form of 2021 has under another id.
    private static func isSaidElsewhere(_ table: String, _ row: String, _ edition: FormEdition) -> Bool {
        edition == .edition2019 && table == "t2_art20_1" && row == "normative_documents"
    }

    private static func label(_ row: FormRow) -> String {
        let name = row.label.isEmpty ? "案件" : row.label
        return String(repeating: "　", count: max(0, row.level - 1)) + name
    }

    private static func columns(_ found: [(FormEdition, FormTable)]) -> [(id: String, label: String)] {
        var columns: [(String, String)] = []
        for (edition, printed) in found.reversed() {
            for column in printed.columns where !columns.contains(where: { $0.0 == column.id }) {
                let name = (column.groups + [column.label]).joined(separator: "·")
                columns.append(
                    (column.id, name + only(edition, found, { $0.columns.contains { $0.id == column.id } })))
            }
        }
        return columns
    }

    private static func only(
        _ edition: FormEdition, _ found: [(FormEdition, FormTable)], _ has: (FormTable) -> Bool
    ) -> String {
        found.count(where: { has($0.1) }) == forms.count ? "" : "（\(edition.rawValue)年格式）"
    }
}
