/// A form prepared for the rules: places of cells in place of their names, found once for each form.
final class FormLayout: Sendable {
    /// The cells of one table, and those that the document can have.
    struct Table: Sendable {
        let index: Int
        /// The section of the report it stands in.
        let section: Int
        let cells: Range<Int>
        /// Without the rows that a mixed form only carries for completeness.
        let expected: [Int]
        /// Those of them that hold amounts.
        let amounts: [Int]
        /// True where some of them hold none.
        var hasCounts: Bool { amounts.count < expected.count }
    }

    /// Every identity, grouped by kind.
    let equations: [Equation]
    /// The cells of all identities one behind the other, the parts of each before its totals.
    let terms: [Int32]
    /// By identity: where its parts and its totals begin in `terms`; one more entry ends the last.
    let bounds: [(parts: Int, totals: Int)]
    /// What each cell may hold.
    let kinds: [ColumnKind]
    /// The unit that the form prescribes for each cell.
    let units: [String?]
    /// The cells that hold amounts.
    let amounts: [Int]
    /// By cell: what messages about it call it, where it holds an amount.
    let amountNames: [String]
    /// How many tables have cells that hold counts.
    let countTables: Int
    /// 本年新公开 and 对外公开总 of each row that has both.
    let disclosed: [(new: Int, total: Int)]
    /// 逾期未缴费 in the last column of table three; nil where a report of this form cannot give it.
    let feeUnpaid: Int?
    /// The cells of the row 规章.
    let regulations: [Int]
    /// Where the equations of a kind stand in `equations`.
    let ranges: [Range<Int>]
    /// The tables in printed order.
    let tables: [Table]
    /// The rows of table three whose sum is （七）总计, as rows of `applicationCells`.
    let applicationCells: [String: [Int]]
    /// The cells that a report of this form can give, by section.
    let expectedBySection: [Int: [Int]]
    /// The cells of table four by column.
    let caseCells: [String: Int]
    /// The form's cells that a report of this form can give (all but the carried rows of a mixed form).
    let isExpected: [Bool]

    /// The identities that define a sum, in an order in which every sum stands after the sums that it needs: （七）总计 of
    /// the six types of applicants, then the last column of table three, then the totals of table four.
    var sums: [Equation] {
        equations.filter { $0.kind == .resultsSum }.dropLast() + equations.filter { $0.kind == .rowSum }
            + equations.filter { $0.kind.rawValue > Equation.Kind.rowSum.rawValue }
    }

    private static let edition2019 = FormLayout(.edition2019)
    private static let edition2021 = FormLayout(.edition2021)
    private static let mixed2019 = FormLayout(.mixed2019)
    private static let mixed2021 = FormLayout(.mixed2021)

    static func of(_ form: StatutoryForm) -> FormLayout {
        switch (form.edition, form.isMixed) {
        case (.edition2019, false): edition2019
        case (.edition2021, false): edition2021
        case (.edition2019, true): mixed2019
        case (.edition2021, true): mixed2021
        }
    }

    private init(_ form: StatutoryForm) {
        let foreign = Self.rowsOnlyCarried(by: form)
        var tables: [Table] = []
        var rows: [String: [Int]] = [:]
        var cases: [String: Int] = [:]
        var expected = Array(repeating: true, count: form.cells.count)
        for (place, cell) in form.cells.enumerated() {
            if cell.address.table == FormTable.applications {
                rows[cell.address.row, default: []].append(place)
                if foreign.contains(cell.address.row) { expected[place] = false }
            }
            if cell.address.table == FormTable.reviewLitigation { cases[cell.address.column] = place }
        }
        for index in form.tables.indices {
            let places = form.cells.indices.filter { form.cells[$0].table == index }
            guard let first = places.first, let last = places.last else { continue }
            let own = places.filter { expected[$0] }
            tables.append(
                Table(
                    index: index, section: form.tables[index].section, cells: first..<last + 1, expected: own,
                    amounts: own.filter { form.cells[$0].kind == .amount }))
        }
        var equations: [Equation] = []
        var ranges: [Range<Int>] = []
        for kind in Equation.Kind.allCases {
            let start = equations.count
            equations += Self.equations(kind, form, rows, cases, foreign)
            ranges.append(start..<equations.count)
        }
        self.equations = equations
        var terms: [Int32] = []
        var bounds: [(parts: Int, totals: Int)] = []
        for equation in equations {
            bounds.append((terms.count, terms.count + equation.parts.count))
            terms += (equation.parts + equation.totals).map { Int32($0) }
        }
        bounds.append((terms.count, terms.count))
        self.terms = terms
        self.bounds = bounds
        kinds = form.cells.map(\.kind)
        units = form.cells.map { form.tables[$0.table].columns[$0.column].unit }
        amounts = tables.flatMap(\.amounts)
        amountNames = form.cells.indices.map { form.cells[$0].kind == .amount ? form.cellName($0) : "" }
        countTables = tables.count { $0.hasCounts }
        disclosed = ["regulations", "normative_documents"].compactMap { row in
            guard let new = form.index("t2_art20_1", row, "newly_disclosed_this_year"),
                let total = form.index("t2_art20_1", row, "total_disclosed")
            else { return nil }
            return (new, total)
        }
        feeUnpaid = rows["other_fee_unpaid"]?.last.flatMap { expected[$0] ? $0 : nil }
        regulations = form.cells.indices.filter { form.cells[$0].address.row == "regulations" }
        self.ranges = ranges
        self.tables = tables
        applicationCells = rows
        expectedBySection = Dictionary(grouping: tables, by: \.section).mapValues { $0.flatMap(\.expected) }
        caseCells = cases
        isExpected = expected
    }

    /// In a mixed form the rows of （六）其他处理 of its own edition, which its document does not have.
    private static func rowsOnlyCarried(by form: StatutoryForm) -> Set<String> {
        guard form.isMixed else { return [] }
        return form.edition == .edition2019 ? FormTable.otherHandling2019 : FormTable.otherHandling2021
    }

    private static func equations(
        _ kind: Equation.Kind, _ form: StatutoryForm, _ rows: [String: [Int]], _ cases: [String: Int],
        _ foreign: Set<String>
    ) -> [Equation] {
        func column(_ row: String, _ column: Int) -> [Int] {
            guard let cells = rows[row], cells.indices.contains(column) else { return [] }
            return [cells[column]]
        }
        func block(_ name: String) -> [Equation] {
            let parts = ["upheld", "corrected", "other", "pending"].compactMap { cases["\(name)_\($0)"] }
            guard let total = cases["\(name)_total"], parts.count == 4 else { return [] }
            return [Equation(kind: kind, parts: parts, totals: [total])]
        }
        let columns = rows["new_received"]?.count ?? 0
        switch kind {
        case .balance:
            return (0..<columns).map {
                Equation(
                    kind: kind, parts: column("new_received", $0) + column("carried_in", $0),
                    totals: column("results_total", $0) + column("carried_out", $0))
            }
        case .resultsSum:
            let leaves = form.leafRowIDs
            return (0..<columns).map { place in
                Equation(
                    kind: kind, parts: leaves.flatMap { column($0, place) }, totals: column("results_total", place))
            }
        case .rowSum:
            let printed = (form.table(FormTable.applications)?.rows ?? []).filter {
                $0.kind != .group && !foreign.contains($0.id)
            }
            return printed.compactMap { row in
                guard let cells = rows[row.id], let total = cells.last else { return nil }
                return Equation(kind: kind, parts: Array(cells.dropLast()), totals: [total])
            }
        case .reviewSum: return block("review")
        case .directSum: return block("litigation_direct")
        case .afterReviewSum: return block("litigation_after_review")
        }
    }
}
