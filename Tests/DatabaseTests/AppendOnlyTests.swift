import Database
import DatabasePostgres
import TestSupport
import Testing

/// The contract of `Database`: rows of a table that is append-only are added and never change.
@Suite("Tables to which rows are only added")
struct AppendOnlyTests {
    static let migration = Migration(
        1, "acts",
        [
            "CREATE TABLE act (number {int} NOT NULL PRIMARY KEY, words {text} NOT NULL UNIQUE) {clustered}",
            "{append_only} act",
            "CREATE TABLE numbered (id {identity}, words {text} NOT NULL) {table}", "{append_only} numbered",
        ])

    static let refused: [SQL] = [
        "UPDATE act SET words = 'c' WHERE number = 1", "UPDATE act SET words = words", "DELETE FROM act",
        "DELETE FROM act WHERE number = 2", "UPDATE numbered SET words = 'c'", "DELETE FROM numbered",
        "INSERT INTO act (number, words) VALUES (1, 'c') ON CONFLICT (number) DO UPDATE SET words = 'c'",
    ]

    @Test(
        "adding goes well, changing and removing are refused, and the rows stand as they did",
        arguments: DatabaseEngine.allCases)
    func refusals(engine: DatabaseEngine) throws {
        try engine.withFresh { database, again in
            try Migrator([Self.migration]).migrate(database, at: 0)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO act (number, words) VALUES (1, 'a')")
                try transaction.execute(
                    "INSERT INTO act (number, words) VALUES (1, 'b'), (2, 'b') ON CONFLICT DO NOTHING")
                try transaction.execute("INSERT INTO numbered (words) VALUES ('a')")
            }
            var statements = Self.refused
            switch database.dialect {
            case .sqlite: statements += ["REPLACE INTO act (number, words) VALUES (1, 'c')"]
            case .postgresql: statements += ["TRUNCATE act", "TRUNCATE numbered"]
            }
            let second = try again()
            defer { second.close() }
            for statement in statements {
                for one in [database, second] {
                    let error = #expect(throws: DatabaseError.self, "\(statement.text)") {
                        try one.write { (transaction) throws(DatabaseError) in
                            try transaction.execute("INSERT INTO act (number, words) VALUES (7, 'g')")
                            try transaction.execute(statement)
                        }
                    }
                    #expect(error?.kind == .appendOnly, "\(statement.text)")
                    #expect(error?.message.contains("只能追加") == true)
                }
            }
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO act (number, words) VALUES (3, 'd')")
            }
            let rows = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT number, words FROM act ORDER BY number") {
                    (row) throws(DatabaseError) in "\(try row.int(0))\(try row.text(1))"
                }
            }
            #expect(rows == ["1a", "2b", "3d"])
        }
    }

    @Test("a session of the server that plays the part of a replica is refused too", .overPostgres)
    func replicaRole() throws {
        try PostgresFixture.withFresh { database, _, cluster in
            let schema = try database.read { (transaction) throws(DatabaseError) in
                try transaction.one("SELECT current_schema()::text") { (row) throws(DatabaseError) in try row.text(0) }
            }
            try Migrator([Self.migration]).migrate(database, at: 0)
            try cluster.shell("INSERT INTO \(schema).act VALUES (1, 'a')")
            for act in ["UPDATE \(schema).act SET words = 'b'", "DELETE FROM \(schema).act", "TRUNCATE \(schema).act"] {
                let error = #expect(throws: PostgresCluster.Failure.self) {
                    try cluster.shell("SET session_replication_role = replica; " + act)
                }
                #expect(error?.description.contains("append-only") == true)
            }
        }
    }
}
