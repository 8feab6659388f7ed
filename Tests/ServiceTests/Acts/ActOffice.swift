import CivilTime
import Database
import DatabaseSQLite
import Disclosure
import Ledger
import Service
import TestSupport
import Testing
import Vault

/// An installation with two offices of obviously invented names, and a way to do acts there as a person writes them.
struct ActOffice {
    let ledger: Ledger
    let database: any Database
    let calendar: WorkingCalendar
    let vault: Vault?

    /// Hands an installation over and removes it afterwards.
    static func with(_ engine: DatabaseEngine = .sqlite, key: Bool = true, _ body: (ActOffice) throws -> Void) throws {
        try engine.withFresh { database, _ in try with(in: database, key: key, body) }
    }

    /// Makes the installation in a database.
    static func with(in database: any Database, key: Bool = true, _ body: (ActOffice) throws -> Void) throws {
        let calendar = try OfficialCalendar.load()
        let ledger = try Ledger(
            in: database, now: Self.moment("2026-01-05"), settings: LedgerSettings(calendar: calendar))
        for (code, name, parent) in [
            ("city", "测试市人民政府", nil), ("office", "测试局", "city"), ("street", "测试街道", "city"),
        ] {
            let refusal = try ledger.offices.put(
                Office(
                    code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name)),
                    parent: parent.flatMap { AgencyCode($0) }))
            #expect(refusal == nil)
        }
        let text = String(repeating: "5a", count: 32)
        let vault = key ? Vault(try KeyRing(parsing: text, from: "test")) : nil
        try body(ActOffice(ledger: ledger, database: database, calendar: calendar, vault: vault))
    }

    /// Noon in Beijing of a day.
    static func moment(_ text: String) -> Moment {
        Moment(milliseconds: Int64(Day(text)?.number ?? 0) * 86_400_000 + 4 * 3_600_000)
    }

    var acts: PerformActs { PerformActs(ledger: ledger, calendar: calendar, vault: vault) }

    /// Does the acts of some lines; `act`, `subject` and `day` with the other fields as JSON members.
    func load(
        _ lines: String, as role: String = "officer", by actor: String = "zhang-san", today: String = "2026-01-05",
        isTrial: Bool = false
    ) throws -> PerformActs.Outcome {
        try LoadActs(acts).run(
            Array(lines.utf8), by: .init(agency: "office", actor: actor, role: role), at: Self.moment(today),
            isTrial: isTrial)
    }

    /// Does acts that must be allowed.
    @discardableResult
    func done(
        _ lines: String, as role: String = "officer", by actor: String = "zhang-san", today: String = "2026-01-05"
    ) throws -> [PerformActs.Done] {
        switch try load(lines, as: role, by: actor, today: today) {
        case .recorded(let done): return done
        case .refused(let problems):
            Issue.record("refused: \(problems.flatMap(\.findings).map { "\($0.field ?? "") \($0.text)" })")
            return []
        }
    }

    /// Does acts that must be refused, and see that nothing was changed.
    func refused(
        _ lines: String, as role: String = "officer", by actor: String = "zhang-san", today: String = "2026-01-05"
    ) throws -> [Finding] {
        let before = (try ledger.revision(), try ledger.entries.count())
        let outcome = try load(lines, as: role, by: actor, today: today)
        let after = (try ledger.revision(), try ledger.entries.count())
        #expect(before == after, "a refused act changes nothing")
        guard case .refused(let problems) = outcome else {
            Issue.record("allowed: \(lines)")
            return []
        }
        return problems.flatMap(\.findings)
    }

    func request(_ number: String, of office: String = "office") throws -> InformationRequest? {
        let subject = Subject(try #require(RequestNumber(number)))
        return try ledger.entries.state(of: subject, office: try #require(AgencyCode(office)))?.value
    }
}
