public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// An office with what its statutory columns hold, in a few look-ups.
public struct ShowColumns: Sendable {
    let ledger: Ledger

    /// An office and its columns.
    public struct Answer: Sendable {
        /// The office.
        public let office: Office
        /// How many items of each category are on line; categories without any are left out.
        public let counts: [PublicCount]
        /// Where its reports stand, the newest year first.
        public let reports: [ReportStanding]
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// The register of rules and normative documents of an office, those in force first, each group the latest first.
    public func documents(of code: AgencyCode, today: Day) throws(ServiceError) -> [NormativeDocument] {
        let ledger = ledger
        let documents = try inDatabase { () throws(DatabaseError) in
            try ledger.statistics.normativeDocuments(of: code)
        }
        return documents.filter { $0.disclosed != nil }.sorted { a, b in
            let (first, second) = (a.status(on: today) == .inForce, b.status(on: today) == .inForce)
            return first == second ? (b.issued, b.reference.text) < (a.issued, a.reference.text) : first
        }
    }

    /// The editions of the guide of an office, the first one first; empty where none was written.
    public func guide(of code: AgencyCode) throws(ServiceError) -> [DisclosureGuide.Edition] {
        let ledger = ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.columns.guide(of: code) }
    }

    /// The categories of which an office confirmed that it has nothing.
    public func emptyCategories(of code: AgencyCode) throws(ServiceError) -> [EmptyCategory] {
        let ledger = ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.columns.emptyCategories(of: code) }
    }

    /// The office with a code; nil where there is none.
    public func run(_ code: AgencyCode) throws(ServiceError) -> Answer? {
        let ledger = ledger
        return try inDatabase { () throws(DatabaseError) -> Answer? in
            guard let office = try ledger.offices.office(code: code) else { return nil }
            return Answer(
                office: office, counts: try ledger.publicItems.counts(of: office.code),
                reports: try ledger.reports.standings(of: office.code))
        }
    }
}
