internal import Database

/// A read transaction on a lent connection.
///
/// A class, because it remembers the failure that spoiled it: the server does nothing more in a transaction after one.
final class PostgresReadTransaction: ReadTransaction {
    let dialect = Dialect.postgresql
    private var connection: PostgresConnection
    private var failure: DatabaseError?
    /// Gives a connection to the database itself, as long as nothing was read over one to a copy.
    private var elsewhere: (() throws(DatabaseError) -> PostgresConnection)?

    /// - Parameter elsewhere: gives another connection where the first statement finds this one broken, or its server
    ///   unwilling; nil where there is none.
    init(_ connection: PostgresConnection, elsewhere: (() throws(DatabaseError) -> PostgresConnection)? = nil) {
        self.connection = connection
        self.elsewhere = elsewhere
    }

    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        if let failure { throw failure }
        var isOwn = true
        do {
            try connection.run(sql.text, values) { (stream) throws(DatabaseError) in
                isOwn = false
                elsewhere = nil
                try body(Row(stream))
                isOwn = true
            }
        } catch {
            if isOwn, let elsewhere, connection.isBroken || PostgresFailure.isConflict(error) {
                self.elsewhere = nil
                connection = try elsewhere()
                return try each(sql, values, body)
            }
            // What the caller threw leaves the transaction as it is.
            if isOwn || connection.isBroken { failure = error }
            throw error
        }
        elsewhere = nil
    }
}
