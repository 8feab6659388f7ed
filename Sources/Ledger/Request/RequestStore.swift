public import CivilTime
public import Database
public import Disclosure

/// The applications as lists show them.
public struct RequestStore: Sendable {
    let database: any Database

    /// An application; nil where there is none.
    public func row(_ number: RequestNumber, of office: AgencyCode) throws(DatabaseError) -> RequestRow? {
        try rows(office, " AND r.year = $2 AND r.serial = $3", [.int(number.year), .int(number.serial)]).first
    }

    /// The applications of an office that are not closed, the most urgent first; those without a last day come last.
    ///
    /// - Parameter limit: how many at most, 1 to 10,000.
    public func open(of office: AgencyCode, limit: Int = 1_000) throws(DatabaseError) -> [RequestRow] {
        try rows(
            office,
            " AND r.closed IS NULL AND r.stage <> 'voided' ORDER BY r.due NULLS LAST, r.year, r.serial LIMIT $2",
            [Self.bound(limit)])
    }

    /// The numbers of the applications of an office that are not closed, in their order: by it all of them can be gone
    /// through, whatever is recorded meanwhile.
    ///
    /// - Parameters:
    ///   - last: the last one the caller has; nil to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func openNumbers(
        of office: AgencyCode, after last: RequestNumber? = nil, limit: Int = 1_000
    ) throws(DatabaseError) -> [RequestNumber] {
        try rows(
            office,
            """
             AND r.closed IS NULL AND r.stage <> 'voided' AND (r.year > $2 OR (r.year = $2 AND r.serial > $3))
             ORDER BY r.year, r.serial LIMIT $4
            """, [.int(last?.year ?? 0), .int(last?.serial ?? 0), Self.bound(limit)]
        ).map(\.number)
    }

    /// The numbers of the applications of an office that were not filed, or made void, by a day, in their order.
    ///
    /// - Parameters:
    ///   - day: whatever was filed until it, and not touched since, is left out.
    ///   - last: the last one the caller has; nil to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func numbers(
        of office: AgencyCode, notOverBy day: Day, after last: RequestNumber? = nil, limit: Int = 1_000
    ) throws(DatabaseError) -> [RequestNumber] {
        try rows(
            office,
            """
             AND NOT (r.stage IN ('filed', 'voided') AND r.last_day <= $2)
             AND (r.year > $3 OR (r.year = $3 AND r.serial > $4)) ORDER BY r.year, r.serial LIMIT $5
            """,
            [.text(day.description), .int(last?.year ?? 0), .int(last?.serial ?? 0), Self.bound(limit)]
        ).map(\.number)
    }

    /// The applications registered in a year, the latest number first.
    ///
    /// - Parameters:
    ///   - serial: the last one the caller has; nil to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func list(
        of office: AgencyCode, year: Int, before serial: Int? = nil, limit: Int = 100
    ) throws(DatabaseError) -> [RequestRow] {
        try rows(
            office, " AND r.year = $2 AND r.serial < $3 ORDER BY r.serial DESC LIMIT $4",
            [.int(year), .int(serial ?? 1_000_000), Self.bound(limit)])
    }

    /// The first number of a year that is free.
    public func nextNumber(of office: AgencyCode, year: Int) throws(DatabaseError) -> RequestNumber? {
        let last = try list(of: office, year: year, limit: 1).first?.number.serial ?? 0
        return RequestNumber(year: year, serial: last + 1)
    }

    private static func bound(_ limit: Int) -> Value { .int(min(max(limit, 1), 10_000)) }

    private func rows(_ office: AgencyCode, _ condition: SQL, _ values: [Value]) throws(DatabaseError) -> [RequestRow] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(Self.columns + condition, [.int64(id)] + values, Self.row)
        }
    }

    private static let columns: SQL = """
        SELECT r.year, r.serial, r.entries, r.stage, r.channel, r.applicant, r.applicant_type, r.matter, r.arrived,
            r.received, r.due, r.decided, r.served, r.closed, r.result, r.rounds, r.last_kind, r.last_day
        FROM request_row r WHERE r.office = $1
        """

    private static func row(_ row: borrowing Row) throws(DatabaseError) -> RequestRow {
        guard let number = RequestNumber(year: try row.int(0), serial: try row.int(1)) else {
            throw row.unexpected(1, wanted: "request number")
        }
        guard let applicant = PersonReference(try row.text(5)) else { throw row.unexpected(5, wanted: "reference") }
        guard let matter = Statement(try row.text(7)) else { throw row.unexpected(7, wanted: "statement") }
        return RequestRow(
            number: number, entries: try row.int(2), stage: try row.named(3), channel: try row.named(4),
            applicant: applicant, applicantType: try row.named(6), matter: matter, arrived: try row.day(8),
            received: try row.optionalDay(9), due: try row.optionalDay(10), decided: try row.optionalDay(11),
            served: try row.optionalDay(12), closed: try row.optionalDay(13),
            result: try row.isNull(14) ? nil : row.named(14), rounds: try row.int(15), lastKind: try row.text(16),
            lastDay: try row.day(17))
    }
}
