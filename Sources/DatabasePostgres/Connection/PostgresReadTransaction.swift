internal import Database

/// A read transaction on a lent connection.
///
/// A class, because it remembers the failure that spoiled it: the server does nothing more in a transaction after one.
final class PostgresReadTransaction: ReadTransaction {
    private let connection: PostgresConnection
    private var failure: DatabaseError?

    init(_ connection: PostgresConnection) { self.connection = connection }

    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        if let failure { throw failure }
        var isOwn = true
        do {
            try connection.run(sql.text, values) { (stream) throws(DatabaseError) in
                isOwn = false
                try body(Row(stream))
                isOwn = true
            }
        } catch {
            // What the caller threw leaves the transaction as it is.
            if isOwn || connection.isBroken { failure = error }
            throw error
        }
    }
}
