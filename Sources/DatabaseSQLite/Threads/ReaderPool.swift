internal import Database
internal import DatabaseThreads

/// The connections for reading: each is lent to one thread at a time.
///
/// `@unchecked Sendable`: `idle`, `opened` and `isClosed` are touched only while `monitor` is locked; a connection
/// leaves `idle` under that lock, is used by the thread that took it and by no other, and comes back under that lock.
final class ReaderPool: @unchecked Sendable {
    private let settings: SQLiteSettings
    private let monitor = Monitor()
    private let freed = WaitingPlace()
    private let drained = WaitingPlace()
    private var idle: [SQLiteConnection] = []
    private var opened = 0
    private var isClosed = false

    init(_ settings: SQLiteSettings) { self.settings = settings }

    /// Lends a connection for one read transaction.
    func read<Answer>(_ body: (any ReadTransaction) throws(DatabaseError) -> Answer) throws(DatabaseError) -> Answer {
        let connection = try take()
        defer { give(back: connection) }
        try connection.control("BEGIN")
        // The transaction only read: whether it ends by COMMIT or ROLLBACK is the same, and nothing can fail.
        defer { try? connection.control("COMMIT") }
        return try body(SQLiteReadTransaction(connection: connection))
    }

    /// Waits for every reader, then closes the connections.
    func close() {
        monitor.lock()
        isClosed = true
        freed.wakeAll()
        while idle.count < opened { monitor.wait(at: drained) }
        let connections = idle
        idle = []
        opened = 0
        monitor.unlock()
        withExtendedLifetime(connections) {}
    }

    private func take() throws(DatabaseError) -> SQLiteConnection {
        monitor.lock()
        defer { monitor.unlock() }
        let deadline = MonotonicClock.instant(afterMilliseconds: settings.readerMilliseconds)
        while true {
            guard !isClosed else { throw failure(.closed) }
            if let connection = idle.popLast() { return connection }
            if opened < settings.readers { break }
            guard monitor.wait(at: freed, until: deadline) else { throw failure(.exhausted) }
        }
        // Opening under the lock keeps the count true and happens a few times in a process.
        let connection = try SQLiteConnection(settings, role: .reading)
        opened += 1
        return connection
    }

    private func give(back connection: SQLiteConnection) {
        monitor.lock()
        idle.append(connection)
        freed.wakeOne()
        if isClosed { drained.wakeAll() }
        monitor.unlock()
    }

    private func failure(_ kind: DatabaseErrorKind) -> DatabaseError {
        DatabaseError(kind, message: SQLiteFailure.sentence(kind, path: settings.path))
    }
}
