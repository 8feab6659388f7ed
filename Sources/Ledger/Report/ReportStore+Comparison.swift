public import AnnualReport
public import Database

/// What comparisons read: many reports at once.
extension ReportStore {
    /// The JSON of versions that never change, by one read.
    ///
    /// - Parameters:
    ///   - keys: which; those that are not kept are left out.
    ///   - body: gets each as soon as it is read, in the order asked for.
    public func texts(
        of keys: [(office: AgencyCode, year: ReportYear, version: Int)],
        _ body: (Int, [UInt8]) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        guard !keys.isEmpty else { return }
        try database.read { (transaction) throws(DatabaseError) in
            for (place, key) in keys.enumerated() {
                let json = try transaction.first(
                    """
                    SELECT r.json FROM report r JOIN office o ON o.id = r.office
                    WHERE lower(o.code) = $1 AND r.year = $2 AND r.version = $3
                    """, [.text(key.office.folded), .int(key.year.number), .int(key.version)]
                ) { (row) throws(DatabaseError) in try row.blob(0) }
                if let json { try body(place, json) }
            }
        }
    }

    /// A finding of the latest version of some office and year.
    public struct ListedFinding: Sendable, Hashable {
        /// The office.
        public let office: AgencyCode
        /// The year.
        public let year: ReportYear
        /// Its place among the findings of the report, from 0.
        public let position: Int
        /// The finding.
        public let finding: RuleFinding
        /// What people decided of it last; nil while nobody did.
        public let decision: DispositionKind?
    }

    /// Which findings are asked for.
    public struct FindingFilter: Sendable, Hashable {
        /// The office; nil for all.
        public var office: AgencyCode?
        /// The years.
        public var years: ClosedRange<Int>
        /// The id of the rule; nil for all.
        public var rule: String?
        /// Failed or not assessable; nil for both.
        public var outcome: RuleOutcome?
        /// How grave; nil for all.
        public var severity: Severity?

        /// Everything, unless told otherwise.
        public init(
            office: AgencyCode? = nil, years: ClosedRange<Int> = ReportYear.range, rule: String? = nil,
            outcome: RuleOutcome? = nil, severity: Severity? = nil
        ) {
            self.office = office
            self.years = years
            self.rule = rule
            self.outcome = outcome
            self.severity = severity
        }
    }

    /// Where a page of findings begins: behind this one.
    public struct FindingPlace: Sendable, Hashable {
        /// The code of the office in the form in which codes are compared; it need not be kept.
        public var office: String
        /// The year.
        public var year: Int
        /// The place among the findings of the report.
        public var position: Int

        /// A place.
        public init(office: String, year: Int, position: Int) {
            self.office = office
            self.year = year
            self.position = position
        }
    }

    /// The findings of the latest versions, in the order of codes, years and places.
    ///
    /// - Parameters:
    ///   - filter: which.
    ///   - place: begins behind it; from the first where nil.
    ///   - limit: how many at most, 1 to 10,000.
    public func findings(
        _ filter: FindingFilter = FindingFilter(), after place: FindingPlace? = nil, limit: Int
    ) throws(DatabaseError) -> [ListedFinding] {
        var place = place ?? FindingPlace(office: "", year: 0, position: -1)
        var range: SQL = " WHERE (lower(o.code), s.year, f.position) > ($1, $2, $3)"
        if let office = filter.office?.folded {
            // Behind the findings of this office there is nothing, before them everything.
            if place.office > office { return [] }
            if place.office < office { place = FindingPlace(office: office, year: 0, position: -1) }
            range = " WHERE lower(o.code) = $1 AND (s.year, f.position) > ($2, $3)"
        }
        let values: [Value] = [
            .text(place.office), .int(place.year), .int(place.position), .int(filter.years.lowerBound),
            .int(filter.years.upperBound), .text(filter.rule ?? ""), .text(filter.outcome?.rawValue ?? ""),
            .text(filter.severity?.rawValue ?? ""), .int(min(max(limit, 1), 10_000)),
        ]
        return try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(Self.findingColumns + range + Self.findingFilter, values) {
                (row) throws(DatabaseError) in
                ListedFinding(
                    office: try row.agencyCode(0), year: try row.year(1), position: try row.int(2),
                    finding: try CheckRows.finding(row, from: 3),
                    decision: try row.isNull(15) ? nil : row.named(15))
            }
        }
    }

    private static let findingColumns: SQL = """
        SELECT o.code, s.year, f.position, f.rule, f.outcome, f.severity, f.cells, f.expected, f.actual, f.message,
            f.remedy, f.quote, f.fingerprint, f.message_english, f.remedy_english,
            (SELECT d.kind FROM disposition d WHERE d.office = s.office AND d.year = s.year
                AND d.fingerprint = f.fingerprint ORDER BY d.id DESC LIMIT 1)
        FROM office o JOIN report_standing s ON s.office = o.id JOIN finding f ON f.report_check = s.report_check
        """
    private static let findingFilter: SQL = """
         AND s.year >= $4 AND s.year <= $5 AND ($6 = '' OR f.rule = $6) AND ($7 = '' OR f.outcome = $7)
            AND ($8 = '' OR f.severity = $8)
        ORDER BY lower(o.code), s.year, f.position LIMIT $9
        """
}
