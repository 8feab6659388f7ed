/// The prepared statements of one connection by their text; the one not used for longest gives way.
struct StatementCache {
    private var statements: [String: PreparedStatement] = [:]
    private var clock: UInt64 = 0
    private var serial = 0
    /// How many statements are kept at most.
    let bound: Int

    init(bound: Int) { self.bound = bound }

    /// How many statements are kept now.
    var count: Int { statements.count }

    /// A statement kept from an earlier use.
    mutating func kept(_ sql: String) -> PreparedStatement? {
        guard let kept = statements[sql] else { return nil }
        clock += 1
        kept.lastUse = clock
        return kept
    }

    /// A name that no statement of this connection ever had.
    mutating func freshName() -> String {
        serial += 1
        return "g\(serial)"
    }

    /// Keeps a statement that was prepared now; gives back the name of the one that has to go for it.
    mutating func keep(_ statement: PreparedStatement) -> String? {
        var evicted: String?
        if statements.count >= bound, let oldest = statements.values.min(by: { $0.lastUse < $1.lastUse }) {
            statements[oldest.sql] = nil
            evicted = oldest.name
        }
        clock += 1
        statement.lastUse = clock
        statements[statement.sql] = statement
        return evicted
    }

    /// Forgets a statement that the server can no longer run; gives back its name.
    mutating func forget(_ sql: String) -> String? { statements.removeValue(forKey: sql)?.name }

    /// Forgets every statement, since tables changed; gives back their names.
    mutating func forgetAll() -> [String] {
        defer { statements = [:] }
        return statements.values.map(\.name)
    }
}
