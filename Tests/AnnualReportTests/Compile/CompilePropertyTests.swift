import AnnualReport
import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for every compiled report, whatever the ledger holds")
struct CompilePropertyTests {
    static let seed: UInt64 = 2021_0926
    static let years = 2018...2025

    /// What the ledger counts of some cases in a year.
    private func counted(_ cases: RandomCases, _ year: Int) throws -> OfficeYear {
        var counted = OfficeYear("测试市测试局", year: year)
        for entries in cases.requests {
            let request = try #require(try InformationRequest(folding: entries))
            if let one = CountedRequest(request) { counted.requests.count(one) }
        }
        for entries in cases.appeals {
            if let appeal = try Appeal(folding: entries), let one = CountedAppeal(appeal) { counted.appeals.count(one) }
        }
        return counted
    }

    private func ledgers(_ count: Int) throws -> [RandomCases] {
        var random = SeededGenerator(seed: Self.seed)
        let calendar = try OfficialCalendar.load()
        let today = try #require(Day(year: 2031, month: 1, day: 1))
        return try (0..<count).map { _ in
            try RandomCases(
                requests: 30, appeals: 12, firstYear: 2018, years: 7, today: today, calendar: calendar, using: &random)
        }
    }

    @Test("every cell of tables three and four equals a slow recount straight from the entries")
    func recount() throws {
        var compared = 0
        var nonZero = 0
        for (number, cases) in try ledgers(25).enumerated() {
            for year in Self.years where year >= 2019 {
                let report = try #require(CompiledReport(try counted(cases, year)))
                let slow = SlowRecount(requests: cases.requests, appeals: cases.appeals, year: year)
                for (place, cell) in report.report.form.cells.enumerated() {
                    guard let expected = slow.number(cell.address) else { continue }
                    let found = report.report.cells[place].value?.whole
                    #expect(found == expected, "seed \(Self.seed), ledger \(number), \(year), \(cell.address)")
                    compared += 1
                    nonZero += expected == 0 ? 0 : 1
                }
            }
        }
        #expect(compared > 30_000 && nonZero > 2_000, "\(compared) compared, \(nonZero) of them not 0")
    }

    @Test("every identity of the form holds, and what is carried out of a year is carried into the next")
    func identities() throws {
        for (number, cases) in try ledgers(25).enumerated() {
            var previous: CompiledReport?
            for year in Self.years where year >= 2019 {
                let place = "seed \(Self.seed), ledger \(number), \(year)"
                let compiled = try #require(CompiledReport(try counted(cases, year)))
                let result = RuleBook.check(compiled.report, previous: previous?.report)
                let broken = result.findings.filter { finding in
                    (arithmeticRules.contains(finding.rule) || finding.rule == "X_CARRY")
                        && (finding.outcome == .fail || previous != nil || finding.rule != "X_CARRY")
                }
                #expect(broken.isEmpty, "\(place): \(broken.map(\.message))")
                for (origin, cell) in zip(compiled.origins, compiled.report.cells) {
                    #expect(origin.value == cell.value, "\(place)")
                }
                previous = compiled
            }
        }
    }

    @Test("an application counts as the law's own fold says, whatever is done to it")
    func agreesWithFold() throws {
        for cases in try ledgers(10) {
            for entries in cases.requests {
                let request = try #require(try InformationRequest(folding: entries))
                for year in Self.years {
                    let expected = request.counted(inYear: year)
                    guard let one = CountedRequest(request) else {
                        #expect(!expected.isNew && !expected.isCarriedIn && !expected.isCarriedOut)
                        continue
                    }
                    #expect(one.isNew(in: year) == expected.isNew, "seed \(Self.seed), \(request.number), \(year)")
                    #expect(one.isCarriedIn(to: year) == expected.isCarriedIn)
                    #expect(one.isCarriedOut(of: year) == expected.isCarriedOut)
                    #expect(one.result(in: year) == expected.result)
                }
            }
            for entries in cases.appeals {
                let appeal = try #require(try Appeal(folding: entries))
                for (year, isCounted) in Self.years.flatMap({ [($0, true), ($0, false)] }) {
                    #expect(
                        CountedAppeal(appeal)?.result(in: year, countingCarriedIn: isCounted)
                            == appeal.result(inYear: year, countingCarriedIn: isCounted), "seed \(Self.seed), \(year)")
                }
            }
        }
    }

    @Test("totals follow the adjustments of their parts, and every adjustment stays visible")
    func adjustments() throws {
        var random = SeededGenerator(seed: Self.seed)
        for (number, cases) in try ledgers(5).enumerated() {
            for year in [2020, 2022] {
                var office = try counted(cases, year)
                let form = StatutoryForm.of(try #require(FormEdition.prescribed(for: year)))
                for name in 0..<6 {
                    let cell = try #require(form.cells.randomElement(using: &random)).address
                    let change = try #require(FormNumber(Int.random(in: 1...9, using: &random)))
                    office.adjustments.append(
                        CellAdjustment(
                            cell, by: change, reason: "测试补登", record: RecordName(.adjustment, "t-\(name)")))
                }
                let compiled = try #require(CompiledReport(office))
                let rules = arithmeticRules.subtracting(["T3_BALANCE"])
                let failed = RuleBook.check(compiled.report).findings.filter {
                    rules.contains($0.rule) && $0.outcome == .fail
                }
                #expect(failed.isEmpty, "seed \(Self.seed), ledger \(number), \(year): \(failed.map(\.message))")
                let told = compiled.report.notes.filter { $0.code.hasPrefix("adjust") }
                #expect(told.count == office.adjustments.count)
            }
        }
    }
}
