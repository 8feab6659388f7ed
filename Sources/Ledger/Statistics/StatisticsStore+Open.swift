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

    /// The counts by channel of some years, and the years over which the office's ledger runs; nil where no office has the
    /// code.
    public func channels(
        of office: AgencyCode, in years: ClosedRange<Int>
    ) throws(DatabaseError) -> (counts: [ChannelCount], kept: ClosedRange<Int>?)? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            let kept = try Self.keptYears(of: office, transaction)
            let counts = try transaction.all(
                """
                SELECT year, fact, sum(amount) FROM fact_record
                WHERE office = $1 AND year >= $2 AND year <= $3 AND fact LIKE 'items.published.channel.%'
                GROUP BY year, fact ORDER BY year, fact
                """, [.int64(office.id), .int(years.lowerBound), .int(years.upperBound)]
            ) { (row) throws(DatabaseError) in
                ChannelCount(year: try row.int(0), fact: try row.text(1), items: try row.int(2))
            }
            return (counts, kept)
        }
    }

    /// The calendar days from the legal day of receipt to the answer, of every application that was decided for the
    /// first time in some years, by year; and the years over which the office's ledger runs.
    ///
    /// Applications that were opened again are left out: their days of the first round are no longer in the lists.
    public func answerDays(
        of office: AgencyCode, in years: ClosedRange<Int>
    ) throws(DatabaseError) -> (days: [Int: [Int]], kept: ClosedRange<Int>?)? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            let kept = try Self.keptYears(of: office, transaction)
            var days: [Int: [Int]] = [:]
            try transaction.each(
                Self.answered,
                [.int64(office.id), .text("\(years.lowerBound)-01-01"), .text("\(years.upperBound)-12-31")]
            ) { (row) throws(DatabaseError) in
                let (received, decided) = (try row.day(0), try row.day(1))
                days[decided.year, default: []].append(max(0, decided - received))
            }
            return (days, kept)
        }
    }

    /// Everything it reads stands in the index `request_row_by_decision`.
    static let answered: SQL = """
        SELECT received, decided FROM request_row
        WHERE office = $1 AND rounds = 1 AND result IS NOT NULL AND received IS NOT NULL AND decided IS NOT NULL
            AND decided >= $2 AND decided <= $3
        """

    /// The years over which the ledger of an office demonstrably runs: from the first to the last of which any of its registers
    /// has an entry. Nil where no office has the code, or it has no entry.
    ///
    /// A year inside counts zero where it has nothing of a kind, since the office kept its records before and after; of a year
    /// outside nothing is known, which is no zero. An entry is of the year of its act, figures are of the year that they
    /// tell of. Entries about the office itself, as its name or its guide, say nothing of its registers.
    ///
    /// Example: entries in 2020 and 2023 only: 2019 and 2024 are unknown, 2021 and 2022 count zero.
    public func keptYears(of office: AgencyCode) throws(DatabaseError) -> ClosedRange<Int>? {
        try look(office) { (office, transaction) throws(DatabaseError) in
            try Self.keptYears(of: office, transaction)
        } ?? nil
    }

    static func keptYears(
        of office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> ClosedRange<Int>? {
        guard let first = try firstYear(of: office, transaction) else { return nil }
        // The latest entries of an office are of its registers nearly always, so the first rows of the index are enough.
        let act = try transaction.first(lastAct, [.int64(office.id)]) { (row) throws(DatabaseError) in
            try row.day(0).year
        }
        let figure = try transaction.first(
            "SELECT max(subject) FROM entry WHERE office = $1 AND subject_kind = 'figure'", [.int64(office.id)]
        ) { (row) throws(DatabaseError) in try row.optionalText(0).flatMap { Int($0) } }
        return first...max(first, act ?? first, (figure ?? nil) ?? first)
    }

    /// The day of the latest act in a register; figures are told apart, since they are entered after their year.
    static let lastAct: SQL = """
        SELECT day FROM entry WHERE office = $1
            AND subject_kind IN ('request', 'item', 'handover', 'appeal', 'supervision', 'group', 'normative')
        ORDER BY day DESC LIMIT 1
        """

    static func firstYear(of office: OfficeKey, _ transaction: any ReadTransaction) throws(DatabaseError) -> Int? {
        try transaction.first("SELECT first_year FROM register_year WHERE office = $1", [.int64(office.id)]) {
            (row) throws(DatabaseError) in try row.int(0)
        }
    }
}
