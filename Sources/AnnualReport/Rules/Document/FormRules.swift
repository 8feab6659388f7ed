/// The form a report uses against the form prescribed for its year.
enum FormRules {
    static let rules: [Rule] = [
        Rule(
            "FORM_YEAR", .error, scope: "整份报告",
            expectation: "2019、2020年的报告应用2019年格式，2021年起的报告应用2021年格式。",
            source: "国办公开办函〔2019〕60号、〔2021〕30号",
            remedy: "换用规定的格式重新填写表二、表三。",
            english: .init(
                scope: "The whole report",
                expectation: "Reports for 2019 and 2020 use the form of 2019, later ones that of 2021.",
                remedy: "Move the numbers into the form of the year."), evaluate: year),
        Rule(
            "FORM_MIXED", .warning, scope: "整份报告",
            expectation: "一份报告只应用一种格式，表二和表三的“（六）其他处理”应属同一格式。",
            source: "国办公开办函〔2019〕60号、〔2021〕30号",
            remedy: "按规定的格式填写“（六）其他处理”：2021年格式分三行，2019年格式只有一行。",
            english: .init(
                scope: "The whole report",
                expectation:
                    "A report uses one form: table two and “other handling” in table three belong to the same.",
                remedy: "Use the tables of the form of the year throughout."), evaluate: mixed),
        Rule(
            "FORM_NOTICE", .warning, scope: "正文引用的格式文件",
            expectation: "引用的格式文件应是规定本年格式的那一份。",
            source: "国办公开办函〔2019〕60号、〔2021〕30号",
            remedy: "把引用的文号改为规定本年格式的文号。",
            english: .init(
                scope: "The notice that the text cites",
                expectation: "The notice cited is the one that sets the form of the year.",
                remedy: "Cite the notice of the form of the year."), evaluate: notice),
    ]

    private static func year(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let year = context.report.reportYear else {
            tally.leaveOpen(
                rule, message: "报告没有写明是哪一年的，不能核对应当用哪种格式。", remedy: "在标题和统计期限中写明年份。",
                english: "The report does not say which year it is for, so that its form cannot be checked.",
                englishRemedy: "State the year in the title and in the period of statistics.")
            return
        }
        guard let prescribed = FormEdition.prescribed(for: year) else { return }
        if prescribed == context.report.form.edition {
            tally.pass()
        } else {
            tally.fail(
                rule, expected: prescribed.rawValue, actual: context.report.form.edition.rawValue,
                message: "\(year)年的报告应用\(prescribed.rawValue)年格式（\(prescribed.notice)），"
                    + "本报告用的是\(context.report.form.edition.rawValue)年格式。",
                english: "A report for \(year) uses the form of \(prescribed.rawValue) (\(prescribed.englishNotice)); "
                    + "this one uses the form of \(context.report.form.edition.rawValue).")
        }
    }

    private static func mixed(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard context.report.form.isMixed else {
            tally.pass()
            return
        }
        let own = context.report.form.edition
        let other = own == .edition2019 ? FormEdition.edition2021 : .edition2019
        tally.fail(
            rule, expected: own.rawValue, actual: "\(own.rawValue)＋\(other.rawValue)",
            message: "表二用的是\(own.rawValue)年格式，表三的“（六）其他处理”却是\(other.rawValue)年格式。",
            english: "Table two is in the form of \(own.rawValue), but “Other handling” in table three is in that of "
                + "\(other.rawValue).")
    }

    private static func notice(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let year = context.report.reportYear, let prescribed = FormEdition.prescribed(for: year) else { return }
        let other = prescribed == .edition2019 ? FormEdition.edition2021 : .edition2019
        // Signs are prepared: 〔2019〕 stands as [2019].
        guard context.text.hasBrackets else { return }
        let right = Array("国办公开办函[\(prescribed.rawValue)]".utf8)
        let wrong = Array("国办公开办函[\(other.rawValue)]".utf8)
        for passage in context.text.passages where passage.text.signs.brackets {
            let first = passage.text.firstPlace(of: wrong)
            let hasRight = passage.text.firstPlace(of: right) != nil
            guard first != nil || hasRight else { continue }
            guard let first, !hasRight else {
                tally.pass()
                continue
            }
            tally.fail(
                rule, place: passage.place.key, expected: prescribed.notice, actual: other.notice,
                message: "\(year)年报告的格式由\(prescribed.notice)规定，\(passage.place.name)引用的是\(other.notice)。",
                english: "The form of reports for \(year) is set by \(prescribed.englishNotice); "
                    + "\(passage.place.english) cites \(other.englishNotice).",
                quote: passage.text.quote(first..<first + wrong.count))
        }
    }
}
