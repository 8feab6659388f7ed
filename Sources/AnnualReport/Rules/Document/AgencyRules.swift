/// Who the report is of: names of other organs, powers it cannot have, fees it does not mention.
enum AgencyRules {
    static let rules: [Rule] = [
        Rule(
            "OTHER_AGENCY", .warning, scope: "正文提到“某机关某年年度报告”的每一处",
            expectation: "报告中作为编制机关出现的名称应是本机关。",
            source: "《政府信息公开条例》第四十九条：各机关公布本机关的年度报告",
            remedy: "改成本机关的名称，并检查正文是否整段抄自其他机关。",
            english: .init(
                scope: "Every place that names the report of an office",
                expectation: "The office named as the author of the report is the one whose report it is.",
                remedy: "Replace the name of the other office; check whether the text was taken from its report."),
            evaluate: otherAgency),
        Rule(
            "PLAUSIBLE", .notice, scope: "乡镇、街道和县级部门的“规章”行",
            expectation: "乡镇、街道和县级部门没有规章制定权，“规章”行一般应为0。",
            source: "《立法法》关于规章制定权的规定；《政府信息公开条例》第二十条第（一）项",
            remedy: "核对是否把规范性文件或者内部制度填进了“规章”行。",
            english: .init(
                scope: "The row of rules, for townships, subdistricts and county departments",
                expectation:
                    "Townships, subdistricts and county departments cannot make rules, so the row is usually 0.",
                remedy: "Check whether normative documents were counted as rules; if so, move them to their row."),
            evaluate: plausible),
        Rule(
            "FEE_TEXT", .notice, scope: "2021年格式“逾期未缴费”行",
            expectation: "有申请因逾期不缴费而不再处理的，报告应写明收取信息处理费的情况。",
            source: "国办函〔2020〕109号；年度报告第六部分",
            remedy: "在“六、其他需要报告的事项”写明发出收费通知和收取信息处理费的情况。",
            english: .init(
                scope: "The row of unpaid fees in the form of 2021",
                expectation:
                    "Where an application ended for an unpaid fee, the report tells of the processing fees charged.",
                remedy: "Add to section six how much was charged, or check the row."), evaluate: fees),
    ]

    // MARK: OTHER_AGENCY

    private static let suffixes = [
        "局", "委", "委员会", "办公室", "办事处", "人民政府", "镇", "乡", "街道", "厅", "院", "中心", "大队", "支队", "学校",
    ]

    private static func otherAgency(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard !context.report.agency.isEmpty, context.text.openingWords.contains(.reportName) else { return }
        for passage in context.text.passages
        where passage.words.contains(.reportName)
            && (passage.place == .preamble || passage.place == .section(.overall))
        {
            for (index, token) in passage.tokens.enumerated() where token.kind == .word && token.word == .reportName {
                guard let year = passage.tokens[..<index].last(where: { $0.kind == .year }),
                    token.start - year.end <= 60, let name = owner(passage.text, before: year.start)
                else { continue }
                if AgencyName.mayBeSame(name.text, context.report.agency) || context.report.title.contains(name.text)
                    || isTraditional(name.text) != isTraditional(context.report.agency)
                {
                    tally.pass()
                } else {
                    tally.fail(
                        rule, place: "\(passage.place.key) \(name.text)", expected: context.report.agency,
                        actual: name.text,
                        message: "本报告是“\(context.report.agency)”的，\(passage.place.name)却写成“\(name.text)”的年度报告。",
                        english:
                            "This report is that of \(context.report.agency.inQuotes), but \(passage.place.english) "
                            + "calls it the report of \(name.text.inQuotes).",
                        quote: passage.text.quote(name.start..<token.end))
                }
            }
        }
    }

    /// Converted pages mix traditional and simplified characters: one organ then has two spellings.
    private static func isTraditional(_ name: String) -> Bool {
        name.contains { "區縣鄉鎮審計員會國務辦廳財業農環衛統設資貿監護書館處隊術".contains($0) }
    }

    /// The name of an organ directly in front of a year.
    private static func owner(_ text: NormalText, before end: Int) -> (text: String, start: Int)? {
        var start = end
        var characters = 0
        while let place = text.before(start), characters < 25 {
            let (code, _) = text.scalar(place)
            guard code >= 0x4E00, code < 0xA000 else { break }
            start = place
            characters += 1
        }
        var name = text.words(start..<end)
        // 现公布…, 现将…, 公开…: the verb is no part of the name.
        for verb in ["公布", "公开", "发布", "编制", "现将", "将", "关于", "做好"] {
            if let range = name.range(ofLast: verb) {
                name = String(name[range.upperBound...])
            }
        }
        guard name.count >= 4, suffixes.contains(where: { name.hasSuffix($0) }) else { return nil }
        guard !["我", "本", "各", "全"].contains(where: { name.hasPrefix($0) }) else { return nil }
        return (name, end - name.utf8.count)
    }

    // MARK: PLAUSIBLE

    private static func plausible(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard isLocal(context.report.agency) else { return }
        let cells = context.layout.regulations
        // Where no number stands the value is less than any number.
        guard cells.contains(where: { context.values[$0] > 0 }) else {
            if cells.contains(where: {
                context.report.cells.state($0) == .number || context.report.cells.state($0) == .notApplicable
            }) {
                tally.pass()
            } else if let missing = context.report.missing(cells) {
                tally.leaveOpen(
                    rule, cells: missing.cells, message: "“规章”行无法核对：\(missing.message)。", remedy: missing.remedy,
                    english: "The row “Rules” cannot be checked: \(missing.english).",
                    englishRemedy: missing.englishRemedy)
            }
            return
        }
        let filled = cells.filter { context.values[$0] > 0 }
        let values = filled.compactMap { context.values.number($0)?.description }
        let actual = values.joined(separator: "、")
        tally.fail(
            rule, cells: filled, expected: "0", actual: actual,
            message: "“\(context.report.agency)”没有规章制定权，“规章”行却填了\(actual)。",
            english: "\(context.report.agency.inQuotes) has no power to make rules, but its row “Rules” has "
                + "\(values.englishList).")
    }

    private static func isLocal(_ agency: String) -> Bool {
        guard let last = agency.unicodeScalars.last else { return false }
        let ends = { (text: String) in agency.utf8.suffix(text.utf8.count).elementsEqual(text.utf8) }
        // Most names end otherwise.
        switch last {
        case "镇", "乡": return true
        case "道": return ends("街道")
        case "处": return ends("街道办事处")
        case "办": return ends("街道办")
        case "府": return ends("镇人民政府") || ends("乡人民政府")
        case "局", "委": break
        case "会": guard ends("委员会") else { return false }
        default: return false
        }
        return stands("县", in: agency) && !stands("自治州", in: agency)
    }

    /// Whether a word stands in a name, byte by byte.
    private static func stands(_ word: StaticString, in name: String) -> Bool {
        var name = name
        return name.withUTF8 { name in
            word.withUTF8Buffer { word in
                var place = 0
                while place + word.count <= name.count {
                    var same = 0
                    while same < word.count, name[place + same] == word[same] { same += 1 }
                    if same == word.count { return true }
                    place += 1
                }
                return false
            }
        }
    }

    // MARK: FEE_TEXT

    private static func fees(_ rule: Rule, _ context: RuleContext, _ tally: inout RuleTally) {
        guard let cell = context.layout.feeUnpaid else { return }
        guard let unpaid = context.values.number(cell) else {
            if let missing = context.report.missing([cell]) {
                tally.leaveOpen(
                    rule, cells: [cell], message: "不能核对收费情况：\(missing.message)。", remedy: missing.remedy,
                    english: "The fees charged cannot be checked: \(missing.english).",
                    englishRemedy: missing.englishRemedy)
            }
            return
        }
        if unpaid <= .zero || context.text.mentions(.fee) {
            tally.pass()
        } else {
            tally.fail(
                rule, cells: [cell], expected: "写明收费情况", actual: "没有写",
                message: "表三有\(unpaid)件因逾期未缴费不再处理，正文没有写信息处理费的收取情况。",
                english:
                    "Table three has \(unpaid) under “\(context.report.form.englishRowName(cell))”; the text does not "
                    + "tell of the processing fees charged.")
        }
    }
}

extension String {
    /// Where a text last stands in this one.
    fileprivate func range(ofLast text: String) -> Range<Index>? {
        var found: Range<Index>?
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                found = start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return found
    }
}
