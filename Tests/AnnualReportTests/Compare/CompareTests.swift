import AnnualReport
import TestSupport
import Testing

@Suite("Comparing years and offices")
struct CompareTests {
    private func cells(_ address: String, _ form: StatutoryForm) -> [String] {
        CellAddress(address).map { CellCorrespondence.cells(of: $0, in: form).map(\.description) } ?? ["?"]
    }

    @Test(
        "a cell of one form is found in the other where it means the same, and nowhere else",
        arguments: [
            (
                "t3_applications.disclosed.total", ["t3_applications.disclosed.total"],
                ["t3_applications.disclosed.total"]
            ),
            (
                "t2_art20_5.administrative_licensing.decisions", ["t2_art20_5.administrative_licensing.decisions"],
                ["t2_art20_5.administrative_licensing.decisions_this_year"]
            ),
            (
                "t2_art20_1.administrative_normative_documents.issued_this_year",
                ["t2_art20_1.normative_documents.produced_this_year"],
                ["t2_art20_1.administrative_normative_documents.issued_this_year"]
            ),
            ("t2_art20_1.regulations.in_force", [], ["t2_art20_1.regulations.in_force"]),
            (
                "t2_art20_9.centralized_procurement.procurement_items",
                ["t2_art20_9.centralized_procurement.procurement_items"], []
            ),
            ("t3_applications.other_other.total", [], ["t3_applications.other_other.total"]),
            (
                "t3_applications.other.total", ["t3_applications.other.total"],
                [
                    "t3_applications.other_fee_unpaid.total", "t3_applications.other_no_correction.total",
                    "t3_applications.other_other.total",
                ]
            ),
            ("t3_applications.results.total", [], []), ("t9.none.total", [], []),
            ("t3_applications.denied.nothing", [], []),
        ])
    func correspondence(_ address: String, _ in2019: [String], _ in2021: [String]) {
        #expect(cells(address, .edition2019) == in2019)
        #expect(cells(address, .edition2021) == in2021)
    }

    @Test("every cell of either form is found in its own form as itself")
    func ownCells() {
        for form in [StatutoryForm.edition2019, .edition2021] {
            for cell in form.cells { #expect(CellCorrespondence.cells(of: cell.address, in: form) == [cell.address]) }
        }
    }

    @Test("a mixed form gives 其他处理 from the rows that its document has")
    func mixedForms() {
        #expect(cells("t3_applications.other.total", .mixed2021) == ["t3_applications.other.total"])
        #expect(cells("t3_applications.other_other.total", .mixed2021) == [])
        #expect(cells("t3_applications.other.total", .mixed2019).count == 3)
    }

    @Test("a group of rows is the sum of its leaves, and results over all families are the total of the table")
    func families() throws {
        var random = SeededGenerator(seed: 7)
        for form in [StatutoryForm.edition2019, .edition2021, .mixed2019, .mixed2021] {
            let report = ConsistentReport.make(form, using: &random)
            let figures = ReportFigures(report)
            let values = ComparedMeasure.results.map { figures.value(of: $0.cells).number }
            let total = try #require(values.last ?? nil)
            let sum = values.dropLast().reduce(FormNumber.zero) { $0 + ($1 ?? .zero) }
            #expect(values.allSatisfy { $0 != nil } && sum == total, "\(form.edition) mixed \(form.isMixed)")
        }
    }

    @Test("blank, “/” and what could not be read stay what they are, and one of them leaves a sum open")
    func states() throws {
        var report = ConsistentReport.empty(.edition2021)
        let address = try #require(CellAddress("t3_applications.denied_state_secret.total"))
        for state in CellState.allCases where state != .number {
            report[address] = Cell(state: state)
            let figures = ReportFigures(report)
            #expect(figures.value(of: address) == .state(state))
            #expect(figures.value(of: try #require(CellAddress("t3_applications.denied.total"))) == .state(state))
        }
    }

    @Test(
        "amounts of money are compared in 万元, and one without a unit is not compared",
        arguments: [("元", "251000", "25.1"), ("万元", "25.1", "25.1"), ("亿元", "2", "20000"), ("元", "0.01", "0.000001")])
    func money(_ unit: String, _ printed: String, _ compared: String) throws {
        var report = ConsistentReport.empty(.edition2019)
        let address = try #require(CellAddress("t2_art20_9.centralized_procurement.procurement_amount"))
        report[address] = .number(try #require(FormNumber(printed)), unit: unit)
        #expect(ReportFigures(report).value(of: address) == .number(try #require(FormNumber(compared))))
        report[address] = .number(try #require(FormNumber(printed)))
        #expect(ReportFigures(report).value(of: address) == .unitUnknown(try #require(FormNumber(printed))))
    }

    @Test(
        "a change is notable when it at least doubles or halves and differs by enough",
        arguments: [
            (12, 30, true), (30, 12, true), (31, 58, false), (1, 5, false), (0, 10, true), (0, 9, false),
            (10, 20, true),
            (10, 19, false), (0, 0, false),
        ])
    func notable(_ before: Int, _ after: Int, _ isNotable: Bool) throws {
        let change = NotableChange(from: try #require(FormNumber(before)), to: try #require(FormNumber(after)))
        #expect((change != nil) == isNotable)
        if let change { #expect(change.isRise == (after > before)) }
    }

    @Test("a least difference of one lets small changes through, and numbers below zero are never compared")
    func difference() throws {
        let (one, two) = (try #require(FormNumber(1)), try #require(FormNumber(2)))
        #expect(NotableChange(from: one, to: two, atLeast: 1) != nil)
        #expect(NotableChange(from: .zero - two, to: two, atLeast: 1) == nil)
    }

    @Test("a cell is named by the words of the form, and what is no cell has no name")
    func names() throws {
        let received = try #require(CellAddress("t3_applications.new_received.total"))
        #expect(ComparedMeasure(received)?.label == "一、本年新收政府信息公开申请数量，总计")
        let direct = try #require(CellAddress("t4_review_litigation.cases.litigation_direct_upheld"))
        #expect(ComparedMeasure(direct)?.label == "行政诉讼·未经复议直接起诉·结果维持")
        let fees = try #require(CellAddress("t2_art20_8.administrative_fees.fee_amount_this_year"))
        #expect(ComparedMeasure(fees)?.unit == "万元")
        for none in ["t3_applications.results.total", "t3_applications.denied.review_total", "t9.a.b"] {
            #expect(ComparedMeasure(try #require(CellAddress(none))) == nil, "\(none)")
        }
    }
}
