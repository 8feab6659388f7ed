/// One thing that can be compared over offices and years: a cell of the form or a sum of cells.
public struct ComparedMeasure: Sendable, Hashable {
    /// Stable name: the address of the cell, or a name of ours for a sum (`appeals.litigation_upheld`).
    public let id: String
    /// What it is called.
    public let label: String
    /// The same in English, short.
    public let english: String
    /// What it counts (件, 万元).
    public let unit: String
    /// The cells that are added up, as addresses of either form.
    public let cells: [CellAddress]

    /// A sum of cells.
    public init(_ id: String, _ label: String, english: String, unit: String, cells: [CellAddress]) {
        self.id = id
        self.label = label
        self.english = english
        self.unit = unit
        self.cells = cells
    }

    /// A cell or group of cells of either form, named as the form prints it; nil where no form has it.
    public init?(_ address: CellAddress) {
        // The form of today names it where both do.
        for form in [StatutoryForm.edition2021, .edition2019] {
            guard let table = form.table(address.table),
                let row = table.rows.first(where: { $0.id == address.row && $0.id != "results" }),
                let column = table.columns.first(where: { $0.id == address.column }),
                !CellCorrespondence.cells(of: address, in: form).isEmpty
            else { continue }
            id = address.description
            label = Self.label(table, row, column)
            english = FormTable.englishName(row, column)
            unit = column.kind == .amount ? "万元" : Self.unit(table.id)
            cells = [address]
            return
        }
        return nil
    }

    /// The row's and the column's own words, with the block where the column's alone are ambiguous.
    private static func label(_ table: FormTable, _ row: FormRow, _ column: FormColumn) -> String {
        let block = column.groups.isEmpty ? "" : column.groups.joined(separator: "·") + "·"
        return row.label.isEmpty ? block + column.label : "\(row.label)，\(block)\(column.label)"
    }

    private static func unit(_ table: String) -> String {
        switch table {
        case FormTable.applications, FormTable.reviewLitigation, "t2_art20_1": "件"
        default: ""
        }
    }
}

extension ComparedMeasure {
    private static func applications(_ row: String, _ label: String, _ english: String) -> ComparedMeasure {
        let cell = CellAddress(table: FormTable.applications, row: row, column: "total")
        return ComparedMeasure(cell.description, label, english: english, unit: "件", cells: [cell])
    }

    private static func cases(
        _ id: String, _ label: String, _ english: String, _ columns: [String]
    ) -> ComparedMeasure {
        ComparedMeasure(
            "appeals.\(id)", label, english: english, unit: "件",
            cells: columns.map { CellAddress(table: FormTable.reviewLitigation, row: "cases", column: $0) })
    }

    /// Applications received in the year.
    public static let received = applications("new_received", "本年新收申请", "Applications received")

    /// The results of the year by their family, and all together.
    public static let results = [
        applications("disclosed", "予以公开", "Disclosed"), applications("partially_disclosed", "部分公开", "Partly disclosed"),
        applications("denied", "不予公开", "Not disclosed"), applications("unable", "无法提供", "Cannot be provided"),
        applications("not_processed", "不予处理", "Not processed"), applications("other", "其他处理", "Other handling"),
        applications("results_total", "办理结果总计", "All results"),
    ]

    /// What came of review and litigation; both ways to the court together.
    public static let appeals = [
        cases("review_upheld", "行政复议维持", "Review: upheld", ["review_upheld"]),
        cases("review_corrected", "行政复议纠正", "Review: corrected", ["review_corrected"]),
        cases(
            "litigation_upheld", "行政诉讼维持", "Litigation: upheld",
            ["litigation_direct_upheld", "litigation_after_review_upheld"]),
        cases(
            "litigation_corrected", "行政诉讼纠正", "Litigation: corrected",
            ["litigation_direct_corrected", "litigation_after_review_corrected"]),
    ]
}
