internal import CSQLite
internal import Database

/// The compiled statements of one connection by their text; the one not used for longest gives way.
struct StatementCache {
    private var statements: [String: PreparedStatement] = [:]
    private var clock: UInt64 = 0
    /// How many statements are kept at most.
    let bound: Int

    init(bound: Int) { self.bound = bound }

    /// How many statements are kept now.
    var count: Int { statements.count }

    /// A statement ready to be bound: kept from an earlier use, or compiled now.
    ///
    /// A statement that is running (the same text inside its own rows) is not given out twice: the second one is
    /// compiled for this use only.
    mutating func statement(_ sql: String, connection: OpaquePointer, path: String) throws(DatabaseError)
        -> PreparedStatement
    {
        clock += 1
        if let kept = statements[sql] {
            guard !kept.isRunning else { return try PreparedStatement(sql, connection: connection, path: path) }
            kept.lastUse = clock
            return kept
        }
        let fresh = try PreparedStatement(sql, connection: connection, path: path)
        fresh.lastUse = clock
        if statements.count >= bound { evict() }
        statements[sql] = fresh
        return fresh
    }

    /// A walk over the bounded cache, only when a new text comes: programs have fewer texts than the bound.
    private mutating func evict() {
        var oldest: PreparedStatement?
        for candidate in statements.values where !candidate.isRunning {
            if candidate.lastUse < oldest?.lastUse ?? .max { oldest = candidate }
        }
        if let oldest { statements[oldest.sql] = nil }
    }

    /// Lets go of every statement.
    mutating func empty() { statements = [:] }
}
