internal import Database
internal import Glibc

/// The one writer: transactions queue up, and those that wait together are committed together.
///
/// There is no thread of its own. The caller at the head of the queue leads: it runs the transactions that wait, each
/// under a savepoint, commits once, and only then are their callers answered; the next in the queue leads the next
/// group. A lone caller thus waits for nobody, and a crowd shares the cost of reaching the disk.
///
/// `@unchecked Sendable`: `queue`, `leader` and `isClosed` are touched only while `monitor` is locked; `connection` only
/// by the leader, and there is one leader at a time, chosen under that lock.
final class GroupWriter: @unchecked Sendable {
    private let settings: SQLiteSettings
    private let monitor = Monitor()
    private let drained = WaitingPlace()
    private var queue: [PendingWrite] = []
    private var leader: pthread_t?
    private var isClosed = false
    private var connection: SQLiteConnection?

    init(_ settings: SQLiteSettings) throws(DatabaseError) {
        self.settings = settings
        connection = try SQLiteConnection(settings, role: .writing)
    }

    /// Queues a transaction and returns when it is on the disk, or nothing of it is.
    func perform(_ write: PendingWrite) throws(DatabaseError) {
        monitor.lock()
        if let leader, pthread_equal(leader, pthread_self()) != 0 {
            monitor.unlock()
            throw failure(.nestedWrite)
        }
        guard !isClosed else {
            monitor.unlock()
            throw failure(.closed)
        }
        queue.append(write)
        while !write.isDone, leader != nil || queue.first !== write { monitor.wait(at: write.place) }
        if !write.isDone {
            leader = pthread_self()
            monitor.unlock()
            let group = lead()
            monitor.lock()
            for member in group {
                member.isDone = true
                if member !== write { member.place.wakeOne() }
            }
            leader = nil
            queue.first?.place.wakeOne()
            if queue.isEmpty { drained.wakeAll() }
        }
        monitor.unlock()
        if let failure = write.failure { throw failure }
    }

    /// Waits for the queue to empty, then closes the connection.
    func close() {
        monitor.lock()
        isClosed = true
        while leader != nil || !queue.isEmpty { monitor.wait(at: drained) }
        let last = connection
        connection = nil
        monitor.unlock()
        withExtendedLifetime(last) {}
    }

    /// Runs one group; every member's outcome is settled when it returns.
    private func lead() -> [PendingWrite] {
        var group: [PendingWrite] = []
        guard let connection else {
            while let write = next() {
                write.failure = failure(.closed)
                group.append(write)
            }
            return group
        }
        do {
            try connection.control("BEGIN IMMEDIATE")
        } catch {
            // Those that wait now would wait as long again one by one: the same obstacle answers them all.
            while group.count < settings.groupTransactions, let write = next() {
                write.failure = error
                group.append(write)
            }
            return group
        }
        let end = MonotonicClock.nanoseconds() + Int64(settings.groupMilliseconds) * 1_000_000
        while group.count < settings.groupTransactions, let write = next() {
            group.append(write)
            run(write, on: connection)
            // The library gave the whole transaction up by itself (disk full, disk failed).
            if connection.isIdle {
                spoil(group, write.failure ?? failure(.inputOutput))
                return group
            }
            if MonotonicClock.nanoseconds() >= end { break }
        }
        do {
            try connection.control("COMMIT")
        } catch {
            spoil(group, error)
            if !connection.isIdle { try? connection.control("ROLLBACK") }
        }
        return group
    }

    /// One transaction under its own savepoint: its failure leaves the others of the group alone.
    private func run(_ write: PendingWrite, on connection: SQLiteConnection) {
        do {
            try connection.control("SAVEPOINT one")
            let transaction = SQLiteWriteTransaction(connection)
            var keep = false
            do throws(DatabaseError) {
                keep = try write.run(transaction)
                if let failure = transaction.failure { throw failure }
            } catch {
                keep = false
                write.failure = error
            }
            if connection.isIdle { return }
            if !keep { try connection.control("ROLLBACK TO one") }
            try connection.control("RELEASE one")
        } catch {
            write.failure = write.failure ?? error
            // A savepoint that cannot be undone must not be committed with the rest.
            try? connection.control("ROLLBACK")
        }
    }

    /// Nothing of the group was kept: those that had gone well are told why.
    private func spoil(_ group: [PendingWrite], _ error: DatabaseError) {
        for write in group where write.failure == nil { write.failure = error }
    }

    private func next() -> PendingWrite? {
        monitor.lock()
        defer { monitor.unlock() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func failure(_ kind: DatabaseErrorKind) -> DatabaseError {
        DatabaseError(kind, message: SQLiteFailure.sentence(kind, path: settings.path))
    }
}
