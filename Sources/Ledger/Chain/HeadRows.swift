internal import CivilTime
internal import Database

/// Rows of the table `daily_head`.
enum HeadRows {
    static let columns: SQL = """
        SELECT number, day, made_at, last_serial, offices, algorithm, previous_digest, digest FROM daily_head
        """

    static func head(_ row: borrowing Row) throws(DatabaseError) -> DailyHead {
        guard let day = Day(try row.text(1)) else { throw row.unexpected(1, wanted: "day") }
        return DailyHead(
            number: try row.int(0), day: day, madeAt: try row.moment(2), lastSerial: try row.int64(3),
            offices: try row.int(4), algorithm: try row.named(5), previousDigest: try row.digest(6),
            digest: try row.digest(7))
    }

    static func latest(_ transaction: any ReadTransaction) throws(DatabaseError) -> DailyHead? {
        try transaction.first(columns + " ORDER BY number DESC LIMIT 1", [], head)
    }

    /// Makes a head over everything recorded so far.
    @discardableResult
    static func add(
        at now: Moment, by algorithm: DigestAlgorithm, lastSerial: Int64, _ transaction: any WriteTransaction
    ) throws(DatabaseError) -> DailyHead {
        let ends = try transaction.all(
            """
            SELECT o.code, e.number, e.digest FROM office o JOIN entry e
                ON e.office = o.id AND e.number = (SELECT max(number) FROM entry WHERE office = o.id)
            """
        ) { (row) throws(DatabaseError) in
            OfficeHead(office: try row.agencyCode(0), number: try row.int(1), digest: try row.digest(2))
        }
        let latest = try latest(transaction)
        let head = DailyHead(
            number: (latest?.number ?? 0) + 1, day: now.utcDay, madeAt: now, lastSerial: lastSerial, over: ends,
            by: algorithm, after: latest?.digest ?? .zero)
        try transaction.execute(
            """
            INSERT INTO daily_head (number, day, made_at, last_serial, offices, algorithm, previous_digest, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .int(head.number), .text(head.day.description), .int64(head.madeAt.milliseconds),
                .int64(head.lastSerial), .int(head.offices), .text(head.algorithm.rawValue),
                .text(head.previousDigest.hex), .text(head.digest.hex),
            ])
        return head
    }
}
