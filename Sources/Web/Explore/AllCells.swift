internal import AnnualReport
internal import DocumentWriting
internal import Ledger
internal import Service

/// Every cell of every report: one row a report, one column a cell of either form.
struct AllCells {
    let site: SiteContext
    /// The one year asked for; nil for all.
    let year: ReportYear?
    let t: Wording

    /// The addresses of both forms, each once, those of the latest form first.
    static let addresses: [CellAddress] = {
        let latest = StatutoryForm.edition2021.cells.map(\.address)
        let known = Set(latest)
        return latest + StatutoryForm.edition2019.cells.map(\.address).filter { !known.contains($0) }
    }()

    /// The rows; nil where there are more reports than may be taken at once.
    func table() throws(ServiceError) -> DataTable? {
        let list = try ListReports(ledger: site.ledger).run()
        let standings = list.all.filter { year == nil || $0.year == year }
        guard standings.count <= site.settings.exportReports else { return nil }
        let shelf = site.shelf
        // A version of a report never changes, so rows made later are those of now.
        let rows = DataTable.Rows(count: standings.count) { range throws(ServiceError) in
            let part = Array(standings[range])
            return zip(part, try shelf.figures(of: part)).map { standing, figures -> [CellValue] in
                var row: [CellValue] = [
                    .text(standing.office.text), .text(standing.fullName.text), .whole(standing.year.number),
                    .text(standing.edition.rawValue), .whole(standing.version), .whole(standing.openErrors),
                    .whole(standing.openWarnings),
                ]
                // Nothing is carried from one form to the other here: a column holds what stands in that very cell.
                row += Self.addresses.map { address in figures.map { Self.value($0.printed(at: address)) } ?? .blank }
                return row
            }
        }
        var columns: [DataTable.Column] = [
            .init("office_code", "机关代码", "Office code"), .init("office", "机关", "Office"), .init("year", "年度", "Year"),
            .init("form", "格式", "Form"), .init("version", "版本", "Version"), .init("open_errors", "错误", "Errors"),
            .init("open_warnings", "提醒", "Warnings"),
        ]
        columns += Self.addresses.map { .init($0.description, $0.description, $0.description) }
        return DataTable(
            title: year.map { t("\($0)年全部年报数据", "All cells of all reports for \($0)") }
                ?? t("全部年报数据", "All cells of all reports"), columns: columns, rows: rows,
            licence: site.settings.licence, t: t)
    }

    /// A number as printed, or the word of its state, which `docs/api.md` describes; nothing where the form has no such cell.
    private static func value(_ value: ComparedValue) -> CellValue {
        switch value {
        case .number(let number), .unitUnknown(let number): .number(number)
        case .notInForm: .blank
        default: .text(value.code)
        }
    }
}
