import Database
import DatabasePostgres
import TestSupport
import Testing

/// Databases on the tests' own server with settings of a test's choice.
enum PostgresFixture {
    /// Opens a database in an empty schema, hands it over and closes it.
    static func withFresh(
        on cluster: PostgresCluster? = PostgresCluster.shared,
        _ change: (inout PostgresSettings) -> Void = { _ in },
        _ body: (_ database: PostgresDatabase, _ settings: PostgresSettings, _ cluster: PostgresCluster) throws -> Void
    ) throws {
        let cluster = try #require(cluster)
        var settings = PostgresSettings(address: cluster.address(schema: try cluster.freshSchema()))
        change(&settings)
        let database = try PostgresDatabase(settings)
        defer { database.close() }
        try body(database, settings, cluster)
    }

    static func insert(_ number: Int, _ database: any Database) throws(DatabaseError) {
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
        }
    }

    /// Whether a write and a read go well.
    static func answers(_ database: any Database) throws(DatabaseError) -> Bool {
        let isWritable = try database.write { (transaction) throws(DatabaseError) in
            try transaction.exists("SELECT 1")
        }
        return try database.read { (transaction) throws(DatabaseError) in try transaction.exists("SELECT 1") }
            && isWritable
    }

    /// The number of the server's process that a transaction runs in.
    static func process(_ transaction: any ReadTransaction) throws(DatabaseError) -> Int {
        try transaction.one("SELECT pg_backend_pid()") { (row) throws(DatabaseError) in try row.int(0) }
    }

    /// What a piece of work throws; nil where it goes well.
    static func error<Answer>(_ body: () throws(DatabaseError) -> Answer) -> DatabaseError? {
        do throws(DatabaseError) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }
}
