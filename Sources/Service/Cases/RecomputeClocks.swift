public import CivilTime
internal import Database
internal import Disclosure
public import Ledger

/// Reckons the clocks of all open applications anew after a change of the calendar, and records what moved: before and
/// after.
///
/// Arrangements of days off are announced late. Decided cases keep the days by which they were decided.
public struct RecomputeClocks: Sendable {
    let ledger: Ledger
    /// How many applications one transaction looks at, so that others can write in between.
    let batch: Int
    /// How many unless told otherwise.
    public static let standardBatch = 500

    /// A clock that moved.
    public struct Moved: Sendable, Hashable {
        /// The office.
        public let office: AgencyCode
        /// The application.
        public let request: String
        /// The last day before and after; nil while something is awaited.
        public let before: Day?
        /// The last day now.
        public let after: Day?
    }

    /// The use case over a ledger.
    ///
    /// - Parameter batch: how many applications one transaction looks at, 1 to 10,000.
    public init(ledger: Ledger, batch: Int = RecomputeClocks.standardBatch) {
        self.ledger = ledger
        self.batch = min(max(batch, 1), 10_000)
    }

    /// Reckons anew, all that are open, some in a transaction; a second run with the same calendars records nothing again,
    /// and goes on where a run was stopped.
    ///
    /// - Parameters:
    ///   - old: the calendar by which the clocks were reckoned.
    ///   - new: the calendar that holds now.
    ///   - actor: who has it done.
    ///   - isTrial: true to change nothing.
    public func run(
        from old: WorkingCalendar, to new: WorkingCalendar, by actor: EntryActor = .system, at now: Moment,
        isTrial: Bool = false
    ) throws(ServiceError) -> [Moved] {
        try inDatabase { () throws(DatabaseError) in
            var moved: [Moved] = []
            for office in try ledger.offices.list() {
                var last: RequestNumber?
                while true {
                    let numbers = try ledger.requests.openNumbers(of: office.code, after: last, limit: batch)
                    guard let end = numbers.last else { break }
                    last = end
                    let known = try known(numbers, of: office.code)
                    moved += try ledger.entries.transact(by: actor, at: now) {
                        (transaction) throws(DatabaseError) in
                        let moved = try Self.work(
                            numbers, known, of: office.code, from: old, to: new, at: now, in: transaction)
                        return moved.isEmpty || isTrial ? .rollBack(moved) : .commit(moved)
                    }
                }
            }
            return moved
        }
    }

    /// What the last recomputation of an application came to, so that a second run does not record it again.
    private func known(
        _ numbers: [RequestNumber], of office: AgencyCode
    ) throws(DatabaseError) -> [RequestNumber: ClockReading] {
        var known: [RequestNumber: ClockReading] = [:]
        for number in numbers {
            let entries = try ledger.entries.entries(of: Subject(number), office: office)
            guard let last = entries.last(where: { $0.kind == RequestAct.Kind.clockRecomputed.rawValue }) else {
                continue
            }
            if case .clockRecomputed(let change) = try last.entry(as: RequestAct.self).act {
                known[number] = change.after
            }
        }
        return known
    }

    private static func work(
        _ numbers: [RequestNumber], _ known: [RequestNumber: ClockReading], of office: AgencyCode,
        from old: WorkingCalendar, to new: WorkingCalendar,
        at now: Moment, in transaction: LedgerTransaction
    ) throws(DatabaseError) -> [Moved] {
        var moved: [Moved] = []
        for number in numbers {
            let subject = Subject(number)
            guard let request = try transaction.state(of: subject, office: office).value,
                let entry = request.recomputation(from: old, to: new, on: now.beijingDay),
                case .clockRecomputed(let change) = entry.act, change.after != known[number]
            else { continue }
            try transaction.append([entry], to: subject, office: office)
            moved.append(
                Moved(office: office, request: number.description, before: change.before.due, after: change.after.due))
        }
        return moved
    }
}
