internal import Database
internal import DatabaseThreads

/// Connections for reading: each is lent to one thread at a time.
///
/// `@unchecked Sendable`: `idle`, `opened`, `fullUntil` and `isClosed` are touched only while `monitor` is locked; a connection
/// leaves `idle` under that lock, is used by the thread that took it and by no other, and comes back under that lock.
final class ConnectionPool: @unchecked Sendable {
    private let opening: ConnectionOpening
    private let monitor = Monitor()
    private let freed = WaitingPlace()
    private let drained = WaitingPlace()
    private var idle: [PostgresConnection] = []
    private var opened = 0
    /// Until when no more connections are opened, since the server admitted no further one; by the monotonic clock.
    private var fullUntil: Int64 = 0
    private var isClosed = false

    init(_ opening: ConnectionOpening) { self.opening = opening }

    /// How many connections there are, lent or not.
    var count: Int {
        monitor.lock()
        defer { monitor.unlock() }
        return opened
    }

    /// How long after a refusal no further connection is asked for.
    private static let fullMilliseconds = 10_000

    /// Lends a connection that the server has not closed; opened now where none is idle.
    ///
    /// Where the server admits fewer connections than the setting, those that there are have to do.
    func take(_ patience: ConnectionOpening.Patience) throws(DatabaseError) -> PostgresConnection {
        let deadline = MonotonicClock.instant(afterMilliseconds: opening.settings.readerMilliseconds)
        while true {
            let (idle, others) = try idleOrRoom(until: deadline)
            if let idle { return idle }
            do {
                return try opening.open(.reading, others && patience == .untilThere ? .untilReachable : patience)
            } catch {
                monitor.lock()
                defer { monitor.unlock() }
                forgetOne()
                guard error.kind == .exhausted, others, opened > 0 else { throw error }
                fullUntil = MonotonicClock.instant(afterMilliseconds: Self.fullMilliseconds)
            }
        }
    }

    /// Waits for a connection that is idle, or for room to open one: that one is counted already.
    ///
    /// - Returns: the idle one, or nil for room; and whether there are others beside it.
    private func idleOrRoom(until deadline: Int64) throws(DatabaseError) -> (idle: PostgresConnection?, others: Bool) {
        monitor.lock()
        defer { monitor.unlock() }
        while true {
            if isClosed { throw failure(.closed) }
            if let connection = idle.popLast() {
                if connection.isAlive() { return (connection, true) }
                opened -= 1
                continue
            }
            if opened < opening.settings.connections, opened == 0 || fullUntil <= MonotonicClock.nanoseconds() {
                opened += 1
                return (nil, opened > 1)
            }
            guard monitor.wait(at: freed, until: deadline) else { throw failure(.exhausted) }
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
