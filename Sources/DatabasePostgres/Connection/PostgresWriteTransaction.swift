internal import Database

/// A write transaction on the writer's connection.
///
/// A class, because it remembers the failure that spoiled it, and whether anything was run.
final class PostgresWriteTransaction: WriteTransaction {
    let dialect = Dialect.postgresql
    private let connection: PostgresConnection
    private let begin: () -> Void
    /// True once a statement was sent.
    private(set) var hasBegun = false
    /// The first failure of a statement; nothing of the transaction is kept then.
    private(set) var failure: DatabaseError?

    /// - Parameter begin: puts what begins the transaction in front of its first statement.
    init(_ connection: PostgresConnection, begin: @escaping () -> Void) {
        self.connection = connection
        self.begin = begin
    }

    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        try perform { () throws(DatabaseError) in
            try connection.run(sql.text, values) { (stream) throws(DatabaseError) in try body(Row(stream)) }
        }
    }

    func execute(_ sql: SQL, _ values: [Value]) throws(DatabaseError) -> Int {
        try perform { () throws(DatabaseError) in try connection.run(sql.text, values) { _ throws(DatabaseError) in } }
    }

    func executeAll(_ statements: [(sql: SQL, values: [Value])]) throws(DatabaseError) -> [Int] {
        guard !statements.isEmpty else { return [] }
        return try perform { () throws(DatabaseError) in try connection.runAll(statements[...]) }
    }

    @discardableResult
    private func perform<Answer>(_ work: () throws(DatabaseError) -> Answer) throws(DatabaseError) -> Answer {
        if let failure { throw failure }
        if !hasBegun {
            hasBegun = true
            begin()
        }
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}
