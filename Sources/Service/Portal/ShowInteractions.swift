internal import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// What offices did with the public: online interviews, surveys, calls for opinions, responses to concerns.
///
/// Form, title and days of each are public, and nothing else of its record; the item that tells of it only while it is on line.
public struct ShowInteractions: Sendable {
    private let view: PublicView

    /// One interaction.
    public struct Line: Sendable {
        /// What is recorded.
        public let listed: ListedInteraction
        /// The item that tells of it; nil where none is named or it is not on line.
        public let item: PublicItemID?
    }

    /// What there is.
    public struct Answer: Sendable {
        /// How many of each form were recorded in each year that has any, the latest year first.
        public let counts: [(year: Int, forms: [Interaction.Form: Int])]
        /// Those of the year asked for, or the latest ones; the latest first.
        public let lines: [Line]
        /// How many there are beside the lines.
        public let more: Int
    }

    /// The use case over a ledger.
    public init(ledger: Ledger) { view = PublicView(ledger: ledger) }

    /// The interactions of an office or of all.
    ///
    /// - Parameters:
    ///   - office: whose; nil for all offices.
    ///   - year: of which year; nil for the latest of all.
    ///   - limit: how many lines at most.
    public func run(of office: AgencyCode? = nil, year: Int? = nil, limit: Int = 500) throws(ServiceError) -> Answer {
        let (view, ledger) = (view, view.ledger)
        return try inDatabase { () throws(DatabaseError) -> Answer in
            let all = try ledger.columns.interactions(of: office).filter { view.allowsPublished(of: $0.office) }
            var counts: [Int: [Interaction.Form: Int]] = [:]
            for one in all { counts[one.record.day.year, default: [:]][one.interaction.form, default: 0] += 1 }
            let wanted = all.filter { year == nil || $0.record.day.year == year }
            var lines: [Line] = []
            for one in wanted.prefix(max(limit, 0)) {
                let named = try one.item.flatMap { (id) throws(DatabaseError) in try ledger.publicItems.item(id) }
                lines.append(
                    Line(listed: one, item: named.flatMap { view.allows($0) && $0.isPublished ? $0.id : nil }))
            }
            return Answer(
                counts: counts.sorted { $0.key > $1.key }.map { (year: $0.key, forms: $0.value) }, lines: lines,
                more: wanted.count - lines.count)
        }
    }
}
