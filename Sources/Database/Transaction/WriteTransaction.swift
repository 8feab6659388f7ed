/// A change of the database that takes effect as a whole or not at all.
///
/// It sees its own changes. A statement that fails spoils the transaction, on both engines: nothing of it is kept even
/// if the closure goes on and returns.
public protocol WriteTransaction: ReadTransaction {
    /// Runs a statement that changes something.
    ///
    /// - Returns: how many rows it inserted, updated or deleted.
    @discardableResult
    func execute(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> Int
}

extension WriteTransaction {
    /// Runs a statement without values.
    @discardableResult
    public func execute(_ sql: SQL) throws(DatabaseError) -> Int { try execute(sql, []) }
}

/// What becomes of a write transaction whose statements all went well.
public enum Decision<Answer: Sendable>: Sendable {
    /// Keep the changes and answer.
    case commit(Answer)
    /// Undo the changes and answer: a refusal that was found on the way is a value, not an error.
    case rollBack(Answer)
}
