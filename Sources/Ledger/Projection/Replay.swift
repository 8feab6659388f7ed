internal import CivilTime
internal import Database
internal import Disclosure

/// Empties every projection and fills it again from the entries, in the order of their serials and in bounded memory.
struct Replay {
    /// Entries read at a time: a server's connection cannot read on while rows are written.
    static let chunk = 500
    private let settings: LedgerSettings
    private let transaction: any WriteTransaction
    private var states: StateCache
    private var offices: [Int64: OfficeKey] = [:]

    /// A replay in a transaction.
    ///
    /// - Parameter states: how many states of subjects are kept at hand; the entries of others are read again.
    init(_ transaction: any WriteTransaction, _ settings: LedgerSettings, states: Int = 20_000) {
        self.transaction = transaction
        self.settings = settings
        self.states = StateCache(limit: states)
    }

    /// Does it all.
    ///
    /// - Parameter progress: told how many entries are done, of how many.
    /// - Returns: how many entries there are.
    mutating func run(_ progress: (LedgerProgress) -> Void) throws(DatabaseError) -> Int64 {
        try Projections.clear(transaction)
        for office in try transaction.all("SELECT id, code FROM office", [], Self.office) {
            offices[office.id] = office
        }
        let (total, last) = try transaction.one("SELECT count(*), coalesce(max(serial), 0) FROM entry") {
            (row) throws(DatabaseError) in (try row.int64(0), try row.int64(1))
        }
        var done: Int64 = 0
        var serial: Int64 = 0
        while serial < last {
            let entries = try chunk(after: serial)
            guard let end = entries.last else { break }
            for (office, entry) in entries { try apply(entry, office) }
            done += Int64(entries.count)
            serial = end.1.serial
            progress(LedgerProgress(done: done, total: total))
        }
        try Projections.finish(transaction)
        return done
    }

    private static func office(_ row: borrowing Row) throws(DatabaseError) -> OfficeKey {
        OfficeKey(id: try row.int64(0), code: try row.agencyCode(1))
    }

    private func chunk(after serial: Int64) throws(DatabaseError) -> [(OfficeKey, RecordedEntry)] {
        try transaction.all(
            EntryRows.columns + " WHERE serial > $1 ORDER BY serial LIMIT $2", [.int64(serial), .int(Self.chunk)]
        ) { (row) throws(DatabaseError) in
            guard let office = offices[try row.int64(EntryRows.officeColumn)] else {
                throw row.unexpected(EntryRows.officeColumn, wanted: "office")
            }
            return (office, try EntryRows.entry(row, of: office.code))
        }
    }

    private mutating func apply(_ entry: RecordedEntry, _ office: OfficeKey) throws(DatabaseError) {
        guard let acts = RecordedSubjects.acts(on: entry.subject.kind) else {
            throw DatabaseError(
                .schemaNewer, message: "台账中有本程序不认识的记录“\(entry.kind)”（序号\(entry.serial)），请使用较新版本的程序。",
                detail: "entry \(entry.serial): subject kind \(entry.subject.kind)")
        }
        try apply(entry, office, as: acts)
    }

    private mutating func apply<Act: LedgerAct>(
        _ entry: RecordedEntry, _ office: OfficeKey, as act: Act.Type
    ) throws(DatabaseError) {
        let place = StateCache.Place(office: office.id, subject: entry.subject)
        let before = try state(before: entry, at: office, place, as: act)
        let state = try before.after(try entry.entry(as: act), place: "\(office.code) \(entry.number)")
        if let value = state.value {
            try Projections.apply(
                ProjectionStep(office: office, entry: entry, after: value, before: before.value, settings: settings),
                transaction)
        }
        states.put(state, at: place)
    }

    /// The state at hand, or folded again from the entries before.
    private mutating func state<Act: LedgerAct>(
        before entry: RecordedEntry, at office: OfficeKey, _ place: StateCache.Place, as act: Act.Type
    ) throws(DatabaseError) -> SubjectState<Act> {
        if let known = states.take(place) as? SubjectState<Act>, known.number == entry.subjectNumber - 1 {
            return known
        }
        guard entry.subjectNumber > 1 else { return .nothing }
        return try EntryRows.state(
            of: entry.subject, as: act, at: office, before: entry.subjectNumber, transaction)
    }
}

/// How far a long work over the ledger has come.
public struct LedgerProgress: Sendable, Hashable {
    /// Entries done.
    public let done: Int64
    /// Entries in all.
    public let total: Int64
}
