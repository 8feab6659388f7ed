import AnnualReport
import Disclosure
import TestSupport
import Testing

@Suite("findings in English")
struct EnglishFindingTests {
    private struct Case {
        var report: Report
        var previous: Report?
        var children: [Report] = []

        var check: CheckResult { RuleBook.check(report, previous: previous, children: children, inEnglish: true) }
    }

    /// Reports that between them fail every rule, and leave open every rule that can be left open.
    private static func gallery() throws -> [Case] {
        let t3 = "t3_applications"
        let t4 = "t4_review_litigation.cases"
        func report(_ change: (inout Report) -> Void, _ form: StatutoryForm = .edition2021, year: Int? = 2023) -> Report
        {
            var report = DocumentRulesTests.report(form, year: year)
            change(&report)
            return report
        }
        func text(_ text: String, in section: SectionID = .overall) -> Report {
            DocumentRulesTests.report().with(section, text)
        }
        let copied = """
            我局成立领导小组，明确专人负责，修订公开制度，组织业务培训，编制主动公开目录，清理失效文件，优化网站栏目，规范依申请公开办理流程，
            建立会商机制，对重大决策实行预公开，广泛听取公众意见，及时回应社会关切，接受群众监督，加强新媒体账号管理，落实三审三校，定期开展自查，
            对发现的问题建立台账，逐项整改，做到应公开尽公开，切实保障公众知情权，并把公开工作列入年度考核，按季度通报各科室的进度和质量。
            """
        let row = "t2_art20_1.regulations"
        let items = "t2_art20_5.administrative_licensing"
        let amount = "t2_art20_9.centralized_procurement.procurement_amount"
        let fee = "t2_art20_8.administrative_fees.fee_amount_this_year"
        var withoutTable = ConsistentReport.empty(.edition2021)
        for (place, cell) in withoutTable.form.cells.enumerated() where cell.address.table == FormTable.reviewLitigation
        {
            withoutTable[index: place] = .absent
        }
        let decimal = try #require(CellAddress("\(t3).disclosed.total"))
        let previous = Report.with(.edition2021, year: 2022, ["\(row).in_force": 9, "\(t3).carried_out.total": 3])
        var stranger = previous
        stranger.agency = "测试区另一局"
        var own = DocumentRulesTests.report()
        own.agency = "测试县东镇"
        let other = report({
            $0.agency = "测试县东镇"
            $0.title = "政府信息公开工作年度报告"
            $0.preamble = "现公布测试县民族宗教事务局2023年度政府信息公开工作年度报告。"
            ConsistentReport.set(&$0, "\(row).in_force", 6)
            ConsistentReport.set(&$0, "\(row).issued_this_year", 2)
        })
        return [
            Case(
                report: Report.with(.edition2021, ["\(t3).new_received.total": 2, "\(t3).disclosed.natural_person": 3])),
            Case(
                report: Report.with(
                    .edition2021,
                    [
                        "\(t4).review_total": 1, "\(t4).litigation_direct_upheld": 2,
                        "\(t4).litigation_after_review_other": 3,
                    ]
                )),
            Case(report: ConsistentReport.empty(.edition2021).with("\(t3).disclosed.total", .unreadable)),
            Case(
                report: ConsistentReport.empty(.edition2021).with("\(t4).review_total", .blank)
                    .with("\(t4).litigation_direct_total", .notApplicable, text: "/")
                    .with("\(t4).litigation_after_review_total", .absent).with("\(fee)", .blank)
                    .with("\(t3).other_fee_unpaid.total", .blank)),
            Case(report: withoutTable),
            Case(
                report: Report.with(
                    .edition2019, year: 2022,
                    [
                        "\(items).decisions": -1, amount: 8_040, "\(row).newly_disclosed_this_year": 2,
                        "\(row).total_disclosed": 1,
                    ])),
            Case(report: ConsistentReport.empty(.edition2019).with("\(row).total_disclosed", .blank)),
            Case(
                report: report {
                    $0[decimal] = .number(.zero, text: "0.00")
                    ConsistentReport.set(&$0, fee, 251_000, unit: "元")
                    ConsistentReport.set(&$0, "\(t4).review_upheld", 0, unit: "元")
                    ConsistentReport.set(&$0, "\(t3).other_fee_unpaid.total", 2)
                }),
            // The year before, and the reports below.
            Case(report: Report.with(.edition2021, ["\(row).in_force": 8]), previous: previous),
            Case(report: ConsistentReport.empty(.edition2021, year: 2023), previous: stranger),
            Case(report: ConsistentReport.empty(.edition2021, year: 2021), previous: previous),
            Case(
                report: ConsistentReport.empty(.edition2021).with("\(t3).carried_in.total", .blank), previous: previous),
            Case(
                report: ConsistentReport.empty(.edition2021),
                previous: previous.with("\(t3).carried_out.total", .unreadable).with("\(row).in_force", .blank)),
            Case(
                report: Report.with(.edition2019, year: 2020, ["\(items).prior_year_items": 16]),
                previous: .with(.edition2019, year: 2019, ["\(items).change_this_year": -3])),
            Case(
                report: ConsistentReport.empty(.edition2021),
                children: [
                    Report.with(.edition2021, ["\(t3).disclosed.total": 1]), ConsistentReport.empty(.edition2021),
                ]
            ),
            Case(report: ConsistentReport.empty(.edition2021), children: [previous]),
            Case(
                report: Report.with(.edition2019, year: 2020, [amount: 20]),
                children: [.with(.edition2019, year: 2020, [amount: 10])]),
            Case(
                report: ConsistentReport.empty(.edition2021),
                children: [ConsistentReport.empty(.edition2021).with("\(t3).disclosed.total", .blank)]),
            Case(
                report: ConsistentReport.empty(.edition2021),
                children: [ConsistentReport.empty(.edition2019, year: 2023)]),
            Case(
                report: text(copied).with(.problems, "问题。"),
                previous: DocumentRulesTests.report(year: 2022).with(.overall, copied).with(.problems, copied)),
            // Text.
            Case(report: text("2023年，我局收到政府信息公开申请13件，其中网上申请8件、现场申请9件，其他1件。")),
            Case(
                report: report {
                    ConsistentReport.set(&$0, "\(t3).carried_in.total", 2)
                    $0 = $0.with(.overall, "收到政府信息公开申请“13”件，即收到政府信息公开申请13件。依申请公开予以公开及部分公开7件。")
                }),
            Case(
                report: text("我局收到政府信息公开申请12件。").with("\(t3).new_received.total", .blank)),
            Case(report: text("因政府信息公开被申请行政复议8件，其中维持6件，其他结果2件。被提起行政诉讼4件。", in: .reviewLitigation)),
            Case(report: text("总计431条，其中网站发布222条、公众号发布201条、其他9条。")),
            Case(report: DocumentRulesTests.report(.edition2019, year: nil, preamble: "统计期限为2023年1月1日至12月31日。")),
            Case(report: DocumentRulesTests.report(.mixed2021, preamble: "根据国办公开办函〔2019〕60号编制。统计期限为2023年1月1日至2月30日。")),
            Case(report: DocumentRulesTests.report(.mixed2019, preamble: "统计期限自20231月1日起至202312月31日止。")),
            Case(
                report: DocumentRulesTests.report(
                    preamble: "现公布测试局2022年政府信息公开工作年度报告。", title: "测试局2022年政府信息公开工作年度报告"
                ).with(.overall, "2022年，我局认真贯彻条例。截至2024年12月31日，共公开信息9条。截至2021年底，共公开信息9条。")),
            Case(
                report: report {
                    $0.sections.removeAll { $0.id == .problems || $0.id == .applications }
                    $0 = $0.with(.otherMatters, " \n　\n")
                        .with(.overall, "（一）主动公开\n公开信息9条。\n（二）依申请公开\n\n（三）政府信息管理。制度健全。")
                    $0.preamble = "本报告由总体情况、主动公开情况、申请情况、问题及改进情况、其他需要报告的事项等六部分组成。"
                }),
            Case(report: withoutTable.with(.reviewLitigation, "")),
            Case(report: text("编写说明：可先综述。由××镇编制。栏目 HYPERLINK \"http://a.example\" 发布。全年受理 件，均已办结。")),
            Case(report: other),
            Case(
                report: own.with("\(row).issued_this_year", .blank).with("\(row).repealed_this_year", .blank)
                    .with("\(row).in_force", .unreadable)),
        ]
    }

    @Test("every finding of every rule is told in English, with the numbers of the Chinese")
    func findings() throws {
        var failed: Set<String> = []
        var open: Set<String> = []
        for (place, each) in try Self.gallery().enumerated() {
            for finding in each.check.findings {
                if finding.outcome == .fail { failed.insert(finding.rule) } else { open.insert(finding.rule) }
                let english = try #require(finding.english, "\(place) \(finding.rule)")
                for (chinese, text) in [(finding.message, english.message), (finding.remedy, english.remedy)] {
                    #expect(text.hasSuffix(".") && text.count > 15, "\(finding.rule): \(text)")
                    #expect(text.first?.isUppercase == true || "“0123456789".contains(text.prefix(1)), "\(text)")
                    #expect(!Self.isChinese(Self.withoutQuotes(text)), "\(finding.rule): \(text)")
                    #expect(!text.contains("  ") && !text.contains(" .") && !text.contains(".."), "\(text)")
                    guard chinese == finding.message else { continue }
                    let missing = Self.numbers(chinese).subtracting(Self.numbers(text))
                    #expect(missing == [], "\(finding.rule): \(chinese)\n\(text)")
                }
            }
        }
        #expect(failed == Set(RuleBook.rules.map(\.id)), "\(Set(RuleBook.rules.map(\.id)).subtracting(failed))")
        let mayBeOpen: Set<String> = [
            "X_CARRY", "X_IN_FORCE", "X_AGGREGATE", "RANGE", "BLANK_CELL", "UNIT", "T2_DISCLOSED_LE_TOTAL", "TXT_TABLE",
            "PERIOD", "YEAR", "FORM_YEAR", "PLAUSIBLE", "FEE_TEXT", "COPIED_TEXT",
        ]
        #expect(open.isSuperset(of: mayBeOpen.union(arithmeticRules)), "\(mayBeOpen.subtracting(open))")
    }

    @Test("the arithmetic of a column is told with every term")
    func arithmetic() throws {
        let t3 = "t3_applications"
        let report = Report.with(
            .edition2021,
            [
                "\(t3).new_received.natural_person": 5, "\(t3).carried_in.natural_person": 1,
                "\(t3).results_total.natural_person": 4, "\(t3).carried_out.natural_person": 1,
            ])
        let result = RuleBook.check(report, inEnglish: true)
        let balance = try #require(result.failures("T3_BALANCE").first?.english)
        #expect(
            balance.message
                == "Table three, column “Natural persons”: “Received this year” 5 + “Carried over from last year” 1 = 6; "
                + "“Results, total” 4 + “Carried over to next year” 1 = 5. The difference is 1. "
                + "Source: the heading of table three (Notice No. 60 of 2019 and Notice No. 30 of 2021).")
        let quoted = RuleBook.check(
            DocumentRulesTests.report().with(.overall, "收到“依申请公开”政府信息公开申请13件。"), inEnglish: true)
        let statement = try #require(quoted.failures("TXT_TABLE").first?.english)
        #expect(
            statement.message
                == "Section one (overview) says “收到‘依申请公开’政府信息公开申请13件”; "
                + "in table three “Received this year” is 0.")
    }

    @Test("English changes nothing else: findings are the same with and without it")
    func same() throws {
        for each in try Self.gallery() {
            let plain = RuleBook.check(each.report, previous: each.previous, children: each.children)
            let without = { (findings: [RuleFinding]) in
                findings.map { finding -> RuleFinding in
                    var finding = finding
                    finding.english = nil
                    return finding
                }
            }
            #expect(without(plain.findings) == without(each.check.findings))
            // The sentence that is kept ready for reports that come alone has it always.
            #expect(plain.findings.allSatisfy { $0.english == nil || $0.rule == "X_CARRY" })
        }
    }

    // MARK: What stands in a text

    private static func withoutQuotes(_ text: String) -> String {
        var inside = false
        return String(
            text.filter { sign in
                if sign == "“" { inside = true }
                defer { if sign == "”" { inside = false } }
                return !inside
            })
    }

    private static func isChinese(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x2E80 } }

    /// The numbers in figures, months in English among them.
    private static func numbers(_ text: String) -> Set<String> {
        var text = text
        for (place, month) in [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ].enumerated() {
            text = text.replacing(month, with: String(place + 1))
        }
        return Set(
            text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
                .map { String($0.hasSuffix(".") ? $0.dropLast() : $0) }.filter { !$0.isEmpty })
    }
}
