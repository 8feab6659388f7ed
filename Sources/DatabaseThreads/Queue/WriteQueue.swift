public import Database
internal import Glibc

/// Where write transactions queue up, so that those that wait together are committed together.
///
/// There is no thread of its own. The caller at the head of the queue leads: it runs the transactions that wait, commits
/// once, and only then are their callers answered; the next in the queue leads the next group. A lone caller thus waits
/// for nobody, and a crowd shares the cost of reaching the disk. One leads at a time.
///
/// `@unchecked Sendable`: `queue`, `leader` and `isClosed` are touched only while `monitor` is locked.
public final class WriteQueue: @unchecked Sendable {
    private let limits: WriteGroupLimits
    private let refusal: @Sendable (DatabaseErrorKind) -> DatabaseError
    private let monitor = Monitor()
    private let drained = WaitingPlace()
    private var queue: [PendingWrite] = []
    private var leader: pthread_t?
    private var isClosed = false

    /// An empty queue.
    ///
    /// - Parameters:
    ///   - limits: how large a group may grow.
    ///   - refusal: the engine's error for `closed`, `nestedWrite` and `engine`.
    public init(
        limits: WriteGroupLimits, refusal: @escaping @Sendable (DatabaseErrorKind) -> DatabaseError
    ) {
        self.limits = limits
        self.refusal = refusal
    }

    /// Queues a transaction and returns its answer when it is on the disk, or throws when nothing of it is.
    ///
    /// - Parameters:
    ///   - body: the transaction.
    ///   - lead: commits a group; called on the thread of the caller that leads, never twice at a time. Every member it
    ///     took has its outcome settled when it returns.
    public func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>,
        lead: (WriteGroup) -> Void
    ) throws(DatabaseError) -> Answer {
        let box = AnswerBox<Answer>()
        let write = PendingWrite { (transaction) throws(DatabaseError) in
            switch try body(transaction) {
            case .commit(let answer):
                box.answer = answer
                return true
            case .rollBack(let answer):
                box.answer = answer
                return false
            }
        }
        try perform(write, lead: lead)
        guard let answer = box.answer else { throw refusal(.engine) }
        return answer
    }

    private func perform(_ write: PendingWrite, lead: (WriteGroup) -> Void) throws(DatabaseError) {
        monitor.lock()
        if let leader, pthread_equal(leader, pthread_self()) != 0 {
            monitor.unlock()
            throw refusal(.nestedWrite)
        }
        guard !isClosed else {
            monitor.unlock()
            throw refusal(.closed)
        }
        if leader == nil {
            leader = write.caller
            queue.append(write)
            monitor.unlock()
            run(lead, for: write)
        } else {
            queue.append(write)
            monitor.unlock()
            if write.awaitTurn() == .lead { run(lead, for: write) }
        }
        if let failure = write.failure { throw failure }
    }

    /// Leads a group, hands the lead on, and answers the members; the one who leads stands at the head of the queue.
    private func run(_ lead: (WriteGroup) -> Void, for write: PendingWrite) {
        let group = WriteGroup(limits: limits) { self.next() }
        lead(group)
        monitor.lock()
        let successor = queue.first
        leader = successor?.caller
        if successor == nil { drained.wakeAll() }
        monitor.unlock()
        // The next group begins before the members of this one are awake.
        successor?.wake(to: .lead)
        for member in group.members where member !== write { member.wake(to: .done) }
    }

    /// How many transactions wait for their turn; those of the group that is under way are not counted.
    public var waiting: Int {
        monitor.lock()
        defer { monitor.unlock() }
        return queue.count
    }

    /// Refuses what comes from now on and waits for the queue to empty.
    public func close() {
        monitor.lock()
        isClosed = true
        while leader != nil || !queue.isEmpty { monitor.wait(at: drained) }
        monitor.unlock()
    }

    private func next() -> PendingWrite? {
        monitor.lock()
        defer { monitor.unlock() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }
}

/// Carries the answer from the thread that leads a group to the caller.
///
/// `@unchecked Sendable`: written by the leader before it wakes the caller, read by the caller after it was woken.
private final class AnswerBox<Answer: Sendable>: @unchecked Sendable {
    var answer: Answer?
}
