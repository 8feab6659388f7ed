/// A government's report against the reports that it sums, cell by cell.
enum AggregateRule {
    static let rule = Rule(
        "X_AGGREGATE", .warning, scope: "与下级报告相比，每一个单元格",
        expectation: "汇总报告的每一格应等于所汇总各报告的同一格之和，金额换算成同一单位后相加。",
        source: "《政府信息公开条例》第四十九条、第五十条；汇总报告的含义",
        remedy: "核对汇总范围和各下级报告；范围不同的，在报告中说明。",
        english: .init(
            scope: "Against the reports below, every cell",
            expectation: "Every cell of a summary equals the sum of that cell in the reports it sums up, in one unit.",
            remedy: "Add the reports below again and correct the summary or the report that changed."),
        evaluate: evaluate)

    private static func evaluate(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard !context.children.isEmpty else { return }
        let report = context.report
        if let year = report.reportYear,
            let other = context.children.first(where: { $0.reportYear.map { $0 != year } ?? false })
        {
            tally.leaveOpen(
                rule, message: "下级报告“\(name(other))”不是\(year)年的报告，不能核对汇总数。",
                remedy: "只放入\(year)年的下级报告，再核对一次。",
                english:
                    "The report of \(name(other).inQuotes) is not one for \(year), so that sums cannot be checked.",
                englishRemedy: "Use only reports for \(year), and check again.")
            return
        }
        for (cell, place) in report.form.cells.enumerated() where context.layout.isExpected[cell] {
            let sum = place.kind == .amount ? amount(cell, context) : count(cell, context)
            switch sum {
            case .failure(let reason):
                tally.leaveOpen(
                    rule, cells: [cell], message: "“\(report.form.cellName(cell))”不能汇总核对：\(reason.message)。",
                    remedy: "补全有关报告后再核对一次。",
                    english: "“\(report.form.englishCellName(cell))” cannot be compared with a sum: \(reason.english).",
                    englishRemedy: "Complete the reports concerned, and check again.")
            case .success(let sum) where sum.expected == sum.actual: tally.pass()
            case .success(let sum):
                let expected = ArithmeticRules.text(sum.expected) + sum.unit
                let actual = ArithmeticRules.text(sum.actual) + sum.unit
                let gap = sum.expected > sum.actual ? sum.expected - sum.actual : sum.actual - sum.expected
                tally.fail(
                    rule, cells: [cell], expected: expected, actual: actual,
                    message: "\(report.form.tableName(cell))“\(report.form.cellName(cell))”："
                        + "\(context.children.count)份下级报告相加为\(expected)，本报告写\(actual)，"
                        + "相差\(ArithmeticRules.text(gap))\(sum.unit)。",
                    english: "\(report.form.englishTableName(cell)), “\(report.form.englishCellName(cell))”: "
                        + "the sum over \(context.children.count.counted("report")) below is "
                        + "\(sum.english(sum.expected)), this report has \(sum.english(sum.actual)); "
                        + "the difference is \(sum.english(gap)).")
            }
        }
    }

    private struct Sum {
        let expected: Int128
        let actual: Int128
        let unit: String

        /// A number of the sum in an English sentence.
        func english(_ number: Int128) -> String { ArithmeticRules.text(number) + (unit.isEmpty ? "" : " yuan") }
    }

    /// Why a cell cannot be held against a sum.
    private enum Reason: Error {
        /// The cell of the report itself has no number.
        case own(CellState)
        /// A report below has another form.
        case otherForm(String)
        /// The cell of a report below has no number.
        case below(String, CellState)
        case noUnit

        var message: String {
            switch self {
            case .own(let state): "本报告这一格\(state.inWords)"
            case .otherForm(let name): "“\(name)”的报告格式不同，没有这一格"
            case .below(let name, let state): "“\(name)”这一格\(state.inWords)"
            case .noUnit: "有的报告没有写明金额单位"
            }
        }

        var english: String {
            switch self {
            case .own(let state): "in this report it \(state.englishWords(of: 1))"
            case .otherForm(let name): "the report of \(name.inQuotes) has another form without this cell"
            case .below(let name, let state): "in the report of \(name.inQuotes) it \(state.englishWords(of: 1))"
            case .noUnit: "some reports do not state the unit of their amounts"
            }
        }
    }

    private static func name(_ report: Report) -> String { report.agency.isEmpty ? report.source : report.agency }

    /// The children's cells with the same address, or why there is none.
    private static func cells(_ cell: Int, _ context: RuleContext) -> Result<[Cell], Reason> {
        let address = context.report.form.cells[cell].address
        guard context.report.cells.state(cell) == .number else {
            return .failure(.own(context.report.cells.state(cell)))
        }
        var found: [Cell] = []
        for child in context.children {
            guard let given = child[address] else {
                return .failure(.otherForm(name(child)))
            }
            guard given.state == .number else {
                return .failure(.below(name(child), given.state))
            }
            found.append(given)
        }
        return .success(found)
    }

    private static func count(_ cell: Int, _ context: RuleContext) -> Result<Sum, Reason> {
        cells(cell, context).map { found in
            Sum(
                expected: found.reduce(0) { $0 + Int128($1.value?.millionths ?? 0) },
                actual: Int128(context.values[cell]), unit: "")
        }
    }

    /// Amounts are added in yuan; where a unit is not known, only sums that agree as printed are judged.
    private static func amount(_ cell: Int, _ context: RuleContext) -> Result<Sum, Reason> {
        let place = context.report.form.cells[cell]
        let prescribed = context.report.form.tables[place.table].columns[place.column].unit
        return cells(cell, context).flatMap { found in
            let own = context.report.cells[cell]
            let scales = (found + [own]).map { scale($0, prescribed) }
            guard scales.contains(nil) else {
                let expected = zip(found, scales).reduce(Int128(0)) { sum, term in
                    sum + Int128(term.0.value?.millionths ?? 0) * (term.1 ?? 1)
                }
                return .success(
                    Sum(
                        expected: expected, actual: Int128(own.value?.millionths ?? 0) * ((scales.last ?? 1) ?? 1),
                        unit: "元"))
            }
            let printed = found.reduce(Int128(0)) { $0 + Int128($1.value?.millionths ?? 0) }
            let actual = Int128(own.value?.millionths ?? 0)
            guard scales.allSatisfy({ $0 == nil }), printed == actual else {
                return .failure(.noUnit)
            }
            return .success(Sum(expected: printed, actual: actual, unit: ""))
        }
    }

    /// How many yuan one printed unit is; nil where the document does not say. Nought needs no unit.
    private static func scale(_ cell: Cell, _ prescribed: String?) -> Int128? {
        if cell.value == .zero { return 1 }
        switch cell.unit ?? prescribed {
        case "元": return 1
        case "万元": return 10_000
        default: return nil
        }
    }
}
