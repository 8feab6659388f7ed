import Database
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DatabasePostgres

/// Writes that wait together, on a server.
@Suite("Groups of writes on a server", .overPostgres)
struct PostgresGroupTests {
    /// Keeps a row with the number of its transaction on the server, and of the rows that stood before it.
    private static let insert: SQL = """
        INSERT INTO kept (number, whole, floating)
        SELECT $1, pg_current_xact_id()::text::bigint, count(*) FROM kept
        """

    @Test("writes that wait together are one transaction of the server, as many as the setting says, in their order")
    func together() throws {
        for (limit, groups) in [(100, 1), (10, 4), (1, 31)] {
            try PostgresFixture.withFresh({
                $0.groupTransactions = limit
                $0.groupMilliseconds = 1_000
            }) { database, _, _ in
                try ValueTests.makeTable(database)
                let errors = Self.errors(ofWaiting: (1...30).map(Self.keeping), on: database)
                #expect(errors == Array(repeating: nil, count: 31))
                let rows = try Self.rows(database)
                #expect(rows.map(\.number) == Array(0...30))
                #expect(rows.map(\.before) == (0...30).map(Double.init))
                #expect(Set(rows.map(\.transaction)).count == groups, "\(limit)")
            }
        }
    }

    @Test("a refusal at the commit is told to everyone of the group, and to nobody else")
    func refusedCommit() throws {
        try PostgresFixture.withFresh({ $0.groupMilliseconds = 1_000 }) { database, _, _ in
            try ValueTests.makeTable(database)
            try Self.make(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''no'' USING ERRCODE = ''23514''; END'
                """, on: database)
            try Self.make(
                """
                CREATE CONSTRAINT TRIGGER last AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.number = 2) EXECUTE FUNCTION refuse()
                """, on: database)
            let errors = Self.errors(ofWaiting: (1...3).map(Self.keeping), on: database)
            #expect(errors == Array(repeating: .checkFailed, count: 4))
            #expect(try TransactionTests.count(database) == 0)
            try PostgresFixture.insert(5, database)
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test(
        "a write that the server undoes for another session's sake is run again, three times at most",
        arguments: [("40001", 2), ("40001", 3), ("40P01", 2), ("40P01", 3)])
    func conflict(state: String, failures: Int) throws {
        try PostgresFixture.withFresh({ $0.groupMilliseconds = 1_000 }) { database, _, _ in
            try ValueTests.makeTable(database)
            // A sequence counts on whatever is undone.
            try Self.make("CREATE SEQUENCE tries", on: database)
            try Self.make(
                state == "40001"
                    ? """
                    CREATE FUNCTION meet(bound bigint) RETURNS bigint LANGUAGE plpgsql AS
                    'BEGIN IF nextval(''tries'') <= bound THEN RAISE EXCEPTION ''meet'' USING ERRCODE = ''40001'';
                     END IF; RETURN bound; END'
                    """
                    : """
                    CREATE FUNCTION meet(bound bigint) RETURNS bigint LANGUAGE plpgsql AS
                    'BEGIN IF nextval(''tries'') <= bound THEN RAISE EXCEPTION ''meet'' USING ERRCODE = ''40P01'';
                     END IF; RETURN bound; END'
                    """, on: database)
            let runs = Mutex(0)
            let meeting: Write = { (transaction) throws(DatabaseError) in
                runs.withLock { $0 += 1 }
                try transaction.execute("INSERT INTO kept (number) VALUES (7)")
                _ = try transaction.execute("UPDATE kept SET whole = meet($1) WHERE number = 7", [.int(failures)])
            }
            let ordinary: Write = { (transaction) throws(DatabaseError) in
                _ = try transaction.execute("INSERT INTO kept (number) VALUES (8)")
            }
            // As one of a group: its neighbours know nothing of it.
            let wanted: DatabaseErrorKind? = failures < 3 ? nil : .busy
            #expect(Self.errors(ofWaiting: [meeting, ordinary], on: database) == [nil, wanted, nil])
            #expect(runs.withLock { $0 } == 3)
            #expect(try TransactionTests.count(database) == (failures < 3 ? 3 : 2))
            // And alone.
            try Self.make("DELETE FROM kept", on: database)
            try Self.make("ALTER SEQUENCE tries RESTART", on: database)
            #expect(PostgresFixture.error { () throws(DatabaseError) in try database.write(meeting) }?.kind == wanted)
            #expect(runs.withLock { $0 } == 6)
            #expect(try TransactionTests.count(database) == (failures < 3 ? 1 : 0))
        }
    }

    @Test("a deadlock with an administrator's session is resolved by running the write again")
    func deadlock() throws {
        try PostgresFixture.withFresh { database, settings, cluster in
            try ValueTests.makeTable(database)
            for number in 1...2 { try PostgresFixture.insert(number, database) }
            let runs = Mutex(0)
            let session = try PostgresSession(settings)
            // Only the other of the two looks for a deadlock, and so is the one that is undone.
            try session.run("SET deadlock_timeout = '1h'")
            try session.run("BEGIN")
            try session.run("UPDATE kept SET words = 'admin' WHERE number = 2")
            let done = DispatchGroup()
            try database.write { (transaction) throws(DatabaseError) in
                let run = runs.withLock { count in
                    count += 1
                    return count
                }
                try transaction.execute("UPDATE kept SET words = coalesce(words, '') || 'ours' WHERE number = 1")
                if run == 1 {
                    done.enter()
                    Thread {
                        PostgresGroupTests.report { () throws(DatabaseError) in
                            try session.run("UPDATE kept SET words = 'admin' WHERE number = 1")
                            try session.run("COMMIT")
                        }
                        done.leave()
                    }.start()
                    Self.wait { (try? cluster.shell(session.question).hasPrefix("1")) == true }
                }
                try transaction.execute("UPDATE kept SET words = coalesce(words, '') || 'ours' WHERE number = 2")
            }
            done.wait()
            #expect(runs.withLock { $0 } == 2)
            let words = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT words FROM kept ORDER BY number") { (row) throws(DatabaseError) in
                    try row.text(0)
                }
            }
            #expect(words == ["adminours", "adminours"])
        }
    }

    // MARK: A crowd

    private typealias Write = @Sendable (any WriteTransaction) throws(DatabaseError) -> Void

    private static func keeping(_ number: Int) -> Write {
        return { (transaction) throws(DatabaseError) in
            _ = try transaction.execute(insert, [.int(number)])
        }
    }

    /// Lets writes wait in their order behind one that is under way and keeps row 0; gives what became of them all.
    private static func errors(ofWaiting writes: [Write], on database: PostgresDatabase) -> [DatabaseErrorKind?] {
        let kinds = Mutex<[DatabaseErrorKind?]>(Array(repeating: nil, count: writes.count))
        let done = DispatchGroup()
        let first = PostgresFixture.error { () throws(DatabaseError) in
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(Self.insert, [.int(0)])
                for (index, write) in writes.enumerated() {
                    done.enter()
                    Thread {
                        let error = PostgresFixture.error { () throws(DatabaseError) in try database.write(write) }
                        kinds.withLock { $0[index] = error?.kind }
                        done.leave()
                    }.start()
                    Self.wait { database.writer.waiting > index }
                }
            }
        }
        done.wait()
        return [first?.kind] + kinds.withLock { $0 }
    }

    /// Looks until something is so.
    private static func wait(_ isSo: () -> Bool) {
        let end = Date.now.addingTimeInterval(60)
        while !isSo(), Date.now < end { sched_yield() }
    }

    private static func report(_ body: () throws(DatabaseError) -> Void) {
        if let error = PostgresFixture.error(body) { Issue.record(error) }
    }

    private static func make(_ statement: SQL, on database: PostgresDatabase) throws(DatabaseError) {
        try database.write { (transaction) throws(DatabaseError) in try transaction.execute(statement) }
    }

    private static func rows(_ database: PostgresDatabase) throws(DatabaseError)
        -> [(number: Int, transaction: Int, before: Double)]
    {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all("SELECT number, whole, floating FROM kept ORDER BY number") {
                (row) throws(DatabaseError) in (try row.int(0), try row.int(1), try row.double(2))
            }
        }
    }
}

/// A session of the server's owner beside the program's own.
///
/// `@unchecked Sendable`: a test uses it on one thread at a time.
private final class PostgresSession: @unchecked Sendable {
    private let connection: PostgresConnection
    /// Counts the session's waits for a lock.
    let question: String

    init(_ settings: PostgresSettings) throws {
        connection = try ConnectionOpening(
            try ServerAddress(settings.address.replacing("user=office", with: "user=owner")), settings: settings,
            sessionAttributes: "any"
        ).open(.writing, .none)
        var process: Int64 = 0
        try connection.run("SELECT pg_backend_pid()", []) { (row) throws(DatabaseError) in process = row.int64(at: 0) }
        question = "SELECT count(*) FROM pg_stat_activity WHERE pid = \(process) AND wait_event_type = 'Lock'"
    }

    func run(_ sql: String) throws(DatabaseError) {
        try connection.run(sql, []) { _ throws(DatabaseError) in }
    }
}
