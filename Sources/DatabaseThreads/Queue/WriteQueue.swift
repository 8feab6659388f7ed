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
        queue.append(write)
        while !write.isDone, leader != nil || queue.first !== write { monitor.wait(at: write.place) }
        if !write.isDone {
            leader = pthread_self()
            monitor.unlock()
            let group = WriteGroup(limits: limits) { self.next() }
            lead(group)
            monitor.lock()
            for member in group.members {
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
/// `@unchecked Sendable`: written by the leader before it marks the write done under the queue's lock, read by the
/// caller after it saw that mark under the same lock.
private final class AnswerBox<Answer: Sendable>: @unchecked Sendable {
    var answer: Answer?
}
