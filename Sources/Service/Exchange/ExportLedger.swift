public import CivilTime
internal import Database
internal import Disclosure
public import Ledger

/// Hands out everything that the ledger holds of an office, or of all, and writes down that it did.
///
/// The entry about the export is made first and stands in what is handed out, so that a copy and its source stay the same.
/// Entries hold no names and contacts of applicants, only opaque references, so that nothing needs to be masked in them.
public struct ExportLedger: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// A copy, with the export written down in the chain of every office that it is about.
    ///
    /// - Parameters:
    ///   - office: whose records; nil for all offices.
    ///   - format: as the entry names it: `xlsx`, `csv`, `jsonl`.
    public func run(
        _ office: AgencyCode?, format: String, by actor: EntryActor, today: Day, at now: Moment
    ) throws(ServiceError) -> LedgerCopy {
        try inDatabase { () throws(DatabaseError) in
            let before = try ledger.copies.copy(of: office, withPapers: false)
            let counts = Dictionary(grouping: before.entries, by: \.office).mapValues(\.count)
            let about = office.map { [$0] } ?? before.offices.map(\.code).filter { counts[$0] != nil }
            try ledger.entries.transact(by: actor, at: now) { (transaction) throws(DatabaseError) in
                for code in about {
                    guard let batch = BatchReference("exp-\(now.milliseconds)") else { continue }
                    let record = ExportRecord(format: format, entries: (counts[code] ?? 0) + 1, isMasked: true)
                    try transaction.append(
                        [ExchangeEntry(.exported(record), on: today)], to: Subject<ExchangeAct>(batch), office: code)
                }
                return .commit(())
            }
            return try ledger.copies.copy(of: office, withPapers: format == "jsonl")
        }
    }
}
