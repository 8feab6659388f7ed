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

    /// Runs statements one after another, as `execute` does, without waiting for the answer to each.
    ///
    /// Saves a server's distance times their number; where the engine is in the process it is the same as a loop.
    ///
    /// - Returns: how many rows each inserted, updated or deleted.
    /// - Throws: the error of the first that failed; those behind it did nothing.
    @discardableResult
    func executeAll(_ statements: [(sql: SQL, values: [Value])]) throws(DatabaseError) -> [Int]
}

extension WriteTransaction {
    /// Runs a statement without values.
    @discardableResult
    public func execute(_ sql: SQL) throws(DatabaseError) -> Int { try execute(sql, []) }

    /// Runs statements one after another.
    @discardableResult
    public func executeAll(_ statements: [(sql: SQL, values: [Value])]) throws(DatabaseError) -> [Int] {
        var counts: [Int] = []
        for statement in statements { counts.append(try execute(statement.sql, statement.values)) }
        return counts
    }

    /// Runs one statement with many lists of values, without waiting for the answer to each.
    ///
    /// - Returns: how many rows all of them inserted, updated or deleted.
    @discardableResult
    public func execute(_ sql: SQL, each rows: [[Value]]) throws(DatabaseError) -> Int {
        var count = 0
        for changed in try executeAll(rows.map { (sql: sql, values: $0) }) { count += changed }
        return count
    }
}

/// What becomes of a write transaction whose statements all went well.
public enum Decision<Answer: Sendable>: Sendable {
    /// Keep the changes and answer.
    case commit(Answer)
    /// Undo the changes and answer: a refusal that was found on the way is a value, not an error.
    case rollBack(Answer)
}
