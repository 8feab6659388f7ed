public import CivilTime
internal import Database
public import Disclosure
public import Ledger

/// What an office has handed over to archives and library, what is still to be, and which days of its schedule passed
/// without a batch. Source: 条例 Art 25.
public struct ListHandovers: Sendable {
    let ledger: Ledger
    let calendar: WorkingCalendar

    /// What there is.
    public struct View: Sendable {
        /// The batches, the latest first.
        public let batches: [HandoverRow]
        /// The items on line that no batch holds as they are on line, the earliest first.
        public let due: [ItemRow]
        /// True where more items are due than are listed.
        public let isCut: Bool
        /// The days of this year and the last on which a batch, or a nil return, is missing; empty without a schedule.
        public let missing: [Day]
    }

    /// How many items are looked at.
    public static let limit = 10_000

    /// The use case over a ledger.
    public init(ledger: Ledger, calendar: WorkingCalendar) {
        self.ledger = ledger
        self.calendar = calendar
    }

    /// What an office has to hand over.
    ///
    /// - Parameter schedule: the days of the month; nil where the place sets none.
    public func run(
        _ office: AgencyCode, today: Day, schedule: HandoverSchedule? = nil
    ) throws(ServiceError) -> View {
        try inDatabase { () throws(DatabaseError) in
            let batches = try ledger.items.handovers(of: office)
            let online = try ledger.items.published(of: office, limit: Self.limit)
            var held: [HandoverBatch] = []
            for batch in batches where !batch.isVoided && batch.items > 0 {
                if let state = try ledger.entries.state(of: Subject(batch.number), office: office)?.value {
                    held.append(state)
                }
            }
            let latest = held.lastHandedOver
            let due = online.filter { row in
                guard let published = row.published else { return false }
                return latest[row.item].map { $0 < published } ?? true
            }
            let prepared = batches.filter { !$0.isVoided }.map(\.prepared)
            let missing = schedule.map { schedule in
                [today.year - 1, today.year].flatMap {
                    schedule.missing(in: $0, upTo: today, batches: prepared, by: calendar)
                }
            }
            // Days before the first batch belong to the time before the ledger.
            let first = prepared.min()
            return View(
                batches: batches, due: due.reversed(), isCut: online.count == Self.limit,
                missing: (missing ?? []).filter { day in first.map { day >= $0 } ?? false })
        }
    }
}
