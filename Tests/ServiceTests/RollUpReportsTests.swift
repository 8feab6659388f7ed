import AnnualReport
import CivilTime
import Foundation
import Ledger
import Service
import TestSupport
import Testing

@Suite("the report of a government from its offices")
struct RollUpReportsTests {
    /// A city with two offices and a town that has an office of its own; the first four kept their registers.
    private func withCity(_ body: (Ledger) throws -> Void) throws {
        let calendar = try OfficialCalendar.load()
        try DatabaseEngine.sqlite.withFresh { database, _ in
            let now = Moment(milliseconds: 1_768_442_400_000)
            let ledger = try Ledger(in: database, now: now, settings: LedgerSettings(calendar: calendar))
            for (code, name, parent) in [
                ("city", "测试市人民政府", nil), ("jia", "测试市甲局", "city"), ("yi", "测试市乙局", "city"),
                ("town", "测试镇人民政府", "city"), ("ding", "测试镇丁办", "town"),
            ] {
                let office = Office(
                    code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name)),
                    parent: parent.flatMap { AgencyCode($0) })
                #expect(try ledger.offices.put(office) == nil)
            }
            let lines = ["jia", "yi", "town"].map { code in
                """
                {"agency":"\(code)","act":"figure","year":2021,"cell":"t2_art20_6.administrative_penalty.decisions_this_year","value":"7"}
                {"agency":"\(code)","act":"nothing","year":2021}
                """
            }
            try LoadDemonstrationLedger(
                ledger: ledger, calendar: calendar, papers: PreparePaper(reader: InProcessTextReader()),
                file: { _ in nil }
            )
            .run(lines.joined(separator: "\n"), at: now) { office, outcome in
                guard case .recorded = outcome else {
                    Issue.record("\(office): \(outcome)")
                    return
                }
            }
            try body(ledger)
        }
    }

    private func sum(_ ledger: Ledger, _ scope: Rollup.Scope) throws -> (Rollup, [String]) {
        let outcome = try RollUpReports(ledger: ledger)
            .run("测试市人民政府", year: try #require(ReportYear(2021)), scope: scope, on: .latest)
        guard case .summed(let rollup, _, let members) = outcome else { throw Missing() }
        return (rollup, members.map(\.code.text).sorted())
    }

    private struct Missing: Error {}

    @Test("its own level are the offices directly below without offices of their own")
    func own() throws {
        try withCity { ledger in
            let (rollup, members) = try sum(ledger, .own)
            #expect(members == ["city", "jia", "yi"] && rollup.missing.isEmpty)
            let address = try #require(CellAddress("t2_art20_6.administrative_penalty.decisions_this_year"))
            #expect(rollup.report[address]?.value?.whole == 14)
        }
    }

    @Test("with all below, whoever kept no register is named and leaves every cell blank")
    func subordinates() throws {
        try withCity { ledger in
            let (rollup, members) = try sum(ledger, .withSubordinates)
            #expect(members == ["city", "ding", "jia", "town", "yi"] && rollup.missing == ["测试镇丁办"])
            #expect(rollup.report.cells.allSatisfy { $0.state == .blank })
            let place = try #require(
                rollup.report.form.index("t2_art20_6", "administrative_penalty", "decisions_this_year"))
            #expect(rollup.sums[place].partial?.whole == 21)
        }
    }
}
