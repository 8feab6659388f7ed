public import Database
internal import Synchronization

/// A database on a PostgreSQL server.
///
/// Reads each see one state and are spread over a bounded number of connections, or go to a copy where one is given.
/// Writes are made one after another by one connection, under a lock that programs on the same schema share, and are
/// committed in groups; a write is answered when its commit is on the server's disk.
public final class PostgresDatabase: Database {
    /// The settings it was opened with.
    public let settings: PostgresSettings
    let reader: PostgresReader
    let writer: GroupWriter
    private let ended = Atomic<UInt64>(0)

    /// Connects to the server.
    ///
    /// - Throws: `badSetting`, `unreachable`, `notAdmitted`, `noSuchDatabase`, `notWritable`, `exhausted`: each with
    ///   what to do, and never with the password.
    public init(_ settings: PostgresSettings) throws(DatabaseError) {
        self.settings = settings
        let main = ConnectionOpening(
            try ServerAddress(settings.address), settings: settings, sessionAttributes: "read-write")
        var copy: ConnectionOpening?
        if let address = settings.readAddress {
            copy = ConnectionOpening(try ServerAddress(address), settings: settings, sessionAttributes: "any")
        }
        reader = PostgresReader(main, copy: copy)
        writer = try GroupWriter(main, reader: reader, notesPosition: copy != nil)
    }

    deinit { close() }

    /// PostgreSQL's words.
    public var dialect: Dialect { .postgresql }

    /// Looks at the database; waits at most `readerMilliseconds` for a connection.
    ///
    /// A statement that fails spoils the transaction: later statements of it fail with the same error.
    public func read<Answer>(_ body: (any ReadTransaction) throws(DatabaseError) -> Answer) throws(DatabaseError)
        -> Answer
    {
        try reader.read(body)
    }

    /// Changes the database; returns when the group it was committed with is on the server's disk.
    ///
    /// Where the connection breaks while the commit is being confirmed, the server is asked what became of it; only
    /// where it cannot be asked the error is `outcomeUnknown`.
    @discardableResult
    public func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>
    ) throws(DatabaseError) -> Answer {
        defer { ended.wrappingAdd(1, ordering: .acquiringAndReleasing) }
        return try writer.decide(body)
    }

    /// Writes that have ended.
    public var endedWrites: UInt64? { ended.load(ordering: .acquiring) }

    /// Waits for readers and writers, then closes every connection.
    public func close() {
        reader.close()
        writer.close()
    }
}
