public import Database
internal import Synchronization

/// A database in one file on this machine.
///
/// Write-ahead log, every commit forced to the disk, foreign keys on. Readers each have a connection and never wait for
/// the writer; writers are committed in groups.
///
/// Deferred foreign keys are not for schemas kept here: they are checked at the commit of a group, where one
/// transaction's mistake would undo its neighbours.
public final class SQLiteDatabase: Database {
    /// The settings it was opened with.
    public let settings: SQLiteSettings
    private let readers: ReaderPool
    private let writer: GroupWriter
    private let ended = Atomic<UInt64>(0)

    /// Opens the file, and makes it and its folder when they are missing.
    ///
    /// - Throws: `cannotOpen`, `notWritable`, `notADatabase`, `corrupt`, `busy`, `full`: each with what to do.
    public init(_ settings: SQLiteSettings) throws(DatabaseError) {
        self.settings = settings
        try DataFolder.prepare(for: settings.path)
        writer = try GroupWriter(settings)
        readers = ReaderPool(settings)
    }

    deinit { close() }

    /// SQLite's words.
    public var dialect: Dialect { .sqlite }

    /// Looks at the database; waits at most `readerMilliseconds` for a connection.
    public func read<Answer>(_ body: (any ReadTransaction) throws(DatabaseError) -> Answer) throws(DatabaseError)
        -> Answer
    {
        try readers.read(body)
    }

    /// Changes the database; returns when the group it was committed with is on the disk.
    ///
    /// When the disk fails or is full during a group, every transaction of the group is answered with that error.
    @discardableResult
    public func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>
    ) throws(DatabaseError) -> Answer {
        defer { ended.wrappingAdd(1, ordering: .acquiringAndReleasing) }
        return try writer.decide(body)
    }

    /// Writes that have ended.
    public var endedWrites: UInt64? { ended.load(ordering: .acquiring) }

    /// Waits for readers and writers, then closes every connection; the log is folded into the file.
    public func close() {
        readers.close()
        writer.close()
    }
}
