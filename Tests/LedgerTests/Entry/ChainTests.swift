import CivilTime
import Database
import DatabaseSQLite
import Disclosure
import Foundation
import Ledger
import TestSupport
import Testing

/// What is changed behind the program's back is found.
@Suite("Chains")
struct ChainTests {
    /// Offices with some cases over three days, verified sound.
    static func withCases(
        _ engine: DatabaseEngine, digest: DigestAlgorithm = .sm3, _ body: (ActingOffice, any Database) throws -> Void
    ) throws {
        try ActingOffice.withFresh(engine, offices: ["b", "A", "c"], digest: digest) { first, database in
            let (calendar, officer, start) = (first.calendar, first.officer, first.now)
            let answer = try ActingOffice.answer()
            let numbers = try (1...3).map { try ActingOffice.number("2025-\($0)") }
            let registrations = try (1...3).map { try ActingOffice.registration("2025-\($0)") }
            let codes = try ["b", "A", "c"].map { try LedgerFixture.code($0) }
            try first.ledger.entries.transact(by: officer, at: start) {
                (transaction) throws(DatabaseError) -> LedgerDecision<Void> in
                for passed in 0..<3 {
                    transaction.now = Moment(milliseconds: start.milliseconds + Int64(passed) * 86_400_000)
                    for code in codes {
                        _ = try transaction.act(
                            registrations[passed], on: Subject(numbers[passed]), office: code, calendar: calendar)
                        guard passed > 0 else { continue }
                        _ = try transaction.act(
                            answer, on: Subject(numbers[passed - 1]), office: code, calendar: calendar)
                    }
                }
                return .commit(())
            }
            let sound = try first.ledger.verify(projections: true)
            #expect(sound.isSound && sound.entries == 15 && sound.offices == 3 && sound.heads == 3)
            try body(first.later(byDays: 2), database)
        }
    }

    @Test("a sound ledger verifies, with either digest", arguments: DatabaseEngine.allCases, DigestAlgorithm.allCases)
    func sound(engine: DatabaseEngine, digest: DigestAlgorithm) throws {
        try Self.withCases(engine, digest: digest) { office, _ in
            let head = try office.ledger.heads.anchor(at: office.now)
            #expect(head.lastSerial == 15 && head.offices == 3 && head.algorithm == digest)
            #expect(try office.ledger.heads.anchor(at: office.now) == head)
            let result = try office.ledger.verify()
            #expect(result.isSound && result.latestHead == head && result.heads == 4)
        }
    }

    @Test("entries of both digests stand in one chain")
    func mixedDigests() throws {
        try Self.withCases(.sqlite) { office, database in
            let settings = LedgerSettings(digest: .sha256, calendar: office.calendar)
            let other = ActingOffice(
                ledger: try Ledger(in: database, now: office.now, settings: settings), code: office.code,
                calendar: office.calendar, officer: office.officer, now: office.later(byDays: 1).now)
            try other.run(ActingOffice.registration("2025-9"), on: "2025-9")
            let entries = try office.ledger.entries.entries(of: office.code)
            #expect(entries.last?.algorithm == .sha256 && entries.first?.algorithm == .sm3)
            #expect(try office.ledger.verify().isSound)
        }
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        let what: String
        let sql: String
        let kind: ChainFault.Kind
        let place: String

        init(_ what: String, _ sql: String, _ kind: ChainFault.Kind, _ place: String) {
            self.what = what
            self.sql = sql
            self.kind = kind
            self.place = place
        }

        var testDescription: String { what }
    }

    static let tamperings = [
        Tampering(
            "one letter of a payload", "UPDATE entry SET payload = replace(payload, '批复', '批覆') WHERE serial = 4",
            .content, "4 b 2"),
        Tampering("the day", "UPDATE entry SET day = '2025-06-04' WHERE serial = 5", .content, "5 b 3"),
        Tampering("a day that is none", "UPDATE entry SET day = '2025-06-31' WHERE serial = 5", .unreadable, "5 b 3"),
        Tampering("who did it", "UPDATE entry SET actor = 'o-zhaoliu' WHERE serial = 6", .content, "6 A 2"),
        Tampering(
            "the digest",
            "UPDATE entry SET digest = replace(digest, substr(digest, 1, 1), 'e') WHERE serial = 7 AND substr(digest, 1, 1) <> 'e' OR serial = 8 AND substr(digest, 1, 1) <> 'e'",
            .content, ""),
        Tampering(
            "a digest in capitals", "UPDATE entry SET digest = upper(digest) WHERE serial = 7", .unreadable, "7 A 3"),
        Tampering(
            "the digest before",
            "UPDATE entry SET previous_digest = (SELECT digest FROM entry WHERE serial = 1) WHERE serial = 2", .content,
            "2 A 1"),
        Tampering("a deleted row", "DELETE FROM entry WHERE serial = 9", .gap, "10 b 4"),
        Tampering("a deleted first row", "DELETE FROM entry WHERE serial = 1", .gap, "2 A 1"),
        Tampering(
            "two rows swapped",
            "UPDATE entry SET number = CASE number WHEN 2 THEN 1000 WHEN 3 THEN 1001 END WHERE office = (SELECT id FROM office WHERE code = 'b') AND number IN (2, 3); UPDATE entry SET number = 5 - (number - 998) WHERE number >= 1000",
            .gap, "4 b 3"),
        Tampering(
            "another office",
            "UPDATE entry SET office = (SELECT id FROM office WHERE code = 'c'), number = 6, subject_number = 9 WHERE serial = 15",
            .subject, ""),
        Tampering("the code of an office", "UPDATE office SET code = 'd' WHERE code = 'A'", .content, "2 d 1"),
        Tampering("the tail cut off", "DELETE FROM entry WHERE serial >= 8", .truncated, ""),
        Tampering("a newer program's entry", "UPDATE entry SET schema = 2 WHERE serial = 3", .content, "3 c 1"),
        Tampering("a head", "UPDATE daily_head SET last_serial = 4 WHERE number = 2", .head, "4 b 2"),
        Tampering(
            "a head's digest",
            "UPDATE daily_head SET digest = (SELECT digest FROM entry WHERE serial = 1) WHERE number = 2", .head,
            "head 2"),
        Tampering("a head taken away", "DELETE FROM daily_head WHERE number = 2", .headMissing, "4 b 2"),
        Tampering("the last head taken away", "DELETE FROM daily_head WHERE number = 3", .headMissing, "10 b 4"),
        Tampering(
            "the number in the subject", "UPDATE entry SET subject_number = 3 WHERE serial = 5", .content, "5 b 3"),
        Tampering(
            "bytes that are no text", "UPDATE entry SET payload = CAST(X'7B22FF227D' AS TEXT) WHERE serial = 5",
            .content, "5 b 3"),
    ]

    @Test(
        "a change with the database's own shell is found at its place", arguments: DatabaseEngine.allCases, tamperings)
    func tampered(engine: DatabaseEngine, tampering: Tampering) throws {
        try Self.withCases(engine) { office, database in
            try Shell.run(database, tampering.sql)
            let result = try office.ledger.verify()
            #expect(!result.isSound)
            let first = try #require(result.faults.first)
            #expect(result.faults.contains { $0.kind == tampering.kind }, "\(result.faults)")
            if !tampering.place.isEmpty {
                let place =
                    first.head.map { "head \($0)" }
                    ?? "\(first.serial ?? 0) \(first.office?.text ?? "") \(first.number ?? 0)"
                #expect(place == tampering.place, "\(first)")
            }
        }
    }

    @Test("a chain that was made anew from some entry on is found by the heads")
    func rewritten() throws {
        try Self.withCases(.sqlite) { office, database in
            // What a thorough forger would do: change an entry, then fasten every later one of the office anew.
            let entries = try office.ledger.entries.entries(of: office.code)
            var previous = entries[0].previousDigest
            for entry in entries {
                let payload = entry.payload.replacing("批复", with: "批覆")
                var bytes = Array("gongkai.entry/1\n".utf8)
                for (name, value) in [
                    ("serial", "\(entry.serial)"), ("office", "b"), ("number", "\(entry.number)"),
                    ("subject_kind", entry.subject.kind.rawValue), ("subject", entry.subject.name),
                    ("subject_number", "\(entry.subjectNumber)"), ("kind", entry.kind), ("day", "\(entry.day)"),
                    ("recorded_at", "\(entry.recordedAt.milliseconds)"), ("actor", entry.actor.officer.text),
                    ("role", entry.actor.role.name), ("schema", "1"), ("payload", payload), ("algorithm", "sm3"),
                    ("previous_digest", previous.hex),
                ] {
                    bytes += Array("\(name) \(value.utf8.count) \(value)\n".utf8)
                }
                let digest = Digest(of: bytes, by: .sm3)
                if payload == entry.payload && previous == entry.previousDigest { #expect(digest == entry.digest) }
                try Shell.run(
                    database,
                    "UPDATE entry SET payload = replace(payload, '批复', '批覆'), previous_digest = '\(previous)', "
                        + "digest = '\(digest)' WHERE serial = \(entry.serial)")
                previous = digest
            }
            let result = try office.ledger.verify()
            #expect(result.faults.map { $0.head } == [2, 3], "\(result.faults)")
            #expect(result.faults.allSatisfy { $0.kind == .head })
        }
    }

    @Test("a byte that is changed at random, in whatever column and row, is always found")
    func randomBytes() throws {
        let seed: UInt64 = 20_260_115
        var random = SeededGenerator(seed: seed)
        let text = [
            "subject_kind", "subject", "kind", "day", "actor", "role", "payload", "algorithm", "previous_digest",
            "digest",
        ]
        let whole = ["serial", "office", "number", "subject_number", "recorded_at", "schema"]
        try Self.withCases(.sqlite) { office, database in
            let before = try Shell.run(database, "SELECT count(*) FROM entry")
            #expect(before == "15\n")
            for round in 0..<60 {
                let serial = Int.random(in: 1...15, using: &random)
                let column = try #require((text + whole).randomElement(using: &random))
                let byte = Int.random(in: 0...255, using: &random)
                let place = Int.random(in: 0...200, using: &random)
                try Self.change(
                    office, database, column, serial, byte, place, isText: text.contains(column),
                    "seed \(seed), round \(round)")
            }
            #expect(try office.ledger.verify().isSound, "seed \(seed): something was not put back")
        }
    }

    /// Changes one value, looks, and puts it back.
    private static func change(
        _ office: ActingOffice, _ database: any Database, _ column: String, _ serial: Int, _ byte: Int, _ place: Int,
        isText: Bool, _ label: String
    ) throws {
        let old = try Shell.run(database, "SELECT hex(\(column)) FROM entry WHERE serial = \(serial)")
            .trimmingCharacters(in: .newlines)
        let kept = isText ? "CAST(X'\(old)' AS TEXT)" : "\(String(decoding: bytes(old), as: UTF8.self))"
        var changed = bytes(old)
        if isText {
            let index = place % changed.count
            guard changed[index] != UInt8(byte), byte != 0 else { return }
            changed[index] = UInt8(byte)
        }
        let new =
            isText
            ? "CAST(X'\(changed.map { String(format: "%02X", $0) }.joined())' AS TEXT)" : "\(kept) + \(1 + byte)"
        // A row that cannot be there (a second one of a place, an office that is none) the database refuses by itself.
        guard
            (try? Shell.run(
                database, "PRAGMA foreign_keys = OFF; UPDATE entry SET \(column) = \(new) WHERE serial = \(serial)"))
                != nil
        else { return }
        let result = try? office.ledger.verify()
        #expect(result?.isSound != true, "\(label): \(column) of \(serial)")
        let now = column == "serial" ? serial + 1 + byte : serial
        try Shell.run(database, "UPDATE entry SET \(column) = \(kept) WHERE serial = \(now)")
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }
}

/// The database's own shell, as somebody with the file or the server would use it: the triggers are dropped first.
enum Shell {
    @discardableResult
    static func run(_ database: any Database, _ sql: String) throws -> String {
        guard database.dialect == .sqlite else { return try onServer(database, sql) }
        let settings = try #require(database as? SQLiteDatabase).settings
        let tool = try #require(TestEnvironment.tool("sqlite3"), "the shell of SQLite is not installed")
        let process = Process()
        process.executableURL = tool
        let drops = ["entry", "daily_head"].map {
            "DROP TRIGGER IF EXISTS \($0)_keeps_rows; DROP TRIGGER IF EXISTS \($0)_loses_no_rows; "
        }
        process.arguments = ["-bail", settings.path, drops.joined() + sql + ";"]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        struct Refused: Error {}
        guard process.terminationStatus == 0 else { throw Refused() }
        return text
    }

    private static func onServer(_ database: any Database, _ sql: String) throws -> String {
        let schema = try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT current_schema()::text") { (row) throws(DatabaseError) in try row.text(0) }
        }
        let sleep = ["entry", "daily_head", "office"].map { "ALTER TABLE \($0) DISABLE TRIGGER ALL; " }
        // The server's owner: nothing of the schema, not even a reference, stands in the way.
        let role = "SET session_replication_role = replica; "
        return try #require(PostgresCluster.shared).shell(
            "SET search_path = \(schema); " + role + sleep.joined() + sql)
    }
}
