/// What is said of one identity, in Chinese or in English: what it is about, and its arithmetic.
struct EquationWords {
    let equation: Equation
    let form: StatutoryForm
    let values: CellValues
    let isEnglish: Bool

    private func t(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        isEnglish ? english() : chinese()
    }

    /// The column, row or block that the identity is about.
    var subject: String {
        guard let cell = equation.totals.first else { return "" }
        switch equation.kind {
        case .balance, .resultsSum:
            return t(
                "表三“\(form.columnName(cell))”列", "Table three, column “\(form.englishColumnName(cell))”")
        case .rowSum: return t("表三“\(form.rowName(cell))”行", "Table three, row “\(form.englishRowName(cell))”")
        case .reviewSum: return t("表四行政复议", "Table four, review")
        case .directSum: return t("表四未经复议直接起诉", "Table four, direct suits")
        case .afterReviewSum: return t("表四复议后起诉", "Table four, suits after review")
        }
    }

    /// Both sides, term by term.
    ///
    /// - Parameters:
    ///   - expected: the sum of the parts.
    ///   - actual: what is printed.
    func arithmetic(expected: String, actual: String) -> String {
        let printed = t("，总计写\(actual)", "; the total has \(actual)")
        switch equation.kind {
        case .balance:
            return sum(equation.parts, rowName, expected) + t("，", "; ") + sum(equation.totals, rowName, actual)
        case .resultsSum:
            // Twenty noughts say nothing: only what counts is written out.
            let counted = equation.parts.filter { values[$0] != 0 }
            let parts = counted.isEmpty ? t("各项办理结果都是0", "every result is 0") : sum(counted, rowName, expected)
            return parts + t("，（七）总计写\(actual)", "; “Results, total” has \(actual)")
        case .rowSum: return sum(equation.parts, columnName, expected) + printed
        case .reviewSum, .directSum, .afterReviewSum: return sum(equation.parts, label, expected) + printed
        }
    }

    /// Where the identity comes from, in English; the rule has it in Chinese.
    var englishSource: String {
        let notices = FormEdition.allCases.map(\.englishNotice).englishList
        switch equation.kind {
        case .balance: return "the heading of table three (\(notices))"
        case .resultsSum: return "the meaning of “Results, total” in table three (\(notices))"
        case .rowSum: return "the meaning of the column “Total” in table three (\(notices))"
        case .reviewSum, .directSum, .afterReviewSum:
            return "the meaning of “total” in table four; Regulation, Art 50(3)"
        }
    }

    // MARK: Terms

    private func sum(_ cells: [Int], _ name: (Int) -> String, _ sum: String) -> String {
        let terms = cells.map { cell in
            let value = ArithmeticRules.text(Int128(values[cell]))
            return t("\(name(cell))\(value)", "“\(name(cell))” \(value)")
        }
        return terms.joined(separator: t("＋", " + ")) + t("＝", " = ") + sum
    }

    private func rowName(_ cell: Int) -> String { t(form.rowName(cell), form.englishRowName(cell)) }
    private func columnName(_ cell: Int) -> String { t(form.columnName(cell), form.englishColumnName(cell)) }

    /// The label of a column alone: the sentence names its block already.
    private func label(_ cell: Int) -> String {
        let column = form.tables[form.cells[cell].table].columns[form.cells[cell].column]
        return t(column.label, column.english)
    }
}
