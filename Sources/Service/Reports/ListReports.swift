internal import Database
public import Ledger

/// What reports a person looks for.
public struct ReportFilter: Sendable, Hashable {
    /// Words that must stand in the name, region or code of the office, parted by blanks; empty for all.
    public var text: String
    /// The report year; nil for all.
    public var year: ReportYear?
    /// How the report must stand; nil for all.
    public var state: CheckState?

    /// A filter; lets everything through unless told otherwise.
    public init(text: String = "", year: ReportYear? = nil, state: CheckState? = nil) {
        self.text = text
        self.year = year
        self.state = state
    }

    /// True where everything is let through.
    public var isEmpty: Bool { text.allSatisfy(\.isWhitespace) && year == nil && state == nil }
}

/// Every office with where its reports stand.
public struct ListReports: Sendable {
    let ledger: Ledger

    /// One office and its years that the filter lets through, the newest first.
    public struct Line: Sendable {
        /// The office.
        public let office: Office
        /// Its reports.
        public let reports: [ReportStanding]
    }

    /// The lines that a filter lets through, and what there is in all.
    public struct Answer: Sendable {
        /// Offices in the order of their codes.
        public let lines: [Line]
        /// Every report kept, whatever the filter.
        public let all: [ReportStanding]
        /// Every office kept, whatever the filter.
        public let offices: [Office]
        /// The years of which a report is kept, the newest first.
        public let years: [ReportYear]
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The offices and reports that a filter lets through.
    ///
    /// An office without reports is a line of its own where the filter asks for neither year nor state.
    public func run(_ filter: ReportFilter = ReportFilter()) throws(ServiceError) -> Answer {
        let (offices, standings) = try inDatabase { () throws(DatabaseError) in
            (try ledger.offices.list(), try ledger.reports.standings())
        }
        let byOffice = Dictionary(grouping: standings, by: \.office)
        var lines: [Line] = []
        for office in offices {
            guard OfficeFilter.names(office, have: filter.text) else { continue }
            let reports = (byOffice[office.code] ?? []).filter { standing in
                (filter.year == nil || standing.year == filter.year)
                    && (filter.state.map { standing.has($0) } ?? true)
            }
            if !reports.isEmpty || (filter.year == nil && filter.state == nil) {
                lines.append(Line(office: office, reports: reports))
            }
        }
        return Answer(
            lines: lines, all: standings, offices: offices, years: Set(standings.map(\.year)).sorted(by: >))
    }

    /// Every office kept.
    public func offices() throws(ServiceError) -> [Office] {
        try inDatabase { () throws(DatabaseError) in try ledger.offices.list() }
    }
}
