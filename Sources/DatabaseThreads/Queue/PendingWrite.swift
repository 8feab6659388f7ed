public import Database
internal import Glibc

/// One write transaction in the queue, and what became of it.
///
/// `@unchecked Sendable`: `run` and `failure` are touched by the leader of the group only, from taking it out of the
/// queue until it wakes the caller; the caller reads `failure` after it was woken. `turn` is written once, before that.
public final class PendingWrite: @unchecked Sendable {
    /// Why its caller is woken.
    enum Turn {
        /// It stands at the head of the queue, and nobody leads.
        case lead
        /// Its outcome is on the disk, or certain not to be.
        case done
    }

    /// Runs the caller's closure; true to keep the changes.
    public let run: (any WriteTransaction) throws(DatabaseError) -> Bool
    /// Why nothing of it was kept; nil when all went well.
    public var failure: DatabaseError?
    /// The thread of its caller.
    let caller = pthread_self()
    private var turn = Turn.done
    /// Counts the one wake there is: no lock has to be taken again by those who are woken together.
    private let bell: UnsafeMutablePointer<sem_t>

    init(_ run: @escaping (any WriteTransaction) throws(DatabaseError) -> Bool) {
        self.run = run
        bell = .allocate(capacity: 1)
        bell.initialize(to: sem_t())
        sem_init(bell, 0, 0)
    }

    deinit {
        sem_destroy(bell)
        bell.deallocate()
    }

    /// Lets the caller go on; called once.
    func wake(to turn: Turn) {
        self.turn = turn
        sem_post(bell)
    }

    /// Waits until it is woken, and says what for.
    func awaitTurn() -> Turn {
        // A signal may interrupt the wait.
        while sem_wait(bell) != 0 {}
        return turn
    }
}
