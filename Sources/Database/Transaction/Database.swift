/// A database, whichever engine keeps it.
///
/// Calls block the thread until they are done, and may be made from any thread at the same time.
public protocol Database: Sendable {
    /// Which engine's words the schema is written in.
    var dialect: Dialect { get }

    /// Looks at the database on a connection of its own; sees one state throughout.
    ///
    /// Writing in it is an error. Readers never wait for the writer.
    func read<Answer>(_ body: (any ReadTransaction) throws(DatabaseError) -> Answer) throws(DatabaseError) -> Answer

    /// Changes the database; returns only when the change is on the disk, or nothing of it is.
    ///
    /// Changes are made one after another in the order of the calls. The closure may run on another thread than the
    /// caller's. A call from inside a closure of a write is refused.
    ///
    /// A server may undo a change for the sake of another session (a deadlock); the closure is then run again, three
    /// times at most in all. So what it leaves outside the transaction must bear being done again.
    @discardableResult
    func decide<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Decision<Answer>
    ) throws(DatabaseError) -> Answer

    /// How many writes through this value have ended, kept or not: it has grown before a write returns. Where it stands
    /// still, what was read before is out of date only if another program wrote. Nil where nobody counts.
    var endedWrites: UInt64? { get }

    /// Waits for what is under way, then gives everything back. Later calls are refused; closing twice is no error.
    func close()
}

extension Database {
    /// Nobody counts unless the driver does.
    public var endedWrites: UInt64? { nil }

    /// Changes the database and keeps the change, unless the closure throws.
    @discardableResult
    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer {
        try decide { (transaction) throws(DatabaseError) in .commit(try body(transaction)) }
    }
}
