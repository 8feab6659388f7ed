/// A statement of the driver's own: it begins or ends a transaction and travels in front of or behind the caller's.
struct Control {
    /// What is done with the answer.
    enum Use {
        /// Nothing, unless it is a failure.
        case none
        /// The number of the transaction is remembered, so that its outcome can be asked for.
        case transaction
        /// The place in the server's log is remembered.
        case position
        /// Names of statements the server no longer keeps.
        case forgotten
    }

    let sql: String
    var use = Use.none
    /// Kept prepared on the connection, since it comes again and again.
    var isKept = true

    static let beginReading = Control(sql: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    /// Every statement sees what was committed before it, which behind the lock is every earlier write.
    static let beginWriting = Control(sql: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    static let commit = Control(sql: "COMMIT")
    static let rollback = Control(sql: "ROLLBACK")
    static let savepoint = Control(sql: "SAVEPOINT one")
    static let release = Control(sql: "RELEASE one")
    static let rollbackToSavepoint = Control(sql: "ROLLBACK TO one")
    static let position = Control(sql: "SELECT pg_current_wal_insert_lsn()::text", use: .position)

    /// One writer at a time in all programs on the same schema; the lock ends with the transaction, when what it
    /// changed is to be seen.
    static func lock(_ key: Int32) -> Control {
        Control(
            sql: "SELECT pg_current_xact_id()::text, pg_advisory_xact_lock(\(lockClass), \(key))::text",
            use: .transaction)
    }

    static func forget(_ name: String) -> Control {
        Control(sql: "DEALLOCATE \(name)", use: .forgotten, isKept: false)
    }

    /// Tells our locks from those of other programs in the same database: "gong" in ASCII.
    static let lockClass: Int32 = 0x676f_6e67
}
