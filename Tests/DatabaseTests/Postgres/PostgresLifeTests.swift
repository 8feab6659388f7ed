import Database
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DatabasePostgres

/// What happens when the server goes away and comes back. Each test has a server of its own.
@Suite("A server that fails", .overPostgres)
struct PostgresLifeTests {
    @Test("a server that was restarted is found again by the next read and the next write")
    func restarted() throws {
        let cluster = try PostgresCluster()
        try PostgresFixture.withFresh(on: cluster) { database, _, _ in
            try ValueTests.makeTable(database)
            try PostgresFixture.insert(1, database)
            #expect(try TransactionTests.count(database) == 1)
            for (round, word) in ["stop", "kill"].enumerated() {
                cluster.halt(word)
                try cluster.start()
                // What was answered is there even where the server had no time to write anything.
                #expect(try TransactionTests.count(database) == round + 1)
                try PostgresFixture.insert(round + 2, database)
            }
            #expect(try TransactionTests.count(database) == 3)
        }
    }

    @Test("while the server is away every call says so within its bound")
    func away() throws {
        let cluster = try PostgresCluster()
        try PostgresFixture.withFresh(on: cluster, { $0.reconnectMilliseconds = 50 }) { database, _, _ in
            try ValueTests.makeTable(database)
            _ = try TransactionTests.count(database)
            cluster.halt()
            for _ in 0..<2 {
                let reading = PostgresFixture.error { () throws(DatabaseError) in
                    _ = try TransactionTests.count(database)
                }
                let writing = PostgresFixture.error { () throws(DatabaseError) in
                    try PostgresFixture.insert(1, database)
                }
                #expect([reading?.kind, writing?.kind] == [.unreachable, .unreachable])
                #expect(reading?.message.contains("连接不上数据库") == true)
            }
            try cluster.start()
            try PostgresFixture.insert(1, database)
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test("a server that is killed in the middle of a write keeps nothing of it")
    func killedInWrite() throws {
        let cluster = try PostgresCluster()
        try PostgresFixture.withFresh(on: cluster) { database, _, _ in
            try ValueTests.makeTable(database)
            let error = PostgresFixture.error { () throws(DatabaseError) in
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                    cluster.halt("kill")
                    try transaction.execute("INSERT INTO kept (number) VALUES (2)")
                }
            }
            #expect(error?.kind == .unreachable)
            try cluster.start()
            #expect(try TransactionTests.count(database) == 0)
            try PostgresFixture.insert(1, database)
        }
    }

    @Test("a connection that an administrator ends in a write or a read undoes that one and no other")
    func terminated() throws {
        try PostgresFixture.withFresh { database, _, cluster in
            try ValueTests.makeTable(database)
            let writing = PostgresFixture.error { () throws(DatabaseError) in
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                    Self.terminate(try PostgresFixture.process(transaction), cluster)
                    try transaction.execute("INSERT INTO kept (number) VALUES (2)")
                }
            }
            #expect(writing?.kind == .unreachable)
            let reading = PostgresFixture.error { () throws(DatabaseError) in
                try database.read { (transaction) throws(DatabaseError) in
                    Self.terminate(try PostgresFixture.process(transaction), cluster)
                    _ = try TransactionTests.count(transaction)
                }
            }
            #expect(reading?.kind == .unreachable)
            #expect(try TransactionTests.count(database) == 0)
            try PostgresFixture.insert(1, database)
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test("a connection that ends inside the commit is answered by what the server knows of it: undone")
    func undoneCommit() throws {
        try PostgresFixture.withFresh { database, _, cluster in
            try ValueTests.makeTable(database)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    """
                    CREATE FUNCTION farewell() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END'
                    """)
                try transaction.execute(
                    """
                    CREATE CONSTRAINT TRIGGER last AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (NEW.number = 1) EXECUTE FUNCTION farewell()
                    """)
            }
            let error = PostgresFixture.error { () throws(DatabaseError) in try PostgresFixture.insert(1, database) }
            #expect(error?.kind == .unreachable)
            try PostgresFixture.insert(2, database)
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test("a commit that reached the disk before the connection ended is answered as kept")
    func keptCommit() throws {
        let cluster = try PostgresCluster()
        try PostgresFixture.withFresh(on: cluster) { database, _, _ in
            try ValueTests.makeTable(database)
            let process = try database.write { (transaction) throws(DatabaseError) in
                try PostgresFixture.process(transaction)
            }
            // The commit is written, and then waits for a copy that does not exist.
            try cluster.shell("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
            try cluster.shell("SELECT pg_reload_conf()")
            let outcome = Mutex<DatabaseError?>(nil)
            let thread = DispatchGroup()
            DispatchQueue.global().async(group: thread) {
                let error = PostgresFixture.error { () throws(DatabaseError) in
                    try PostgresFixture.insert(1, database)
                }
                outcome.withLock { $0 = error }
            }
            let question = "SELECT count(*) FROM pg_stat_activity WHERE pid = \(process) AND wait_event = 'SyncRep'"
            var waits = 0
            while try cluster.shell(question).hasPrefix("0"), waits < 500 { waits += 1 }
            Self.terminate(process, cluster)
            thread.wait()
            #expect(outcome.withLock { $0 } == nil)
            try cluster.shell("ALTER SYSTEM RESET synchronous_standby_names")
            try cluster.shell("SELECT pg_reload_conf()")
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test("what became of a transaction is unknown where another server answers")
    func otherServer() throws {
        let cluster = try #require(PostgresCluster.shared)
        let settings = PostgresSettings(address: cluster.address())
        let opening = ConnectionOpening(
            try ServerAddress(settings.address), settings: settings, sessionAttributes: "read-write")
        let facts = try opening.open(.writing, .none).server
        let other = ServerFacts(isCopy: false, history: "FFFFFFFF", schemaKey: facts.schemaKey)
        for (number, server) in [("3", other), (nil, facts), ("9223372036854775807", facts), ("'", facts)] {
            guard case .unknown = CommitInquiry(opening).outcome(of: number, on: server) else {
                Issue.record("\(number ?? "nil") should be unknown")
                continue
            }
        }
    }

    @Test("a server that does not force changes to the disk is refused")
    func unsafeServer() throws {
        let cluster = try PostgresCluster()
        try cluster.shell("ALTER SYSTEM SET fsync = off")
        try cluster.shell("SELECT pg_reload_conf()")
        var error: DatabaseError?
        var tries = 0
        // The server takes a new setting up a moment after it was told.
        while error == nil, tries < 500 {
            tries += 1
            error = PostgresFixture.error { () throws(DatabaseError) in
                try PostgresDatabase(PostgresSettings(address: cluster.address())).close()
            }
        }
        #expect(error?.kind == .badSetting)
        #expect(error?.message.contains("fsync") == true)
    }

    private static func terminate(_ process: Int, _ cluster: PostgresCluster) {
        do { try cluster.shell("SELECT pg_terminate_backend(\(process), 10000)") } catch { Issue.record(error) }
    }
}
