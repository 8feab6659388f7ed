import AnnualReport
import TestSupport
import Testing

@testable import ReportReading

@Suite("Title, organ, year, sections")
struct HeadTests {
    struct Head: Sendable, CustomTestStringConvertible {
        var lines: String
        var agency: String
        var year: Int?
        var testDescription: String { lines.replacing("\n", with: "⏎") }
    }

    static let heads: [Head] = [
        Head(lines: "测试市测试局2021年政府信息公开工作年度报告", agency: "测试市测试局", year: 2021),
        Head(lines: "测试市测试局\n2020 年政府信息公开工作年度报告", agency: "测试市测试局", year: 2020),
        Head(lines: "测试市数字办公室\n2019年度政府信息公开工作报告", agency: "测试市数字办公室", year: 2019),
        Head(lines: "2021年东山街道办事处信息公开年报", agency: "东山街道办事处", year: 2021),
        Head(lines: "测试市2023年政府信息公开工作年度报告", agency: "测试市人民政府", year: 2023),
        Head(lines: "测试县测试乡2025年度政府信息公开年报", agency: "测试县测试乡人民政府", year: 2025),
        Head(lines: "测试局二〇二二年政府信息公开工作年度报告", agency: "测试局", year: 2022),
        Head(lines: "洪水区人民政府2023年政府信息公开工作年度报告\n本报告由测试市洪水区人民政府办公室编制。", agency: "测试市洪水区人民政府", year: 2023),
        Head(
            lines: "测试市测试局关于报送\n《2019年度政府信息公开工作报告》的函\n测试市测试局\n2019年度政府信息公开工作报告", agency: "测试市测试局", year: 2019),
        Head(lines: "本报告由测试市东山街道办事处编制，统计期限自2023年1月1日至12月31日止，依据政府信息公开条例编制年度报告。", agency: "测试市东山街道办事处", year: 2023),
        Head(lines: "关于测试市测试局2022年政府信息公开工作年度报告", agency: "测试市测试局", year: 2022),
        Head(lines: "测试市测试局关于2024年度政府信息公开工作情况的报告", agency: "测试市测试局", year: 2024),
        Head(lines: "《测试市测试局2023年政府信息公开工作年度报告》", agency: "测试市测试局", year: 2023),
        Head(lines: "测试市测试局2023年政府信息公开年报（定稿）", agency: "测试市测试局", year: 2023),
        Head(lines: "测试市测试局\n二〇二四年度政府信息公开工作年度报告", agency: "测试市测试局", year: 2024),
        Head(lines: "测试市12345热线中心2021年政府信息公开工作年度报告", agency: "测试市12345热线中心", year: 2021),
    ]

    /// What stands below the sections, and whose report it then is.
    static let feet: [(foot: String, agency: String)] = [
        ("测试旗测试局\n2022年1月18日", "测试旗测试局"), ("测试旗测试局（盖章）\n2022年1月18日", "测试旗测试局"),
        ("测试旗测试局", "测试旗测试局"), ("主办单位：测试旗测试局 地址：测试路1号", "测试旗测试局"),
        // The site may be another organ's: the report calls itself 我局.
        ("主办单位：测试旗人民政府 地址：测试路1号", ""), ("测试旗测试局\n联系人：张三", ""),
    ]

    @Test(
        "an organ that only the end names is found there, where it signs or the report speaks as one", arguments: feet)
    func foot(foot: String, agency: String) throws {
        let report = try LayoutTests.read(
            "2021年政府信息公开工作年度报告\n一、总体情况\n2021年，我局照章办理。\n二、主动公开政府信息情况\n2022年将改进。\n\(foot)\n")
        #expect(report.agency == agency)
        #expect(report.reportYear == 2021)
    }

    @Test("the date of the signature is not the year of the report")
    func signatureDate() throws {
        let report = try LayoutTests.read(
            "政府信息公开工作年度报告\n一、总体情况\n2023年以来照章办理，2024年将改进。\n测试市测试局\n2024年1月18日\n")
        #expect(report.reportYear == 2023)
    }

    @Test(
        "sections may be numbered in other styles",
        arguments: [
            ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"], ["(1) ", "(2) ", "(3) ", "(4) ", "(5) ", "(6) "],
            ["1. ", "2. ", "3. ", "4. ", "5. ", "6. "], ["１、", "２、", "３、", "４、", "５、", "６、"],
            ["第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "],
            ["Ⅰ. ", "Ⅱ. ", "Ⅲ. ", "Ⅳ. ", "Ⅴ. ", "Ⅵ. "], ["I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "],
            ["壹、", "贰、", "叁、", "肆、", "伍、", "陆、"],
        ])
    func numbering(_ numbers: [String]) throws {
        let names = SectionID.allCases.map { String($0.heading.dropFirst(2)) }
        let text = zip(numbers, names).map { "\($0)\($1)\n照章办理。" }.joined(separator: "\n")
        let report = try LayoutTests.read("测试局2021年政府信息公开工作年度报告\n\(text)\n")
        #expect(report.sections.map(\.id) == SectionID.allCases)
        #expect(report.sections.map(\.heading) == zip(numbers, names).map { $0 + $1 })
        #expect(report.sections.allSatisfy { $0.text == "照章办理。" })
    }

    @Test("numbered paragraphs within a section are no sections")
    func paragraphs() throws {
        let report = try LayoutTests.read(
            "测试局2021年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n照章。\n（二）依申请公开情况\n照章。\n（三）存在的问题和改进\n照章。\n")
        #expect(report.sections.map(\.id) == [.overall])
    }

    @Test("a heading goes on with its text after a colon or a full stop", arguments: ["：", ":", "。"])
    func textBehind(_ stop: String) throws {
        let text = SectionID.allCases.map { "\($0.heading)\(stop)照章办理，没有遗漏。" }.joined(separator: "\n")
        let report = try LayoutTests.read("测试局2021年政府信息公开工作年度报告\n\(text)\n")
        #expect(report.sections.map(\.heading) == SectionID.allCases.map(\.heading))
        #expect(report.sections.allSatisfy { $0.text == "照章办理，没有遗漏。" })
    }

    @Test("a heading may be broken over two lines")
    func broken() throws {
        let report = try LayoutTests.read(
            """
            测试局2021年政府信息公开工作年度报告
            一、总体情况
            照章办理。
            二、主动公开政府信息情况
            略。
            三、收到和处理政府信息
            公开申请情况
            没有收到申请。
            四、存在的主要问题及改进情况
            略。
            """)
        #expect(report.sections.map(\.id) == [.overall, .proactive, .applications, .problems])
        #expect(report.section(.applications)?.heading == "三、收到和处理政府信息公开申请情况")
        #expect(report.section(.applications)?.text == "没有收到申请。")
    }

    @Test("the head of a report says whose it is and of which year", arguments: heads)
    func head(_ own: Head) throws {
        let report = try LayoutTests.read(own.lines + "\n一、总体情况\n照章办理。\n")
        #expect(report.agency == own.agency)
        #expect(report.reportYear == own.year)
    }

    @Test(
        "headings are found in their many wordings",
        arguments: [
            "一、总体情况", "一、概述", "## 一、总体情况", "一、 总体情况", "**一、总体情况**", "总体情况", "一、工作基本情况",
        ])
    func overall(_ heading: String) throws {
        let report = try LayoutTests.read(
            "测试局2021年政府信息公开工作年度报告\n\(heading)\n照章办理。\n二、主动公开政府信息情况\n略。\n")
        #expect(report.sections.map(\.id) == [.overall, .proactive])
        #expect(report.section(.overall)?.text == "照章办理。")
    }

    @Test("a table of contents is no section")
    func contents() throws {
        let lines = SectionID.allCases.map(\.heading).joined(separator: "\n")
        let text = SectionID.allCases.map { "\($0.heading)\n这是\($0.rawValue)的正文。" }.joined(separator: "\n")
        let report = try LayoutTests.read("测试局2021年政府信息公开工作年度报告\n\(lines)\n\(text)\n")
        for section in report.sections { #expect(section.text == "这是\(section.id.rawValue)的正文。") }
        #expect(report.sections.count == 6)
    }

    @Test(
        "what is no report is said to be none, with what was looked for",
        arguments: [
            "关于做好年度报告编制工作的通知\n各单位：请于1月20日前报送政府信息公开工作年度报告。\n",
            "2024年部门预算公开\n收入总计\t100\n支出总计\t100\n", "一段没有关系的文字。\n",
        ])
    func noReport(_ text: String) {
        do {
            let report = try LayoutTests.read(text)
            Issue.record("read as a report: \(report.title)")
        } catch let error as ReportReadingError {
            #expect(error.code == "not_a_report")
            #expect(error.message.contains("没有找到"))
        } catch { Issue.record(error) }
    }

    @Test("two reports in one file are both named and none is taken")
    func twoReports() throws {
        let one = ReportLayout.tabs.render(ConsistentReport.empty(.edition2021, year: 2022))
        let two = ReportLayout.tabs.render(ConsistentReport.empty(.edition2021, year: 2023))
        do {
            _ = try LayoutTests.read(one + two)
            Issue.record("one of two reports was taken")
        } catch let error as ReportReadingError {
            #expect(error.code == "several_reports")
            #expect(error.message.contains("2022年") && error.message.contains("2023年"))
        }
    }

    @Test("a second report with the same figures is one too when it names another organ or year")
    func sameFigures() throws {
        func text(_ title: String) -> String {
            var report = ConsistentReport.empty(.edition2021, year: 2022)
            report.title = title
            return ReportLayout.tabs.render(report)
        }
        let own = "测试市测试局2022年政府信息公开工作年度报告"
        for other in ["测试市测试局\n2023年政府信息公开工作年度报告", "测试市另一局2022年政府信息公开工作年度报告"] {
            do {
                _ = try LayoutTests.read(text(own) + text(other))
                Issue.record("one of two reports was taken: \(other)")
            } catch let error as ReportReadingError {
                #expect(error.code == "several_reports")
                #expect(
                    error.message.contains("测试市测试局2022年") && error.message.contains("另一局") || other.contains("2023"))
            }
        }
    }

    @Test("two reports are two where one is only half there, in whatever layout, so that no table takes rows of both")
    func mixedReports() throws {
        // A page is no half of a text, and labels in halves are not told apart so surely.
        let layouts = ReportLayout.allCases.filter { $0 != .webPage && $0 != .numbersBetweenTheHalvesOfALabel }
        for first in layouts {
            for second in layouts {
                var one = ConsistentReport.empty(.edition2021, year: 2022)
                one.title = "测试市测试局2022年政府信息公开工作年度报告"
                var two = ConsistentReport.empty(.edition2021, year: 2022)
                two.title = "测试市另一局2022年政府信息公开工作年度报告"
                let whole = first.render(one)
                // The first ends before its table four, the rows of which only the second has.
                let cut = whole[..<(whole.firstRange(of: "四、")?.lowerBound ?? whole.endIndex)]
                do {
                    let report = try LayoutTests.read(String(cut) + "\n\n" + second.render(two))
                    Issue.record("one of two reports was taken, \(first) before \(second): \(report.agency)")
                } catch let error as ReportReadingError {
                    #expect(error.code == "several_reports", "\(first) before \(second)")
                }
            }
        }
    }

    @Test("half a report is read as far as it goes")
    func half() throws {
        let whole = ReportLayout.tabs.render(ConsistentReport.empty(.edition2021))
        let cut = whole[..<(whole.firstRange(of: "（四）无法提供")?.lowerBound ?? whole.startIndex)]
        let report = try LayoutTests.read(String(cut))
        #expect(report[CellAddress(table: FormTable.applications, row: "disclosed", column: "total")]?.value == .zero)
        #expect(
            report[CellAddress(table: FormTable.applications, row: "unable_not_held", column: "total")]?.state
                == .absent)
        #expect(
            report[CellAddress(table: FormTable.reviewLitigation, row: "cases", column: "review_total")]?.state
                == .absent)
        #expect(report.sections.map(\.id) == [.overall, .proactive, .applications])
    }
}
