/// The identities inside tables three and four.
enum ArithmeticRules {
    static let rules: [Rule] = [
        Rule(
            "T3_BALANCE", .error, scope: "表三每一列",
            expectation: "每一列的本年新收加上年结转，应等于（七）总计加结转下年度继续办理。",
            source: "表三表头的勾稽关系（国办公开办函〔2019〕60号、〔2021〕30号）",
            remedy: "逐件核对登记台账的收件、办结和结转，改正这一列的数；各申请人类型登记后不要再变。",
            english: .init(
                scope: "Table three, each column",
                expectation:
                    "In each column, received this year plus carried over from last year equals the total of results plus carried over to next year.",
                remedy:
                    "Compare the register of applications with the column and correct it; an application stays with the kind of applicant it was registered for."
            ),
            evaluate: { check($0, .balance, $1, &$2) }),
        Rule(
            "T3_RESULTS_SUM", .error, scope: "表三每一列",
            expectation: "每一列的（七）总计应等于各项办理结果之和。",
            source: "表三“（七）总计”的含义（国办公开办函〔2019〕60号、〔2021〕30号）",
            remedy: "核对这一列各项办理结果和（七）总计，改正写错的一格。",
            english: .init(
                scope: "Table three, each column",
                expectation: "In each column, the total of results equals the sum of the single results.",
                remedy: "Compare the single results with the total and correct the one that is wrong."),
            evaluate: { check($0, .resultsSum, $1, &$2) }),
        Rule(
            "T3_ROW_SUM", .error, scope: "表三每一行",
            expectation: "每一行的总计应等于六类申请人的数之和。",
            source: "表三“总计”列的含义（国办公开办函〔2019〕60号、〔2021〕30号）",
            remedy: "核对这一行六类申请人的数和总计，改正写错的一格。",
            english: .init(
                scope: "Table three, each row",
                expectation: "In each row, the total equals the sum of the six kinds of applicants.",
                remedy: "Compare the six kinds with the total and correct the one that is wrong."),
            evaluate: { check($0, .rowSum, $1, &$2) }),
        Rule(
            "T4_SUM_REVIEW", .error, scope: "表四行政复议",
            expectation: "行政复议的总计应等于结果维持、结果纠正、其他结果、尚未审结之和。",
            source: "表四“总计”的含义；《政府信息公开条例》第五十条第（三）项",
            remedy: "核对行政复议各项结果和总计，改正写错的一格。",
            english: .init(
                scope: "Table four, review",
                expectation: "The total of review equals upheld, corrected, other and pending together.",
                remedy: "Compare the results of review with the total and correct the one that is wrong."),
            evaluate: { check($0, .reviewSum, $1, &$2) }),
        Rule(
            "T4_SUM_LITIGATION_DIRECT", .error, scope: "表四未经复议直接起诉",
            expectation: "未经复议直接起诉的总计应等于结果维持、结果纠正、其他结果、尚未审结之和。",
            source: "表四“总计”的含义；《政府信息公开条例》第五十条第（三）项",
            remedy: "核对未经复议直接起诉各项结果和总计，改正写错的一格。",
            english: .init(
                scope: "Table four, direct suits",
                expectation: "The total of direct suits equals upheld, corrected, other and pending together.",
                remedy: "Compare the results of direct suits with the total and correct the one that is wrong."),
            evaluate: { check($0, .directSum, $1, &$2) }),
        Rule(
            "T4_SUM_LITIGATION_AFTER_REVIEW", .error, scope: "表四复议后起诉",
            expectation: "复议后起诉的总计应等于结果维持、结果纠正、其他结果、尚未审结之和。",
            source: "表四“总计”的含义；《政府信息公开条例》第五十条第（三）项",
            remedy: "核对复议后起诉各项结果和总计，改正写错的一格。",
            english: .init(
                scope: "Table four, suits after review",
                expectation: "The total of suits after review equals upheld, corrected, other and pending together.",
                remedy: "Compare the results of suits after review with the total and correct the one that is wrong."),
            evaluate: { check($0, .afterReviewSum, $1, &$2) }),
    ]

    private static func check(
        _ rule: Rule, _ kind: Equation.Kind, _ context: RuleContext, _ tally: inout RuleTally
    ) {
        if context.holdsEveryIdentity {
            tally.pass(context.layout.ranges[kind.rawValue].count)
            return
        }
        let outcome = context.arithmetic
        var held = 0
        for place in context.layout.ranges[kind.rawValue] {
            switch outcome.states[place] {
            case .holds: held += 1
            case .fails: fail(rule, place, context, &tally)
            case .open: leaveOpen(rule, context.layout.equations[place], context, &tally)
            }
        }
        tally.pass(held)
    }

    private static func leaveOpen(
        _ rule: Rule, _ equation: Equation, _ context: RuleContext, _ tally: inout RuleTally
    ) {
        guard let missing = context.report.missing(equation.cells) else { return }
        let subject = words(equation, context).subject
        tally.leaveOpen(
            rule, cells: missing.cells, place: subject, message: "\(subject)无法核对：\(missing.message)。",
            remedy: missing.remedy,
            english: "\(words(equation, context, inEnglish: true).subject) cannot be checked: \(missing.english).",
            englishRemedy: missing.englishRemedy)
    }

    private static func words(_ equation: Equation, _ context: RuleContext, inEnglish: Bool = false) -> EquationWords {
        EquationWords(
            equation: equation, form: context.report.form, values: context.values, isEnglish: inEnglish)
    }

    private static func fail(_ rule: Rule, _ place: Int, _ context: RuleContext, _ tally: inout RuleTally) {
        let equation = context.layout.equations[place]
        let form = context.report.form
        let sums = (sum(equation.parts, context.values), sum(equation.totals, context.values))
        let gap = text(sums.0 > sums.1 ? sums.0 - sums.1 : sums.1 - sums.0)
        let expected = text(sums.0)
        let actual = text(sums.1)
        var cells = equation.cells
        var remedy: String?
        let suspect = context.arithmetic.suspects[place]
        if let suspect {
            cells.removeAll { $0 == suspect.cell }
            cells.insert(suspect.cell, at: 0)
            remedy =
                "可能是“\(form.cellName(suspect.cell))”写错：改为\(text(Int128(suspect.value)))，"
                + "可同时消除\(suspect.mends)处不符。改前请核对登记台账。"
        }
        func told(inEnglish: Bool) -> (subject: String, arithmetic: String) {
            let words = words(equation, context, inEnglish: inEnglish)
            return (words.subject, words.arithmetic(expected: expected, actual: actual))
        }
        func english() -> String {
            let told = told(inEnglish: true)
            return "\(told.subject): \(told.arithmetic). The difference is \(gap). "
                + "Source: \(words(equation, context).englishSource)."
        }
        let chinese = told(inEnglish: false)
        tally.fail(
            rule, cells: cells, expected: expected, actual: actual,
            message: "\(chinese.subject)：\(chinese.arithmetic)，相差\(gap)。依据：\(rule.source)。", remedy: remedy,
            english: english(),
            englishRemedy: suspect.map {
                "“\(form.englishCellName($0.cell))” may be wrong: \(text(Int128($0.value))) in its place would mend "
                    + "\($0.mends) findings at once. Compare with the register of applications first."
            })
    }

    private static func sum(_ cells: [Int], _ values: CellValues) -> Int128 {
        cells.reduce(0) { $0 + Int128(values[$1]) }
    }

    /// Millionths as plain decimal text.
    static func text(_ millionths: Int128) -> String { FormNumber(millionths: Int64(clamping: millionths)).description }
}
