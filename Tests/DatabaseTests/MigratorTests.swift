import Database
import TestSupport
import Testing

/// The contract of `Database`: a schema grows by numbered steps.
@Suite("Migrations")
struct MigratorTests {
    static let first = Migration(
        1, "notes", ["CREATE TABLE note (id {identity}, words {text} NOT NULL, bytes {blob}) {table}"])
    static let second = Migration(
        2, "weight",
        [
            "ALTER TABLE note ADD COLUMN weight {double}",
            "CREATE TABLE tag (name {text} NOT NULL PRIMARY KEY) {clustered}",
        ])

    @Test("a fresh database gets every step, a second run none", arguments: DatabaseEngine.allCases)
    func freshAndAgain(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let one = try Migrator([Self.first])
            let both = try Migrator([Self.first, Self.second])
            #expect(try one.migrate(database, at: 5) == [1])
            #expect(try one.migrate(database, at: 6) == [])
            #expect(try both.migrate(database, at: 7) == [2])
            #expect(try both.migrate(database, at: 8) == [])
            let records = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT number, name, applied_at FROM schema_migration ORDER BY number") {
                    (row) throws(DatabaseError) in "\(try row.int(0)) \(try row.text(1)) \(try row.int(2))"
                }
            }
            #expect(records == ["1 notes 5", "2 weight 7"])
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO note (words, weight) VALUES ('a', 1.5), ('b', 2)")
                try transaction.execute("INSERT INTO tag (name) VALUES ('c')")
            }
        }
    }

    @Test("a step that was changed after it was applied is refused", arguments: DatabaseEngine.allCases)
    func changed(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Migrator([Self.first]).migrate(database, at: 0)
            let edited = Migration(1, "notes", ["CREATE TABLE note (id {identity}) {table}"])
            let migrator = try Migrator([edited, Self.second])
            let error = #expect(throws: DatabaseError.self) { try migrator.migrate(database, at: 0) }
            #expect(error?.kind == .schemaChanged)
            #expect(error?.message.contains("第1步") == true)
            #expect(try Self.steps(database) == 1)
        }
    }

    @Test("a database of a newer program is refused", arguments: DatabaseEngine.allCases)
    func newer(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Migrator([Self.first, Self.second]).migrate(database, at: 0)
            let migrator = try Migrator([Self.first])
            let error = #expect(throws: DatabaseError.self) { try migrator.migrate(database, at: 0) }
            #expect(error?.kind == .schemaNewer)
            #expect(error?.message.contains("请改用新版本的程序") == true)
        }
    }

    @Test(
        "what follows the steps is done with them or not at all, and not where none is missing",
        arguments: DatabaseEngine.allCases)
    func finishing(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let migrator = try Migrator([Self.first, Self.second])
            #expect(throws: DatabaseError.self) {
                try migrator.migrate(database, at: 0) { (_, transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO tag (name) VALUES ($1)", [.text("lost")])
                    throw DatabaseError(.corrupt, message: "中断", detail: "stopped")
                }
            }
            for _ in 1...2 {
                try migrator.migrate(database, at: 0) { (steps, transaction) throws(DatabaseError) in
                    for step in steps {
                        try transaction.execute("INSERT INTO tag (name) VALUES ($1)", [.text("\(step)")])
                    }
                }
            }
            let names = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT name FROM tag ORDER BY name") { (row) throws(DatabaseError) in
                    try row.text(0)
                }
            }
            #expect(names == ["1", "2"])
        }
    }

    @Test("a step that fails leaves nothing, not even the steps before it", arguments: DatabaseEngine.allCases)
    func failing(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let broken = Migration(2, "broken", ["CREATE TABLE fine (id {identity}) {table}", "CREATE NONSENSE"])
            let migrator = try Migrator([Self.first, broken])
            #expect(throws: DatabaseError.self) { try migrator.migrate(database, at: 0) }
            #expect(try Migrator([Self.first]).migrate(database, at: 0) == [1])
        }
    }

    @Test("steps must be numbered one, two, three")
    func numbering() {
        for list in [[Self.second], [Self.first, Self.first], [Self.second, Self.first]] {
            let error = #expect(throws: DatabaseError.self) { try Migrator(list) }
            #expect(error?.kind == .schemaMisnumbered)
        }
    }

    @Test("the checksum tells every edit and does not depend on the engine")
    func checksum() {
        let variants = [
            Self.first, Self.second, Migration(1, "note", Self.first.statements),
            Migration(2, "notes", Self.first.statements),
            Migration(1, "notes", []), Migration(1, "notes", ["CREATE TABLE note (id {identity})"]),
            Migration(1, "notes", ["CREATE ", "TABLE note (id {identity})"]),
        ]
        #expect(Set(variants.map(\.checksum)).count == variants.count)
        #expect(variants.allSatisfy { $0.checksum.utf8.count == 16 })
    }

    @Test("each engine's own words take the place of the neutral ones")
    func dialects() {
        let neutral: SQL =
            "CREATE TABLE t (id {identity}, a {int}, b {blob}, c {text}, d {double}, e {other}) {clustered}"
        #expect(
            Dialect.sqlite.render(neutral).text
                == "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER, b BLOB, c TEXT, d REAL, e {other}) "
                + "STRICT, WITHOUT ROWID")
        #expect(
            Dialect.postgresql.render(neutral).text
                == "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a bigint, b bytea, "
                + "c text COLLATE \"C\", d double precision, e {other}) ")
    }

    private static func steps(_ database: any Database) throws(DatabaseError) -> Int {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT count(*) FROM schema_migration") { (row) throws(DatabaseError) in try row.int(0)
            }
        }
    }
}
