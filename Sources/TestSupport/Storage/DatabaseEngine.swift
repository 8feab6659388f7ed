public import Database
internal import DatabasePostgres
internal import DatabaseSQLite

/// The engines on which the contract of `Database` is tested.
public enum DatabaseEngine: String, Sendable, CaseIterable, CustomStringConvertible {
    /// SQLite in a temporary folder.
    case sqlite
    /// PostgreSQL in a server of the tests' own.
    case postgresql

    /// Those that can be tested here: PostgreSQL where it is installed and `--quick` was not asked for.
    public static var allCases: [DatabaseEngine] {
        PostgresCluster.isThere ? [.sqlite, .postgresql] : [.sqlite]
    }

    /// The name of the engine.
    public var description: String { rawValue }

    /// Opens an empty database, hands it over, closes it and removes it.
    ///
    /// - Parameters:
    ///   - statements: compiled statements kept by each connection.
    ///   - body: gets the database and a way to open it once more, as a second program would.
    public func withFresh(
        statements: Int = 128,
        _ body: (_ database: any Database, _ again: @escaping () throws(DatabaseError) -> any Database) throws -> Void
    ) throws {
        switch self {
        case .sqlite:
            let folder = TemporaryFolder()
            let settings = SQLiteSettings(path: folder.file("gongkai.sqlite"), statements: statements)
            let database = try SQLiteDatabase(settings)
            defer { database.close() }
            try body(database) { () throws(DatabaseError) in try SQLiteDatabase(settings) }
            withExtendedLifetime(folder) {}
        case .postgresql:
            guard let cluster = PostgresCluster.shared else {
                throw PostgresCluster.Failure(description: "the test server did not start")
            }
            let settings = PostgresSettings(
                address: cluster.address(schema: try cluster.freshSchema()), statements: statements)
            let database = try PostgresDatabase(settings)
            defer { database.close() }
            try body(database) { () throws(DatabaseError) in try PostgresDatabase(settings) }
        }
    }
}
