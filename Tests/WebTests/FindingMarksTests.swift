import AnnualReport
import Markup
import TestSupport
import Testing

@testable import Web

@Suite("Findings on the page of a report")
struct FindingMarksTests {
    private func finding(_ rule: String, cells: [String] = [], quote: String? = nil) -> RuleFinding {
        RuleFinding(
            rule: rule, outcome: .fail, severity: .error, cells: cells.compactMap { CellAddress($0) }, message: "不符。",
            remedy: "改正。", quote: quote, fingerprint: "0000000000000000")
    }

    private func marks(_ report: Report, _ findings: [RuleFinding]) -> FindingMarks {
        let shown = Set(StatutoryLayout.tables(of: report.form).flatMap(\.addresses))
        return FindingMarks(
            report, CheckResult(passed: 0, failed: findings.count, notAssessable: 0, findings: findings), shown: shown)
    }

    @Test(
        "every finding leads to a place that exists, and from there back",
        arguments: ["sample-bureau/2021", "xiangzhi/2020"])
    func bothWays(report: String) throws {
        let markup = PageMarkup(try WebFixture.shared.get().page("/reports/\(report)"))
        let ids = Set(markup.ids)
        let fragments = Set(
            markup.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("#") }.map { $0.dropFirst() })
        #expect(fragments.allSatisfy { ids.contains(String($0)) })
        let findings = ids.filter { $0.hasPrefix("f") && Int($0.dropFirst()) != nil }
        #expect(!findings.isEmpty)
        for id in findings { #expect(fragments.contains(Substring(id)), "no mark leads to \(id)") }
        let marked = markup.tags.filter { $0["class"] == "hit" || $0["class"] == "see" }
        #expect(!marked.isEmpty)
        #expect(marked.allSatisfy { $0["id"] != nil })
        let targets = fragments.filter { $0.hasPrefix("c-") || $0.hasPrefix("m") && $0 != "main" }
        #expect(targets.count >= 1)
    }

    @Test("a rule that compares marks the cell at fault; few others are compared cells, many are not marked")
    func compared() throws {
        let report = ConsistentReport.empty(.edition2021)
        let total = "t3_applications.new_received.total"
        let columns = ["natural_person", "commercial_enterprise", "research_institution", "legal_service_institution"]
        let few = marks(
            report, [finding("T3_BALANCE", cells: [total, "t3_applications.carried_out.total"])])
        #expect(few.cells.count == 2)
        let atFault = try #require(CellAddress(total))
        let compared = try #require(CellAddress("t3_applications.carried_out.total"))
        #expect(few.cells[atFault]?.isAtFault == true)
        #expect(few.cells[compared]?.isAtFault == false)
        let many = marks(
            report,
            [finding("T3_ROW_SUM", cells: [total] + columns.map { "t3_applications.new_received.\($0)" })])
        #expect(many.cells.count == 1)
    }

    @Test("a rule about single cells finds fault with all of them, and numbers the first twelve")
    func single() {
        let report = ConsistentReport.empty(.edition2021)
        let cells = report.form.cells.prefix(30).map(\.address.description)
        let found = marks(report, [finding("BLANK_CELL", cells: cells)])
        #expect(found.cells.count == 30)
        #expect(found.cells.values.allSatisfy { $0.isAtFault })
        let numbered = found.cells.values.filter { $0.numbers == [1] }
        #expect(numbered.count == FindingMarks.numberedCells)
    }

    @Test("two findings in one cell both have their numbers there")
    func shared() throws {
        let address = "t3_applications.disclosed.total"
        let found = marks(
            ConsistentReport.empty(.edition2021),
            [finding("T3_ROW_SUM", cells: [address]), finding("T3_RESULTS_SUM", cells: [address])])
        let cell = try #require(CellAddress(address))
        #expect(found.cells[cell]?.numbers == [1, 2])
        #expect(
            found.entries.map(\.anchor) == ["c-t3_applications-disclosed-total", "c-t3_applications-disclosed-total"])
    }

    @Test("the words a finding quotes are marked where they stand, each place once")
    func quotes() throws {
        var report = ConsistentReport.empty(.edition2021)
        report.sections[0].text = "（一）依申请公开。全年收到申请12件。\n又收到申请12件。"
        let found = marks(
            report,
            [
                finding("TXT_TABLE", quote: "收到申请12件"), finding("TXT_TABLE", quote: "收到申请12件"),
                finding("TXT_TABLE", quote: "不在文中"),
            ])
        #expect(found.entries.map(\.anchor) == ["m1", "m2", nil])
        let html = SectionProse(
            text: report.sections[0].text, quotes: found.quotes(in: .overall), t: Wording(isEnglish: false)
        ).html.text
        #expect(html.contains("<p><b>（一）依申请公开。</b>全年<mark id=\"m1\">收到申请12件</mark><a href=\"#f1\""))
        #expect(html.contains("又<mark id=\"m2\">收到申请12件</mark><a href=\"#f2\""))
    }

    @Test("numbers of findings are circled up to twenty, then in brackets")
    func numbers() {
        #expect((1...22).map(FindingNumber.text).joined() == "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳(21)(22)")
    }
}
