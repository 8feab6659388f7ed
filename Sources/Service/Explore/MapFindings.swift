internal import AnnualReport
internal import Database
public import Ledger

/// How many findings of each kind stand against some offices over some years.
public struct MapFindings: Sendable {
    let ledger: Ledger

    /// What findings are about, in the columns of the map.
    public enum Theme: String, Sendable, Hashable, CaseIterable {
        /// The identity printed on table three.
        case balance
        /// The results and their sum.
        case results
        /// The applicants and their sum.
        case applicants
        /// Sums of table four.
        case appeals
        /// From one year to the next, and from offices to their government.
        case years
        /// Single cells: ranges, blanks, units.
        case cells
        /// The text against the tables and itself.
        case text
        /// Form, title, sections, office.
        case document

        /// The theme of a rule.
        public init(rule: String) {
            self =
                switch rule {
                case "T3_BALANCE": .balance
                case "T3_RESULTS_SUM": .results
                case "T3_ROW_SUM": .applicants
                case "TXT_TABLE", "TXT_SUM": .text
                case "RANGE", "BLANK_CELL", "UNIT", "NUMBER_FORMAT", "T2_DISCLOSED_LE_TOTAL": .cells
                default: rule.hasPrefix("T4_") ? .appeals : rule.hasPrefix("X_") ? .years : .document
                }
        }
    }

    /// What stands against an office in one column.
    public struct Count: Sendable, Hashable {
        /// Findings that failed and that nobody settled, notices included.
        public var open = 0
        /// Rule instances that could not be assessed.
        public var notAssessable = 0
        /// The latest year with one that is open; else with one that could not be assessed.
        public var year: ReportYear?

        /// Nothing.
        public init() {}
    }

    /// One office.
    public struct Line: Sendable {
        /// The office.
        public let office: Office
        /// Its counts by theme; an office without any report in the years has none.
        public let counts: [Theme: Count]
        /// How many of its reports were looked at.
        public let reports: Int
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The counts of some offices over some years.
    ///
    /// - Parameters:
    ///   - offices: of whom, in this order.
    ///   - years: of when.
    public func run(offices: [Office], years: [ReportYear]) throws(ServiceError) -> [Line] {
        var lines: [Line] = []
        for office in offices {
            let standings = try inDatabase { () throws(DatabaseError) in
                try ledger.reports.standings(of: office.code)
            }.filter { years.contains($0.year) }
            var counts: [Theme: Count] = [:]
            for listed in try findings(of: office, years) where years.contains(listed.year) {
                Self.count(listed, in: &counts)
            }
            lines.append(Line(office: office, counts: counts, reports: standings.count))
        }
        return lines
    }

    private func findings(of office: Office, _ years: [ReportYear]) throws(ServiceError) -> [ReportStore.ListedFinding]
    {
        guard let first = years.min(), let last = years.max() else { return [] }
        return try inDatabase { () throws(DatabaseError) in
            try ledger.reports.findings(.init(office: office.code, years: first.number...last.number), limit: 10_000)
        }
    }

    private static func count(_ listed: ReportStore.ListedFinding, in counts: inout [Theme: Count]) {
        var count = counts[Theme(rule: listed.finding.rule)] ?? Count()
        if listed.finding.outcome == .fail {
            guard listed.decision?.settles != true else { return }
            count.year = count.open == 0 ? listed.year : max(count.year ?? listed.year, listed.year)
            count.open += 1
        } else {
            if count.open == 0 { count.year = max(count.year ?? listed.year, listed.year) }
            count.notAssessable += 1
        }
        counts[Theme(rule: listed.finding.rule)] = count
    }
}
