import AnnualReport
import Foundation
import TestSupport
import Testing

@Suite(
    "rules on real reports",
    .enabled(if: TestEnvironment.hasSharedFolder, "the folder of real reports is absent: nothing to check here"))
struct CorpusTests {
    /// Every failure of severity error or warning that a golden report must raise, with the reason. No other may.
    static let expected: [String: [String]] = [
        "seed_000": [],
        "seed_001": [],
        // A field code of the word processor stands in the text.
        "seed_002": ["TEMPLATE_TEXT"],
        // The number of purchases is printed 0.00.
        "seed_003": ["NUMBER_FORMAT"],
        "seed_004": [],
        // The two violations of the golden file; （六） is of the form of 2019 while section two is of 2021.
        "hongze_district_2023": ["T4_SUM_REVIEW", "T4_SUM_LITIGATION_AFTER_REVIEW", "FORM_MIXED"],
        "suqian_city_2023": [],
        "hangzhou_2025_fixture": [],
    ]

    @Test("a golden report raises exactly what is known to be wrong with it")
    func golden() throws {
        let all = try CorpusReport.all()
        #expect(all.count == Self.expected.count)
        for item in all {
            #expect(item.report.sections.count == 6, "\(item.name)")
            let grave = RuleBook.check(item.report).findings.filter { $0.outcome == .fail && $0.severity != .notice }
            #expect(grave.map(\.rule) == Self.expected[item.name], "\(item.name): \(grave.map(\.message))")
            #expect(item.proseConflicts.isEmpty)
            #expect(grave.count { $0.rule.hasPrefix("T4_") } == item.violations.count)
        }
    }

    @Test("a number changed in the text of a golden report is found")
    func changedText() throws {
        let all = try CorpusReport.all()
        let changes: [(name: String, from: String, to: String, rule: String)] = [
            ("seed_003", "公开政府信息24条", "公开政府信息25条", "TXT_SUM"),
            ("seed_003", "行政许可类信息0条", "行政许可类信息2条", "TXT_SUM"),
            ("seed_004", "公开政府信息 431 条", "公开政府信息 430 条", "TXT_SUM"),
            ("seed_004", "发布 209 条", "发布 219 条", "TXT_SUM"),
            ("seed_004", "信息公开申请 1 份", "信息公开申请 2 份", "TXT_TABLE"),
            ("seed_000", "无受理依申请公开政府信息情况", "受理政府信息公开申请3件", "TXT_TABLE"),
            ("hongze_district_2023", "21", "23", "TXT_TABLE"),
            ("suqian_city_2023", "沭阳县477件", "沭阳县478件", "TXT_SUM"),
            ("suqian_city_2023", "申请114件", "申请104件", "TXT_SUM"),
            ("suqian_city_2023", "申请114件", "申请104件", "TXT_TABLE"),
            ("suqian_city_2023", "予以公开1191件", "予以公开1192件", "TXT_TABLE"),
            ("suqian_city_2023", "部分公开328件", "部分公开329件", "TXT_TABLE"),
            ("suqian_city_2023", "无法提供1078件", "无法提供1070件", "TXT_TABLE"),
            ("suqian_city_2023", "不予处理406件", "不予处理405件", "TXT_TABLE"),
            ("suqian_city_2023", "341件", "342件", "TXT_TABLE"),
            ("suqian_city_2023", "办理121件", "办理122件", "TXT_TABLE"),
        ]
        for change in changes {
            let item = try #require(all.first { $0.name == change.name })
            var report = item.report
            let place = try #require(report.sections.firstIndex { $0.id == .overall })
            let text = report.sections[place].text.replacingOccurrences(of: change.from, with: change.to)
            #expect(text != report.sections[place].text, "\(change)")
            report.sections[place].text = text
            #expect(RuleBook.check(report).failedRules.contains(change.rule), "\(change)")
        }
    }

    /// What the openings of other reports must raise, with the reason; nothing else of severity error or warning
    /// may be raised about their text (they stop inside section three, so missing parts and tables do not count).
    static let openings: [String: [String]] = [
        // Seven parts announced, six listed; a blank left in 累计发布   条.
        "p_beiao_street_2021": ["SECTION_COUNT", "TEMPLATE_TEXT"],
        // The report of a town calls itself the report of a bureau.
        "p_miandian_town_2025": ["OTHER_AGENCY"],
        // The form's own sentences are left in.
        "p_nilka_town_2023": ["TEMPLATE_TEXT", "TEMPLATE_TEXT"],
        "p_zhouji_street_2020": ["TEMPLATE_TEXT", "TEMPLATE_TEXT"],
        // Six parts announced, five listed.
        "p_statbureau_2023": ["SECTION_COUNT"],
        // A report on 2022 cites the form of 2019.
        "p_taipingzhen_2022": ["FORM_NOTICE"],
        // Four parts announced, three listed.
        "p_zhongcun_township_2020": ["SECTION_COUNT"],
    ]

    @Test("the openings of real reports raise what is wrong with them and no false alarm")
    func partial() throws {
        let folder = try #require(TestEnvironment.sharedFolder).appending(path: "corpus/raw")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("p_") }
        #expect(names.count > 20)
        for file in names.sorted() {
            let name = String(file.dropLast(4))
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let year = try #require(Int(name.suffix(4)))
            var report = Report(source: file, form: year < 2021 ? .edition2019 : .edition2021)
            report.reportYear = year
            CorpusText.fill(&report, with: text)
            report.agency = report.title.components(separatedBy: "20").first ?? ""
            let grave = RuleBook.check(report).findings.filter {
                $0.outcome == .fail && $0.severity != .notice
                    && !["SECTION_MISSING", "SECTION_EMPTY"].contains($0.rule)
            }
            #expect(grave.map(\.rule) == Self.openings[name] ?? [], "\(name): \(grave.map(\.message))")
        }
    }
}
