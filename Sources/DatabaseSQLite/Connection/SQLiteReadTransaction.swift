internal import Database

/// A read transaction on a lent connection.
struct SQLiteReadTransaction: ReadTransaction {
    let connection: SQLiteConnection
    let dialect = Dialect.sqlite

    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        try connection.run(sql.text, values) { (statement) throws(DatabaseError) in try body(Row(statement)) }
    }
}
