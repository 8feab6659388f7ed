import AnnualReport

/// Values in rows to cells of the form.
enum CellFilling {
    /// A report with its cells and notes.
    static func fill(name: String, _ pieces: Pieces, tables: TableReading, edition: FormEdition) -> Report {
        let single = tables.rows.hasSingleOther
        let isMixed = single.map { $0 == (edition == .edition2021) } ?? false
        let form = StatutoryForm.of(edition, mixed: isMixed)
        var filler = CellFiller(pieces, Report(source: name, form: form))
        filler.fillRows(tables, edition: edition)
        filler.fillReview(tables.review)
        filler.noteDamages(tables)
        return filler.report
    }
}
