import CivilTime
import Database
import Disclosure
import TestSupport
import Testing

@testable import Ledger

@Suite("The days to answer")
struct AnswerDaysTests {
    static let seed: UInt64 = 2_027

    @Test(
        "they are those that folding every application gives, of the first rounds that were decided",
        arguments: DatabaseEngine.allCases)
    func days(engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed)
        let cases = try RandomCases(
            requests: 80, appeals: 0, firstYear: 2019, years: 5, today: try #require(Day("2031-01-01")),
            calendar: try OfficialCalendar.load(), using: &random)
        var expected: [Int: [Int]] = [:]
        for entries in cases.requests {
            let request = try #require(try InformationRequest(folding: entries))
            guard request.rounds.count == 1, request.round.closure != nil, let received = request.receiptDate,
                let decided = request.round.disposedOn
            else { continue }
            expected[decided.year, default: []].append(max(0, decided - received))
        }
        try ActingOffice.withFresh(engine, offices: ["jia", "yi"]) { office, _ in
            let code = office.code
            try office.ledger.entries.transact(by: office.officer, at: office.now) {
                (transaction) throws(DatabaseError) in
                for entries in cases.requests {
                    guard case .registered(let registration) = entries.first?.act else { continue }
                    try transaction.append(entries, to: Subject(registration.number), office: code)
                }
                return .commit(())
            }
            let statistics = office.ledger.statistics
            let found = try #require(try statistics.answerDays(of: code, in: 2008...2100))
            #expect(found.days.mapValues { $0.sorted() } == expected.mapValues { $0.sorted() }, "seed \(Self.seed)")
            #expect(expected.values.reduce(0) { $0 + $1.count } > 10, "seed \(Self.seed) gives too few")
            let year = try #require(expected.keys.sorted().first)
            let one = try #require(try statistics.answerDays(of: code, in: year...year))
            #expect(one.days.keys.sorted() == [year] && one.kept == found.kept)
            let acts = cases.requests.flatMap { $0.map(\.day.year) }
            #expect(found.kept == acts.min().flatMap { first in acts.max().map { first...$0 } }, "seed \(Self.seed)")
            #expect(try statistics.keptYears(of: code) == found.kept)
            #expect(try statistics.keptYears(of: LedgerFixture.code("yi")) == nil)
            #expect(try statistics.answerDays(of: LedgerFixture.code("yi"), in: 2008...2100)?.days == [:])
            #expect(try statistics.answerDays(of: LedgerFixture.code("nobody"), in: 2008...2100) == nil)
        }
    }

    @Test("only the years asked for are read, from an index that holds everything")
    func index() throws {
        try ActingOffice.withFresh(.sqlite) { _, database in
            let plan = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all(
                    "EXPLAIN QUERY PLAN " + StatisticsStore.answered,
                    [.int(1), .text("2025-01-01"), .text("2025-12-31")]
                ) { (row) throws(DatabaseError) in try row.text(3) }
            }
            let last = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("EXPLAIN QUERY PLAN " + StatisticsStore.lastAct, [.int(1)]) {
                    (row) throws(DatabaseError) in try row.text(3)
                }
            }
            #expect(last == ["SEARCH entry USING INDEX entry_by_day (office=?)"])
            #expect(
                plan == [
                    "SEARCH request_row USING COVERING INDEX request_row_by_decision (office=? AND decided>? AND decided<?)"
                ])
        }
    }
}
