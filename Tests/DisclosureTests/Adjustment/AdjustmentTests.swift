import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("adjustments of a compiled report")
struct AdjustmentTests {
    typealias Sample = SubjectSample<ReportAdjustment>
    static let received = "t3_applications.new_received.natural_person"

    static func adjust(
        _ change: FigureValue, _ name: String = received, counted: FigureValue = .count(12),
        year: Int = 2020,
        on text: String = "2021-01-11"
    ) throws -> AdjustReport {
        AdjustReport(
            try reference("adj-1"), of: try #require(FigureCell(name)), inYear: year, counted: counted,
            by: change,
            because: try DisclosureTests.text("另一系统重复登记"), evidence: try reference("paper-3"),
            by: try reference("o-wangwu"),
            approval: try approval(on: "2021-01-11", as: .supervisingLeader, by: "o-lisi"),
            on: try day(text))
    }

    static func withdraw(on text: String = "2021-01-12") throws -> WithdrawAdjustment {
        WithdrawAdjustment(
            on: try day(text), because: try DisclosureTests.text("已在登记簿更正"), by: try reference("o-wangwu")
        )
    }

    @Test("an adjustment stands for its year until it is taken back")
    func stands() throws {
        var sample = try Sample()
        #expect(try sample.codes(against: Self.withdraw()) == [.adjustmentNone])
        try sample.run(Self.adjust(.count(-1)))
        let one = try #require(sample.subject)
        #expect(ReportAdjustment.standing(inYear: 2020, among: [one]) == [one])
        #expect(ReportAdjustment.standing(inYear: 2021, among: [one]).isEmpty && sample.remarks.isEmpty)
        #expect(try sample.codes(against: Self.adjust(.count(-1))) == [.adjustmentKnown])
        #expect(try sample.codes(against: Self.withdraw(on: "2021-01-10")) == [.actDayOrder])
        try sample.run(Self.withdraw())
        #expect(try sample.codes(against: Self.withdraw()) == [.adjustmentNone])
        #expect(try ReportAdjustment.standing(inYear: 2020, among: [#require(sample.subject)]).isEmpty)
        #expect(Set(sample.entries.map(\.kind)) == Set(AdjustmentAct.Kind.allCases))
        try checkGolden(sample.entries, "adjustment-entries.jsonl")
        #expect(throws: Refusal.self) { try ReportAdjustment(folding: [sample.entries[1]]) }
        #expect(throws: Refusal.self) {
            try ReportAdjustment(folding: sample.entries + [sample.entries[1]])
        }
    }

    @Test("sums, other cells, no change and impossible results are refused")
    func refusals() throws {
        let sample = try Sample()
        func codes(_ command: AdjustReport) -> [Finding.Code] { sample.codes(against: command) }
        for sum in [
            "t3_applications.new_received.total", "t3_applications.results_total.natural_person",
            "t4_review_litigation.cases.review_total",
        ] {
            #expect(try codes(Self.adjust(.count(1), sum)) == [.adjustmentSum], "\(sum)")
        }
        #expect(try codes(Self.adjust(.count(1), "text.interviews.held")) == [.adjustmentCell])
        #expect(
            try codes(Self.adjust(.count(1), "t2_art20_1.regulations.in_force")) == [.adjustmentCell])
        #expect(try codes(Self.adjust(.count(1), "t2_art20_1.regulations.in_force", year: 2021)) == [])
        #expect(try codes(Self.adjust(.count(0))) == [.adjustmentNothing])
        #expect(try codes(Self.adjust(.count(-13))) == [.adjustmentResult])
        #expect(try codes(Self.adjust(.amount(Yuan(1), .yuan))) == [.adjustmentResult])
        let amount = "t2_art20_9.centralized_procurement.procurement_amount"
        #expect(
            try codes(Self.adjust(.amount(Yuan(-5), .yuan), amount, counted: .amount(Yuan(9), .yuan)))
                == [])
        #expect(try codes(Self.adjust(.count(1), year: 2022)) == [.adjustmentYear])
        #expect(try codes(Self.adjust(.count(1), year: 1999)) == [.adjustmentYear])
        var own = try Self.adjust(.count(1))
        own.officer = try reference("o-lisi")
        #expect(codes(own) == [.actApprovalOwnWork])
        own.approval = try approval(on: "2021-01-12", as: .reviewer, by: "o-zhaoliu")
        #expect(codes(own) == [.actApprovalRole, .actDayOrder])
        own.approval = nil
        var alone = sample
        try alone.run(own)
        #expect(alone.remarks.map(\.code) == [.adjustmentNotApproved])
    }

    @Test("a result below nought never stands, whatever is tried")
    func property() throws {
        let seed: UInt64 = 47
        var random = SeededGenerator(seed: seed)
        var done = 0
        for round in 0..<200 {
            var sample = try Sample()
            let counted = Int.random(in: 0...5, using: &random)
            for step in 0..<3 {
                let place = "seed \(seed), adjustment \(round), step \(step)"
                let change = Int.random(in: -6...6, using: &random)
                let isDone =
                    Bool.random(using: &random)
                    ? try sample.attempt(Self.adjust(.count(change), counted: .count(counted)), place)
                    : try sample.attempt(Self.withdraw(), place)
                if isDone { done += 1 }
                if let made = sample.subject?.made, case .count(let by) = made.change {
                    #expect(counted + by >= 0 && by != 0, "\(place)")
                }
            }
        }
        #expect(done > 150)
    }
}
