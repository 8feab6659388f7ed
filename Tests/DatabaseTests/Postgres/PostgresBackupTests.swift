import Database
import DatabasePostgres
import TestSupport
import Testing

/// The ways of PostgreSQL's own programs to keep a copy, as docs/operations.md tells them.
@Suite("Backups of a server", .overPostgres)
struct PostgresBackupTests {
    @Test("a dump restored into an empty database has every row and every guard, and goes on")
    func dump() throws {
        let folder = TemporaryFolder()
        let file = folder.file("gongkai.dump")
        try PostgresFixture.withFresh { database, _, cluster in
            let schema = try Self.fill(database)
            try cluster.program("pg_dump", ["--format=custom", "--schema=\(schema)", "--file=\(file)", "postgres"])
            // What is written after the dump began is not in it.
            try Self.add(9, database)
            try cluster.shell("CREATE DATABASE restored_\(schema) OWNER office TEMPLATE template0")
            try cluster.program("pg_restore", ["--exit-on-error", "--dbname=restored_\(schema)", file])
            let restored = try PostgresDatabase(
                PostgresSettings(address: cluster.address(schema: schema, database: "restored_\(schema)")))
            defer { restored.close() }
            try Self.check(restored)
        }
    }

    @Test("a base backup started elsewhere has every row and every guard, and goes on")
    func baseBackup() throws {
        // A server of its own: what other tests do on the shared one would reach the copy too.
        let source = try PostgresCluster()
        try PostgresFixture.withFresh(on: source) { database, _, cluster in
            let schema = try Self.fill(database)
            let second = try PostgresCluster(following: cluster)
            try second.shell("SELECT pg_promote()")
            let restored = try PostgresDatabase(PostgresSettings(address: second.address(schema: schema)))
            defer { restored.close() }
            try Self.check(restored)
        }
    }

    /// Gives the name of the schema.
    private static func fill(_ database: PostgresDatabase) throws(DatabaseError) -> String {
        try Migrator([AppendOnlyTests.migration]).migrate(database, at: 0)
        for number in 1...5 { try add(number, database) }
        return try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT current_schema()::text") { (row) throws(DatabaseError) in try row.text(0) }
        }
    }

    private static func add(_ number: Int, _ database: PostgresDatabase) throws(DatabaseError) {
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute(
                "INSERT INTO act (number, words) VALUES ($1, $2)", [.int(number), .text("第\(number)件")])
            try transaction.execute("INSERT INTO numbered (words) VALUES ($1)", [.text("第\(number)件")])
        }
    }

    private static func check(_ database: PostgresDatabase) throws {
        #expect(try Migrator([AppendOnlyTests.migration]).migrate(database, at: 1) == [])
        try add(6, database)
        let rows = try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                "SELECT n.id, a.words FROM act a JOIN numbered n ON n.words = a.words ORDER BY a.number"
            ) { (row) throws(DatabaseError) in "\(try row.int(0)) \(try row.text(1))" }
        }
        #expect(rows == (1...6).map { "\($0) 第\($0)件" })
        for statement in AppendOnlyTests.refused {
            let error = PostgresFixture.error { () throws(DatabaseError) in
                try database.write { (transaction) throws(DatabaseError) in try transaction.execute(statement) }
            }
            #expect(error?.kind == .appendOnly, "\(statement.text)")
        }
    }
}
