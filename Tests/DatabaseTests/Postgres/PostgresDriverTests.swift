import Database
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DatabasePostgres

/// What only this driver does, on a server.
@Suite("The PostgreSQL driver", .overPostgres)
struct PostgresDriverTests {
    @Test("a connection keeps no more prepared statements than its bound, and those used last")
    func cacheBound() throws {
        let cluster = try #require(PostgresCluster.shared)
        let settings = PostgresSettings(address: cluster.address(), statements: 4)
        let connection = try ConnectionOpening(
            try ServerAddress(settings.address), settings: settings, sessionAttributes: "any"
        ).open(.reading, .none)
        var atServer: [Int64] = []
        for round in 0..<40 {
            try connection.run("SELECT 1", []) { _ throws(DatabaseError) in }
            try connection.run("SELECT \(round) + 100", []) { _ throws(DatabaseError) in }
            #expect(connection.keptStatements <= 4)
            try connection.run("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'g%'", []) {
                (row) throws(DatabaseError) in atServer.append(row.int64(at: 0))
            }
        }
        #expect(connection.keptStatements == 4)
        #expect(atServer.max() ?? 0 <= 5)
        #expect(connection.isAlive())
    }

    @Test("numbers of the server's other types are read as the two that the product has")
    func numbers() throws {
        try PostgresFixture.withFresh { database, _, _ in
            let cases: [(SQL, Value)] = [
                ("SELECT sum(n) FROM (VALUES (1::bigint), (2)) AS t (n)", .int(3)),
                ("SELECT avg(n) FROM (VALUES (1::bigint), (2)) AS t (n)", .double(1.5)),
                ("SELECT sum(n) FROM (VALUES (9223372036854775807), (0)) AS t (n)", .int64(.max)),
                ("SELECT sum(n) FROM (VALUES (-9223372036854775808), (0)) AS t (n)", .int64(.min)),
                ("SELECT sum(n) FROM (VALUES (9223372036854775807), (1)) AS t (n)", .double(9_223_372_036_854_775_808)),
                ("SELECT 10000::numeric", .int(10_000)), ("SELECT 0::numeric", .int(0)),
                ("SELECT -100000000::numeric", .int(-100_000_000)), ("SELECT 0.00012::numeric", .double(0.00012)),
                ("SELECT 12345.6789::numeric", .double(12_345.6789)), ("SELECT 1 = 1", .int(1)),
                ("SELECT 1 = 2", .int(0)), ("SELECT EXISTS (SELECT 1)", .int(1)), ("SELECT -5", .int(-5)),
                ("SELECT -5::smallint", .int(-5)), ("SELECT 1.5::real", .double(1.5)),
                ("SELECT 4294967295::oid", .int(4_294_967_295)), ("SELECT 'a'", .text("a")),
                ("SELECT 'a'::varchar", .text("a")),
                ("SELECT 'infinity'::numeric::double precision", .double(.infinity)),
            ]
            try database.read { (transaction) throws(DatabaseError) in
                for (sql, wanted) in cases {
                    let found = try transaction.one(sql) { (row) throws(DatabaseError) in try row.value(0) }
                    #expect(found == wanted, "\(sql.text)")
                }
            }
        }
    }

    @Test("a value goes to the type that the statement gives it, or is refused without being told")
    func parameterTypes() throws {
        try PostgresFixture.withFresh { database, _, _ in
            try ValueTests.makeTable(database)
            let good: [(SQL, Value)] = [
                ("INSERT INTO kept (number, floating) VALUES (1, $1)", .int(3)),
                ("INSERT INTO kept (number, whole) VALUES (2, $1)", .double(3)),
                ("INSERT INTO kept (number, words) SELECT 3, substr('公开系统', $1)", .int(2)),
                ("INSERT INTO kept (number) SELECT 4 WHERE $1", .bool(true)),
                ("INSERT INTO kept (number) SELECT 5 WHERE 2.5 > $1", .double(1.5)),
                ("INSERT INTO kept (number) SELECT 6 LIMIT $1", .int(1)),
            ]
            for (sql, value) in good {
                let count = try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute(sql, [value])
                }
                #expect(count == 1, "\(sql.text)")
            }
            let bad: [(SQL, Value)] = [
                ("INSERT INTO kept (number, whole) VALUES (9, $1)", .text("张三")),
                ("INSERT INTO kept (number, whole) VALUES (9, $1)", .double(0.5)),
                ("INSERT INTO kept (number, whole) VALUES (9, $1)", .blob([1])),
                ("INSERT INTO kept (number, words) VALUES (9, $1)", .blob([1])),
                ("INSERT INTO kept (number, bytes) VALUES (9, $1)", .text("\\x41")),
                ("INSERT INTO kept (number, floating) VALUES (9, $1)", .text("1")),
                ("INSERT INTO kept (number) SELECT 9 + $1", .int64(.max)),
            ]
            for (sql, value) in bad {
                let error = PostgresFixture.error { () throws(DatabaseError) in
                    try database.write { (transaction) throws(DatabaseError) in try transaction.execute(sql, [value]) }
                }
                #expect(error?.kind == .checkFailed, "\(sql.text)")
                #expect(error.map { "\($0)".contains("张三") } == false)
            }
        }
    }

    @Test("what the server says about values is in no error")
    func noValues() throws {
        try PostgresFixture.withFresh { database, _, _ in
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("CREATE TABLE person (name text PRIMARY KEY, age int CHECK (age < 200))")
                try transaction.execute("INSERT INTO person VALUES ('张三', 40)")
            }
            for sql: SQL in [
                "INSERT INTO person VALUES ($1, 41)", "INSERT INTO person SELECT '张三', 1 WHERE $1 = '张三'",
                "INSERT INTO person SELECT $1::text || '李', $1::int",
            ] {
                let error = PostgresFixture.error { () throws(DatabaseError) in
                    try database.write { (transaction) throws(DatabaseError) in
                        try transaction.execute(sql, [.text("张三")])
                    }
                }
                let told = error.map { $0.message + $0.detail } ?? "张三"
                #expect(!told.contains("张三"))
                #expect(error?.detail.contains("SQLSTATE 2") == true)
            }
        }
    }

    @Test("many rows come in pieces, and a query inside them sees the same state")
    func manyRows() throws {
        try PostgresFixture.withFresh { database, _, _ in
            let sums = try database.read { (transaction) throws(DatabaseError) in
                var (sum, inner) = (0, 0)
                try transaction.each("SELECT generate_series(1, 100000)", []) { (row) throws(DatabaseError) in
                    sum += try row.int(0)
                    if sum == 1 {
                        inner = try transaction.one("SELECT 42") { (row) throws(DatabaseError) in try row.int(0) }
                    }
                }
                return [sum, inner]
            }
            #expect(sums == [5_000_050_000, 42])
            // What a body throws ends the query and nothing else.
            let after = try database.read { (transaction) throws(DatabaseError) in
                let thrown = PostgresFixture.error { () throws(DatabaseError) in
                    try transaction.each("SELECT generate_series(1, 1000)", []) { (row) throws(DatabaseError) in
                        _ = try row.text(0)
                    }
                }
                #expect(thrown?.kind == .wrongType)
                return try transaction.one("SELECT 7") { (row) throws(DatabaseError) in try row.int(0) }
            }
            #expect(after == 7)
        }
    }

    @Test("a failed statement spoils a read transaction and not the next")
    func spoiledRead() throws {
        try PostgresFixture.withFresh({ $0.connections = 1 }) { database, _, _ in
            try database.read { (transaction) throws(DatabaseError) in
                let kinds = (0..<2).map { _ in
                    PostgresFixture.error { () throws(DatabaseError) in
                        _ = try transaction.exists("SELECT 1 FROM nowhere")
                    }?.kind
                }
                #expect(kinds == [.badStatement, .badStatement])
            }
            #expect(try PostgresFixture.answers(database))
        }
    }

    @Test("when every connection is lent, a reader waits no longer than the setting")
    func exhausted() throws {
        try PostgresFixture.withFresh({
            $0.connections = 2
            $0.readerMilliseconds = 20
        }) { database, _, _ in
            let kind = try database.read { (_) throws(DatabaseError) in
                try database.read { (_) throws(DatabaseError) in
                    PostgresFixture.error { () throws(DatabaseError) in
                        try database.read { (_) throws(DatabaseError) in }
                    }?.kind
                }
            }
            #expect(kind == .exhausted)
            #expect(try PostgresFixture.answers(database))
            #expect(database.reader.connections.main <= 2)
        }
    }

    @Test("where the server admits fewer connections than the setting, readers share those there are")
    func fewer() throws {
        let cluster = try #require(PostgresCluster.shared)
        let schema = try cluster.freshSchema()
        try cluster.shell(
            "CREATE ROLE few_\(schema) LOGIN CONNECTION LIMIT 2; GRANT ALL ON SCHEMA \(schema) TO few_\(schema)")
        let database = try PostgresDatabase(
            PostgresSettings(
                address: cluster.address(schema: schema, user: "few_\(schema)"), readerMilliseconds: 60_000))
        defer { database.close() }
        // One writes, one reads; a third is refused by the server, and its reader waits for the second.
        let kinds = Mutex<[DatabaseErrorKind?]>([])
        let done = DispatchGroup()
        try database.read { (transaction) throws(DatabaseError) in
            _ = try transaction.exists("SELECT 1")
            for _ in 0..<3 {
                done.enter()
                Thread {
                    let error = PostgresFixture.error { () throws(DatabaseError) in
                        try database.read { (second) throws(DatabaseError) in _ = try second.exists("SELECT 1") }
                    }
                    kinds.withLock { $0.append(error?.kind) }
                    done.leave()
                }.start()
            }
            let end = Date.now.addingTimeInterval(60)
            while !cluster.log.contains("role \"few_\(schema)\""), Date.now < end { sched_yield() }
        }
        done.wait()
        #expect(kinds.withLock { $0 } == [nil, nil, nil])
        #expect(database.reader.connections.main == 1)
    }

    @Test("a statement that takes too long is ended at the setting")
    func timeout() throws {
        try PostgresFixture.withFresh({ $0.statementMilliseconds = 100 }) { database, _, _ in
            for isWrite in [false, true] {
                let error =
                    isWrite
                    ? PostgresFixture.error { () throws(DatabaseError) in
                        try database.write { (transaction) throws(DatabaseError) in
                            try transaction.execute("SELECT pg_sleep(30)")
                        }
                    }
                    : PostgresFixture.error { () throws(DatabaseError) in
                        try database.read { (transaction) throws(DatabaseError) in
                            try transaction.exists("SELECT 1 FROM pg_sleep(30)")
                        }
                    }
                #expect(error?.kind == .timedOut)
            }
            let answers = try PostgresFixture.answers(database)
            #expect(answers)
        }
    }

    @Test("a write waits for another program's write no longer than the setting")
    func lock() throws {
        try PostgresFixture.withFresh({ $0.lockMilliseconds = 50 }) { database, settings, _ in
            try ValueTests.makeTable(database)
            let second = try PostgresDatabase(settings)
            defer { second.close() }
            let kind = try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                return PostgresFixture.error { () throws(DatabaseError) in try PostgresFixture.insert(2, second) }?.kind
            }
            #expect(kind == .busy)
            try PostgresFixture.insert(3, second)
            #expect(try TransactionTests.count(database) == 2)
        }
    }

    @Test("two programs that read and then write never lose each other's change")
    func twoPrograms() throws {
        try PostgresFixture.withFresh { database, settings, _ in
            try ValueTests.makeTable(database)
            try PostgresFixture.insert(1, database)
            let second = try PostgresDatabase(settings)
            defer { second.close() }
            DispatchQueue.concurrentPerform(iterations: 10) { thread in
                for _ in 0..<20 {
                    do throws(DatabaseError) {
                        try (thread % 2 == 0 ? database : second).write { (transaction) throws(DatabaseError) in
                            let now = try transaction.one("SELECT coalesce(whole, 0) FROM kept") {
                                (row) throws(DatabaseError) in try row.int(0)
                            }
                            try transaction.execute("UPDATE kept SET whole = $1", [.int(now + 1)])
                        }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            let sum = try database.read { (transaction) throws(DatabaseError) in
                try transaction.one("SELECT whole FROM kept") { (row) throws(DatabaseError) in try row.int(0) }
            }
            #expect(sum == 200)
        }
    }
}
