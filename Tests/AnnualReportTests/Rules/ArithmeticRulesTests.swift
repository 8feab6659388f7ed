import AnnualReport
import TestSupport
import Testing

@Suite("identities of tables three and four")
struct ArithmeticRulesTests {
    @Test("a consistent report of every form passes every rule about numbers")
    func consistentReportsPass() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for round in 0..<60 {
            let report = ConsistentReport.make(allForms[round % 4], using: &random)
            let result = RuleBook.check(report)
            let numeric = arithmeticRules.union([
                "RANGE", "BLANK_CELL", "UNIT", "NUMBER_FORMAT", "T2_DISCLOSED_LE_TOTAL",
            ])
            #expect(result.failedRules.isDisjoint(with: numeric), "seed \(seed), round \(round)")
            #expect(result.findings.allSatisfy { $0.outcome == .fail || $0.rule == "X_CARRY" }, "seed \(seed)")
        }
    }

    @Test("any single changed number in table three or four breaks at least one identity, and the cell is named")
    func everySingleChangeIsFound() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        for form in allForms {
            let report = ConsistentReport.make(form, using: &random)
            for (place, cell) in form.cells.enumerated()
            where form.tables[cell.table].section > 2 && report.cells[place].state == .number {
                var changed = report
                let old = report.cells[place].value?.whole ?? 0
                let new = old + Int.random(in: 1...50, using: &random)
                changed[index: place] = .number(FormNumber(new) ?? .zero)
                let failures = RuleBook.check(changed).findings.filter {
                    $0.outcome == .fail && arithmeticRules.contains($0.rule)
                }
                #expect(!failures.isEmpty, "seed \(seed), \(cell.address)")
                #expect(failures.allSatisfy { $0.cells.contains(cell.address) }, "seed \(seed), \(cell.address)")
                if cell.address.table == FormTable.applications {
                    #expect(failures.allSatisfy { $0.cells.first == cell.address }, "seed \(seed), \(cell.address)")
                    #expect(failures.allSatisfy { $0.remedy.contains("改为\(old)，") }, "seed \(seed), \(cell.address)")
                }
            }
        }
    }

    @Test("every identity counts once: seven columns twice, every printed row, three blocks", arguments: allForms)
    func instances(form: StatutoryForm) {
        var report = ConsistentReport.empty(form)
        for place in form.cells.indices { report[index: place] = .absent }
        let result = RuleBook.check(report)
        #expect(result.open("T3_BALANCE").count == 7)
        #expect(result.open("T3_RESULTS_SUM").count == 7)
        let rows = form.isMixed == (form.edition == .edition2021) ? 23 : 25
        #expect(result.open("T3_ROW_SUM").count == rows)
        for rule in ["T4_SUM_REVIEW", "T4_SUM_LITIGATION_DIRECT", "T4_SUM_LITIGATION_AFTER_REVIEW"] {
            #expect(result.open(rule).count == 1)
        }
        #expect(result.failures("T3_BALANCE").isEmpty)
        #expect(result.findings.count == result.failed + result.notAssessable)
    }

    @Test("a wrong total of new requests is named first in both identities with its arithmetic")
    func messageOfTheReferencePage() throws {
        let report = Report.with(
            .edition2021,
            [
                "t3_applications.new_received.natural_person": 1, "t3_applications.new_received.total": 2,
                "t3_applications.unable_not_held.natural_person": 1, "t3_applications.unable_not_held.total": 1,
                "t3_applications.results_total.natural_person": 1, "t3_applications.results_total.total": 1,
            ])
        let result = RuleBook.check(report)
        #expect(result.failedRules == ["T3_BALANCE", "T3_ROW_SUM"])
        let balance = try #require(result.failures("T3_BALANCE").first)
        #expect(balance.message.contains("“总计”列：本年新收2＋上年结转0＝2，（七）总计1＋结转下年度0＝1，相差1。"))
        #expect(balance.cells.first?.description == "t3_applications.new_received.total")
        #expect(balance.expected == "2" && balance.actual == "1")
        #expect(balance.remedy.contains("“本年新收·总计”写错：改为1，可同时消除2处不符"))
        let row = try #require(result.failures("T3_ROW_SUM").first)
        #expect(row.expected == "1" && row.actual == "2")
        #expect(row.message.contains("自然人1＋"))
        #expect(result.hasErrors)
    }

    @Test("the two blocks of table four that do not add up in a real report are found, and only those")
    func tableFour() throws {
        let report = Report.with(
            .mixed2021,
            [
                "t4_review_litigation.cases.review_upheld": 10, "t4_review_litigation.cases.review_corrected": 1,
                "t4_review_litigation.cases.litigation_after_review_upheld": 5,
            ])
        let result = RuleBook.check(report)
        let review = try #require(result.failures("T4_SUM_REVIEW").first)
        #expect(review.cells.first?.description == "t4_review_litigation.cases.review_total")
        #expect(review.expected == "11" && review.actual == "0")
        #expect(review.message.contains("结果维持10＋结果纠正1＋其他结果0＋尚未审结0＝11，总计写0，相差11"))
        #expect(result.failures("T4_SUM_LITIGATION_AFTER_REVIEW").first?.expected == "5")
        #expect(result.failures("T4_SUM_LITIGATION_DIRECT").isEmpty)
    }

    @Test("an applicant booked under two types breaks the columns while the total column holds")
    func brokenColumns() {
        let report = Report.with(
            .edition2021,
            [
                "t3_applications.new_received.natural_person": 60, "t3_applications.new_received.other_organization": 1,
                "t3_applications.new_received.total": 61, "t3_applications.disclosed.natural_person": 61,
                "t3_applications.disclosed.total": 61, "t3_applications.results_total.natural_person": 61,
                "t3_applications.results_total.total": 61,
            ])
        let failures = RuleBook.check(report).failures("T3_BALANCE")
        #expect(failures.map { $0.cells.first?.column } == ["natural_person", "other_organization"])
    }

    @Test(
        "a term that is no number makes an identity not assessable, never a pass",
        arguments: [CellState.blank, .notApplicable, .unreadable, .absent])
    func notAssessable(state: CellState) throws {
        let report = ConsistentReport.empty(.edition2021)
            .with("t3_applications.carried_in.natural_person", state)
            .with("t4_review_litigation.cases.review_other", state)
        let result = RuleBook.check(report)
        let open = try #require(result.open("T3_BALANCE").first)
        #expect(result.open("T3_BALANCE").count == 1)
        #expect(open.cells.map(\.description) == ["t3_applications.carried_in.natural_person"])
        #expect(open.message.contains("“上年结转·自然人”"))
        #expect(open.expected == nil && open.actual == nil)
        #expect(result.open("T3_ROW_SUM").count == 1)
        #expect(result.open("T4_SUM_REVIEW").count == 1)
        #expect(result.failures("T3_BALANCE").isEmpty && result.failures("T4_SUM_REVIEW").isEmpty)
    }

    @Test("numbers at the limit of the range are added without overflow")
    func limits() {
        let limit = Int(FormNumber.limit)
        var cells: [String: Int] = [:]
        for column in [
            "natural_person", "commercial_enterprise", "research_institution", "public_interest_organization",
            "legal_service_institution", "other_organization", "total",
        ] {
            for row in StatutoryForm.edition2021.leafRowIDs + ["results_total"] {
                cells["t3_applications.\(row).\(column)"] = limit
            }
        }
        let result = RuleBook.check(.with(.edition2021, cells))
        #expect(result.failures("T3_RESULTS_SUM").count == 7)
        #expect(result.failures("T3_ROW_SUM").count == 22)
    }

    @Test("a finding keeps its fingerprint when the report is checked again and changes it with the numbers")
    func fingerprints() {
        let one = Report.with(.edition2021, ["t3_applications.new_received.total": 2])
        let two = Report.with(.edition2021, ["t3_applications.new_received.total": 3])
        let first = RuleBook.check(one).findings.map(\.fingerprint)
        #expect(first == RuleBook.check(one).findings.map(\.fingerprint))
        #expect(Set(first).count == first.count)
        #expect(first.allSatisfy { $0.utf8.count == 16 && $0.allSatisfy(\.isHexDigit) })
        let balance = RuleBook.check(one).failures("T3_BALANCE").first?.fingerprint
        #expect(balance != nil && balance != RuleBook.check(two).failures("T3_BALANCE").first?.fingerprint)
    }
}
