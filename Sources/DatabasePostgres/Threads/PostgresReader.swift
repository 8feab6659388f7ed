internal import Database
internal import DatabaseThreads
internal import Synchronization

/// Read transactions, on a copy where there is one that has caught up, otherwise on the database itself.
final class PostgresReader: Sendable {
    private let main: ConnectionPool
    private let copy: ConnectionPool?
    private let state = Mutex(State())

    private struct State {
        /// Where this process's last commit stands in the log: a copy must have come so far.
        var written: LogPosition?
        /// How far the copy is known to have come.
        var replayed: LogPosition?
        /// Until when a copy that failed is left alone, by the monotonic clock.
        var copyRestsUntil: Int64 = 0
    }

    /// How long a copy that cannot be reached is not asked again.
    private static let restMilliseconds = 10_000

    init(_ main: ConnectionOpening, copy: ConnectionOpening?) {
        self.main = ConnectionPool(main)
        self.copy = copy.map { ConnectionPool($0) }
    }

    /// How many connections there are to the database itself and to the copy.
    var connections: (main: Int, copy: Int) { (main.count, copy?.count ?? 0) }

    /// A commit of this process ended at a place of the log; the copy is of no use any more where it is not known.
    func noteWritten(_ position: LogPosition?) {
        state.withLock { $0.written = max($0.written ?? .start, position ?? .end) }
    }

    func read<Answer>(_ body: (any ReadTransaction) throws(DatabaseError) -> Answer) throws(DatabaseError) -> Answer {
        guard let copy, let connection = fromCopy(copy) else {
            return try use(try main.take(.untilThere), of: main) { (connection) throws(DatabaseError) in
                try body(PostgresReadTransaction(connection))
            }
        }
        return try use(connection, of: copy) { (connection) throws(DatabaseError) in
            // A copy that goes away, or has to change what is being read, before anything was read of it.
            var second: PostgresConnection?
            defer { if let second { end(second, of: main) } }
            return try body(
                PostgresReadTransaction(connection) { () throws(DatabaseError) in
                    self.leaveCopyAlone()
                    let taken = try self.main.take(.untilThere)
                    taken.prepend(.beginReading)
                    second = taken
                    return taken
                })
        }
    }

    func close() {
        copy?.close()
        main.close()
    }

    private func use<Answer>(
        _ connection: PostgresConnection, of pool: ConnectionPool,
        _ body: (PostgresConnection) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer {
        connection.prepend(.beginReading)
        defer { end(connection, of: pool) }
        return try body(connection)
    }

    private func end(_ connection: PostgresConnection, of pool: ConnectionPool) {
        if connection.hasDeferred {
            // No statement was run: nothing was begun.
            connection.dropDeferred()
        } else if !connection.isBroken {
            // The transaction only read: its end is nobody's concern, and its answer is read by the next user.
            try? connection.send(.commit)
        }
        pool.give(back: connection)
    }

    private func leaveCopyAlone() {
        state.withLock { $0.copyRestsUntil = MonotonicClock.instant(afterMilliseconds: Self.restMilliseconds) }
    }

    /// A connection to the copy; nil where it cannot be reached or has not come so far as this process has written.
    private func fromCopy(_ pool: ConnectionPool) -> PostgresConnection? {
        let now = MonotonicClock.nanoseconds()
        let (rests, written, replayed) = state.withLock { ($0.copyRestsUntil > now, $0.written, $0.replayed) }
        guard !rests else { return nil }
        let connection: PostgresConnection
        do {
            connection = try pool.take(.none)
        } catch {
            // All connections lent is no reason to leave the copy alone for long.
            guard error.kind != .exhausted, error.kind != .closed else { return nil }
            leaveCopyAlone()
            return nil
        }
        guard let written, replayed ?? LogPosition.start < written else { return connection }
        do {
            var found: LogPosition?
            try connection.run("SELECT coalesce(pg_last_wal_replay_lsn(), pg_current_wal_lsn())::text", []) {
                (row) throws(DatabaseError) in found = LogPosition(row.text(at: 0))
            }
            guard let found else { throw connection.failure(.engine, detail: "no position") }
            state.withLock { $0.replayed = max($0.replayed ?? .start, found) }
            if found >= written { return connection }
        } catch {
            leaveCopyAlone()
        }
        pool.give(back: connection)
        return nil
    }
}
