import AnnualReport
import TestSupport
import Testing

@Suite("a government's report as the sum of its offices")
struct RollupTests {
    static let seed: UInt64 = 50
    private let cell = "t3_applications.new_received.total"

    private func rollup(_ members: [Rollup.Member], showingPartial: Bool = false) -> Rollup {
        Rollup("测试市人民政府", year: 2023, in: .edition2021, of: members, showingPartial: showingPartial)
    }

    private func sum(_ rollup: Rollup, _ address: String) throws -> (cell: Cell, sum: Rollup.Sum) {
        let address = try #require(CellAddress(address))
        let place = try #require(rollup.report.form.index(of: address))
        return (rollup.report.cells[place], rollup.sums[place])
    }

    @Test("sums of random reports pass every rule, the comparison with the members too")
    func random() throws {
        var random = SeededGenerator(seed: Self.seed)
        for round in 0..<40 {
            let reports = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                ConsistentReport.make(.edition2021, using: &random)
            }
            let members = reports.enumerated().map { Rollup.Member("测试局\($0.offset)", $0.element) }
            let rollup = rollup(members)
            let result = RuleBook.check(rollup.report, children: reports)
            let broken = result.findings.filter {
                (arithmeticRules.contains($0.rule) || $0.rule == "X_AGGREGATE") && $0.outcome != .pass
            }
            #expect(broken.isEmpty, "seed \(Self.seed), round \(round): \(broken.map(\.message))")
            #expect(rollup.missing.isEmpty && rollup.report.notes.isEmpty)
        }
    }

    @Test("an office without a report leaves every cell blank, is named, and the others' sum stands beside")
    func missingOffice() throws {
        let present = Report.with(.edition2021, [cell: 3])
        let rollup = rollup([.init("测试局甲", present), .init("测试局乙", nil)])
        let found = try sum(rollup, cell)
        #expect(found.cell.state == .blank && found.cell.value == nil)
        #expect(found.sum.partial?.whole == 3 && found.sum.given == 1 && found.sum.missing == ["测试局乙"])
        #expect(rollup.missing == ["测试局乙"])
        #expect(rollup.report.notes.contains { $0.code == "member_missing" && $0.message.contains("测试局乙") })
        let partial = try sum(self.rollup([.init("测试局甲", present), .init("测试局乙", nil)], showingPartial: true), cell)
        #expect(partial.cell.value?.whole == 3)
    }

    @Test("a blank, an unreadable or an absent cell of one office leaves this cell blank and no other")
    func blankCell() throws {
        for state in [CellState.blank, .unreadable, .absent] {
            let holed = Report.with(.edition2021, [:]).with(cell, state)
            let rollup = rollup([.init("测试局甲", Report.with(.edition2021, [cell: 3])), .init("测试局乙", holed)])
            #expect(try sum(rollup, cell).cell.state == .blank)
            #expect(try sum(rollup, "t3_applications.carried_in.total").cell.value == .zero)
            #expect(rollup.report.notes.map(\.code) == ["member_cell_missing"])
        }
    }

    @Test("an item that does not apply to an office adds nothing; one that applies to none stays “/”")
    func notApplicable() throws {
        let none = Report.with(.edition2021, [:]).with(cell, .notApplicable, text: "/")
        let both = rollup([.init("测试局甲", none), .init("测试局乙", none)])
        #expect(try sum(both, cell).cell.state == .notApplicable)
        let one = rollup([.init("测试局甲", none), .init("测试局乙", Report.with(.edition2021, [cell: 3]))])
        #expect(try sum(one, cell).cell.value?.whole == 3)
    }

    @Test("amounts in 元 and 万元 are brought to the unit of the form; one without a unit is not guessed")
    func units() throws {
        let fee = "t2_art20_8.administrative_fees.fee_amount_this_year"
        var yuan = Report.with(.edition2021, [:])
        ConsistentReport.set(&yuan, fee, 25_000, unit: "元")
        var tenThousands = Report.with(.edition2021, [:])
        ConsistentReport.set(&tenThousands, fee, 3, unit: "万元")
        let sum = try sum(rollup([.init("测试局甲", yuan), .init("测试局乙", tenThousands)]), fee)
        #expect(sum.cell.value?.description == "5.5" && sum.cell.unit == "万元")

        let bought = "t2_art20_9.centralized_procurement.procurement_amount"
        var known = Report.with(.edition2019, year: 2020, [:])
        ConsistentReport.set(&known, bought, 25_000, unit: "元")
        var unknown = Report.with(.edition2019, year: 2020, [:])
        ConsistentReport.set(&unknown, bought, 7)
        let mixed = Rollup(
            "测试市人民政府", year: 2020, in: .edition2019, of: [.init("测试局甲", known), .init("测试局乙", unknown)])
        let place = try #require(mixed.report.form.index("t2_art20_9", "centralized_procurement", "procurement_amount"))
        #expect(mixed.report.cells[place].state == .blank && mixed.sums[place].hasUnknownUnit)
        #expect(mixed.report.notes.contains { $0.code == "unit_unknown" })
    }

    @Test("no offices give no numbers")
    func empty() throws {
        let rollup = rollup([])
        #expect(rollup.report.cells.allSatisfy { $0.state == .blank })
        #expect(rollup.report.notes.map(\.code) == ["rollup_empty"])
    }
}
