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
        /// What it is, as its record says; nil where that says nothing.
        public let character: OfficeCharacter?

        /// The categories that the law has for it: those of Article 20, and of Article 21 the one of its level. Where its record
        /// names no level, that is taken from the name of a government; of other offices it is not guessed.
        ///
        /// Source: 条例 Art 20, 21.
        public var categories: [ProactiveCategory] {
            let further: ProactiveCategory? =
                switch character?.level {
                case .prefectural, .county: .cityAndCounty
                case .township: .township
                case .national, .provincial: nil
                case nil: Self.furtherCategory(of: office.fullName.text)
                }
            return ProactiveCategory.allCases.filter { ![.cityAndCounty, .township].contains($0) || $0 == further }
        }

        private static func furtherCategory(of name: String) -> ProactiveCategory? {
            let government = "人民政府"
            guard name.hasSuffix(government) else { return name.hasSuffix("街道办事处") ? .township : nil }
            let place = name.dropLast(government.count)
            // Cities of the rank of a province, of which Article 21 says nothing.
            guard !["北京市", "天津市", "上海市", "重庆市"].contains(place) else { return nil }
            return switch place.last {
            case "乡", "镇": .township
            case "县", "区", "市", "州", "旗", "盟": .cityAndCounty
            default: nil
            }
        }
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
                reports: try ledger.reports.standings(of: office.code),
                character: try ledger.offices.characters(of: office.code)[office.code])
        }
    }
}
