public import Database

extension Ledger {
    /// The tables that follow from the entries.
    public static var projectedTables: [String] {
        Projections.all.flatMap { type(of: $0).tables }.map(\.name.description)
    }

    /// Empties every table that follows from the entries, and fills it again from them; all in one transaction.
    ///
    /// Others can read what was there before until it is done, and cannot write meanwhile. Memory is bounded, whatever the
    /// ledger holds.
    ///
    /// - Parameter progress: told now and then how far it is; called on another thread, perhaps.
    /// - Returns: how many entries were gone through.
    /// - Throws: `corrupt` or `schemaNewer` for an entry that cannot be read; nothing is changed then.
    @discardableResult
    public func rebuild(
        progress: @escaping @Sendable (LedgerProgress) -> Void = { _ in }
    ) throws(DatabaseError) -> Int64 {
        let settings = settings
        return try database.write { (transaction) throws(DatabaseError) in
            try Self.rebuild(settings, in: transaction, progress: progress)
        }
    }

    /// The same in a transaction that does more.
    static func rebuild(
        _ settings: LedgerSettings, in transaction: any WriteTransaction,
        progress: (LedgerProgress) -> Void = { _ in }
    ) throws(DatabaseError) -> Int64 {
        var replay = Replay(transaction, settings)
        let count = try replay.run(progress)
        try transaction.countRevision(.everybody)
        return count
    }

    /// The projected tables that are not what the entries say; empty where all are.
    ///
    /// Rebuilds them in a transaction that is undone, so it takes as long as `rebuild` and keeps writers waiting as long.
    public func projectionDifferences(
        progress: @escaping @Sendable (LedgerProgress) -> Void = { _ in }
    ) throws(DatabaseError) -> [String] {
        let settings = settings
        return try database.decide { (transaction) throws(DatabaseError) in
            let before = try Projections.digests(transaction)
            var replay = Replay(transaction, settings)
            _ = try replay.run(progress)
            let after = try Projections.digests(transaction)
            return .rollBack(before.filter { after[$0.key] != $0.value }.keys.sorted())
        }
    }
}

extension Projections {
    /// What every table holds, as a digest by the name of the table.
    static func digests(_ transaction: any ReadTransaction) throws(DatabaseError) -> [String: Digest] {
        var digests: [String: Digest] = [:]
        for table in all.flatMap({ type(of: $0).tables }) {
            var digest = Digest.zero
            try transaction.each(table.dump, []) { (row) throws(DatabaseError) in
                var text = DigestText(digest.hex)
                for column in 0..<row.columnCount { text.add("column", "\(try row.value(column))") }
                digest = Digest(of: text.bytes)
            }
            digests[table.name.description] = digest
        }
        return digests
    }
}
