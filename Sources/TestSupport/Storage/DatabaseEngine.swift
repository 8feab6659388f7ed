public import Database
internal import DatabaseSQLite

/// The engines on which the contract of `Database` is tested.
public enum DatabaseEngine: String, Sendable, CaseIterable, CustomStringConvertible {
    /// SQLite in a temporary folder.
    case sqlite

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
        }
    }
}
