import AnnualReport
import TestSupport
import Testing

@Suite("TXT_TABLE: counts in the text against the tables")
struct TableStatementTests {
    /// 11 new, 1 carried in, 5 disclosed, 2 partly, 3 denied in two leaves, 1 unable, 0 not processed, 0 other, 1 out.
    static func report(_ text: String, in section: SectionID = .overall, agency: String = "测试市测试局") -> Report {
        let t3 = "t3_applications"
        let t4 = "t4_review_litigation.cases"
        var report = Report.with(
            .edition2021,
            [
                "\(t3).new_received.natural_person": 9, "\(t3).new_received.commercial_enterprise": 2,
                "\(t3).new_received.total": 11, "\(t3).carried_in.natural_person": 1, "\(t3).carried_in.total": 1,
                "\(t3).disclosed.natural_person": 4, "\(t3).disclosed.commercial_enterprise": 1,
                "\(t3).disclosed.total": 5, "\(t3).partially_disclosed.natural_person": 2,
                "\(t3).partially_disclosed.total": 2, "\(t3).denied_state_secret.natural_person": 1,
                "\(t3).denied_state_secret.total": 1, "\(t3).denied_internal_affairs.natural_person": 2,
                "\(t3).denied_internal_affairs.total": 2, "\(t3).unable_not_held.natural_person": 1,
                "\(t3).unable_not_held.total": 1, "\(t3).results_total.natural_person": 10,
                "\(t3).results_total.commercial_enterprise": 1, "\(t3).results_total.total": 11,
                "\(t3).carried_out.commercial_enterprise": 1, "\(t3).carried_out.total": 1,
                "\(t4).review_upheld": 6, "\(t4).review_pending": 1, "\(t4).review_total": 7,
                "\(t4).litigation_direct_pending": 2, "\(t4).litigation_direct_total": 2,
                "\(t4).litigation_after_review_upheld": 1, "\(t4).litigation_after_review_total": 1,
            ])
        report.agency = agency
        return report.with(section, text)
    }

    @Test(
        "what the text says and the tables confirm passes",
        arguments: [
            ("2023年，我局收到政府信息公开申请11件，上年结转1件，办结11件，结转下年度1件。", 4),
            ("（二）依申请公开。本年度受理政府信息公开申请12件（其中本年度新收申请数11件，上年结转申请数1件）。", 3),
            ("（二）依申请公开。全年收到申请 11 件，其中网络申请8件。", 1),
            ("收到依申请公开件11件。办结依申请公开件11件（含2022年结转的1件），其中，予以公开5件，部分公开2件，不予公开3件，无法提供1件、不予处理0件。", 8),
            ("全年收到政府信息公开申请11件，其中，自然人申请9件，法人或其他组织申请2件；予以公开5件、转下年度办理1件。", 5),
            ("全年受理政府信息公开申请１２件，已答复11件，另1件结转至下一年度。", 3),
            ("我局因政府信息公开被申请行政复议7件，其中结果维持6件、结果纠正0件、其他结果0件、尚未审结1件。收到诉讼3件，其中未经复议直接起诉2件，均尚未审结。复议后起诉1件，结果维持。", 8),
            ("政府信息公开行政复议7件、行政诉讼3件。", 2),
            ("全年依申请公开予以公开及部分公开7件。", 1),
            ("全年依申请公开予以公开（含部分公开）7件。", 1),
            ("2023年收到政府信息公开申请十一件。", 1),
            ("2023年，本局收到政府信息\n公开申请11\n件。", 1),
            ("2023年，我局收到政府信息公開申請11件。", 1),
        ])
    func agrees(text: String, statements: Int) {
        let without = RuleBook.check(Self.report("照章办理。"))
        let result = RuleBook.check(Self.report(text))
        #expect(result.failures("TXT_TABLE").map(\.message) == [])
        // A total with its parts is an instance of TXT_SUM too.
        #expect(result.passed - without.passed >= statements, "\(result.passed - without.passed)")
    }

    @Test(
        "what the tables contradict fails with the words, the number and the cells",
        arguments: [
            ("2023年，我局收到政府信息公开申请13件。", "2023年，我局收到政府信息公开申请13件", "new_received", "11", "13"),
            ("收到政府信息公开申请12件，上年结转1件。", "收到政府信息公开申请12件", "new_received", "11", "12"),
            ("本年新收政府信息公开申请12件。", "本年新收政府信息公开申请12件", "new_received", "11", "12"),
            ("依申请公开办结10件。", "依申请公开办结10件", "results_total", "11", "10"),
            ("依申请公开不予公开4件。", "依申请公开不予公开4件", "denied_state_secret", "3", "4"),
            ("依申请公开无法提供两件。", "依申请公开无法提供两件", "unable_not_held", "1", "2"),
            ("全年依申请公开予以公开及部分公开6件。", "全年依申请公开予以公开及部分公开6件", "disclosed", "7", "6"),
            ("依申请公开件结转下年度2件。", "依申请公开件结转下年度2件", "carried_out", "1", "2"),
            ("依申请公开件2022年结转的3件。", "2022年结转的3件", "carried_in", "1", "3"),
        ])
    func contradicts(text: String, quote: String, row: String, expected: String, actual: String) throws {
        let failures = RuleBook.check(Self.report(text)).failures("TXT_TABLE")
        try #require(failures.count == 1)
        let finding = failures[0]
        #expect(finding.cells.first?.row == row && finding.cells.first?.column == "total")
        #expect(finding.expected == expected && finding.actual == actual)
        #expect(finding.severity == .warning)
        let words = try #require(finding.quote)
        #expect(text.contains(words))
        #expect(words.contains(quote.suffix(5)))
        #expect(finding.message.contains("正文“一、总体情况”"))
    }

    @Test("review and litigation that the table contradicts fail")
    func cases() {
        let text = "因政府信息公开被申请行政复议8件，其中维持6件。被提起行政诉讼4件。"
        let failures = RuleBook.check(Self.report(text, in: .reviewLitigation)).failures("TXT_TABLE")
        #expect(failures.map(\.actual) == ["8", "4"])
        #expect(failures.map(\.expected) == ["7", "3"])
        #expect(failures[1].cells.map(\.column) == ["litigation_direct_total", "litigation_after_review_total"])
    }

    @Test(
        "a text that says there was none fails where the table has some",
        arguments: [
            "2023年度我局未收到政府信息公开申请。", "2023年，我局无受理依申请公开政府信息情况。", "本年未有群众依申请信息公开件。",
            "我局未接到提出公开政府信息的申请。", "年内未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请。",
            "（二）依申请公开情况\n本年度未收到相关单位和个人的公开申请，队伍建设得到加强。",
        ])
    func saysNone(text: String) {
        let failures = RuleBook.check(Self.report(text)).failures("TXT_TABLE")
        #expect(failures.map(\.actual) == ["0"])
        #expect(failures.map(\.expected) == ["11"])
    }

    @Test("a text that says there was no review and no litigation fails twice, no carried request fails too")
    func saysNoCases() {
        let cases = RuleBook.check(
            Self.report("未发生因政府信息公开被群众申请行政复议、被提起行政诉讼情况。")
        ).failures("TXT_TABLE")
        #expect(cases.map(\.expected) == ["7", "3"])
        let carried = RuleBook.check(
            Self.report("没有上年结转继续办理的申请，也没有结转至下一年度办理的申请。", in: .applications)
        ).failures("TXT_TABLE")
        #expect(carried.map(\.expected) == ["1", "1"])
    }

    @Test(
        "what speaks of something else, another year, another office or roughly is left alone",
        arguments: [
            "2022年，我局收到政府信息公开申请30件，予以公开20件。", "与2022年相比，收到政府信息公开申请减少8件。",
            "较上年多收到政府信息公开申请5件。", "去年收到政府信息公开申请30件。", "上半年收到政府信息公开申请4件。",
            "收到政府信息公开申请近20件。", "收到政府信息公开申请100余件。", "累计收到政府信息公开申请约20件。",
            "承办人大代表建议5件、政协提案16件，全部办结。", "受理行政许可申请300件，办结290件。",
            "受理信访事项40件，办结38件。", "市公安局收到政府信息公开申请50件。", "市本级收到政府信息公开申请4件。",
            "区政府办公室收到政府信息公开申请4件。", "收到涉及征地拆迁的政府信息公开申请4件。",
            "通过网站收到政府信息公开申请4件，现场收到政府信息公开申请7件。", "收到企业提出的政府信息公开申请4件。",
            "全市共收到政府信息公开申请4000件。", "共制作信息24条，其中依申请公开信息5条，不予公开信息数9条。",
            "作为依申请公开信息数0条，不予公开信息数0条。", "全年办理行政复议案件300件。公开行政复议决定书200件。",
            "未发生因依申请公开办理不当引发的投诉举报情况。", "未收到重复的政府信息公开申请。", "没有政府信息公开收费。",
            "印发《2023年收到政府信息公开申请99件的通知》。", "未发生行政复议被纠正、行政诉讼败诉的情况。",
            "依申请公开答复率100%，未发生逾期。", "",
        ])
    func leftAlone(text: String) {
        let result = RuleBook.check(Self.report(text))
        #expect(result.failures("TXT_TABLE").map(\.message) == [])
        #expect(result.open("TXT_TABLE").map(\.message) == [])
    }

    @Test("收到 that equals new and carried requests together, without saying so, is only worth a look")
    func doubtful() {
        let failures = RuleBook.check(Self.report("我局收到政府信息公开申请12件。")).failures("TXT_TABLE")
        #expect(failures.map(\.severity) == [.notice])
        #expect(failures[0].message.contains("是11，加上年结转1为12"))
    }

    @Test("the same thing said twice in a section is one instance, in two sections two")
    func repeated() {
        let text = "我局收到政府信息公开申请13件。综上，我局收到政府信息公开申请13件。"
        #expect(RuleBook.check(Self.report(text)).failures("TXT_TABLE").count == 1)
        let both = Self.report(text).with(.applications, text)
        let failures = RuleBook.check(both).failures("TXT_TABLE")
        #expect(failures.count == 2)
        #expect(Set(failures.map(\.fingerprint)).count == 2)
    }

    @Test("a statement about a cell without a number is not assessable")
    func notAssessable() throws {
        let report = Self.report("我局收到政府信息公开申请11件。").with("t3_applications.new_received.total", .blank)
        let result = RuleBook.check(report)
        let open = try #require(result.open("TXT_TABLE").first)
        #expect(open.cells.map(\.description) == ["t3_applications.new_received.total"])
        #expect(open.quote?.contains("11件") == true)
        #expect(result.failures("TXT_TABLE").isEmpty)
    }

    @Test("text of any kind never stops the scanner")
    func hostile() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "收到", "申请", "政府信息公开", "依申请公开", "12件", "（", "）", "(", ")", "其中", "，", "。", "、", "\n", "2023年", "《", "》",
            "结转", "不予公开", "行政复议", "维持", "未", "没有", "99999999999999999999件", "0.000000001件", "十", "第", "万", "余", "X",
            "统计期限", "月", "日", "六个部分", "包括", "年度报告", "𠮷", "\u{0}", " ", "　", "\u{FEFF}", "－", "截至", "与", "比", "其他",
        ]
        for round in 0..<300 {
            let text = (0..<Int.random(in: 0...60, using: &random))
                .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            var report = Self.report(text)
            report.preamble = text
            report.title = String(text.prefix(20))
            let result = RuleBook.check(report, previous: Self.report(text), children: [report])
            #expect(result.findings.count == result.failed + result.notAssessable, "seed \(seed), round \(round)")
        }
    }
}
