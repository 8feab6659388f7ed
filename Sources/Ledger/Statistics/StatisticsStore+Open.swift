internal import CivilTime
public import Database

/// What may be told to everyone: counts of records, without any record.
extension StatisticsStore {
    /// What the items of an office that were published in a year went out by.
    public struct ChannelCount: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// The channel, by the id of its fact (`items.published.channel.website`).
        public let fact: String
        /// How many items; an item on several channels counts in each.
        public let items: Int
    }

    /// The counts by channel of some years, and the first year of which the office has any record; nil where no office
    /// has the code.
    public func channels(
        of office: AgencyCode, in years: ClosedRange<Int>
    ) throws(DatabaseError) -> (counts: [ChannelCount], firstYear: Int?)? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            let first = try Self.firstYear(of: office, transaction)
            let counts = try transaction.all(
                """
                SELECT year, fact, sum(amount) FROM fact_record
                WHERE office = $1 AND year >= $2 AND year <= $3 AND fact LIKE 'items.published.channel.%'
                GROUP BY year, fact ORDER BY year, fact
                """, [.int64(office.id), .int(years.lowerBound), .int(years.upperBound)]
            ) { (row) throws(DatabaseError) in
                ChannelCount(year: try row.int(0), fact: try row.text(1), items: try row.int(2))
            }
            return (counts, first)
        }
    }

    /// The calendar days from the legal day of receipt to the answer, of every application that was decided for the
    /// first time in some years, by year; and the first year of which the office has any record.
    ///
    /// Applications that were opened again are left out: their days of the first round are no longer in the lists.
    public func answerDays(
        of office: AgencyCode, in years: ClosedRange<Int>
    ) throws(DatabaseError) -> (days: [Int: [Int]], firstYear: Int?)? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            let first = try Self.firstYear(of: office, transaction)
            var days: [Int: [Int]] = [:]
            try transaction.each(
                Self.answered,
                [.int64(office.id), .text("\(years.lowerBound)-01-01"), .text("\(years.upperBound)-12-31")]
            ) { (row) throws(DatabaseError) in
                let (received, decided) = (try row.day(0), try row.day(1))
                days[decided.year, default: []].append(max(0, decided - received))
            }
            return (days, first)
        }
    }

    /// Everything it reads stands in the index `request_row_by_decision`.
    static let answered: SQL = """
        SELECT received, decided FROM request_row
        WHERE office = $1 AND rounds = 1 AND result IS NOT NULL AND received IS NOT NULL AND decided IS NOT NULL
            AND decided >= $2 AND decided <= $3
        """

    static func firstYear(of office: OfficeKey, _ transaction: any ReadTransaction) throws(DatabaseError) -> Int? {
        try transaction.first("SELECT first_year FROM register_year WHERE office = $1", [.int64(office.id)]) {
            (row) throws(DatabaseError) in try row.int(0)
        }
    }
}
