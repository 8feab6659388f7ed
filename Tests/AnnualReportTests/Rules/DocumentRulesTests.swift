import AnnualReport
import TestSupport
import Testing

@Suite("rules about the document")
struct DocumentRulesTests {
    static func report(
        _ form: StatutoryForm = .edition2021, year: Int? = 2023, preamble: String = "", title: String? = nil
    ) -> Report {
        var report = ConsistentReport.empty(form, year: year ?? 2023)
        report.reportYear = year
        report.preamble = preamble
        if let title { report.title = title }
        return report
    }

    // MARK: the form

    @Test("a report must use the form prescribed for its year")
    func formYear() {
        #expect(RuleBook.check(Self.report(.edition2019, year: 2020)).failures("FORM_YEAR").isEmpty)
        #expect(RuleBook.check(Self.report(.edition2021, year: 2021)).failures("FORM_YEAR").isEmpty)
        let wrong = RuleBook.check(Self.report(.edition2019, year: 2022)).failures("FORM_YEAR")
        #expect(wrong.map(\.expected) == ["2021"] && wrong.map(\.severity) == [.error])
        #expect(wrong.first?.message.contains("国办公开办函〔2021〕30号") == true)
        #expect(RuleBook.check(Self.report(year: nil)).open("FORM_YEAR").count == 1)
    }

    @Test("a form mixed of both editions is named")
    func mixed() {
        #expect(RuleBook.check(Self.report(.mixed2021)).failures("FORM_MIXED").map(\.actual) == ["2021＋2019"])
        #expect(RuleBook.check(Self.report(.mixed2019)).failures("FORM_MIXED").map(\.actual) == ["2019＋2021"])
        #expect(RuleBook.check(Self.report()).failures("FORM_MIXED").isEmpty)
    }

    @Test("the notice cited must be the one that prescribes the form")
    func notice() {
        let right = Self.report(preamble: "根据国办公开办函〔2021〕30号要求编制。")
        #expect(RuleBook.check(right).failures("FORM_NOTICE").isEmpty)
        let wrong = Self.report(preamble: "根据（国办公开办函〔2019〕60 号）要求编制。")
        #expect(RuleBook.check(wrong).failures("FORM_NOTICE").map(\.quote) == ["国办公开办函〔2019〕"])
        let both = Self.report(preamble: "国办公开办函〔2019〕60号已由国办公开办函〔2021〕30号代替。")
        #expect(RuleBook.check(both).failures("FORM_NOTICE").isEmpty)
    }

    // MARK: years

    @Test(
        "a period from 1 January to 31 December of the year is right however it is written",
        arguments: [
            "数据统计期限从 2023 年 1 月 1 日至 2023 年 12 月 31 日。", "统计期限为2023年1月1日至12月31日。",
            "所列数据的统计期限自２０２３年１月１日起，至２０２３年１２月３１日止。", "报告统计数据时限为2023年01月01日-2023年12月31日。",
        ])
    func period(text: String) {
        let result = RuleBook.check(Self.report(preamble: text))
        #expect(result.failures("PERIOD").isEmpty && result.open("PERIOD").isEmpty)
    }

    @Test("another period fails, lost characters leave it open, no period is no instance")
    func wrongPeriod() throws {
        let other = RuleBook.check(Self.report(preamble: "本报告统计期限为2022年1月1日至2022年12月31日。"))
        let finding = try #require(other.failures("PERIOD").first)
        #expect(finding.actual == "2022年1月1日至2022年12月31日" && finding.severity == .error)
        #expect(finding.quote?.contains("2022年1月1日至2022年12月31日") == true)
        let short = RuleBook.check(Self.report(preamble: "统计期限为2023年1月1日至11月30日。"))
        #expect(short.failures("PERIOD").count == 1)
        let lost = RuleBook.check(Self.report(preamble: "统计期限自20231月1日起至202312月31日止。"))
        #expect(lost.open("PERIOD").count == 1 && lost.failures("PERIOD").isEmpty)
        let none = RuleBook.check(Self.report(preamble: "如有疑问请与办公室联系。"))
        #expect(none.failures("PERIOD").isEmpty && none.open("PERIOD").isEmpty)
    }

    @Test("a title, an opening or an announcement of another year is found")
    func years() {
        let title = RuleBook.check(Self.report(title: "测试市测试局2022年政府信息公开工作年度报告"))
        #expect(title.failures("YEAR").map(\.actual) == ["2022"])
        let opening = RuleBook.check(Self.report().with(.overall, "2022年，我局认真贯彻条例。"))
        #expect(opening.failures("YEAR").map(\.quote) == ["2022年"])
        let announced = RuleBook.check(Self.report(preamble: "现公布测试局2022年政府信息公开工作年度报告。"))
        #expect(announced.failures("YEAR").map(\.severity) == [.warning])
        let later = RuleBook.check(Self.report().with(.overall, "截至2024年12月31日，共公开信息9条。"))
        #expect(later.failures("YEAR").map(\.severity) == [.warning])
        let earlier = RuleBook.check(Self.report().with(.overall, "截至2022年底，共公开信息9条。"))
        #expect(earlier.failures("YEAR").map(\.severity) == [.notice])
        let right = Self.report(preamble: "现公布测试局2023年度政府信息公开工作年度报告。").with(.overall, "2023 年来，截至2023年底共公开9条。")
        #expect(RuleBook.check(right).failures("YEAR").isEmpty)
        #expect(RuleBook.check(Self.report(year: nil)).open("YEAR").count == 1)
    }

    // MARK: sections

    @Test("each of the six sections must be there and have content")
    func sections() {
        var report = Self.report()
        report.sections.removeAll { $0.id == .problems || $0.id == .applications }
        let missing = RuleBook.check(report).failures("SECTION_MISSING")
        #expect(missing.map(\.severity) == [.warning, .error])
        #expect(missing.map(\.expected) == ["三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"])
        let empty = RuleBook.check(Self.report().with(.problems, " \n　\n"))
        #expect(empty.failures("SECTION_EMPTY").map(\.severity) == [.warning])
        let onlyTable = RuleBook.check(Self.report().with(.applications, ""))
        #expect(onlyTable.failures("SECTION_EMPTY").isEmpty)
        #expect(RuleBook.check(Self.report()).failures("SECTION_EMPTY").isEmpty)
    }

    @Test("a small heading with nothing under it is worth a look")
    func bareHeadings() {
        let text = "（一）主动公开\n公开信息9条。\n（二）依申请公开\n\n（三）政府信息管理。制度健全。\n（四）平台建设情况"
        let findings = RuleBook.check(Self.report().with(.overall, text)).failures("SECTION_EMPTY")
        #expect(findings.map(\.quote) == ["（二）依申请公开", "（四）平台建设情况"])
        #expect(findings.allSatisfy { $0.severity == .notice })
    }

    @Test(
        "as many sections as announced",
        arguments: [
            ("全文包括总体情况、主动公开情况、申请情况、政府信息公开行政复议、行政诉讼情况、主要问题及改进情况及其他需要报告的事项等六个部分。", 6...6, true),
            ("全文包括总体情况、主动公开情况、申请情况、政府信息公开行政复议、行政诉讼情况、主要问题及改进情况及其他需要报告的事项等七个部分。", 6...6, false),
            ("本报告由概述、主动公开、依申请公开、行政复议、行政诉讼、问题和改进措施6个部分组成。", 5...6, true),
            ("本报告由总体情况、主动公开情况、申请情况、问题及改进情况、其他需要报告的事项等六部分组成。", 5...5, false),
            ("本报告由办公室编制，如有疑问请联系一部分工作人员。", 0...0, true),
        ])
    func count(text: String, listed: ClosedRange<Int>, isRight: Bool) {
        let failures = RuleBook.check(Self.report(preamble: text)).failures("SECTION_COUNT")
        #expect(failures.isEmpty == isRight)
        if let failure = failures.first { #expect(failure.expected == String(listed.lowerBound)) }
    }

    // MARK: text that does not belong

    @Test(
        "instructions, placeholders, field codes and blanks left in are found",
        arguments: [
            ("编写说明：可先综述。", "编写说明"), ("该部分以表格形式报告。", "该部分以表格形式报告"), ("请与XX局联系。", "XX"), ("由××镇编制。", "××"),
            ("栏目 HYPERLINK \"http://a.example\" 发布。", "HYPERLINK"), ("公众号累计发布   条，进展较大。", "发布   条"),
            ("全年受理 件，均已办结。", "受理 件"), ("共有____个，持续更新。", "____个"),
        ])
    func template(text: String, quote: String) {
        let failures = RuleBook.check(Self.report().with(.overall, text)).failures("TEMPLATE_TEXT")
        #expect(failures.count == 1)
        #expect(failures.first?.quote?.contains(quote) == true)
    }

    @Test(
        "ordinary text is no template",
        arguments: ["公开信息  9 条。", "第 1 条，第  二条。", "“1+X”新闻发布会、5G、LED、DXXD9。", "累计发布信息9条。", "符合 条件，符合  条件的 个人。"])
    func noTemplate(text: String) {
        #expect(RuleBook.check(Self.report().with(.overall, text)).failures("TEMPLATE_TEXT").isEmpty)
    }

    @Test("a report that calls itself that of another office is found, short names of its own are not")
    func otherAgency() {
        func check(_ agency: String, _ text: String) -> [RuleFinding] {
            var report = Self.report(preamble: text, title: "政府信息公开工作年度报告")
            report.agency = agency
            return RuleBook.check(report).failures("OTHER_AGENCY")
        }
        let wrong = check("测试县东镇", "现公布测试县民族宗教事务局2023年度政府信息公开工作年度报告。")
        #expect(wrong.map(\.actual) == ["测试县民族宗教事务局"])
        #expect(check("测试市人力资源和社会保障局", "现公布市人社局2023年政府信息公开工作年度报告。").isEmpty)
        #expect(check("测试市统计局", "现公布区统计局2023年政府信息公开工作年度报告。").isEmpty)
        #expect(check("测试市大数据局", "现将测试市大数据管理局2023年政府信息公开年度报告公布如下。").isEmpty)
        #expect(check("测试市测试局", "根据《关于做好2023年度我市行政机关政府信息公开年度报告编制工作的通知》编制。").isEmpty)
        #expect(check("", "现公布测试县民族宗教事务局2023年度政府信息公开工作年度报告。").isEmpty)
    }

    @Test("rules made by a town are worth a look, those of a city are not")
    func plausible() {
        var report = Report.with(.edition2021, ["t2_art20_1.regulations.in_force": 6])
        #expect(RuleBook.check(report).failures("PLAUSIBLE").isEmpty)
        report.agency = "测试县东镇人民政府"
        #expect(RuleBook.check(report).failures("PLAUSIBLE").map(\.severity) == [.notice])
        report.agency = "测试市人民政府"
        #expect(RuleBook.check(report).failures("PLAUSIBLE").isEmpty)
        var blank = report
        blank.agency = "测试街道办事处"
        for column in ["issued_this_year", "repealed_this_year", "in_force"] {
            blank = blank.with("t2_art20_1.regulations.\(column)", .blank)
        }
        #expect(RuleBook.check(blank).open("PLAUSIBLE").count == 1)
    }

    @Test("requests closed for an unpaid fee want a word on fees")
    func fees() {
        let cell = "t3_applications.other_fee_unpaid.total"
        let report = Report.with(.edition2021, [cell: 2])
        #expect(RuleBook.check(report).failures("FEE_TEXT").map(\.severity) == [.notice])
        #expect(RuleBook.check(report.with(.otherMatters, "收取信息处理费400元。")).failures("FEE_TEXT").isEmpty)
        #expect(RuleBook.check(report.with(cell, .blank)).open("FEE_TEXT").count == 1)
    }

    @Test("text taken over from last year is found although years and figures were changed")
    func copied() {
        let text = """
            2022年，我局成立领导小组，明确专人负责，修订公开制度9项，组织业务培训3次，编制主动公开目录，清理失效文件，优化网站栏目，
            规范依申请公开办理流程，建立会商机制，对重大决策实行预公开，广泛听取公众意见，及时回应社会关切，接受群众监督，
            加强新媒体账号管理，落实三审三校，定期开展自查，对发现的问题建立台账，逐项整改，做到应公开尽公开，切实保障公众知情权。
            """
        let previous = Self.report(year: 2022).with(.overall, text).with(.problems, text)
        let now = Self.report().with(.overall, text.replacing("2022", with: "2023").replacing("9项", with: "12项"))
            .with(.problems, "问题。")
        let result = RuleBook.check(now, previous: previous)
        #expect(result.failures("COPIED_TEXT").map(\.severity) == [.warning])
        #expect(result.open("COPIED_TEXT").count == 1)
        let other = Self.report().with(
            .overall,
            """
            2023年，全市围绕优化营商环境推进公开，新设惠企政策专栏，汇总税费减免、融资担保和用工服务政策，按行业推送给企业；
            在办事大厅开设政务公开专区，配备查询设备和专职人员，提供政府公报免费取阅；对教育、医疗、供水、供气等公共企事业单位的
            信息公开提出清单，逐月检查更新情况；邀请居民代表走进执法现场和项目工地，听取意见后调整公交线路和菜场布局。
            """)
        #expect(RuleBook.check(other, previous: previous).failures("COPIED_TEXT").isEmpty)
    }
}
