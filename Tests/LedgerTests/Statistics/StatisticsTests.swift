import AnnualReport
import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

@Suite("the annual report is counted from the ledger, and every number leads to its records")
struct StatisticsTests {
    static let seed: UInt64 = 711

    /// Records every entry of some cases, as the commands decided on them.
    private func record(_ cases: RandomCases, in office: ActingOffice, code: String) throws {
        let code = try LedgerFixture.code(code)
        try office.ledger.entries.transact(by: office.officer, at: office.now) {
            (transaction) throws(DatabaseError) in
            for entries in cases.requests {
                guard case .registered(let registration) = entries.first?.act else { continue }
                try transaction.append(entries, to: Subject(registration.number), office: code)
            }
            for entries in cases.appeals {
                guard case .registered(let registration) = entries.first?.act else { continue }
                try transaction.append(entries, to: Subject<AppealAct>(registration.reference), office: code)
            }
            return .commit(())
        }
    }

    private func cases(_ random: inout SeededGenerator) throws -> RandomCases {
        try RandomCases(
            requests: 60, appeals: 20, firstYear: 2019, years: 5, today: try #require(Day("2031-01-01")),
            calendar: try OfficialCalendar.load(), using: &random)
    }

    @Test(
        "every identity holds, years carry over, and as many records are listed as a cell says",
        arguments: DatabaseEngine.allCases)
    func drillDown(_ engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed)
        let own = try cases(&random)
        let other = try cases(&random)
        try ActingOffice.withFresh(engine, offices: ["jia", "yi"]) { office, _ in
            try record(own, in: office, code: "jia")
            try record(other, in: office, code: "yi")
            let statistics = office.ledger.statistics
            var previous: Report?
            var listed = 0
            for year in 2019...2025 {
                let place = "seed \(Self.seed), \(engine), \(year)"
                let counted = try #require(try statistics.officeYear(office.code, year))
                let compiled = try #require(CompiledReport(counted))
                let result = RuleBook.checkTables(compiled.report, previous: previous)
                let broken = result.findings.filter { $0.outcome == .fail && $0.severity == .error }
                #expect(broken.isEmpty, "\(place): \(broken.map(\.message))")
                for (cell, origin) in zip(compiled.report.form.cells, compiled.origins)
                where cell.address.table.hasPrefix("t3") || cell.address.table.hasPrefix("t4") {
                    let records = try #require(
                        try statistics.records(of: cell.address, office: office.code, in: year))
                    #expect(records.count == origin.value?.whole, "\(place): \(cell.address)")
                    #expect(Set(records).count == records.count, "\(place): \(cell.address) lists one twice")
                    listed += records.count
                }
                for fact in counted.facts where fact.id.hasPrefix("requests.channel") || fact.id.hasPrefix("appeals") {
                    let records = try statistics.records(of: fact.id, office: office.code, in: year)
                    #expect(records?.count == fact.records, "\(place): \(fact.id)")
                }
                previous = compiled.report
            }
            #expect(listed > 500)
        }
    }

    @Test(
        "all offices and years in one scan are what each office and year is by itself",
        arguments: DatabaseEngine.allCases)
    func allOffices(_ engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed + 1)
        let lists = [try cases(&random), try cases(&random), try cases(&random)]
        let codes = ["jia", "yi", "bing"]
        try ActingOffice.withFresh(engine, offices: codes + ["ding"]) { office, _ in
            for (code, list) in zip(codes, lists) { try record(list, in: office, code: code) }
            var found: [String: [RequestTally]] = [:]
            try office.ledger.statistics.requests(in: 2018...2026) { (code, tallies) throws(DatabaseError) in
                found[code.text] = tallies
            }
            #expect(found.keys.sorted() == codes.sorted(), "an office without applications is not handed over")
            for code in codes {
                let single = try (2018...2026).map {
                    try office.ledger.statistics.requests(of: LedgerFixture.code(code), in: $0)
                }
                #expect(found[code] == single.compactMap { $0 }, "seed \(Self.seed + 1), \(code)")
            }
        }
    }

    @Test("what is rebuilt from the entries is what was kept up", arguments: DatabaseEngine.allCases)
    func rebuilt(_ engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed + 2)
        let own = try cases(&random)
        try ActingOffice.withFresh(engine, offices: ["jia"]) { office, _ in
            try record(own, in: office, code: "jia")
            #expect(try office.ledger.projectionDifferences() == [])
        }
    }

    @Test("what is void counts nowhere, and adjustments stay visible", arguments: DatabaseEngine.allCases)
    func voided(_ engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed + 3)
        let own = try cases(&random)
        try ActingOffice.withFresh(engine, offices: ["jia"]) { office, _ in
            try record(own, in: office, code: "jia")
            let (today, calendar) = (office.today, office.calendar)
            for entries in own.requests {
                guard case .registered(let registration) = entries.first?.act else { continue }
                let outcome = try office.ledger.entries.act(
                    on: Subject(registration.number), office: office.code, by: office.officer, at: office.now
                ) { (request) throws(Refusal) in
                    try VoidRequest(on: today, reasons: Sample.text("测试作废"))
                        .decide(on: request, today: today)
                }
                #expect(outcome.isRecorded, "\(outcome.findings.map(\.message))")
            }
            for year in 2019...2025 {
                let counted = try #require(try office.ledger.statistics.officeYear(office.code, year))
                #expect(counted.requests == RequestTally(year: year), "seed \(Self.seed + 3), \(year)")
            }
            #expect(try office.ledger.projectionDifferences() == [])
            let address = "t3_applications.disclosed.natural_person"
            let change = AdjustReport(
                Sample.reference("t-1"), of: try #require(FigureCell(address)), inYear: 2020, counted: .count(0),
                by: .count(1), because: Sample.text("测试补登"), by: Sample.reference("o-1"), on: today)
            let name: AdjustmentReference = Sample.reference("t-1")
            let outcome = try office.ledger.entries.act(
                on: Subject<AdjustmentAct>(name), office: office.code, by: office.officer, at: office.now
            ) { (adjustment) throws(Refusal) in try change.decide(on: adjustment, today: today, calendar: calendar) }
            #expect(outcome.isRecorded, "\(outcome.findings.map(\.message))")
            let counted = try #require(try office.ledger.statistics.officeYear(office.code, 2020))
            let compiled = try #require(CompiledReport(counted))
            let cell = try #require(CellAddress(address))
            #expect(compiled.report[cell]?.value?.whole == 1 && compiled.origin(of: cell)?.counted == 0)
            #expect(compiled.report.notes.contains { $0.code == "adjusted" })
        }
    }

    @Test("figures are blank until somebody enters them, and months must be whole", arguments: DatabaseEngine.allCases)
    func figures(_ engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine, offices: ["jia"]) { office, _ in
            let year = try #require(ReportYear(2020))
            let officer: OfficerReference = Sample.reference("o-1")
            let day = try #require(Day("2021-01-05"))
            func enter(_ cell: String, _ period: String, _ value: String) throws {
                let cell = try #require(FigureCell(cell))
                let command = EnterFigure(
                    try FigureValue(parsing: value, for: cell, unit: .tenThousandYuan, field: "value"), in: cell,
                    of: try #require(FigurePeriod(period)), from: Sample.text("测试系统"), by: officer, on: day)
                let (today, calendar) = (office.today, office.calendar)
                let outcome = try office.ledger.entries.act(
                    on: Subject<FigureAct>(year), office: office.code, by: office.officer, at: office.now
                ) { (figures) throws(Refusal) in try command.decide(on: figures, today: today, calendar: calendar) }
                #expect(outcome.isRecorded, "\(outcome.findings.map(\.message))")
            }
            func cell(_ address: String) throws -> Cell {
                let counted = try #require(try office.ledger.statistics.officeYear(office.code, 2020))
                let address = try #require(CellAddress(address))
                return try #require(CompiledReport(counted)?.report[address])
            }
            let decisions = "t2_art20_6.administrative_penalty.decisions"
            let amount = "t2_art20_9.centralized_procurement.procurement_amount"
            #expect(try cell("t3_applications.new_received.total").state == .absent)
            try enter(amount, "2020", "1075.178")
            let bought = try cell(amount)
            #expect(bought.value?.description == "1075.178" && bought.unit == "万元")
            #expect(try cell(decisions).state == .blank)
            for month in 1...11 { try enter(decisions, "2020-\(month < 10 ? "0" : "")\(month)", "2") }
            #expect(try cell(decisions).state == .blank)
            try enter(decisions, "2020-12", "0")
            #expect(try cell(decisions).value?.whole == 22)
            // With a figure of the year the register counts as kept, and nothing came in.
            #expect(try cell("t3_applications.new_received.total").value == .zero)
            let address = try #require(CellAddress(decisions))
            let records = try office.ledger.statistics.records(of: address, office: office.code, in: 2020)
            #expect(records?.count == 12)
        }
    }

    @Test("an office that is not kept has no numbers")
    func unknown() throws {
        try ActingOffice.withFresh(.sqlite, offices: ["jia"]) { office, _ in
            let other = try LedgerFixture.code("nobody")
            #expect(try office.ledger.statistics.officeYear(other, 2020) == nil)
            #expect(try office.ledger.statistics.requests(of: other, in: 2020) == nil)
        }
    }
}
