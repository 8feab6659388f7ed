/// Brings a schema to where the program needs it.
public struct Migrator: Sendable {
    /// The steps in order.
    public let migrations: [Migration]

    /// A migrator for the steps of a program.
    ///
    /// - Throws: `schemaMisnumbered` where the numbers are not 1, 2, 3 ….
    public init(_ migrations: [Migration]) throws(DatabaseError) {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw DatabaseError(
                .schemaMisnumbered, message: "程序内的数据库升级步骤编号有误，这是程序的缺陷，请向维护人员报告。",
                detail: "step \(index + 1) is numbered \(migration.number)")
        }
        self.migrations = migrations
    }

    /// Applies the steps that are missing, all in one transaction, and records each.
    ///
    /// Two programs may do this at the same time: the second finds the work done.
    ///
    /// - Parameters:
    ///   - database: where.
    ///   - instant: milliseconds since 1970-01-01 UTC, recorded beside each step.
    ///   - finish: what must be done once some steps were applied, told their numbers; in the same transaction, so that no step
    ///     is ever recorded without it. Not called where nothing is missing.
    /// - Returns: the numbers of the steps applied now.
    /// - Throws: `schemaNewer` where the database knows steps that the program does not; `schemaChanged` where a step
    ///   that was applied differs from the program's. Nothing is changed then.
    @discardableResult
    public func migrate(
        _ database: any Database, at instant: Int64,
        finish: (@Sendable (_ steps: [Int], any WriteTransaction) throws(DatabaseError) -> Void)? = nil
    ) throws(DatabaseError) -> [Int] {
        let dialect = database.dialect
        return try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute(dialect.render(Self.table))
            let applied = try Self.applied(transaction)
            try compare(applied)
            var done: [Int] = []
            for migration in migrations.dropFirst(applied.count) {
                for statement in migration.statements.flatMap(dialect.statements(for:)) {
                    try transaction.execute(statement)
                }
                if let work = migration.work { try work(transaction, instant) }
                try transaction.execute(
                    "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
                    [.int(migration.number), .text(migration.name), .text(migration.checksum), .int64(instant)])
                done.append(migration.number)
            }
            if !done.isEmpty, let finish { try finish(done, transaction) }
            return done
        }
    }

    /// How many steps a database lacks; all of them where it is empty. Nothing is changed.
    ///
    /// - Throws: `schemaNewer`, `schemaChanged` as `migrate` does.
    public func missing(in database: any Database) throws(DatabaseError) -> Int {
        try database.read { (transaction) throws(DatabaseError) in
            let applied: [(number: Int, name: String, checksum: String)]
            do throws(DatabaseError) {
                applied = try Self.applied(transaction)
            } catch  where error.kind == .badStatement {
                // No table of steps: nothing was ever applied.
                return migrations.count
            }
            try compare(applied)
            return migrations.count - applied.count
        }
    }

    private static func applied(_ transaction: any ReadTransaction) throws(DatabaseError) -> [(
        number: Int, name: String, checksum: String
    )] {
        try transaction.all("SELECT number, name, checksum FROM schema_migration ORDER BY number") {
            (row) throws(DatabaseError) in (try row.int(0), try row.text(1), try row.text(2))
        }
    }

    /// What was applied must be a beginning of what the program knows, unchanged.
    private func compare(_ applied: [(number: Int, name: String, checksum: String)]) throws(DatabaseError) {
        if let last = applied.last, last.number > migrations.count {
            throw DatabaseError(
                .schemaNewer,
                message: "数据库已由更新版本的程序升级到第\(last.number)步，本程序只认识到第\(migrations.count)步。"
                    + "请改用新版本的程序，或恢复升级前的备份。",
                detail: "database at \(last.number), program at \(migrations.count)")
        }
        for (migration, record) in zip(migrations, applied) {
            guard record.number == migration.number, record.checksum == migration.checksum else {
                throw DatabaseError(
                    .schemaChanged,
                    message: "数据库升级记录的第\(record.number)步（\(record.name)）与本程序的内容不一致，为防止损坏数据，已停止打开。"
                        + "请使用建立该数据库的程序版本，或恢复备份。",
                    detail: "step \(record.number): recorded \(record.checksum), program \(migration.checksum)")
            }
        }
    }

    private static let table: SQL = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number {int} NOT NULL PRIMARY KEY,
            name {text} NOT NULL,
            checksum {text} NOT NULL,
            applied_at {int} NOT NULL
        ) {table}
        """
}
