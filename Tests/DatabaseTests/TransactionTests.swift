import Database
import Foundation
import Synchronization
import TestSupport
import Testing

/// The contract of `Database`: changes happen as a whole, in order, and are kept once they are answered.
@Suite("Transactions")
struct TransactionTests {
    @Test("what a closure throws undoes all it did", arguments: DatabaseEngine.allCases)
    func thrown(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                    throw DatabaseError(.engine, message: "测试")
                }
            }
            #expect(error?.message == "测试")
            #expect(try Self.count(database) == 0)
        }
    }

    @Test(
        "a write counts as ended before it returns, kept or not, and a look does not",
        arguments: DatabaseEngine.allCases)
    func ended(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let before = try #require(database.endedWrites)
            #expect(try Self.count(database) == 0)
            #expect(database.endedWrites == before)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number) VALUES (1)")
            }
            #expect(database.endedWrites == before + 1)
            _ = try? database.write { (_) throws(DatabaseError) in throw DatabaseError(.engine, message: "测试") }
            #expect(database.endedWrites == before + 2)
        }
    }

    @Test("a refusal is a value and undoes all that was done", arguments: DatabaseEngine.allCases)
    func refused(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let answer = try database.decide { (transaction) throws(DatabaseError) -> Decision<String> in
                try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                return .rollBack("不同意")
            }
            #expect(answer == "不同意")
            #expect(try Self.count(database) == 0)
        }
    }

    @Test(
        "a statement that failed spoils its transaction even when the closure goes on",
        arguments: DatabaseEngine.allCases)
    func spoiled(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                    _ = try? transaction.execute("INSERT INTO kept (number) VALUES (1)")
                    _ = try? transaction.execute("INSERT INTO kept (number) VALUES (2)")
                }
            }
            #expect(error?.kind == .notUnique)
            #expect(try Self.count(database) == 0)
        }
    }

    @Test("a transaction sees its own changes and counts the rows it changed", arguments: DatabaseEngine.allCases)
    func ownChanges(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let counts = try database.write { (transaction) throws(DatabaseError) in
                [
                    try transaction.execute("INSERT INTO kept (number) VALUES (1), (2), (3)"),
                    try transaction.one("SELECT count(*) FROM kept") { (row) throws(DatabaseError) in try row.int(0) },
                    try transaction.execute("UPDATE kept SET whole = 1 WHERE number > 1"),
                    try transaction.execute("DELETE FROM kept WHERE number = 9"),
                    try transaction.execute("CREATE INDEX kept_by_whole ON kept (whole)"),
                ]
            }
            #expect(counts == [3, 3, 2, 0, 0])
        }
    }

    static let broken: [(SQL, DatabaseErrorKind)] = [
        ("INSERT INTO child (number, parent) VALUES (1, 99)", .foreignKey),
        ("INSERT INTO child (number, parent) VALUES (1, NULL)", .notNull),
        ("INSERT INTO child (number, parent, age) VALUES (1, 1, -1)", .checkFailed),
        ("INSERT INTO child (number, parent) VALUES (5, 1)", .notUnique),
        ("INSERT INTO child (number, parent, name) VALUES (6, 1, 'n')", .notUnique),
        ("DELETE FROM parent WHERE number = 1", .foreignKey),
        ("INSERT INTO nowhere VALUES (1)", .badStatement),
        ("THIS IS NO SQL", .badStatement),
    ]

    @Test("a broken rule of the schema is named", arguments: DatabaseEngine.allCases, broken)
    func constraints(engine: DatabaseEngine, broken: (sql: SQL, kind: DatabaseErrorKind)) throws {
        try engine.withFresh { database, _ in
            let dialect = database.dialect
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    dialect.render("CREATE TABLE parent (number {int} NOT NULL PRIMARY KEY) {table}"))
                try transaction.execute(
                    dialect.render(
                        """
                        CREATE TABLE child (
                            number {int} NOT NULL PRIMARY KEY, parent {int} NOT NULL REFERENCES parent (number),
                            age {int} CHECK (age >= 0), name {text} UNIQUE) {table}
                        """))
                try transaction.execute("INSERT INTO parent VALUES (1)")
                try transaction.execute("INSERT INTO child (number, parent, name) VALUES (5, 1, 'n')")
            }
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in try transaction.execute(broken.sql) }
            }
            #expect(error?.kind == broken.kind)
            #expect(error?.sql == broken.sql.text)
            #expect(error?.code != 0)
            #expect(error?.message.isEmpty == false)
        }
    }

    @Test("two statements in one text are refused", arguments: DatabaseEngine.allCases)
    func twoStatements(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1); DELETE FROM kept")
                }
            }
            #expect(error?.kind == .badStatement)
            #expect(try Self.count(database) == 0)
        }
    }

    @Test("writing in a read transaction is refused", arguments: DatabaseEngine.allCases)
    func readOnly(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.read { (transaction) throws(DatabaseError) in
                    try transaction.each("INSERT INTO kept (number) VALUES (1)", []) { (_) throws(DatabaseError) in }
                }
            }
            #expect(error?.kind == .readOnlyTransaction)
            #expect(try Self.count(database) == 0)
        }
    }

    @Test("a reader sees one state from beginning to end", arguments: DatabaseEngine.allCases)
    func snapshot(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let seen = try database.read { (transaction) throws(DatabaseError) in
                let before = try Self.count(transaction)
                try database.write { (other) throws(DatabaseError) in
                    try other.execute("INSERT INTO kept (number) VALUES (1)")
                }
                let fresh = try database.read { (second) throws(DatabaseError) in try Self.count(second) }
                return [before, try Self.count(transaction), fresh]
            }
            #expect(seen == [0, 0, 1])
        }
    }

    @Test("a write inside a write is refused, and the outer one goes on", arguments: DatabaseEngine.allCases)
    func nested(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let kind = try database.write { (transaction) throws(DatabaseError) -> DatabaseErrorKind? in
                try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                do throws(DatabaseError) {
                    try database.write { (inner) throws(DatabaseError) in
                        try inner.execute("INSERT INTO kept (number) VALUES (2)")
                    }
                    return nil
                } catch {
                    return error.kind
                }
            }
            #expect(kind == .nestedWrite)
            #expect(try Self.count(database) == 1)
        }
    }

    @Test("a query may run inside the rows of the same query", arguments: DatabaseEngine.allCases)
    func queryInQuery(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let pairs = try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number) VALUES (1), (2), (3)")
                var pairs = 0
                try transaction.each("SELECT number FROM kept", []) { (_) throws(DatabaseError) in
                    try transaction.each("SELECT number FROM kept", []) { (_) throws(DatabaseError) in pairs += 1 }
                }
                return pairs
            }
            #expect(pairs == 9)
        }
    }

    @Test("after closing everything is refused, and closing again is no error", arguments: DatabaseEngine.allCases)
    func closed(engine: DatabaseEngine) throws {
        try engine.withFresh { database, again in
            try ValueTests.makeTable(database)
            database.close()
            database.close()
            #expect(throws: DatabaseError.self) { try Self.count(database) }
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (_) throws(DatabaseError) in 1 }
            }
            #expect(error?.kind == .closed)
            let second = try again()
            #expect(try Self.count(second) == 0)
            second.close()
        }
    }

    static func count(_ database: any Database) throws(DatabaseError) -> Int {
        try database.read { (transaction) throws(DatabaseError) in try count(transaction) }
    }

    static func count(_ transaction: any ReadTransaction) throws(DatabaseError) -> Int {
        try transaction.one("SELECT count(*) FROM kept") { (row) throws(DatabaseError) in try row.int(0) }
    }
}
