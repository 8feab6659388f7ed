internal import Database
internal import DatabaseThreads

/// Connections for reading: each is lent to one thread at a time.
///
/// `@unchecked Sendable`: `idle`, `opened` and `isClosed` are touched only while `monitor` is locked; a connection
/// leaves `idle` under that lock, is used by the thread that took it and by no other, and comes back under that lock.
final class ConnectionPool: @unchecked Sendable {
    private let opening: ConnectionOpening
    private let monitor = Monitor()
    private let freed = WaitingPlace()
    private let drained = WaitingPlace()
    private var idle: [PostgresConnection] = []
    private var opened = 0
    private var isClosed = false

    init(_ opening: ConnectionOpening) { self.opening = opening }

    /// How many connections there are, lent or not.
    var count: Int {
        monitor.lock()
        defer { monitor.unlock() }
        return opened
    }

    /// Lends a connection that the server has not closed; opened now where none is idle.
    func take(_ patience: ConnectionOpening.Patience) throws(DatabaseError) -> PostgresConnection {
        let deadline = MonotonicClock.instant(afterMilliseconds: opening.settings.readerMilliseconds)
        monitor.lock()
        while true {
            if isClosed {
                monitor.unlock()
                throw failure(.closed)
            }
            if let connection = idle.popLast() {
                if connection.isAlive() {
                    monitor.unlock()
                    return connection
                }
                opened -= 1
                continue
            }
            if opened < opening.settings.connections { break }
            guard monitor.wait(at: freed, until: deadline) else {
                monitor.unlock()
                throw failure(.exhausted)
            }
        }
        opened += 1
        monitor.unlock()
        do {
            return try opening.open(.reading, patience)
        } catch {
            monitor.lock()
            forgetOne()
            monitor.unlock()
            throw error
        }
    }

    /// Takes a connection back; one that broke is closed.
    func give(back connection: PostgresConnection) {
        monitor.lock()
        if connection.isBroken {
            forgetOne()
        } else {
            idle.append(connection)
            freed.wakeOne()
        }
        if isClosed { drained.wakeAll() }
        monitor.unlock()
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

    private func forgetOne() {
        opened -= 1
        freed.wakeOne()
        if isClosed { drained.wakeAll() }
    }

    private func failure(_ kind: DatabaseErrorKind) -> DatabaseError {
        PostgresFailure.own(kind, place: opening.address.place)
    }
}
