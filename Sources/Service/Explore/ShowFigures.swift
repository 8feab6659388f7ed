public import AnnualReport
public import CivilTime
internal import Database
public import Ledger

/// What the records of an office add up to, as far as it was published one by one: counts of published items.
///
/// Counts of applications, fees and supervision are not among them: they become public with the annual report.
public struct ShowFigures: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The counts of an office and year; nil where no office has the code, its ledger does not run over the year
    /// (`StatisticsStore.keptYears`), or the year has not begun by the civil day in Beijing.
    ///
    /// - Parameter today: the day; nil where no clock is known, so that years to come cannot be told from others.
    public func run(_ code: AgencyCode, _ year: Int, on today: Day?) throws(ServiceError) -> [ReportFact]? {
        if let today, year > today.year { return nil }
        let counted = try inDatabase { () throws(DatabaseError) -> OfficeYear? in
            guard try ledger.statistics.keptYears(of: code)?.contains(year) == true else { return nil }
            return try ledger.statistics.officeYear(code, year)
        }
        return counted?.facts.filter { $0.id == "items.published" || $0.id.hasPrefix("items.published.") }
    }
}
