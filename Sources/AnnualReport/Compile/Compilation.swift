internal import Disclosure

/// The making of one report: registers first, then adjustments, then sums, so that sums hold whatever was adjusted.
struct Compilation {
    let counted: OfficeYear
    let form: StatutoryForm
    private(set) var report: Report
    private(set) var origins: [CellOrigin]
    /// True where the form asked for is the one of the year.
    let isOwnForm: Bool
    private let figures: [CellAddress: StatedFigure]
    /// The cells that are sums of others: only these take no adjustment.
    private var sums: Set<Int> = []

    init(_ counted: OfficeYear, _ form: StatutoryForm) {
        self.counted = counted
        self.form = form
        isOwnForm = FormEdition.prescribed(for: counted.year) == form.edition
        figures = Dictionary(counted.figures.map { ($0.cell, $0) }) { _, later in later }
        report = Report(source: "", form: form)
        report.agency = counted.agency
        report.reportYear = counted.year
        report.title = "\(counted.agency)\(counted.year)年政府信息公开工作年度报告"
        origins = form.cells.map { CellOrigin(Self.register(of: $0.address)) }
    }

    private static func register(of cell: CellAddress) -> CellRegister {
        switch cell.table {
        case FormTable.applications: .requests
        case FormTable.reviewLitigation: .appeals
        default: .figures
        }
    }

    mutating func run() {
        fillSectionTwo()
        fillApplications()
        fillAppeals()
        adjust()
        addUp()
        for place in form.cells.indices { report[index: place] = cell(origins[place], form.cells[place]) }
        report.notes = notes()
    }

    private func cell(_ origin: CellOrigin, _ place: FormCell) -> Cell {
        guard let value = origin.value else { return Cell(state: origin.missing?.state ?? .absent) }
        let prescribed = form.tables[place.table].columns[place.column].unit
        let unit = place.kind == .amount ? origin.figure?.unit ?? prescribed : nil
        return .number(value, unit: unit)
    }

    /// Sets what a cell is counted from.
    private mutating func set(_ table: String, _ row: String, _ column: String, _ origin: CellOrigin) {
        guard let place = form.index(table, row, column) else { return }
        origins[place] = origin
    }

    // MARK: Section two

    private mutating func fillSectionTwo() {
        for (place, cell) in form.cells.enumerated() where form.tables[cell.table].section == 2 {
            origins[place] = sectionTwo(cell.address)
        }
    }

    private func sectionTwo(_ cell: CellAddress) -> CellOrigin {
        if let documents = counted.documents, let count = SectionTwoMapping.count(cell, in: documents) {
            return CellOrigin(.documents, counted: count)
        }
        guard !isOwnForm else { return stated(cell) }
        guard let source = SectionTwoMapping.source(of: cell) else {
            return CellOrigin(.figures, missing: .notDerivable)
        }
        return stated(source)
    }

    private func stated(_ cell: CellAddress) -> CellOrigin {
        guard let figure = figures[cell] else { return CellOrigin(.figures, missing: .notStated) }
        return CellOrigin(.figures, figure: figure)
    }

    // MARK: Section three

    private mutating func fillApplications() {
        let leaves = form.table(FormTable.applications)?.rows.filter { $0.kind == .leaf } ?? []
        for applicant in ApplicantType.allCases {
            let tally = counted.requests
            set("new_received", applicant, tally.new(applicant))
            set("carried_in", applicant, tally.carriedIn(applicant))
            set("carried_out", applicant, tally.carriedOut(applicant))
            for row in leaves { set(row.id, applicant, count(row.id, applicant)) }
        }
    }

    private mutating func set(_ row: String, _ applicant: ApplicantType, _ count: Int?) {
        let missing: CellOrigin.Missing? = counted.isKept ? (count == nil ? .notDerivable : nil) : .notKept
        let origin = CellOrigin(.requests, counted: missing == nil ? count ?? 0 : 0, missing: missing)
        set(FormTable.applications, row, applicant.rawValue, origin)
    }

    /// The applications of a row; nil where the year's own form does not tell the rows of this one apart.
    private func count(_ row: String, _ applicant: ApplicantType) -> Int? {
        let tally = counted.requests
        guard let result = ResultLeaf(rawValue: row) else { return nil }
        guard result.family == .other, !isOwnForm else { return tally.closed(result, applicant) }
        switch form.edition {
        case .edition2019:
            return [ResultLeaf.otherNoCorrection, .otherFeeUnpaid, .otherOther].reduce(
                tally.closed(.other, applicant)
            ) { $0 + tally.closed($1, applicant) }
        case .edition2021: return tally.closed(.other, applicant) == 0 ? tally.closed(result, applicant) : nil
        }
    }

    // MARK: Section four

    private mutating func fillAppeals() {
        for route in AppealRoute.allCases {
            for result in AppealResult.allCases {
                let count = counted.isKept ? counted.appeals.cases(route, result) : 0
                let origin = CellOrigin(.appeals, counted: count, missing: counted.isKept ? nil : .notKept)
                set(FormTable.reviewLitigation, "cases", "\(route.rawValue)_\(result.rawValue)", origin)
            }
        }
    }

    // MARK: Adjustments and sums

    private mutating func adjust() {
        sums = Set(FormLayout.of(form).sums.flatMap(\.totals))
        for adjustment in counted.adjustments {
            guard let place = form.index(of: adjustment.cell), isAdjustable(place) else { continue }
            origins[place].adjustments.append(adjustment)
        }
    }

    /// A sum follows its parts, and what has no number cannot be corrected by a difference.
    private func isAdjustable(_ place: Int) -> Bool { !sums.contains(place) && origins[place].missing == nil }

    private mutating func addUp() {
        for equation in FormLayout.of(form).sums {
            guard let total = equation.totals.first else { continue }
            var sum = CellOrigin(origins[total].register)
            for part in equation.parts {
                let origin = origins[part]
                sum.counted += origin.counted
                for adjustment in origin.adjustments where !sum.adjustments.contains(adjustment) {
                    sum.adjustments.append(adjustment)
                }
                if origin.missing != nil { sum.missing = origin.missing == .notKept ? .notKept : .addend }
            }
            // How many were closed is known even where the form asked for parts the results otherwise than the year's.
            if sum.missing == .addend, let applicant = closedApplicant(total) {
                sum.missing = nil
                sum.counted = counted.requests.closed(applicant)
            }
            origins[total] = sum
        }
    }

    /// The type of applicant where the cell is a （七）总计 below the last column; nil elsewhere.
    private func closedApplicant(_ place: Int) -> ApplicantType? {
        let address = form.cells[place].address
        return address.row == "results_total" ? ApplicantType(rawValue: address.column) : nil
    }

    // MARK: Notes

    private func notes() -> [ReportNote] {
        var notes: [ReportNote] = []
        func places(_ missing: CellOrigin.Missing) -> [Int] {
            form.cells.indices.filter { origins[$0].missing == missing }
        }
        func note(_ code: String, _ places: [Int], _ message: String) {
            guard !places.isEmpty else { return }
            notes.append(ReportNote(code: code, cells: places.map { form.cells[$0].address }, message: message))
        }
        let notKept = places(.notKept)
        note(
            "register_not_kept", notKept,
            "“\(counted.agency)”\(counted.year)年没有在本系统登记，表三、表四不能由台账得出，没有按0填写。请补登当年的台账，或者录入已发布的年报。")
        let notStated = places(.notStated)
        note(
            "figure_not_entered", notStated,
            "\(form.cellNames(notStated))没有登记数据，留作空白，没有按0填写。请在数据登记簿中登记；没有的登记为0。")
        let foreign = places(.notDerivable)
        note(
            "not_in_form_of_year", foreign,
            "\(counted.year)年适用的格式没有\(form.cellNames(foreign))的内容，不能由台账得出，没有填写。请改用当年适用的格式。")
        for figure in counted.unfinished {
            guard let place = form.index(of: figure.cell) else { continue }
            let months = figure.missing.map { "\($0)月" }.joined(separator: "、")
            note("figure_months_missing", [place], "“\(form.title(of: figure.cell))”缺\(months)的数据，不能得出全年数，留作空白。请补登。")
        }
        for adjustment in counted.adjustments { notes.append(report(adjustment)) }
        return notes
    }

    private func report(_ adjustment: CellAdjustment) -> ReportNote {
        let sign = adjustment.change > .zero ? "+" : ""
        guard let place = form.index(of: adjustment.cell) else {
            return ReportNote(
                code: "adjustment_without_cell",
                message: "调整“\(adjustment.record.name)”所指的\(adjustment.cell)不在本格式中，没有计入。")
        }
        let name = form.title(of: adjustment.cell)
        guard isAdjustable(place) else {
            let why = sums.contains(place) ? "是合计数，随各分项自动得出" : "没有数可以调整"
            return ReportNote(
                code: "adjustment_not_applied", cells: [adjustment.cell],
                message: "“\(name)”\(why)，调整“\(adjustment.record.name)”没有计入。")
        }
        return ReportNote(
            code: "adjusted", cells: [adjustment.cell],
            message: "“\(name)”经人工调整\(sign)\(adjustment.change)。理由：\(adjustment.reason)（\(adjustment.record.name)）。")
    }
}
