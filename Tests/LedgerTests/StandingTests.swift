import AnnualReport
import Database
import Ledger
import TestSupport
import Testing

/// The table of offices and years against a slow recount.
@Suite("The table of reports")
struct StandingTests {
    /// What the table must say of an office and year, kept by hand beside the ledger.
    private struct Expected {
        var submission: ReportSubmission
        var versions: Int
        var dispositions: [String: DispositionKind] = [:]
    }

    @Test(
        "the table equals a slow recount after any run of uploads, re-runs and decisions",
        arguments: DatabaseEngine.allCases, [1, 2, 3, 4, 5] as [UInt64])
    func recount(engine: DatabaseEngine, seed: UInt64) throws {
        print("seed of the table of reports: \(seed)")
        var random = SeededGenerator(seed: seed)
        let offices = ["a", "b-1", "C"]
        try LedgerFixture.withFresh(engine) { ledger, _ in
            for office in offices { try ledger.offices.put(LedgerFixture.office(office)) }
            var expected: [String: Expected] = [:]
            for step in 0..<60 {
                let office = offices[Int.random(in: 0..<offices.count, using: &random)]
                let year = Int.random(in: 2020...2022, using: &random)
                let key = "\(office) \(year)"
                if var known = expected[key], Int.random(in: 0..<3, using: &random) == 0 {
                    guard let finding = known.submission.check.findings.randomElement(using: &random) else { continue }
                    let kind = DispositionKind.allCases[Int.random(in: 0..<3, using: &random)]
                    let refusal = try ledger.dispositions.record(
                        LedgerFixture.disposition(kind), of: known.submission.office, year: known.submission.year,
                        fingerprint: finding.fingerprint)
                    #expect(refusal == nil)
                    known.dispositions[finding.fingerprint] = kind
                    expected[key] = known
                } else {
                    let isRerun = expected[key] != nil && Bool.random(using: &random)
                    let submission = try LedgerFixture.submission(
                        office, year, document: isRerun ? "" : "文件\(step)",
                        unreadable: Int.random(in: 0...5, using: &random), findings: Self.findings(&random))
                    var next = expected[key] ?? Expected(submission: submission, versions: 0)
                    if isRerun {
                        next.submission.check = submission.check
                    } else {
                        next.submission = submission
                        next.versions += 1
                    }
                    try ledger.reports.save(next.submission, at: Moment(milliseconds: Int64(step)))
                    expected[key] = next
                }
            }
            let table = try ledger.reports.standings()
            #expect(table.count == expected.count)
            for line in table {
                let known = try #require(expected["\(line.office) \(line.year)"])
                #expect(Self.describe(line) == Self.describe(known), "seed \(seed), \(line.office) \(line.year)")
            }
            let order = table.map { "\($0.office.text.lowercased()) \(9999 - $0.year.number)" }
            #expect(order == order.sorted())
            for office in offices {
                let own = try ledger.reports.standings(of: LedgerFixture.code(office))
                #expect(own == table.filter { $0.office.text == office })
            }
        }
    }

    private static func findings(_ random: inout SeededGenerator) -> [RuleFinding] {
        (0..<Int.random(in: 0...8, using: &random)).map { number in
            LedgerFixture.finding(
                number, Int.random(in: 0..<4, using: &random) == 0 ? .notAssessable : .fail,
                Severity.allCases[Int.random(in: 0..<3, using: &random)])
        }
    }

    private static func describe(_ line: ReportStanding) -> String {
        "v\(line.version) e\(line.errors)-\(line.settledErrors) w\(line.warnings)-\(line.settledWarnings) "
            + "n\(line.notices) a\(line.notAssessable) u\(line.unreadable) \(line.edition.rawValue)"
    }

    private static func describe(_ known: Expected) -> String {
        func count(_ severity: Severity, settled: Bool) -> Int {
            var count = 0
            for finding in known.submission.check.findings
            where finding.outcome == .fail && finding.severity == severity {
                let kind = known.dispositions[finding.fingerprint]
                if !settled || kind == .explained || kind == .dismissed { count += 1 }
            }
            return count
        }
        let unreadable = known.submission.report.cells.count { $0.state == .unreadable }
        let notAssessable = known.submission.check.findings.count { $0.outcome == .notAssessable }
        return "v\(known.versions) e\(count(.error, settled: false))-\(count(.error, settled: true)) "
            + "w\(count(.warning, settled: false))-\(count(.warning, settled: true)) "
            + "n\(count(.notice, settled: false)) a\(notAssessable) u\(unreadable) 2021"
    }
}
