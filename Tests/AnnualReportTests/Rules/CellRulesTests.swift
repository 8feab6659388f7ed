import AnnualReport
import TestSupport
import Testing

@Suite("rules about single cells")
struct CellRulesTests {
    @Test("a negative or broken count is out of range, a negative change and a decimal amount are not")
    func range() throws {
        var report = ConsistentReport.empty(.edition2019)
        ConsistentReport.set(&report, "t2_art20_6.administrative_penalty.change_this_year", -10)
        report[try #require(CellAddress("t2_art20_9.centralized_procurement.procurement_amount"))] =
            .number(FormNumber(millionths: 1_075_178_000), unit: "万元")
        #expect(RuleBook.check(report).failures("RANGE").isEmpty)
        ConsistentReport.set(&report, "t2_art20_5.administrative_licensing.decisions", -1)
        report[try #require(CellAddress("t4_review_litigation.cases.review_total"))] =
            .number(FormNumber(millionths: 500_000))
        ConsistentReport.set(&report, "t2_art20_9.centralized_procurement.procurement_amount", -1)
        let failures = RuleBook.check(report).failures("RANGE")
        #expect(
            failures.map { $0.cells.map(\.description) } == [
                ["t2_art20_5.administrative_licensing.decisions"],
                ["t2_art20_9.centralized_procurement.procurement_amount"],
                ["t4_review_litigation.cases.review_total"],
            ])
        #expect(failures.map(\.actual) == ["-1", "-1", "0.5"])
        #expect(failures.allSatisfy { $0.severity == .error })
    }

    @Test("a cell that could not be read leaves the range of its table open")
    func rangeOpen() {
        let report = ConsistentReport.empty(.edition2021).with("t3_applications.disclosed.total", .unreadable)
        let open = RuleBook.check(report).open("RANGE")
        #expect(open.map { $0.cells.map(\.description) } == [["t3_applications.disclosed.total"]])
    }

    @Test("blank cells are one finding a table that lists them; a slash is fine for 规章 and a notice in table three")
    func blanks() {
        let report = ConsistentReport.empty(.edition2021)
            .with("t3_applications.disclosed.natural_person", .blank)
            .with("t3_applications.disclosed.total", .blank)
            .with("t2_art20_1.regulations.in_force", .notApplicable, text: "/")
            .with("t4_review_litigation.cases.review_total", .notApplicable, text: "/")
        let failures = RuleBook.check(report).failures("BLANK_CELL")
        #expect(failures.map { $0.cells.count } == [2, 1])
        #expect(failures.map(\.severity) == [.warning, .notice])
        #expect(failures[0].message.contains("有2格空白"))
        #expect(RuleBook.check(ConsistentReport.empty(.mixed2021)).failures("BLANK_CELL").isEmpty)
    }

    @Test("a table that the document does not give leaves its blanks open")
    func blanksOpen() {
        var report = ConsistentReport.empty(.edition2021)
        for (place, cell) in report.form.cells.enumerated() where cell.address.table == FormTable.reviewLitigation {
            report[index: place] = .absent
        }
        let open = RuleBook.check(report).open("BLANK_CELL")
        #expect(open.map { $0.cells.count } == [15])
    }

    @Test("yuan in a cell of 万元 is found with the converted amount")
    func yuanInsteadOfTenThousand() throws {
        var report = ConsistentReport.empty(.edition2021)
        ConsistentReport.set(&report, "t2_art20_8.administrative_fees.fee_amount_this_year", 251_000, unit: "元")
        let finding = try #require(RuleBook.check(report).failures("UNIT").first)
        #expect(finding.expected == "25.1万元" && finding.actual == "251000元")
        ConsistentReport.set(&report, "t2_art20_8.administrative_fees.fee_amount_this_year", 25, unit: "万元")
        #expect(RuleBook.check(report).failures("UNIT").isEmpty)
        ConsistentReport.set(&report, "t2_art20_8.administrative_fees.fee_amount_this_year", 25)
        #expect(RuleBook.check(report).failures("UNIT").isEmpty)
    }

    @Test("an amount of 2019 without a unit is a notice, money in a count is a warning, a blank amount stays open")
    func otherUnits() {
        var report = ConsistentReport.empty(.edition2019)
        ConsistentReport.set(&report, "t2_art20_9.centralized_procurement.procurement_amount", 8040)
        #expect(RuleBook.check(report).failures("UNIT").map(\.severity) == [.notice])
        ConsistentReport.set(&report, "t2_art20_9.centralized_procurement.procurement_amount", 0)
        #expect(RuleBook.check(report).failures("UNIT").isEmpty)
        ConsistentReport.set(&report, "t2_art20_8.administrative_fees.prior_year_items", 3, unit: "万元")
        let failures = RuleBook.check(report).failures("UNIT")
        #expect(failures.map { $0.cells.first?.column } == ["prior_year_items"])
        let blank = report.with("t2_art20_9.centralized_procurement.procurement_amount", .blank)
        #expect(RuleBook.check(blank).open("UNIT").count == 1)
    }

    @Test("a count printed with decimals is a matter of format, not of range")
    func format() throws {
        var report = ConsistentReport.empty(.edition2019)
        report[try #require(CellAddress("t2_art20_9.centralized_procurement.procurement_items"))] =
            .number(.zero, text: "0.00")
        report[try #require(CellAddress("t2_art20_9.centralized_procurement.procurement_amount"))] =
            .number(.zero, text: "0.00 元", unit: "元")
        let result = RuleBook.check(report)
        #expect(result.failures("NUMBER_FORMAT").map { $0.cells.map(\.column) } == [["procurement_items"]])
        #expect(result.failures("NUMBER_FORMAT").first?.expected == "0")
        #expect(result.failures("RANGE").isEmpty)
    }

    @Test("what was newly published cannot exceed what is published in all")
    func disclosed() {
        let report = Report.with(
            .edition2019,
            [
                "t2_art20_1.regulations.newly_disclosed_this_year": 2, "t2_art20_1.regulations.total_disclosed": 1,
                "t2_art20_1.normative_documents.newly_disclosed_this_year": 7,
                "t2_art20_1.normative_documents.total_disclosed": 21,
            ])
        let failures = RuleBook.check(report).failures("T2_DISCLOSED_LE_TOTAL")
        #expect(failures.map { $0.cells.map(\.row) } == [["regulations", "regulations"]])
        let open = report.with("t2_art20_1.regulations.total_disclosed", .blank)
        #expect(RuleBook.check(open).open("T2_DISCLOSED_LE_TOTAL").count == 1)
    }
}
