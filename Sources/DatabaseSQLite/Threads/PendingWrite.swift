internal import Database

/// One write transaction in the queue, and what became of it.
///
/// `@unchecked Sendable`: `run` and `answer` are touched by the leader of the group only, from taking it out of the
/// queue until it sets `isDone` under the writer's lock; the caller reads `answer` after it saw `isDone` under that lock.
final class PendingWrite: @unchecked Sendable {
    /// Where the caller waits for its answer, or for its turn to lead.
    let place = WaitingPlace()
    /// Runs the caller's closure; true to keep the changes.
    let run: (SQLiteWriteTransaction) throws(DatabaseError) -> Bool
    /// Why nothing of it was kept; nil when all went well.
    var failure: DatabaseError?
    /// True once the outcome is on the disk, or certain not to be. Guarded by the writer's lock.
    var isDone = false

    init(_ run: @escaping (SQLiteWriteTransaction) throws(DatabaseError) -> Bool) { self.run = run }
}
