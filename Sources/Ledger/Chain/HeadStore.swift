public import Database

/// The heads that hold the chains of all offices together.
public struct HeadStore: Sendable {
    let database: any Database
    let settings: LedgerSettings

    /// The latest head; nil before the first act.
    public func latest() throws(DatabaseError) -> DailyHead? {
        try database.read { (transaction) throws(DatabaseError) in try HeadRows.latest(transaction) }
    }

    /// Every head, the oldest first.
    public func list() throws(DatabaseError) -> [DailyHead] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(HeadRows.columns + " ORDER BY number", [], HeadRows.head)
        }
    }

    /// Makes a head over everything recorded so far, unless the latest covers it already and is of the same day.
    ///
    /// - Returns: the latest head.
    @discardableResult
    public func anchor(at now: Moment) throws(DatabaseError) -> DailyHead {
        let settings = settings
        return try database.decide { (transaction) throws(DatabaseError) in
            let last = try transaction.one("SELECT coalesce(max(serial), 0) FROM entry") {
                (row) throws(DatabaseError) in try row.int64(0)
            }
            if let latest = try HeadRows.latest(transaction), latest.lastSerial == last, latest.day >= now.utcDay {
                return .rollBack(latest)
            }
            return .commit(try HeadRows.add(at: now, by: settings.digest, lastSerial: last, transaction))
        }
    }
}
