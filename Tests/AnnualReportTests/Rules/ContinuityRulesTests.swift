import AnnualReport
import TestSupport
import Testing

@Suite("rules that compare reports")
struct ContinuityRulesTests {
    static let columns = [
        "natural_person", "commercial_enterprise", "research_institution", "public_interest_organization",
        "legal_service_institution", "other_organization", "total",
    ]

    @Test("without last year's report the carried number is open once, and the other comparisons say nothing")
    func noPrevious() {
        let result = RuleBook.check(ConsistentReport.empty(.edition2021, year: 2021))
        #expect(result.open("X_CARRY").map(\.message) == ["没有收到2020年报告，不能核对“上年结转”是否等于上年的“结转下年度”。"])
        #expect(result.findings.filter { $0.rule.hasPrefix("X_") }.count == 1)
    }

    @Test("what was carried out last year must be carried in this year, across the change of the form too")
    func carry() {
        let previous = Report.with(
            .edition2019, year: 2020,
            ["t3_applications.carried_out.natural_person": 3, "t3_applications.carried_out.total": 3])
        let same = Report.with(
            .edition2021, year: 2021,
            ["t3_applications.carried_in.natural_person": 3, "t3_applications.carried_in.total": 3])
        let good = RuleBook.check(same, previous: previous)
        #expect(good.failures("X_CARRY").isEmpty && good.open("X_CARRY").isEmpty)
        let bad = RuleBook.check(ConsistentReport.empty(.edition2021, year: 2021), previous: previous)
        let failures = bad.failures("X_CARRY")
        #expect(failures.map(\.severity) == [.warning, .error])
        #expect(failures.map { $0.cells.map(\.column) } == [["natural_person"], ["total"]])
        #expect(failures.allSatisfy { $0.expected == "3" && $0.actual == "0" })
        let blank = same.with("t3_applications.carried_in.total", .blank)
        #expect(RuleBook.check(blank, previous: previous).open("X_CARRY").count == 1)
    }

    @Test("a report of another year or another office is not compared")
    func mismatch() {
        let report = ConsistentReport.empty(.edition2021, year: 2023)
        let older = ConsistentReport.empty(.edition2021, year: 2021)
        #expect(RuleBook.check(report, previous: older).open("X_CARRY").first?.message.contains("2021年报告") == true)
        var other = ConsistentReport.empty(.edition2021, year: 2022)
        other.agency = "测试市民族宗教事务局"
        var own = report
        own.agency = "测试市卫生健康委员会"
        #expect(RuleBook.check(own, previous: other).open("X_CARRY").count == 1)
        // The same words at another place are another office.
        own.agency = "另一市民族宗教事务局"
        #expect(RuleBook.check(own, previous: other).open("X_CARRY").count == 1)
        own.agency = "测试省测试市民族宗教事务局"
        #expect(RuleBook.check(own, previous: other).open("X_CARRY").isEmpty)
        own.agency = "民族宗教事务局"
        #expect(RuleBook.check(own, previous: other).open("X_CARRY").isEmpty)
    }

    @Test("documents in force roll forward from the year before")
    func inForce() throws {
        let row = "t2_art20_1.administrative_normative_documents"
        let previous = Report.with(.edition2021, year: 2022, ["\(row).in_force": 977])
        var report = Report.with(
            .edition2021, year: 2023, ["\(row).issued_this_year": 109, "\(row).repealed_this_year": 489])
        ConsistentReport.set(&report, "\(row).in_force", 597)
        #expect(RuleBook.check(report, previous: previous).failures("X_IN_FORCE").isEmpty)
        ConsistentReport.set(&report, "\(row).in_force", 598)
        let finding = try #require(RuleBook.check(report, previous: previous).failures("X_IN_FORCE").first)
        #expect(finding.message.contains("上年现行有效977＋本年制发109－本年废止489＝597，现行有效写598"))
        #expect(finding.severity == .warning)
        let open = previous.with("\(row).in_force", .unreadable)
        #expect(RuleBook.check(report, previous: open).open("X_IN_FORCE").count == 1)
        #expect(RuleBook.check(report, previous: .with(.edition2019, year: 2022)).open("X_IN_FORCE").isEmpty)
    }

    @Test("items at the end of last year are what the year before had and what changed")
    func priorItems() {
        let row = "t2_art20_5.administrative_licensing"
        let previous = Report.with(
            .edition2019, year: 2019, ["\(row).prior_year_items": 16, "\(row).change_this_year": -3])
        let good = Report.with(.edition2019, year: 2020, ["\(row).prior_year_items": 13])
        #expect(RuleBook.check(good, previous: previous).failures("X_PRIOR_ITEMS").isEmpty)
        let bad = Report.with(.edition2019, year: 2020, ["\(row).prior_year_items": 16])
        let failures = RuleBook.check(bad, previous: previous).failures("X_PRIOR_ITEMS")
        #expect(failures.map(\.expected) == ["13"])
        let open = good.with("\(row).prior_year_items", .blank)
        #expect(RuleBook.check(open, previous: previous).open("X_PRIOR_ITEMS").count == 1)
    }

    @Test("a government's report is the sum of its offices, with amounts in one unit")
    func aggregate() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        let children = (0..<3).map { _ in ConsistentReport.make(.edition2021, using: &random) }
        var parent = ConsistentReport.empty(.edition2021)
        for place in parent.form.cells.indices {
            let sum = children.reduce(FormNumber.zero) { $0 + ($1.cells[place].value ?? .zero) }
            parent[index: place] = .number(sum, unit: children[0].cells[place].unit)
        }
        let fee = try #require(CellAddress("t2_art20_8.administrative_fees.fee_amount_this_year"))
        let tenThousands = try #require(parent[fee]?.value?.whole)
        parent[fee] = .number(try #require(FormNumber(tenThousands * 10_000)), unit: "元")
        let good = RuleBook.check(parent, children: children)
        #expect(good.failures("X_AGGREGATE").isEmpty && good.open("X_AGGREGATE").isEmpty, "seed \(seed)")
        let address = try #require(CellAddress("t3_applications.disclosed.total"))
        let right = try #require(parent[address]?.value?.whole)
        ConsistentReport.set(&parent, address.description, right + 1)
        let failures = RuleBook.check(parent, children: children).failures("X_AGGREGATE")
        #expect(failures.map(\.cells) == [[address]], "seed \(seed)")
        #expect(failures.first?.expected == String(right), "seed \(seed)")
        let open = children[0].with(address.description, .blank)
        #expect(RuleBook.check(parent, children: [open]).open("X_AGGREGATE").count == 1)
    }

    @Test("amounts whose unit is not known are not compared unless they agree as printed")
    func unknownUnits() {
        let amount = "t2_art20_9.centralized_procurement.procurement_amount"
        let child = Report.with(.edition2019, year: 2020, [amount: 10])
        let same = Report.with(.edition2019, year: 2020, [amount: 10])
        #expect(RuleBook.check(same, children: [child]).open("X_AGGREGATE").isEmpty)
        let other = Report.with(.edition2019, year: 2020, [amount: 20])
        let result = RuleBook.check(other, children: [child])
        #expect(result.failures("X_AGGREGATE").isEmpty && result.open("X_AGGREGATE").count == 1)
    }

    @Test("a child of another year is named and nothing is summed")
    func childOfAnotherYear() {
        let parent = ConsistentReport.empty(.edition2021, year: 2023)
        let child = ConsistentReport.empty(.edition2021, year: 2022)
        let result = RuleBook.check(parent, children: [child])
        #expect(result.open("X_AGGREGATE").count == 1)
    }
}
