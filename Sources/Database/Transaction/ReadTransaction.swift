/// A look at the database as it was at one moment: every statement in it sees the same state.
///
/// Belongs to the closure that receives it and must not leave it.
public protocol ReadTransaction {
    /// Which engine answers; for the few statements that are not one text for both.
    var dialect: Dialect { get }

    /// Runs a query and hands over its rows one after another.
    ///
    /// - Parameters:
    ///   - sql: one statement with placeholders `$1`, `$2` …; each number from 1 to the count of values occurs.
    ///   - values: what stands for the placeholders.
    ///   - body: gets each row; an error it throws ends the query.
    func each(_ sql: SQL, _ values: [Value], _ body: (borrowing Row) throws(DatabaseError) -> Void)
        throws(DatabaseError)
}

extension ReadTransaction {
    /// Every row of a query, made into a value.
    public func all<Element>(
        _ sql: SQL, _ values: [Value] = [], _ make: (borrowing Row) throws(DatabaseError) -> Element
    ) throws(DatabaseError) -> [Element] {
        var result: [Element] = []
        try each(sql, values) { (row: borrowing Row) throws(DatabaseError) in result.append(try make(row)) }
        return result
    }

    /// The first row of a query made into a value; nil where there is none.
    ///
    /// Write the query so that it gives one row at most: rows after the first are walked over.
    public func first<Element>(
        _ sql: SQL, _ values: [Value] = [], _ make: (borrowing Row) throws(DatabaseError) -> Element
    ) throws(DatabaseError) -> Element? {
        var result: Element?
        try each(sql, values) { (row: borrowing Row) throws(DatabaseError) in
            if result == nil { result = try make(row) }
        }
        return result
    }

    /// The row of a query that must be there; its absence is an error.
    public func one<Element>(
        _ sql: SQL, _ values: [Value] = [], _ make: (borrowing Row) throws(DatabaseError) -> Element
    ) throws(DatabaseError) -> Element {
        guard let result = try first(sql, values, make) else { throw .missingRow(sql: sql.text) }
        return result
    }

    /// True where a query gives a row.
    public func exists(_ sql: SQL, _ values: [Value] = []) throws(DatabaseError) -> Bool {
        try first(sql, values) { (_: borrowing Row) throws(DatabaseError) in true } ?? false
    }
}
