internal import Database
internal import DatabaseThreads

/// The one writer: transactions that wait together run each under a savepoint and are committed together.
///
/// `@unchecked Sendable`: `connection` is touched only by the leader of a group, and the queue has one leader at a time;
/// after `close` of the queue there is none.
final class GroupWriter: @unchecked Sendable {
    private let settings: SQLiteSettings
    private let queue: WriteQueue
    private let closing = Monitor()
    private var connection: SQLiteConnection?

    init(_ settings: SQLiteSettings) throws(DatabaseError) {
        self.settings = settings
        queue = WriteQueue(
            limits: WriteGroupLimits(
                transactions: settings.groupTransactions, milliseconds: settings.groupMilliseconds)
        ) { DatabaseError($0, message: SQLiteFailure.sentence($0, path: settings.path)) }
        connection = try SQLiteConnection(settings, role: .writing)
    }

    /// Queues a transaction and returns when it is on the disk, or nothing of it is.
    func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>
    ) throws(DatabaseError) -> Answer {
        try queue.decide(body, lead: lead)
    }

    /// Waits for the queue to empty, then closes the connection.
    func close() {
        queue.close()
        // Two callers may close at the same time.
        closing.lock()
        connection = nil
        closing.unlock()
    }

    /// Runs one group; every member's outcome is settled when it returns.
    private func lead(_ group: WriteGroup) {
        guard let connection else { return group.refuseAll(failure(.closed)) }
        do {
            try connection.control("BEGIN IMMEDIATE")
        } catch {
            return group.refuseAll(error)
        }
        while let write = group.next() {
            run(write, on: connection)
            // The library gave the whole transaction up by itself (disk full, disk failed).
            if connection.isIdle { return group.spoil(write.failure ?? failure(.inputOutput)) }
        }
        do {
            try connection.control("COMMIT")
        } catch {
            group.spoil(error)
            if !connection.isIdle { try? connection.control("ROLLBACK") }
        }
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

    private func failure(_ kind: DatabaseErrorKind) -> DatabaseError {
        DatabaseError(kind, message: SQLiteFailure.sentence(kind, path: settings.path))
    }
}
