public import AnnualReport
internal import Database
public import Ledger

/// What the records of an office add up to, as far as it was published one by one: counts of published items.
///
/// Counts of applications, fees and supervision are not among them: they become public with the annual report.
public struct ShowFigures: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The counts of an office and year; nil where no office has the code or it has no records of the year.
    public func run(_ code: AgencyCode, _ year: Int) throws(ServiceError) -> [ReportFact]? {
        let counted = try inDatabase { () throws(DatabaseError) in try ledger.statistics.officeYear(code, year) }
        guard let counted, counted.isKept else { return nil }
        return counted.facts.filter { $0.id == "items.published" || $0.id.hasPrefix("items.published.") }
    }
}
