import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("figures from other systems and from books")
struct FigureTests {
    typealias Sample = SubjectSample<FigureYear>

    static func cell(_ text: String) throws -> FigureCell { try #require(FigureCell(text)) }
    static func period(_ text: String) throws -> FigurePeriod { try #require(FigurePeriod(text)) }
    static let decisions = "t2_art20_6.administrative_penalty.decisions"

    static func enter(
        _ value: FigureValue, _ name: String = decisions, _ time: String = "2020", on text: String = "2021-01-05"
    ) throws -> EnterFigure {
        EnterFigure(
            value, in: try cell(name), of: try period(time), from: try DisclosureTests.text("行政处罚系统"),
            evidence: try reference("paper-9"), by: try reference("o-wangwu"), on: try day(text))
    }

    static func nothing(_ names: [String], _ time: String = "2020", on text: String = "2021-01-05") throws
        -> DeclareNothing
    {
        DeclareNothing(
            in: try names.map { try cell($0) }, of: try period(time), from: try DisclosureTests.text("本机关没有此项职能"),
            by: try reference("o-wangwu"), on: try day(text))
    }

    static func correct(
        _ value: FigureValue, _ name: String = decisions, _ time: String = "2020", on text: String = "2021-01-08"
    ) throws -> CorrectFigure {
        CorrectFigure(
            try cell(name), of: try period(time), to: value, because: try DisclosureTests.text("漏计一件"),
            by: try reference("o-wangwu"), on: try day(text))
    }

    static func withdraw(_ name: String = decisions, _ time: String = "2020") throws -> WithdrawFigure {
        WithdrawFigure(
            try cell(name), of: try period(time), because: try DisclosureTests.text("填错单元格"),
            by: try reference("o-wangwu"), on: try day("2021-01-09"))
    }

    @Test("a cell without a figure is blank, and nought only where it is entered or declared")
    func blank() throws {
        var sample = try Sample()
        try sample.run(Self.enter(.count(44)))
        try sample.run(
            Self.nothing([
                "t2_art20_6.administrative_compulsion.decisions",
                "t2_art20_9.centralized_procurement.procurement_amount",
            ]))
        let year = try #require(sample.subject)
        #expect(try year.sum(of: Self.cell(Self.decisions)) == .complete(.count(44)))
        #expect(try year.sum(of: Self.cell("t2_art20_6.administrative_compulsion.decisions")).value == .count(0))
        #expect(
            try year.sum(of: Self.cell("t2_art20_9.centralized_procurement.procurement_amount")).value?.chineseText
                == "0万元")
        let blank = try Self.cell("t2_art20_8.administrative_fees.change_this_year")
        #expect(year.sum(of: blank) == .absent && year.sum(of: blank).value == nil && !year.cells.contains(blank))
        #expect(try sample.codes(against: Self.nothing([Self.decisions])) == [.figureThere])
        try sample.run(Self.withdraw())
        #expect(try sample.subject?.sum(of: Self.cell(Self.decisions)) == .absent)
    }

    @Test("months add up to the year when all twelve are there, and the missing ones are named")
    func months() throws {
        var sample = try Sample()
        for month in 1...11 {
            let time = "2020-\(month < 10 ? "0" : "")\(month)"
            if month == 3 {
                try sample.run(Self.nothing([Self.decisions], time))
            } else {
                try sample.run(Self.enter(.count(month), Self.decisions, time))
            }
        }
        let cell = try Self.cell(Self.decisions)
        #expect(sample.subject?.sum(of: cell) == .incomplete(.count(63), missing: [12]))
        #expect(try sample.codes(against: Self.enter(.count(63))) == [.figureMixed])
        #expect(try sample.codes(against: Self.enter(.count(1), Self.decisions, "2020-05")) == [.figureThere])
        try sample.run(Self.enter(.count(9), Self.decisions, "2020-12"))
        #expect(sample.subject?.sum(of: cell) == .complete(.count(72)))
        try sample.run(Self.correct(.count(4), Self.decisions, "2020-03"))
        #expect(sample.subject?.sum(of: cell).value == .count(76))
        let third = try #require(try sample.subject?.figure(cell, Self.period("2020-03")))
        #expect(third.corrections == 1 && !third.isDeclared)
    }

    @Test("1075.178 in 万元 is exactly 1,075,178,000 fen")
    func amounts() throws {
        let cell = try Self.cell("t2_art20_9.centralized_procurement.procurement_amount")
        let value = try FigureValue(parsing: "1075.178", for: cell, field: "value")
        #expect(value == .amount(Yuan(fen: 1_075_178_000), .tenThousandYuan) && value.chineseText == "1075.178万元")
        #expect(try FigureValue(parsing: "0.05", for: cell, unit: .yuan, field: "value").chineseText == "0.05元")
        #expect(try FigureValue(parsing: "0.00", for: cell, unit: .yuan, field: "value").chineseText == "0元")
        let count = try Self.cell(Self.decisions)
        #expect(try FigureValue(parsing: "012", for: count, field: "value") == .count(12))
        let change = try Self.cell("t2_art20_5.other_external_services.change_this_year")
        #expect(try FigureValue(parsing: "-220", for: change, field: "value").fits(change))
        for text in ["", "1,075", "12件", "1.5", "0.00", "１２", "--1", "-", ".", "999999999999999999999", "700000000001"]
        {
            #expect(throws: Refusal.self, "\(text)") { try FigureValue(parsing: text, for: count, field: "value") }
        }
        for text in ["1.", ".5", "1.0000001", "1.2.3", "1e3", "70000001"] {
            #expect(throws: Refusal.self, "\(text)") { try FigureValue(parsing: text, for: cell, field: "value") }
        }
        #expect(throws: Refusal.self) { try FigureValue(parsing: "0.005", for: cell, unit: .yuan, field: "value") }
    }

    @Test("what follows from records, is not of the year's form, or is of another kind is refused with the way out")
    func refusals() throws {
        let sample = try Sample()
        func codes(_ command: some Command<FigureYear>) throws -> [Finding.Code] { sample.codes(against: command) }
        #expect(try codes(Self.enter(.count(1), "t3_applications.new_received.natural_person")) == [.figureCounted])
        #expect(try codes(Self.enter(.count(1), "t4_review_litigation.cases.review_upheld")) == [.figureCounted])
        #expect(
            try codes(Self.enter(.count(1), "t2_art20_6.administrative_penalty.decisions_this_year")) == [
                .figureCellForm
            ])
        #expect(try codes(Self.enter(.count(1), "text.interviews.held")) == [])
        #expect(try codes(Self.enter(.count(-1))) == [.figureValue])
        #expect(try codes(Self.enter(.amount(Yuan(1), .yuan))) == [.figureValue])
        #expect(try codes(Self.enter(.count(-5), "t2_art20_6.administrative_penalty.change_this_year")) == [])
        #expect(
            try codes(Self.enter(.count(5), "t2_art20_6.administrative_penalty.prior_year_items", "2020-03")) == [
                .figureStock
            ])
        #expect(try codes(Self.enter(.count(5), Self.decisions, "2020-03", on: "2020-02-29")) == [.figurePeriod])
        #expect(try codes(Self.enter(.count(5), on: "2026-07-02")) == [.actDayInFuture])
        #expect(try codes(Self.correct(.count(5))) == [.figureNone] && codes(Self.withdraw()) == [.figureNone])
        #expect(try codes(Self.nothing([])) == [.figureCells])
        #expect(try codes(Self.nothing([Self.decisions, Self.decisions])) == [.figureCells])
        var begun = try Sample()
        try begun.run(Self.enter(.count(44), on: "2020-12-31"))
        #expect(begun.remarks.map(\.code) == [.figurePeriodRunning])
        #expect(try begun.codes(against: Self.correct(.count(44))) == [.figureUnchanged])
        #expect(
            try begun.codes(
                against: Self.enter(
                    .count(1), "t2_art20_6.administrative_penalty.decisions_this_year", "2021", on: "2022-01-05"))
                == [.figureYear])
        for text in ["t2.a", "T2.a.b", "t2..b", "a.b.c.d", "", "a.b.测"] { #expect(FigureCell(text) == nil, "\(text)") }
        for text in ["20", "2020-13", "2020-00", "2020-3", "2007", "2020/03", "+020"] {
            #expect(FigurePeriod(text) == nil, "\(text)")
        }
    }

    @Test("the written form never changes")
    func golden() throws {
        var sample = try Sample()
        try sample.run(Self.enter(.count(44)))
        let amount = FigureValue.amount(Yuan(fen: 1_075_178_000), .tenThousandYuan)
        try sample.run(Self.enter(amount, "t2_art20_9.centralized_procurement.procurement_amount", "2020-03"))
        var nothing = try Self.nothing(["t2_art20_8.administrative_fees.change_this_year"])
        nothing.evidence = try reference("paper-10")
        try sample.run(nothing)
        var correction = try Self.correct(.count(45))
        correction.evidence = try reference("paper-11")
        try sample.run(correction)
        try sample.run(Self.withdraw())
        #expect(Set(sample.entries.map(\.kind)) == Set(FigureAct.Kind.allCases))
        try checkGolden(sample.entries, "figure-entries.jsonl")
        #expect(throws: Refusal.self) { try FigureYear(folding: sample.entries + [sample.entries[3]]) }
        #expect(throws: Refusal.self) { try FigureYear(folding: [sample.entries[0], sample.entries[0]]) }
    }

    @Test("the sum of a cell is what a slow count over the entries gives")
    func property() throws {
        let seed: UInt64 = 37
        var random = SeededGenerator(seed: seed)
        let names = [Self.decisions, "t2_art20_5.administrative_licensing.change_this_year", "text.interviews.held"]
        var done = 0
        for round in 0..<80 {
            var sample = try Sample()
            for step in 0..<40 {
                let place = "seed \(seed), year \(round), step \(step)"
                let name = try #require(names.randomElement(using: &random))
                let month = Int.random(in: 0...12, using: &random)
                let time = month == 0 ? "2020" : "2020-\(month < 10 ? "0" : "")\(month)"
                let value = FigureValue.count(Int.random(in: -3...9, using: &random))
                let isDone: Bool
                switch Int.random(in: 0..<5, using: &random) {
                case 0, 1: isDone = try sample.attempt(Self.enter(value, name, time), place)
                case 2: isDone = try sample.attempt(Self.nothing([name], time), place)
                case 3: isDone = try sample.attempt(Self.correct(value, name, time), place)
                default: isDone = try sample.attempt(Self.withdraw(name, time), place)
                }
                if isDone { done += 1 }
            }
            for name in names {
                var slow: [String: Int] = [:]
                for entry in sample.entries {
                    switch entry.act {
                    case .entered(let one) where one.cell.text == name:
                        if case .count(let count) = one.value { slow[one.period.description] = count }
                    case .nothingDeclared(let one) where one.cells.contains { $0.text == name }:
                        slow[one.period.description] = 0
                    case .corrected(let one) where one.cell.text == name:
                        if case .count(let count) = one.after { slow[one.period.description] = count }
                    case .withdrawn(let one) where one.cell.text == name: slow[one.period.description] = nil
                    default: break
                    }
                }
                let sum = try sample.subject?.sum(of: Self.cell(name)) ?? .absent
                let place = "seed \(seed), year \(round), \(name)"
                if slow.isEmpty {
                    #expect(sum == .absent, "\(place)")
                } else if slow["2020"] != nil || slow.count == 12 {
                    #expect(sum == .complete(.count(slow.values.reduce(0, +))), "\(place)")
                } else {
                    guard case .incomplete(let value, let missing) = sum else {
                        Issue.record("\(place): \(sum)")
                        continue
                    }
                    #expect(value == .count(slow.values.reduce(0, +)) && missing.count + slow.count == 12, "\(place)")
                }
            }
        }
        #expect(done > 800)
    }
}
