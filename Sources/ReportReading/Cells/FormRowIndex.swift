import AnnualReport

/// Where the rows of `FormLabels` stand in one form, so that filling looks nothing up by name.
struct FormRowIndex {
    /// A row with numbers.
    struct Place {
        /// Index into `StatutoryForm.tables`.
        let table: Int
        /// Index into the table's rows.
        let row: Int
        /// The row's cells, indices into `StatutoryForm.cells`.
        let cells: Range<Int>
        /// What each cell may hold.
        let kinds: [ColumnKind]
        /// The keys of the columns' labels.
        let columnKeys: [[UInt16]]
        /// True for the amount of fees, false for that of purchases.
        let isFee: Bool
    }

    /// By index into `FormLabels.rows`; nil where the form has no such row with numbers.
    let places: [Place?]
    /// The row of table four.
    let review: Place?

    /// The index of a form.
    static func of(_ form: StatutoryForm) -> FormRowIndex {
        switch (form.edition, form.isMixed) {
        case (.edition2019, false): edition2019
        case (.edition2021, false): edition2021
        case (.edition2019, true): mixed2019
        case (.edition2021, true): mixed2021
        }
    }

    private static let edition2019 = FormRowIndex(.edition2019)
    private static let edition2021 = FormRowIndex(.edition2021)
    private static let mixed2019 = FormRowIndex(.mixed2019)
    private static let mixed2021 = FormRowIndex(.mixed2021)

    private init(_ form: StatutoryForm) {
        func place(_ tableID: String, where isRow: (FormRow) -> Bool) -> Place? {
            guard let t = form.tables.firstIndex(where: { $0.id == tableID }) else { return nil }
            let table = form.tables[t]
            guard let r = table.rows.firstIndex(where: isRow), table.rows[r].kind != .group,
                let first = table.columns.first,
                let cell = form.index(tableID, table.rows[r].id, first.id)
            else { return nil }
            return Place(
                table: t, row: r, cells: cell..<cell + table.columns.count, kinds: table.columns.map(\.kind),
                columnKeys: table.columns.map { KeyText.key($0.label) },
                isFee: first.id == "fee_amount_this_year")
        }
        places = FormLabels.shared.rows.map { labelled in
            let id =
                form.edition == .edition2021
                ? labelled.id2021 ?? labelled.id2019 : labelled.id2019 ?? labelled.id2021
            return place(labelled.table) { $0.id == id }
        }
        review = place(FormTable.reviewLitigation) { _ in true }
    }
}
