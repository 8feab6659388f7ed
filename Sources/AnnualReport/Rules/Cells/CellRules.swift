/// Rules about single cells: their range, blanks, units and the way numbers are printed.
enum CellRules {
    static let rules: [Rule] = [
        Rule(
            "RANGE", .error, scope: "每一张表",
            expectation: "件数应是不小于0的整数，金额应不小于0；只有2019年格式的“本年增/减”可以是负数。",
            source: "表二、表三、表四各列的含义（国办公开办函〔2019〕60号、〔2021〕30号）",
            remedy: "核对所列单元格，改成不小于0的整数。",
            english: .init(
                scope: "Every table",
                expectation:
                    "Counts are whole numbers from 0 up, amounts are not negative; only the change of the year in the form of 2019 may be.",
                remedy: "Compare the cell with the register and write the right number."), evaluate: range),
        Rule(
            "BLANK_CELL", .warning, scope: "每一张表",
            expectation: "表内每一格都应填数，没有的填0，不留空白；表三、表四不用“/”代替0。",
            source: "年度报告编制要求：公布的报告应填0；“/”只用于本机关不可能有的事项",
            remedy: "空白和“/”处没有发生的填0，有发生的补上实际数。",
            english: .init(
                scope: "Every table",
                expectation:
                    "Every cell has a number, 0 where there is nothing; tables three and four have no “/” in place of 0.",
                remedy: "Write 0 where there is nothing, else the number."), evaluate: blanks),
        Rule(
            "UNIT", .warning, scope: "每一个金额单元格和每一张表的件数列",
            expectation: "金额应使用表头写明的单位（2021年格式为万元），件数列不应写金额单位。",
            source: "表二“本年收费金额（单位：万元）”（国办公开办函〔2021〕30号）",
            remedy: "按表头单位换算后填写，单位只写在表头。",
            english: .init(
                scope: "Every amount and every column of counts",
                expectation:
                    "Amounts have the unit that the heading states (10,000 yuan in the form of 2021); counts have no unit of money.",
                remedy: "Convert the amount into the unit of the heading, or take the unit away."), evaluate: units),
        Rule(
            "NUMBER_FORMAT", .warning, scope: "每一张表",
            expectation: "件数应写成整数，不带小数。",
            source: "表二、表三、表四件数列的含义",
            remedy: "去掉件数的小数部分，例如把0.00写成0。",
            english: .init(
                scope: "Every table", expectation: "Counts are written as whole numbers without decimals.",
                remedy: "Write the count as a whole number."), evaluate: formats),
        Rule(
            "T2_DISCLOSED_LE_TOTAL", .warning, scope: "2019年格式第二十条第（一）项的每一行",
            expectation: "本年新公开数量不应大于对外公开总数量。",
            source: "由表二各列含义推得：本年新公开的是对外公开总数的一部分",
            remedy: "核对本年新公开数量和对外公开总数量。",
            english: .init(
                scope: "Art 20(1) in the form of 2019, each row",
                expectation: "What was disclosed this year is not more than what is disclosed in all.",
                remedy: "Compare both columns with the register and correct the one that is wrong."),
            evaluate: disclosed),
    ]

    // MARK: RANGE

    private static func range(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        if context.values.isComplete, context.values.isInRange {
            tally.pass(context.layout.tables.count)
            return
        }
        for table in context.layout.tables {
            var wrong: [Int] = []
            var numbers = 0
            for cell in table.cells {
                let value = context.values[cell]
                guard value != CellValues.none else { continue }
                numbers += 1
                if !context.layout.kinds[cell].mayBe(value) { wrong.append(cell) }
            }
            if wrong.isEmpty {
                passOrLeaveOpen(rule, table, numbers, context, &tally)
                continue
            }
            let form = context.report.form
            let printed = wrong.map { ArithmeticRules.text(Int128(context.values[$0])) }
            let list = zip(wrong, printed).prefix(5).map { "“\(form.cellName($0))”写\($1)" }.joined(separator: "，")
            tally.fail(
                rule, cells: wrong, expected: "不小于0的整数", actual: printed.joined(separator: "、"),
                message: "\(form.tableName(wrong[0]))有\(wrong.count)格超出取值范围：\(list)。\(rule.expectation)",
                english: "\(form.englishTableName(wrong[0])) has \(wrong.count.counted("cell")) out of range: "
                    + zip(wrong, printed).prefix(5).map { "“\(form.englishCellName($0))” has \($1)" }
                    .joined(separator: ", ") + ". \(rule.english.expectation)")
        }
    }

    /// A cell that could not be read leaves the table open; a blank is the matter of BLANK_CELL.
    private static func passOrLeaveOpen(
        _ rule: Rule, _ table: FormLayout.Table, _ numbers: Int, _ context: RuleContext, _ tally: inout RuleTally
    ) {
        let report = context.report
        if numbers == table.expected.count {
            tally.pass()
            return
        }
        let unread = table.expected.filter {
            report.cells.state($0) == .unreadable || report.cells.state($0) == .absent
        }
        if unread.isEmpty, numbers > 0 {
            tally.pass()
            return
        }
        guard let missing = report.missing(unread.isEmpty ? table.expected : unread) else { return }
        let name = name(table, report.form)
        tally.leaveOpen(
            rule, cells: missing.cells, place: name, message: "\(name)不能逐格核对取值：\(missing.message)。",
            remedy: missing.remedy,
            english: "\(english(table, report.form)): not every value can be checked: \(missing.english).",
            englishRemedy: missing.englishRemedy)
    }

    /// 表三, or for the small tables of section two 表二（第二十条第（一）项）.
    private static func name(_ table: FormLayout.Table, _ form: StatutoryForm) -> String {
        let data = form.tables[table.index]
        let name = StatutoryForm.tableName(section: data.section)
        return data.section == 2 ? "\(name)“\(data.caption)”" : name
    }

    /// The same in English, as a sentence begins with it.
    private static func english(_ table: FormLayout.Table, _ form: StatutoryForm) -> String {
        let data = form.tables[table.index]
        let name = StatutoryForm.englishTableName(section: data.section)
        return data.section == 2 ? "\(name), “\(data.english)”" : name
    }

    // MARK: BLANK_CELL

    private static func blanks(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        if context.values.isComplete {
            tally.pass(context.layout.tables.count)
            return
        }
        let report = context.report
        for table in context.layout.tables {
            var blank: [Int] = []
            var slashes: [Int] = []
            var given = 0
            let isApplications = report.form.tables[table.index].section > 2
            for cell in table.expected {
                switch report.cells.state(cell) {
                case .number: given += 1
                case .blank:
                    given += 1
                    blank.append(cell)
                case .notApplicable:
                    given += 1
                    if isApplications { slashes.append(cell) }
                case .unreadable, .absent: continue
                }
            }
            if given > 0, blank.isEmpty, slashes.isEmpty {
                tally.pass()
                continue
            }
            let name = name(table, report.form)
            if given == 0 {
                tally.leaveOpen(
                    rule, cells: table.expected, place: name, message: "没有读到\(name)，不能核对有没有空白。",
                    remedy: "补全表格，再核对一次。",
                    english: "\(english(table, report.form)) was not found, so that blanks cannot be looked for.",
                    englishRemedy: CellState.absent.englishRemedy)
            } else if !blank.isEmpty {
                let which =
                    blank.count == table.expected.count
                    ? "整张表没有填数" : "有\(blank.count)格空白：\(report.form.cellNames(blank, atMost: 5))"
                tally.fail(
                    rule, cells: blank, expected: "0或者实际数", actual: "空白",
                    message: "\(name)\(which)。公布的报告没有发生的应填0，空白不等于0。",
                    english: english(table, report.form)
                        + (blank.count == table.expected.count
                            ? " has no numbers at all."
                            : " has \(blank.count.counted("blank cell")): "
                                + "\(report.form.englishCellNames(blank, atMost: 5)).")
                        + " A published report has 0 where there is nothing; blank is not 0.")
            } else {
                tally.fail(
                    rule, .notice, cells: slashes, expected: "0或者实际数", actual: "/",
                    message: "\(name)有\(slashes.count)格填“/”：\(report.form.cellNames(slashes, atMost: 5))。"
                        + "任何机关都可能收到申请，没有发生的应填0。",
                    english: "\(english(table, report.form)) has “/” in \(slashes.count.counted("cell")): "
                        + "\(report.form.englishCellNames(slashes, atMost: 5)). "
                        + "Any office may receive applications: where there are none, 0 is written.")
            }
        }
    }

    // MARK: UNIT

    private static func units(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        if context.values.isComplete, !context.values.hasUnitsOfCounts {
            for cell in context.layout.amounts {
                // Nought needs no unit.
                if context.values[cell] == 0 { tally.pass() } else { amount(rule, cell, context, &tally) }
            }
            tally.pass(context.layout.countTables)
            return
        }
        let form = context.report.form
        for table in context.layout.tables {
            var money: [Int] = []
            var hasCounts = false
            for cell in table.expected {
                if context.layout.kinds[cell] == .amount {
                    amount(rule, cell, context, &tally)
                } else if context.values[cell] != CellValues.none {
                    hasCounts = true
                    if context.values.hasUnitsOfCounts, let unit = context.report.cells[cell].unit, isMoney(unit) {
                        money.append(cell)
                    }
                }
            }
            guard hasCounts else { continue }
            if let first = money.first {
                let actual = context.report.cells[first].text
                tally.fail(
                    rule, cells: money, expected: "件数", actual: actual,
                    message: "\(form.tableName(first))\(form.cellNames(money))是件数，却写了金额单位（\(actual)）。",
                    remedy: "核对是否填错了格；件数格只填整数。",
                    english:
                        "\(form.englishTableName(first)): a unit of money (\(actual.inQuotes)) stands where counts "
                        + "belong: \(form.englishCellNames(money)).",
                    englishRemedy: "Check whether the number stands in the wrong cell; counts are whole numbers only.")
            } else {
                tally.pass()
            }
        }
    }

    private static func isMoney(_ unit: String) -> Bool { unit == "元" || unit == "万元" }

    private static func amount(_ rule: Rule, _ cell: Int, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let value = context.values.number(cell) else {
            let printed = context.report.cells[cell]
            tally.leaveOpen(
                rule, cells: [cell], message: "“\(context.layout.amountNames[cell])”\(printed.state.inWords)，不能核对单位。",
                remedy: printed.state.remedy,
                english: "“\(english(cell, context))” \(printed.state.englishWords(of: 1)), so that its unit cannot be "
                    + "checked.", englishRemedy: printed.state.englishRemedy)
            return
        }
        switch (context.layout.units[cell], context.report.cells.unit(cell)) {
        case ("万元"?, "元"?) where value != .zero:
            let converted = FormNumber(millionths: value.millionths / 10_000).description
            tally.fail(
                rule, cells: [cell], expected: "\(converted)万元", actual: "\(value)元",
                message: "“\(context.layout.amountNames[cell])”的单位应为万元，本格写的是\(value)元，即\(converted)万元。",
                remedy: "把这一格改为\(converted)，不再写单位。",
                english: "The unit of “\(english(cell, context))” is 10,000 yuan; the cell has \(value) yuan, "
                    + "which is \(converted) in that unit.", englishRemedy: "Write \(converted) there, without a unit.")
        case (nil, nil) where value != .zero:
            tally.fail(
                rule, .notice, cells: [cell], expected: "写明元或者万元", actual: value.description,
                message: "“\(context.layout.amountNames[cell])”写\(value)，没有写明单位是元还是万元。",
                remedy: "在表头或者本格写明单位。",
                english: "“\(english(cell, context))” has \(value) and does not say whether in yuan or in 10,000 yuan.",
                englishRemedy: "State the unit in the heading or in the cell.")
        default: tally.pass()
        }
    }

    private static func english(_ cell: Int, _ context: RuleContext) -> String {
        context.report.form.englishCellName(cell)
    }

    // MARK: NUMBER_FORMAT

    private static func formats(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        if context.values.isComplete, !context.values.hasPoints {
            tally.pass(context.layout.countTables)
            return
        }
        let report = context.report
        for table in context.layout.tables {
            var wrong: [Int] = []
            var hasCounts = false
            for cell in table.expected
            where context.values[cell] != CellValues.none && context.layout.kinds[cell] != .amount {
                hasCounts = true
                if context.values.hasPoints, context.values[cell] % 1_000_000 == 0, hasPoint(report.cells[cell].text) {
                    wrong.append(cell)
                }
            }
            guard hasCounts else { continue }
            guard let first = wrong.first else {
                tally.pass()
                continue
            }
            let actual = report.cells[first].text
            tally.fail(
                rule, cells: wrong, expected: context.values.number(first)?.description, actual: actual,
                message: "\(report.form.tableName(first))\(report.form.cellNames(wrong))是件数，写成了带小数的\(actual)。",
                english: "\(report.form.englishTableName(first)): counts are written with decimals "
                    + "(\(actual.inQuotes)): \(report.form.englishCellNames(wrong)).")
        }
    }

    private static func hasPoint(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "."))
    }

    // MARK: T2_DISCLOSED_LE_TOTAL

    private static func disclosed(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        let form = context.report.form
        guard form.edition == .edition2019 else { return }
        for (new, total) in context.layout.disclosed {
            guard let n = context.values.number(new), let t = context.values.number(total) else {
                if let missing = context.report.missing([new, total]) {
                    tally.leaveOpen(
                        rule, cells: missing.cells, message: "“\(form.rowName(new))”行无法核对：\(missing.message)。",
                        remedy: missing.remedy,
                        english: "The row “\(form.englishRowName(new))” cannot be checked: \(missing.english).",
                        englishRemedy: missing.englishRemedy)
                }
                continue
            }
            if n > t {
                tally.fail(
                    rule, cells: [total, new], expected: "不小于\(n)", actual: t.description,
                    message: "“\(form.rowName(new))”行：本年新公开\(n)，大于对外公开总数\(t)。",
                    english: "The row “\(form.englishRowName(new))”: \(n) disclosed this year is more than "
                        + "\(t) disclosed in all.")
            } else {
                tally.pass()
            }
        }
    }
}
