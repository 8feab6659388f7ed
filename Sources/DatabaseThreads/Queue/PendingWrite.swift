public import Database

/// One write transaction in the queue, and what became of it.
///
/// `@unchecked Sendable`: `run` and `failure` are touched by the leader of the group only, from taking it out of the
/// queue until it sets `isDone` under the queue's lock; the caller reads `failure` after it saw `isDone` under that lock.
public final class PendingWrite: @unchecked Sendable {
    /// Runs the caller's closure; true to keep the changes.
    public let run: (any WriteTransaction) throws(DatabaseError) -> Bool
    /// Why nothing of it was kept; nil when all went well.
    public var failure: DatabaseError?
    /// Where the caller waits for its answer, or for its turn to lead.
    let place = WaitingPlace()
    /// True once the outcome is on the disk, or certain not to be. Guarded by the queue's lock.
    var isDone = false

    init(_ run: @escaping (any WriteTransaction) throws(DatabaseError) -> Bool) { self.run = run }
}
