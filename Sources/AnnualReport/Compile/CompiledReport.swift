/// The annual report of an office as the ledger gives it: every cell with its number and where that comes from.
public struct CompiledReport: Sendable, Hashable {
    /// The cells, with a note for everything that is not as it should be; without text.
    public let report: Report
    /// Where each cell comes from, in the order of `report.form.cells`.
    public let origins: [CellOrigin]
    /// What the narrative can say in numbers.
    public let facts: [ReportFact]

    /// Compiles a report.
    ///
    /// - Parameters:
    ///   - counted: what the ledger holds of the year.
    ///   - edition: the form; nil for that of the year. In a form that is not the year's own, cells that cannot be
    ///     derived stay absent, with a note.
    /// - Returns: nil where no form is prescribed for the year (before 2019) and none is asked for.
    public init?(_ counted: OfficeYear, in edition: FormEdition? = nil) {
        guard let edition = edition ?? FormEdition.prescribed(for: counted.year) else { return nil }
        var compilation = Compilation(counted, StatutoryForm.of(edition))
        compilation.run()
        report = compilation.report
        origins = compilation.origins
        facts = counted.facts
    }

    /// Where a cell comes from; nil when the form has no such cell.
    public func origin(of cell: CellAddress) -> CellOrigin? { report.form.index(of: cell).map { origins[$0] } }
}
