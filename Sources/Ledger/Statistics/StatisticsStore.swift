public import AnnualReport
internal import CivilTime
public import Database
internal import Disclosure

/// What the ledger counts: the numbers of the annual report, and the records behind each.
///
/// Nothing here is stored as a number of a report: every answer is counted anew from one row a record.
public struct StatisticsStore: Sendable {
    let database: any Database
    let settings: LedgerSettings

    // MARK: One office and year

    /// The applications of an office in a year, by one ordered scan over an index that holds all that is counted.
    ///
    /// Touches the rows of the year and of those that were open in it, and no others; nil where no office has the code.
    public func requests(of office: AgencyCode, in year: Int) throws(DatabaseError) -> RequestTally? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            try Self.requests(of: office.id, in: year, transaction)
        }
    }

    static func requests(
        of office: Int64, in year: Int, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> RequestTally {
        var tally = RequestTally(year: year)
        // The years of closing from this one on are found by leaps over the index; under each stands one short stretch.
        try transaction.each(
            """
            WITH RECURSIVE closing (year) AS (
                SELECT min(year_closed) FROM request_count WHERE office = $1 AND year_closed >= $2
                UNION ALL
                SELECT (SELECT min(year_closed) FROM request_count WHERE office = $1 AND year_closed > closing.year)
                FROM closing WHERE closing.year IS NOT NULL)
            SELECT r.year_closed, r.year_received, r.applicant, r.result FROM closing CROSS JOIN request_count r
            WHERE r.office = $1 AND r.year_closed = closing.year AND r.year_received <= $2
            """, [.int64(office), .int(year)]
        ) { (row) throws(DatabaseError) in
            let isCounted = tally.count(
                applicant: try row.int(2), received: try row.int(1), closed: try row.int(0), result: try row.int(3))
            if !isCounted { throw row.unexpected(2, wanted: "statistics code") }
        }
        return tally
    }

    /// The cases of an office in a year.
    static func appeals(
        of office: Int64, in year: Int, countingCarriedIn: Bool, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> AppealTally {
        var tally = AppealTally(year: year, countingCarriedIn: countingCarriedIn)
        for (_, appeal) in try appealRows(of: office, in: year, transaction) { tally.count(appeal) }
        return tally
    }

    static func appealRows(
        of office: Int64, in year: Int, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [(name: String, appeal: CountedAppeal)] {
        try transaction.all(
            """
            SELECT subject, route, opened, concluded, result, opened_again, concluded_again, result_again
            FROM appeal_count WHERE office = $1 AND last_year >= $2 AND opened <= $2 ORDER BY subject
            """, [.int64(office), .int(year)]
        ) { (row) throws(DatabaseError) in
            var instances = [
                CountedAppeal.Instance(
                    opened: try row.int(2), concluded: try row.optionalInt(3), result: try row.named(4))
            ]
            if let opened = try row.optionalInt(5) {
                instances.append(
                    CountedAppeal.Instance(
                        opened: opened, concluded: try row.optionalInt(6), result: try row.named(7)))
            }
            guard let appeal = CountedAppeal(try row.named(1), instances) else {
                throw row.unexpected(2, wanted: "instance")
            }
            return (try row.text(0), appeal)
        }
    }

    // MARK: All offices

    /// The applications of every office in some years, in one ordered scan over the whole index.
    ///
    /// - Parameters:
    ///   - years: which; an application counts in every one in which it is open.
    ///   - body: gets each office that has any, with a tally a year, in the order in which the offices were entered.
    public func requests(
        in years: ClosedRange<Int>, _ body: (AgencyCode, [RequestTally]) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        try database.read { (transaction) throws(DatabaseError) in
            var codes: [Int64: AgencyCode] = [:]
            try transaction.each("SELECT id, code FROM office", []) { (row) throws(DatabaseError) in
                codes[try row.int64(0)] = try row.agencyCode(1)
            }
            let empty = years.map { RequestTally(year: $0) }
            var tallies = empty
            var office: Int64 = -1
            func hand() throws(DatabaseError) {
                if let code = codes[office] { try body(code, tallies) }
            }
            try transaction.each(
                """
                SELECT office, year_closed, year_received, applicant, result FROM request_count
                ORDER BY office, year_closed, year_received, applicant, result
                """, []
            ) { (row) throws(DatabaseError) in
                let found = try row.int64(0)
                if found != office {
                    try hand()
                    office = found
                    tallies = empty
                }
                let (closed, received) = (try row.int(1), try row.int(2))
                let (applicant, result) = (try row.int(3), try row.int(4))
                let first = max(received, years.lowerBound)
                let last = min(closed, years.upperBound)
                guard first <= last else { return }
                for year in first...last {
                    tallies[year - years.lowerBound].count(
                        applicant: applicant, received: received, closed: closed, result: result)
                }
            }
            try hand()
        }
    }

    func look<Answer>(
        _ code: AgencyCode, _ body: (OfficeKey, any ReadTransaction) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer? {
        try database.read { (transaction) throws(DatabaseError) in
            guard let office = try OfficeStore.key(code, transaction) else { return nil }
            return try body(office, transaction)
        }
    }
}
