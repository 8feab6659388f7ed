import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

/// Acts are recorded, or refused, or overtaken.
@Suite("Entries")
struct EntryStoreTests {
    @Test("a case from registration to filing stands in the ledger act by act", arguments: DatabaseEngine.allCases)
    func wholeCase(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            let number = "2025-5"
            let revision = try office.ledger.revision()
            #expect(try office.run(ActingOffice.registration(number), on: number).isRecorded)
            #expect(try office.run(ActingOffice.answer(), on: number).isRecorded)
            #expect(try office.run(Serve(.direct, on: day("2025-06-23"), proof: words("签收回证")), on: number).isRecorded)
            let outcome = try office.run(Close(on: day("2025-06-24")), on: number)
            let recorded = try #require(outcome.recorded)
            #expect(recorded.number == 4 && recorded.state.stage == .closed)
            let subject = Subject(try ActingOffice.number(number))
            let entries = try office.ledger.entries.entries(of: subject, office: office.code)
            #expect(
                entries.map(\.kind) == ["request.registered", "request.decided", "request.served", "request.closed"])
            #expect(entries.map(\.serial) == [1, 2, 3, 4] && entries.map(\.subjectNumber) == [1, 2, 3, 4])
            #expect(entries.map(\.previousDigest).dropFirst() == entries.map(\.digest).dropLast())
            #expect(entries.map(\.day.description) == ["2025-06-03", "2025-06-20", "2025-06-23", "2025-06-24"])
            #expect(entries.allSatisfy { $0.actor == office.officer && $0.recordedAt == office.now })
            let folded = try InformationRequest(folding: entries.map { try $0.entry(as: RequestAct.self) })
            let state = try #require(try office.ledger.entries.state(of: subject, office: office.code))
            #expect(state.value == folded && state.number == 4)
            #expect(try office.ledger.revision() == revision + 4)
            #expect(try office.ledger.entries.count() == 4)
        }
    }

    @Test("what the law refuses is told with its reason and changes nothing", arguments: DatabaseEngine.allCases)
    func refused(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            let revision = try office.ledger.revision()
            let outcome = try office.run(Close(on: day("2025-06-24")), on: "2025-5")
            #expect(outcome.findings.contains { $0.severity == .error && !$0.remedy.isEmpty })
            #expect(!outcome.isRecorded)
            let unknown = try office.at("nobody").run(ActingOffice.registration("2025-6"), on: "2025-6")
            #expect(unknown.findings.map(\.code) == [.ledgerUnknownOffice])
            #expect(try office.ledger.entries.count() == 1)
            #expect(try office.ledger.revision() == revision)
        }
    }

    @Test("the second of two officers is told what the first recorded", arguments: DatabaseEngine.allCases)
    func overtaken(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            #expect(try office.run(ActingOffice.answer(), on: "2025-5", expecting: 1).isRecorded)
            let second = try office.run(
                Withdraw(on: day("2025-06-20"), proof: words("书面说明")), on: "2025-5", expecting: 1)
            guard case .overtaken(let overtaking) = second else {
                Issue.record("\(second)")
                return
            }
            #expect(overtaking.expected == 1 && overtaking.number == 2)
            #expect(overtaking.entries.map(\.kind) == ["request.decided"])
            #expect(overtaking.finding.message.contains("2026-01-15 10:00"))
            #expect(try office.ledger.entries.count() == 2)
        }
    }

    @Test("entries on several subjects and offices are made together or not at all", arguments: DatabaseEngine.allCases)
    func together(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine, offices: ["a", "b"]) { office, _ in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            let split = SplitRequest(
                on: try day("2025-06-10"), keeping: try words("第一项"),
                parts: [.init(try ActingOffice.number("2025-6"), try words("第二项"))])
            let (today, calendar, code) = (office.today, office.calendar, office.code)
            let other = try LedgerFixture.code("b")
            for keeps in [false, true] {
                let before = try office.ledger.entries.count()
                let total = try office.ledger.entries.transact(by: office.officer, at: office.now) {
                    (transaction) throws(DatabaseError) -> LedgerDecision<Int> in
                    let subject = Subject<RequestAct>(known("2025-5"))
                    let state = try transaction.state(of: subject, office: code)
                    let outcome = try transaction.act(on: subject, office: code, expecting: 1) {
                        (request) throws(Refusal) in
                        try split.decide(on: request, today: today, calendar: calendar)
                    }
                    guard outcome.isRecorded, let request = state.value else { return .rollBack(0) }
                    for entries in split.entriesOfParts(of: request) {
                        try transaction.append(entries, to: Subject(known("2025-6")), office: code)
                        try transaction.append(entries, to: Subject(known("2025-1")), office: other)
                    }
                    let part = try transaction.state(of: Subject(known("2025-6")), office: code)
                    return keeps ? .commit(part.number) : .rollBack(part.number)
                }
                #expect(total == 1)
                #expect(try office.ledger.entries.count() == before + (keeps ? 3 : 0))
            }
            let chain = try office.ledger.entries.entries(of: code)
            #expect(
                chain.map { "\($0.number) \($0.subject)" } == [
                    "1 request 2025-5", "2 request 2025-5", "3 request 2025-6",
                ])
            let row = try #require(try office.ledger.requests.row(known("2025-6"), of: code))
            #expect(row.matter.text == "第二项" && row.due?.description == "2025-07-01")
            #expect(try office.ledger.entries.entries(of: other).map(\.number) == [1])
        }
    }

    @Test("the entries of an office are read by place, from the end, and by day", arguments: DatabaseEngine.allCases)
    func reading(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            for serial in 1...5 {
                try office.run(ActingOffice.registration("2025-\(serial)"), on: "2025-\(serial)")
            }
            try office.run(ActingOffice.answer(), on: "2025-3")
            let entries = office.ledger.entries
            #expect(try entries.entries(of: office.code, after: 2, limit: 2).map(\.number) == [3, 4])
            #expect(try entries.latest(of: office.code, limit: 2).map(\.number) == [6, 5])
            #expect(try entries.latest(of: office.code, before: 3).map(\.number) == [2, 1])
            #expect(try entries.entries(of: office.code, on: day("2025-06-20")).map(\.number) == [6])
            #expect(try entries.entries(of: LedgerFixture.code("nobody")) == [])
        }
    }

    @Test("an entry of a newer program is refused with both versions", arguments: DatabaseEngine.allCases)
    func newerSchema(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    """
                    INSERT INTO entry SELECT 2, office, 2, subject_kind, subject, 2, kind, day, recorded_at, actor, role, 7,
                        payload, algorithm, previous_digest, digest FROM entry
                    """)
            }
            let error = #expect(throws: DatabaseError.self) { try office.run(ActingOffice.answer(), on: "2025-5") }
            #expect(error?.kind == .schemaNewer)
            #expect(error?.message.contains("7") == true && error?.message.contains("1") == true)
        }
    }

    @Test(
        "the database itself refuses to change, delete or replace entries and heads", arguments: DatabaseEngine.allCases
    )
    func kept(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            let before = try office.ledger.entries.entries(of: office.code)
            for sql: SQL in [
                "UPDATE entry SET payload = '{}'", "DELETE FROM entry", "DELETE FROM daily_head",
                "UPDATE daily_head SET day = '2020-01-01'",
                "INSERT INTO entry SELECT * FROM entry",
            ] {
                #expect(throws: DatabaseError.self) {
                    try database.write { (transaction) throws(DatabaseError) in try transaction.execute(sql) }
                }
            }
            #expect(try office.ledger.entries.entries(of: office.code) == before)
            #expect(try office.ledger.heads.list().count == 1)
        }
    }
}

/// A number that is written in a test.
private func known(_ text: String) -> RequestNumber {
    guard let number = RequestNumber(text) else { preconditionFailure(text) }
    return number
}
