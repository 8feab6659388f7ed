internal import Database
internal import DatabaseThreads
internal import Glibc

/// The one writer of this process: transactions that wait together are committed together.
///
/// Writers of other processes on the same schema wait for each other at a lock that is held to the commit, so that what
/// a transaction reads is what every earlier one left, and no closure ever runs twice.
///
/// `@unchecked Sendable`: `connection` is touched only by the leader of a group, and the queue has one leader at a time;
/// after `close` of the queue there is none.
final class GroupWriter: @unchecked Sendable {
    private let opening: ConnectionOpening
    private let reader: PostgresReader
    private let notesPosition: Bool
    private let queue: WriteQueue
    private let closing = Monitor()
    private var connection: PostgresConnection?

    /// Opens the connection at once, so that a wrong address is found when the program starts.
    init(_ opening: ConnectionOpening, reader: PostgresReader, notesPosition: Bool) throws(DatabaseError) {
        self.opening = opening
        self.reader = reader
        self.notesPosition = notesPosition
        let place = opening.address.place
        queue = WriteQueue(
            limits: WriteGroupLimits(
                transactions: opening.settings.groupTransactions, milliseconds: opening.settings.groupMilliseconds)
        ) { PostgresFailure.own($0, place: place) }
        connection = try opening.open(.writing, .whileStarting)
    }

    /// Queues a transaction and returns when it is on the disk, or nothing of it is.
    func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>
    ) throws(DatabaseError) -> Answer {
        try queue.decide(body, lead: lead)
    }

    /// How many transactions wait behind the group that is under way.
    var waiting: Int { queue.waiting }

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
        let connection: PostgresConnection
        do {
            connection = try usable()
        } catch {
            return group.refuseAll(error)
        }
        var state = GroupState(connection)
        while let write = group.next() {
            state.run(write)
            if connection.isBroken {
                // Nothing was committed, and the server undoes what it had.
                return group.spoil(
                    write.failure ?? connection.failure(.unreachable, detail: "connection lost"))
            }
        }
        guard state.hasKept else { return state.abandon() }
        do {
            if notesPosition {
                try connection.flush(.commit, .position)
                reader.noteWritten(connection.position)
            } else {
                try connection.flush(.commit)
            }
        } catch {
            settle(group, error, connection)
        }
    }

    private func usable() throws(DatabaseError) -> PostgresConnection {
        if let connection, connection.isAlive() { return connection }
        connection = nil
        let fresh = try opening.open(.writing, .untilThere)
        connection = fresh
        return fresh
    }

    /// The commit was not confirmed: the server is asked what became of it, so that nobody is told the wrong thing.
    private func settle(_ group: WriteGroup, _ error: DatabaseError, _ broken: PostgresConnection) {
        guard broken.isBroken else {
            // Refused: the server undid the whole transaction.
            try? broken.flush(.rollback)
            return group.spoil(error)
        }
        switch CommitInquiry(opening).outcome(of: broken.transactionNumber, on: broken.server) {
        case .kept(let fresh): connection = fresh
        case .undone(let fresh):
            connection = fresh
            group.spoil(error)
        case .unknown:
            group.spoil(
                DatabaseError(
                    .outcomeUnknown, code: error.code, extendedCode: error.extendedCode,
                    message: PostgresFailure.sentence(.outcomeUnknown, place: opening.address.place),
                    detail: error.detail))
        }
    }
}

/// The transaction of a group on the server, as it grows member by member.
struct GroupState {
    private let connection: PostgresConnection
    /// True where a member is to be committed with statements that were run.
    private(set) var hasKept = false

    /// How often a member is run when other sessions' locks undo it.
    static let attempts = 3
    /// Microseconds before a member is run again, times the number of the run.
    private static let pause: UInt32 = 20_000

    init(_ connection: PostgresConnection) { self.connection = connection }

    /// Runs one member, and runs it again where the server undid it for the sake of another session.
    ///
    /// Our own writers stand in a queue and never meet; those of an administrator may meet them in a deadlock.
    mutating func run(_ write: PendingWrite) {
        var attempt = 1
        while runOnce(write), attempt < Self.attempts {
            attempt += 1
            write.failure = nil
            // The locks go back first, and the other session gets its turn before they are asked for again.
            abandon()
            usleep(Self.pause * UInt32(attempt))
        }
    }

    /// The first needs no savepoint: where it fails nobody else loses anything.
    ///
    /// - Returns: true where it was undone for the sake of another session, and may go well now.
    private mutating func runOnce(_ write: PendingWrite) -> Bool {
        let isFirst = !hasKept
        let transaction = PostgresWriteTransaction(connection) { [connection] in
            if isFirst {
                connection.prepend(.beginWriting, .lock(connection.server.schemaKey))
            } else {
                connection.prepend(.savepoint)
            }
        }
        var keep = false
        do throws(DatabaseError) {
            keep = try write.run(transaction)
            if let failure = transaction.failure { throw failure }
        } catch {
            keep = false
            write.failure = error
        }
        guard transaction.hasBegun, !connection.isBroken else { return false }
        switch (keep, isFirst) {
        case (true, true): hasKept = true
        case (true, false): connection.prepend(.release)
        case (false, true):
            connection.prepend(.rollback)
        case (false, false): connection.prepend(.rollbackToSavepoint, .release)
        }
        return transaction.failure.map(PostgresFailure.isConflict) ?? false
    }

    /// Nothing is to be committed: what was begun and refused is given up, with its lock.
    func abandon() {
        if connection.hasDeferred { try? connection.send() }
    }
}
