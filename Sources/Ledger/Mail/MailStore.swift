public import Database
public import Disclosure

/// The notices by e-mail that are to be sent. Several servers on one database share them: each is claimed before it is sent.
public struct MailStore: Sendable {
    let database: any Database

    /// Entries that one call of `gather` looks at.
    static let stride: Int64 = 5_000

    /// Notes down what happened since the last call; the first call begins with what happens from then on.
    ///
    /// - Parameters:
    ///   - kinds: the kinds of entries that are told.
    ///   - now: when they may be sent from.
    /// - Returns: true where there is more to gather.
    @discardableResult
    public func gather(_ kinds: Set<RequestAct.Kind>, at now: Moment) throws(DatabaseError) -> Bool {
        // Most calls find nothing new, and write nothing.
        let isNew = try database.read { (transaction) throws(DatabaseError) in
            guard let cursor = try Self.cursor(transaction) else { return true }
            return try Self.end(transaction) > cursor
        }
        guard isNew else { return false }
        return try database.decide { (transaction) throws(DatabaseError) in
            let end = try Self.end(transaction)
            guard let cursor = try Self.cursor(transaction) else {
                try transaction.execute(
                    "INSERT INTO mail_cursor (id, entry) VALUES (1, $1) ON CONFLICT (id) DO NOTHING", [.int64(end)])
                return .commit(false)
            }
            let last = min(end, cursor + Self.stride)
            let found = try transaction.all(
                """
                SELECT serial, office, subject, subject_number, kind FROM entry
                WHERE serial > $1 AND serial <= $2 AND subject_kind = $3 ORDER BY serial
                """, [.int64(cursor), .int64(last), .text(SubjectKind.request.rawValue)]
            ) { (row) throws(DatabaseError) in
                (
                    entry: try row.int64(0), office: try row.int64(1), subject: try row.text(2), number: try row.int(3),
                    kind: RequestAct.Kind(rawValue: try row.text(4))
                )
            }
            for one in found {
                guard let kind = one.kind, kinds.contains(kind), let request = RequestNumber(one.subject) else {
                    continue
                }
                try transaction.execute(
                    """
                    INSERT INTO mail_notice (entry, office, year, serial, number, tries, next_at)
                    VALUES ($1, $2, $3, $4, $5, 0, $6) ON CONFLICT (entry) DO NOTHING
                    """,
                    [
                        .int64(one.entry), .int64(one.office), .int(request.year), .int(request.serial),
                        .int(one.number), .int64(now.milliseconds),
                    ])
            }
            try transaction.execute("UPDATE mail_cursor SET entry = $1 WHERE entry < $1", [.int64(last)])
            return .commit(last < end)
        }
    }

    private static func cursor(_ transaction: any ReadTransaction) throws(DatabaseError) -> Int64? {
        try transaction.first("SELECT entry FROM mail_cursor WHERE id = 1", []) { (row) throws(DatabaseError) in
            try row.int64(0)
        }
    }

    private static func end(_ transaction: any ReadTransaction) throws(DatabaseError) -> Int64 {
        try transaction.one("SELECT coalesce(max(serial), 0) FROM entry") { (row) throws(DatabaseError) in
            try row.int64(0)
        }
    }

    /// What may be sent now, the longest waiting first.
    ///
    /// - Parameter limit: how many at most, 1 to 1,000.
    public func due(at now: Moment, limit: Int) throws(DatabaseError) -> [MailNotice] {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                Self.columns + " WHERE n.ended_at IS NULL AND n.next_at <= $1 ORDER BY n.next_at, n.entry LIMIT $2",
                [.int64(now.milliseconds), .int(min(max(limit, 1), 1_000))], Self.notice)
        }
    }

    /// Takes a notice for sending, and puts it off for the case that nothing comes of it.
    ///
    /// - Parameters:
    ///   - until: when it may be tried again.
    /// - Returns: false where another server took it, or it has ended.
    public func claim(_ notice: MailNotice, until next: Moment, at now: Moment) throws(DatabaseError) -> Bool {
        try database.decide { (transaction) throws(DatabaseError) in
            .commit(
                try transaction.execute(
                    """
                    UPDATE mail_notice SET tries = tries + 1, next_at = $3
                    WHERE entry = $1 AND tries = $2 AND ended_at IS NULL AND next_at <= $4
                    """,
                    [
                        .int64(notice.entry), .int(notice.tries), .int64(next.milliseconds), .int64(now.milliseconds),
                    ]) == 1)
        }
    }

    /// Notes down what the mail server answered where it is to be tried again.
    public func note(_ notice: MailNotice, code: Int) throws(DatabaseError) {
        try database.decide { (transaction) throws(DatabaseError) in
            try transaction.execute(
                "UPDATE mail_notice SET code = $2 WHERE entry = $1", [.int64(notice.entry), .int(code)])
            return .commit(())
        }
    }

    /// Ends a notice.
    ///
    /// - Parameter code: what the mail server answered; nil where it was not asked.
    public func end(_ notice: MailNotice, as end: MailNotice.End, code: Int? = nil, at now: Moment)
        throws(DatabaseError)
    {
        try database.decide { (transaction) throws(DatabaseError) in
            try transaction.execute(
                "UPDATE mail_notice SET ended_at = $2, outcome = $3, code = $4 WHERE entry = $1",
                [
                    .int64(notice.entry), .int64(now.milliseconds), .text(end.rawValue),
                    code.map { .int($0) } ?? .null,
                ])
            return .commit(())
        }
    }

    /// Forgets what ended before a moment.
    public func forget(endedBefore moment: Moment) throws(DatabaseError) {
        try database.decide { (transaction) throws(DatabaseError) in
            try transaction.execute(
                "DELETE FROM mail_notice WHERE ended_at < $1", [.int64(moment.milliseconds)])
            return .commit(())
        }
    }

    /// One that waits or failed, as an administrator sees it.
    public struct Trouble: Sendable, Hashable {
        /// Which.
        public let notice: MailNotice
        /// When it is tried again; nil for one that failed.
        public let next: Moment?
        /// What the mail server answered last; nil where it was not asked, 0 where it did not answer.
        public let code: Int?
    }

    /// How many wait, were sent, need none and failed, among those that are still noted down.
    public struct Standing: Sendable, Hashable {
        /// True once notices are sent.
        public let isUsed: Bool
        /// How many wait.
        public let waiting: Int
        /// How many ended in which way.
        public let ended: [MailNotice.End: Int]
        /// Those that were tried without success or failed, the newest first, at most 100.
        public let troubles: [Trouble]
    }

    /// How it stands with the notices.
    public func standing() throws(DatabaseError) -> Standing {
        try database.read { (transaction) throws(DatabaseError) in
            let counts = try transaction.all(
                "SELECT coalesce(outcome, ''), count(*) FROM mail_notice GROUP BY coalesce(outcome, '')"
            ) { (row) throws(DatabaseError) in (try row.text(0), try row.int(1)) }
            var ended: [MailNotice.End: Int] = [:]
            for (word, count) in counts { MailNotice.End(rawValue: word).map { ended[$0] = count } }
            let troubles = try transaction.all(
                Self.columns + """
                     WHERE n.outcome = 'failed' OR (n.ended_at IS NULL AND n.tries > 0) ORDER BY n.entry DESC LIMIT 100
                    """, []
            ) { (row) throws(DatabaseError) in
                Trouble(
                    notice: try Self.notice(row), next: try row.isNull(7) ? try row.moment(6) : nil,
                    code: try row.isNull(8) ? nil : try row.int(8))
            }
            return Standing(
                isUsed: try Self.cursor(transaction) != nil, waiting: counts.first { $0.0.isEmpty }?.1 ?? 0,
                ended: ended, troubles: troubles)
        }
    }

    private static let columns: SQL = """
        SELECT n.entry, o.code, n.year, n.serial, n.number, n.tries, n.next_at, n.ended_at, n.code
        FROM mail_notice n JOIN office o ON o.id = n.office
        """

    private static func notice(_ row: borrowing Row) throws(DatabaseError) -> MailNotice {
        guard let request = RequestNumber(year: try row.int(2), serial: try row.int(3)) else {
            throw row.unexpected(3, wanted: "request")
        }
        return MailNotice(
            entry: try row.int64(0), office: try row.agencyCode(1), request: request, number: try row.int(4),
            tries: try row.int(5))
    }
}
