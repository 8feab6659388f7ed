internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Service

/// What a visitor of the explorer asks for, understood and completed; a shareable address is all of it.
struct ExploreQuery: Sendable {
    /// One thing that is wrong with the request, at a field of the form.
    typealias Problem = FieldProblem

    /// What is shown.
    private(set) var view = ExploreView.requests
    /// The offices, in the order of the list.
    private(set) var offices: [Office] = []
    /// The years, from early to late.
    private(set) var years: [ReportYear] = []
    /// The row and the column chosen for `cell`.
    private(set) var row = "t3_applications.new_received"
    private(set) var column = "total"
    /// The words by which offices are looked for in the form.
    private(set) var find = ""
    /// True where the visitor named no office, no year.
    private(set) var hasDefaultOffices = false
    private(set) var hasDefaultYears = false
    /// What is wrong; nothing is shown then.
    private(set) var problems: [Problem] = []

    /// Offices shown where none is named, and years.
    static let defaultOffices = 8
    static let defaultYears = 5

    /// Reads the query of a request.
    ///
    /// - Parameters:
    ///   - list: every office and report kept.
    ///   - settings: the limits.
    init(_ query: FormFields, list: ListReports.Answer, settings: SiteSettings) {
        find = String((query["find"] ?? "").prefix(100)).trimmed
        readView(query)
        readCell(query)
        readOffices(query, list, settings)
        readYears(query, list, settings)
    }

    /// The cell chosen; nil while the choice is not one.
    var cell: ComparedMeasure? { CellAddress("\(row).\(column)").flatMap { ComparedMeasure($0) } }

    /// The query that means the same, for links.
    var fields: [(String, String)] {
        var fields = [("view", view.rawValue)]
        if view == .cell { fields += [("row", row), ("column", column)] }
        if !hasDefaultOffices { fields += offices.map { ("office", $0.code.text) } }
        if !hasDefaultYears { fields += years.map { ("year", $0.description) } }
        return fields
    }

    private mutating func readView(_ query: FormFields) {
        guard let text = query["view"], !text.isEmpty else { return }
        guard let known = ExploreView(rawValue: text) else {
            problems.append(
                Problem(
                    field: "xv",
                    message: Sentence("没有这种比较，请从“看什么”里选择一种。", "There is no such comparison. Choose one under “Show”.")))
            return
        }
        view = known
    }

    private mutating func readCell(_ query: FormFields) {
        if let text = query["cell"], !text.isEmpty {
            guard let address = CellAddress(text) else {
                return addCellProblem(
                    Sentence(
                        "单元格地址应当是“表.行.列”三段，请从表里选择行和列。",
                        "The address of a cell has three parts: table.row.column. Choose row and column from the lists."
                    ))
            }
            row = "\(address.table).\(address.row)"
            column = address.column
            if query["view"] == nil { view = .cell }
        }
        if let text = query["row"], !text.isEmpty { row = text }
        if let text = query["column"], !text.isEmpty { column = text }
        guard view == .cell, cell == nil else { return }
        let table = row.split(separator: ".").first.flatMap { CellChoice.table($0) }
        guard let table, table.rows.contains(where: { $0.value == row }) || CellAddress("\(row).x") != nil else {
            return addCellProblem(
                Sentence("没有这一行，请从“表和行”里重新选择。", "There is no such row. Choose one under “Table and row”."))
        }
        let columns = table.columns.map { "“\($0.label.chinese)”" }.joined(separator: "、")
        let english = table.columns.compactMap { $0.label.english.map { "“\($0)”" } }.joined(separator: ", ")
        addCellProblem(
            Sentence(
                "这张表没有所选的行和列相交的格。\(table.caption.chinese)的列有：\(columns)。",
                "This table has no cell where the chosen row and column meet. Its columns are: \(english)."))
    }

    private mutating func addCellProblem(_ message: Sentence) {
        problems.append(Problem(field: "xr", message: message))
    }

    private mutating func readOffices(_ query: FormFields, _ list: ListReports.Answer, _ settings: SiteSettings) {
        let asked = query.all("office").filter { !$0.isEmpty }
        guard !asked.isEmpty else {
            hasDefaultOffices = true
            let reported = Set(list.all.map(\.office))
            let limit = min(Self.defaultOffices, settings.exploreOffices)
            offices = Array(list.offices.filter { reported.contains($0.code) }.prefix(limit))
            return
        }
        let byCode = Dictionary(list.offices.map { ($0.code, $0) }) { first, _ in first }
        var seen: Set<AgencyCode> = []
        var unknown = 0
        for text in asked {
            guard let code = AgencyCode(text), let office = byCode[code] else {
                unknown += 1
                continue
            }
            if seen.insert(office.code).inserted { offices.append(office) }
        }
        if unknown > 0 {
            problems.append(
                Problem(
                    field: "xf",
                    message: Sentence(
                        "所选机关中有\(unknown)个没有收录，请重新选择机关。",
                        "\(unknown) of the chosen offices \(unknown == 1 ? "is" : "are") unknown. Choose the offices again."
                    )))
        }
        if offices.count > settings.exploreOffices {
            problems.append(
                Problem(
                    field: "xf",
                    message: Sentence(
                        "一次最多比较\(settings.exploreOffices)个机关，现在选了\(offices.count)个，请减少后再比较。",
                        "At most \(settings.exploreOffices) offices can be compared at once; \(offices.count) are chosen. Choose fewer."
                    )))
            offices = Array(offices.prefix(settings.exploreOffices))
        }
    }

    private mutating func readYears(_ query: FormFields, _ list: ListReports.Answer, _ settings: SiteSettings) {
        let asked = query.all("year").filter { !$0.isEmpty }
        guard !asked.isEmpty else {
            hasDefaultYears = true
            let limit = min(Self.defaultYears, settings.exploreYears)
            years = list.years.prefix(limit).sorted()
            return
        }
        let known = Set(asked.compactMap { ReportYear($0) })
        if asked.contains(where: { ReportYear($0) == nil }) {
            let range = ReportYear.range
            problems.append(
                Problem(
                    field: "xy",
                    message: Sentence(
                        "年度应当是\(range.lowerBound)到\(range.upperBound)之间的四位数字，请重新选择年度。",
                        "A year has four digits, from \(range.lowerBound) to \(range.upperBound). Choose the years again."
                    )))
        }
        years = known.sorted()
        if years.count > settings.exploreYears {
            problems.append(
                Problem(
                    field: "xy",
                    message: Sentence(
                        "一次最多比较\(settings.exploreYears)个年度，现在选了\(years.count)个，请减少后再比较。",
                        "At most \(settings.exploreYears) years can be compared at once; \(years.count) are chosen. Choose fewer."
                    )))
            years = Array(years.suffix(settings.exploreYears))
        }
    }
}
