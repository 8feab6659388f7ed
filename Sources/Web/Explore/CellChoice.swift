internal import AnnualReport

/// The rows and columns that can be chosen: those of both forms, each once, in the order and the words of the form.
enum CellChoice {
    /// One table with what can be chosen in it.
    struct Table: Sendable {
        let id: String
        let caption: Sentence
        /// Value of the form field and label.
        let rows: [(value: String, label: Sentence)]
        let columns: [(id: String, label: Sentence)]
    }

    /// Every table; what only one form has says which.
    static let tables: [Table] = {
        var ids: [String] = []
        for form in forms { ids += form.tables.map(\.id).filter { !ids.contains($0) } }
        return ids.sorted().map { id in
            let found = forms.compactMap { form in form.table(id).map { (form.edition, $0) } }
            let caption = found.last.map { Sentence($0.1.caption, $0.1.english) } ?? Sentence(id, id)
            return Table(id: id, caption: caption, rows: rows(id, found), columns: columns(found))
        }
    }()

    private static let forms = [StatutoryForm.edition2019, .edition2021]

    /// The table with an id.
    static func table(_ id: some StringProtocol) -> Table? { tables.first { $0.id == id } }

    private static func rows(
        _ table: String, _ found: [(FormEdition, FormTable)]
    ) -> [(value: String, label: Sentence)] {
        var rows: [(String, Sentence)] = []
        for (edition, printed) in found.reversed() {
            for row in printed.rows where row.id != "results" {
                let value = "\(table).\(row.id)"
                guard !rows.contains(where: { $0.0 == value }), !isSaidElsewhere(table, row.id, edition) else {
                    continue
                }
                rows.append((value, label(row, only(edition, found, { $0.rows.contains { $0.id == row.id } }))))
            }
        }
        return rows
    }

    /// True for a row of 2019 that the form of 2021 has under another id.
    private static func isSaidElsewhere(_ table: String, _ row: String, _ edition: FormEdition) -> Bool {
        edition == .edition2019 && table == "t2_art20_1" && row == "normative_documents"
    }

    private static func label(_ row: FormRow, _ only: Sentence) -> Sentence {
        let name = row.label.isEmpty ? "案件" : row.label
        let depth = max(0, row.level - 1)
        return Sentence(
            String(repeating: "　", count: depth) + name + only.chinese, row.english + (only.english ?? ""))
    }

    private static func columns(_ found: [(FormEdition, FormTable)]) -> [(id: String, label: Sentence)] {
        var columns: [(String, Sentence)] = []
        for (edition, printed) in found.reversed() {
            for column in printed.columns where !columns.contains(where: { $0.0 == column.id }) {
                let name = (column.groups + [column.label]).joined(separator: "·")
                let only = only(edition, found, { $0.columns.contains { $0.id == column.id } })
                columns.append((column.id, Sentence(name + only.chinese, column.english + (only.english ?? ""))))
            }
        }
        return columns
    }

    /// What stands behind the name of what only one form has; empty for what both have.
    private static func only(
        _ edition: FormEdition, _ found: [(FormEdition, FormTable)], _ has: (FormTable) -> Bool
    ) -> Sentence {
        found.count(where: { has($0.1) }) == forms.count
            ? Sentence("", "") : Sentence("（\(edition.rawValue)年格式）", " (\(edition.rawValue) form)")
    }
}
