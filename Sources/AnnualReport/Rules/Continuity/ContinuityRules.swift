internal import Disclosure

/// Rules that compare a report with the report of the year before.
enum ContinuityRules {
    static let rules: [Rule] = [
        Rule(
            "X_CARRY", .error, scope: "与上年报告相比，表三每一列",
            expectation: "上年结转应等于上年报告的结转下年度继续办理。",
            source: "表三第二项、第四项的含义（国办公开办函〔2019〕60号、〔2021〕30号）",
            remedy: "核对上年未办结的申请；确因机构改革、职能划转而不同的，在报告中说明。",
            english: .init(
                scope: "Against the report of the year before, each column of table three",
                expectation:
                    "What was carried over from last year equals what last year's report carried over to this one.",
                remedy: "Compare the register with both reports and correct the one that is wrong."), evaluate: carry),
        Rule(
            "X_IN_FORCE", .warning, scope: "与上年报告相比，规章、行政规范性文件两行（2021年格式）",
            expectation: "现行有效件数应等于上年现行有效件数加本年制发件数减本年废止件数。",
            source: "表二第二十条第（一）项各列的含义（国办公开办函〔2021〕30号）",
            remedy: "与司法行政部门核对文件目录；因到期失效、统计范围变化而不同的，在报告中说明。",
            english: .init(
                scope: "Against the report of the year before, rules and normative documents",
                expectation: "In force equals in force a year ago plus issued minus repealed this year.",
                remedy: "Compare the register of documents with the row and correct the number that is wrong."),
            evaluate: inForce),
        Rule(
            "X_PRIOR_ITEMS", .warning, scope: "与上年报告相比，第二十条第（五）、（六）、（八）项每一行（2019年格式）",
            expectation: "上一年项目数量应等于上年报告的上一年项目数量加上年的本年增/减。",
            source: "由表二各列含义推得（国办公开办函〔2019〕60号）",
            remedy: "核对上年年末的项目数量。",
            english: .init(
                scope: "Against the report of the year before, items of Art 20(5), (6) and (8)",
                expectation: "The items of last year equal those in last year's report plus its change.",
                remedy: "Compare both reports and correct the number that is wrong."), evaluate: priorItems),
        AggregateRule.rule,
    ]

    // MARK: X_CARRY

    private static func carry(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let previous = context.previous else {
            let year = context.report.reportYear
            let isUsual = year.map(usualYears.contains) ?? false
            tally.leaveOpen(isUsual ? alone[(year ?? 0) - usualYears.lowerBound] : carryOpen(rule, year))
            return
        }
        if let reason = mismatch(context.report, previous) {
            tally.leaveOpen(
                rule, message: "\(reason.message)，不能核对“上年结转”是否等于上年的“结转下年度”。",
                remedy: "换成同一机关上一年的报告，再核对一次。",
                english: "\(reason.english); what was carried over from last year cannot be checked.",
                englishRemedy: "Use the report of the same office for the year before, and check again.")
            return
        }
        let columns = context.layout.applicationCells["carried_in"] ?? []
        let before = FormLayout.of(previous.form).applicationCells["carried_out"] ?? []
        for (cell, source) in zip(columns, before) {
            compare(
                rule, cell == columns.last ? .error : .warning, [cell], [(previous, [source], 1)], context, &tally
            ) { form, expected, actual in
                "表三“\(form.columnName(cell))”列：上年报告结转下年度\(expected)，本报告上年结转写\(actual)，两数应当相等。"
            } english: { form, expected, actual in
                "Table three, column “\(form.englishColumnName(cell))”: last year's report carried \(expected) over to the "
                    + "next year, this report has \(actual) carried over from last year; both should be the same."
            }
        }
    }

    /// What is said of a report that came without the one of the year before.
    private static func carryOpen(_ rule: Rule, _ year: Int?) -> RuleFinding {
        let before = year.map { "\($0 - 1)年" } ?? "上一年"
        let report = year.map { "the report for \($0 - 1)" } ?? "the report of the year before"
        return RuleFinding(
            rule: rule.id, outcome: .notAssessable, severity: rule.severity,
            message: "没有收到\(before)报告，不能核对“上年结转”是否等于上年的“结转下年度”。",
            remedy: "补充\(before)报告后再核对一次。",
            english: Finding.English(
                "\(report.uppercasedFirst) is not there, so that what was carried over from last year cannot be checked.",
                remedy: "Add \(report), and check again."),
            fingerprint: Fingerprint.of(rule.id, .notAssessable, [], "", nil, nil))
    }

    /// Most reports come alone: the sentence is made once for each year of them.
    private static let usualYears = 2016...2035
    private static let alone = usualYears.map { carryOpen(rules[0], $0) }

    /// Why a report cannot be the one of the year before.
    enum Mismatch {
        case year(Int, wanted: Int)
        case agency(String, wanted: String)

        var message: String {
            switch self {
            case .year(let year, let wanted): "对照的是\(year)年报告，不是\(wanted)年报告"
            case .agency(let name, let wanted): "对照的是“\(name)”的报告，本报告是“\(wanted)”的"
            }
        }

        var english: String {
            switch self {
            case .year(let year, let wanted): "The report compared with is that for \(year), not that for \(wanted)"
            case .agency(let name, let wanted):
                "The report compared with is that of \(name.inQuotes), this one is that of \(wanted.inQuotes)"
            }
        }
    }

    /// Why a report cannot be the one of the year before; nil when it can.
    static func mismatch(_ report: Report, _ previous: Report) -> Mismatch? {
        if let year = report.reportYear, let before = previous.reportYear, before != year - 1 {
            return .year(before, wanted: year - 1)
        }
        if !AgencyName.mayBeSame(report.agency, previous.agency) {
            return .agency(previous.agency, wanted: report.agency)
        }
        return nil
    }

    /// Compares the first of some cells with a signed sum of cells; one instance.
    private static func compare(
        _ rule: Rule, _ severity: Severity, _ cells: [Int], _ terms: [(report: Report, cells: [Int], sign: Int64)],
        _ context: RuleContext, _ tally: inout RuleTally,
        message: (StatutoryForm, FormNumber, FormNumber) -> String,
        english: (StatutoryForm, FormNumber, FormNumber) -> String
    ) {
        let report = context.report
        if let missing = report.missing(cells) {
            tally.leaveOpen(
                rule, cells: missing.cells, message: "不能与上年核对：\(missing.message)。", remedy: missing.remedy,
                english: "Cannot be compared with the year before: \(missing.english).",
                englishRemedy: missing.englishRemedy)
            return
        }
        var sum: Int128 = 0
        for term in terms {
            if let missing = term.report.missing(term.cells) {
                tally.leaveOpen(
                    rule, cells: cells, message: "不能与上年核对：上年报告中\(missing.message)。",
                    remedy: "补正上年报告后再核对一次。",
                    english: "Cannot be compared with the year before: in last year's report \(missing.english).",
                    englishRemedy: "Mend the report of last year, and check again.")
                return
            }
            for cell in term.cells {
                sum += Int128(term.report.cells[cell].value?.millionths ?? 0) * Int128(term.sign)
            }
        }
        guard let first = cells.first, let actual = context.values.number(first) else { return }
        if Int128(actual.millionths) == sum {
            tally.pass()
            return
        }
        let expected = FormNumber(millionths: Int64(clamping: sum))
        tally.fail(
            rule, severity, cells: cells, expected: expected.description, actual: actual.description,
            message: message(report.form, expected, actual), english: english(report.form, expected, actual))
    }

    // MARK: X_IN_FORCE

    private static func inForce(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let previous = context.previous, mismatch(context.report, previous) == nil,
            context.report.form.edition == .edition2021, previous.form.edition == .edition2021
        else { return }
        for row in ["regulations", "administrative_normative_documents"] {
            guard let now = context.report.form.index("t2_art20_1", row, "in_force"),
                let issued = context.report.form.index("t2_art20_1", row, "issued_this_year"),
                let repealed = context.report.form.index("t2_art20_1", row, "repealed_this_year"),
                let before = previous.form.index("t2_art20_1", row, "in_force")
            else { continue }
            let terms: [(Report, [Int], Int64)] = [
                (previous, [before], 1), (context.report, [issued], 1), (context.report, [repealed], -1),
            ]
            func parts() -> [String] {
                [previous.cells[before], context.report.cells[issued], context.report.cells[repealed]]
                    .map { $0.value?.description ?? "" }
            }
            compare(rule, rule.severity, [now, issued, repealed], terms, context, &tally) { form, expected, actual in
                let parts = parts()
                return "“\(form.rowName(now))”：上年现行有效\(parts[0])＋本年制发\(parts[1])－本年废止\(parts[2])＝\(expected)，"
                    + "现行有效写\(actual)。"
            } english: { form, expected, actual in
                let parts = parts()
                return
                    "“\(form.englishRowName(now))”: in force a year ago \(parts[0]) + issued this year \(parts[1]) − "
                    + "repealed this year \(parts[2]) = \(expected); “In force” has \(actual)."
            }
        }
    }

    // MARK: X_PRIOR_ITEMS

    private static func priorItems(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let previous = context.previous, mismatch(context.report, previous) == nil,
            context.report.form.edition == .edition2019, previous.form.edition == .edition2019
        else { return }
        for (cell, place) in context.report.form.cells.enumerated() where place.address.column == "prior_year_items" {
            let address = place.address
            guard let before = previous.form.index(of: address),
                let change = previous.form.index(address.table, address.row, "change_this_year")
            else { continue }
            compare(rule, rule.severity, [cell], [(previous, [before, change], 1)], context, &tally) {
                form, expected, actual in
                "“\(form.rowName(cell))”：上年报告的上一年项目数量加本年增/减为\(expected)，本报告上一年项目数量写\(actual)。"
            } english: { form, expected, actual in
                "“\(form.englishRowName(cell))”: the items of last year and their change in last year's report come to "
                    + "\(expected); “Items of last year” has \(actual) in this report."
            }
        }
    }
}
