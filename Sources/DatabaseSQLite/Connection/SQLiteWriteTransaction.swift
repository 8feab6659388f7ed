internal import Database

/// A write transaction on the writer's connection.
///
/// A class, because it remembers the failure that spoiled it.
final class SQLiteWriteTransaction: WriteTransaction {
    let dialect = Dialect.sqlite
    private let connection: SQLiteConnection
    /// The first failure of a statement; nothing of the transaction is kept then.
    private(set) var failure: DatabaseError?

    init(_ connection: SQLiteConnection) { self.connection = connection }

    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        if let failure { throw failure }
        do {
            try connection.run(sql.text, values) { (statement) throws(DatabaseError) in try body(Row(statement)) }
        } catch {
            failure = error
            throw error
        }
    }

    func execute(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> Int {
        if let failure { throw failure }
        do {
            return try connection.change(sql.text, values)
        } catch {
            failure = error
            throw error
        }
    }

    func executeAll(_ statements: [(sql: SQL, values: [Value])]) throws(DatabaseError) -> [Int] {
        if let failure { throw failure }
        do {
            return try connection.changeAll(statements)
        } catch {
            failure = error
            throw error
        }
    }
}
