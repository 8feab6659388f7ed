/// The text against the tables and against itself.
enum NarrativeRules {
    static let rules: [Rule] = [
        Rule(
            "TXT_TABLE", .warning, scope: "正文第一至第四部分写明的每一个件数",
            expectation: "正文写的收到、结转、办理结果、复议和诉讼件数，应与表三、表四相同。",
            source: "《政府信息公开条例》第五十条；正文与表格应当一致",
            remedy: "核对登记台账，改正文或者改表；统计范围不同的，在正文中写明范围。",
            english: .init(
                scope: "Each number of cases in sections one to four",
                expectation: "The numbers of cases in the text are those of tables three and four.",
                remedy: "Compare text and table with the register and correct the one that is wrong."),
            evaluate: statements),
        Rule(
            "TXT_SUM", .warning, scope: "正文中写明总数和各部分的每一句",
            expectation: "一句话里写明的各部分相加，应等于这句话写的总数。",
            source: "正文自身应当前后一致",
            remedy: "核对总数和各部分，改正写错的数；没有列全的，写明“等”或者补上其余部分。",
            english: .init(
                scope: "Each sentence with a total and its parts",
                expectation: "The parts that a sentence states add up to the total that it states.",
                remedy: "Correct the total or the part that is wrong."), evaluate: sums),
    ]

    // MARK: TXT_TABLE

    private static func statements(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        for id in [SectionID.overall, .proactive, .applications, .reviewLitigation] {
            guard let passage = context.text.section(id) else { continue }
            let found = StatementScanner.statements(id, passage, context)
            guard !found.isEmpty else { continue }
            var said: Set<[String]> = []
            for statement in found {
                // The same thing said twice in a section counts once.
                let key = statement.topics.map(\.name) + [String(statement.value)]
                if said.insert(key).inserted { compare(rule, statement, passage, context, &tally) }
            }
        }
    }

    private static func compare(
        _ rule: Rule, _ statement: Statement, _ passage: ReportText.Passage, _ context: RuleContext,
        _ tally: inout RuleTally
    ) {
        let layout = context.layout
        let form = context.report.form
        let cells = statement.topics.flatMap { $0.cells(layout, form) }
        guard let topic = statement.topics.first, !cells.isEmpty else { return }
        let name = statement.topics.map(\.name).joined(separator: "、")
        let printed = FormNumber(millionths: statement.value).description
        if let missing = context.report.missing(cells) {
            // A total that is given settles a nought; the rest is open.
            tally.leaveOpen(
                rule, cells: missing.cells, place: "\(passage.place.key)=\(printed)",
                message: "\(passage.place.name)写\(name)为\(printed)，\(topic.table)中\(missing.message)，不能核对。",
                remedy: missing.remedy,
                english:
                    "\(passage.place.english.uppercasedFirst) states \(english(statement)) as \(printed), which cannot be "
                    + "checked: in \(topic.englishTable) \(missing.english).",
                englishRemedy: missing.englishRemedy, quote: passage.text.quote(statement.range))
            return
        }
        let sum = total(cells, context)
        if sum == statement.value || agreesOtherwise(statement, context) {
            tally.pass()
            return
        }
        let quote = passage.text.quote(statement.range)
        let expected = FormNumber(millionths: sum).description
        let carried = carried(statement, context)
        tally.fail(
            rule, isSoft(statement, context) ? .notice : rule.severity, cells: cells, place: passage.place.key,
            expected: expected, actual: printed,
            message: "\(passage.place.name)写“\(shortened(quote))”，\(topic.table)\(name)是\(expected)"
                + (carried.map { "，加上年结转\(text($0))为\(text(sum, and: $0))" } ?? "") + "。",
            english:
                "\(passage.place.english.uppercasedFirst) says \(shortened(quote).inQuotes); in \(topic.englishTable) "
                + "\(english(statement)) \(statement.topics.count == 1 ? "is" : "are together") \(expected)"
                + (carried.map { ", \(text(sum, and: $0)) with the \(text($0)) carried over from last year" } ?? "")
                + ".",
            quote: quote)
    }

    private static func total(_ cells: [Int], _ context: RuleContext) -> Int64 {
        let sum = cells.reduce(Int128(0)) { $0 + Int128(context.values[$1]) }
        return Int64(clamping: sum)
    }

    /// Readings under which a number is right too: 收到 with what was carried in, or the number of one kind of applicant.
    private static func agreesOtherwise(_ statement: Statement, _ context: RuleContext) -> Bool {
        let layout = context.layout
        let form = context.report.form
        guard statement.topics.count == 1, let topic = statement.topics.first else { return false }
        func holds(_ cells: [Int]) -> Bool {
            !cells.isEmpty && context.report.missing(cells) == nil && total(cells, context) == statement.value
        }
        switch topic {
        case .applications(.received):
            guard statement.carried == .included else { break }
            if holds(topic.cells(layout, form) + Topic.applications(.carriedIn).cells(layout, form)) { return true }
        case .applicant(let applicant):
            let carried = layout.applicationCells["carried_in"] ?? []
            guard carried.count == 7 else { return false }
            let own = applicant == .naturalPerson ? [carried[0]] : Array(carried[1...5])
            if holds(topic.cells(layout, form) + own) { return true }
        default: break
        }
        guard statement.mentionsApplicants, case .applications = topic else { return false }
        return (0..<6).contains { holds(topic.cells(layout, form, column: $0)) }
    }

    /// What was carried in, where a number of applications received may include it; nil where there was none.
    private static func carried(_ statement: Statement, _ context: RuleContext) -> Int64? {
        guard statement.topics == [.applications(.received)] else { return nil }
        let carried = Topic.applications(.carriedIn).cells(context.layout, context.report.form)
        guard context.report.missing(carried) == nil else { return nil }
        let value = total(carried, context)
        return value > 0 ? value : nil
    }

    private static func text(_ value: Int64) -> String { FormNumber(millionths: value).description }

    private static func text(_ value: Int64, and other: Int64) -> String {
        ArithmeticRules.text(Int128(value) + Int128(other))
    }

    private static func english(_ statement: Statement) -> String {
        statement.topics.map { "“\($0.english)”" }.englishList
    }

    static func shortened(_ quote: String) -> String {
        let line = quote.filter { !$0.isNewline }
        return line.count > 60 ? "\(line.prefix(30))……\(line.suffix(20))" : line
    }

    // MARK: TXT_SUM

    private static func sums(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard context.text.mostNumbers >= SumScanner.fewestNumbers else { return }
        for passage in context.text.passages where passage.place != .title {
            for sum in SumScanner.sums(passage) {
                if sum.holds {
                    tally.pass()
                    continue
                }
                let quote = passage.text.quote(sum.range)
                let parts = sum.parts.map { FormNumber(millionths: $0).description }.joined(separator: "＋")
                let expected = ArithmeticRules.text(sum.sum)
                let total = FormNumber(millionths: sum.total).description
                let gap = sum.sum > Int128(sum.total) ? sum.sum - Int128(sum.total) : Int128(sum.total) - sum.sum
                tally.fail(
                    rule, sum.isCertain ? .warning : .notice, place: "\(passage.place.key) \(parts)",
                    expected: expected, actual: total,
                    message: "\(passage.place.name)写总数\(total)，所列各部分\(parts)＝\(expected)，"
                        + "相差\(ArithmeticRules.text(gap))。",
                    english:
                        "\(passage.place.english.uppercasedFirst) states a total of \(total); the parts that it lists "
                        + "are \(sum.parts.map(text).joined(separator: " + ")) = \(expected). "
                        + "The difference is \(ArithmeticRules.text(gap)).",
                    quote: quote)
            }
        }
    }

    /// Where offices count differently, a difference is only worth a look: answers given, and 收到 with what was
    /// carried in.
    private static func isSoft(_ statement: Statement, _ context: RuleContext) -> Bool {
        if statement.topics.contains(.applications(.answered)) { return true }
        guard statement.topics == [.applications(.received)], statement.carried == .doubtful else { return false }
        let both = [Topic.applications(.received), .applications(.carriedIn)]
            .flatMap { $0.cells(context.layout, context.report.form) }
        return context.report.missing(both) == nil && total(both, context) == statement.value
    }
}
