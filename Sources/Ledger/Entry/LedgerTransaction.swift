public import CivilTime
public import Database
public import Disclosure

/// One change of the ledger while it is being made: several acts, on several subjects and in several offices, that take
/// effect together or not at all.
///
/// Belongs to the closure that receives it and must not leave it. It sees its own entries.
public final class LedgerTransaction {
    /// Who does the next acts.
    public var actor: EntryActor
    /// When the next acts are recorded.
    public var now: Moment
    let database: any WriteTransaction
    let settings: LedgerSettings
    /// True once something was written, so that the revision must be counted.
    var hasWritten = false
    /// Whose pages of items the entries touch.
    private(set) var reach = PublicReach.nobody
    private var offices: [AgencyCode: ChainEnd] = [:]
    private var states: [Place: any Sendable] = [:]
    private var lastSerial: Int64?
    private var headDay: Day?

    private struct Place: Hashable {
        let office: Int64
        let subject: SubjectKey
    }

    /// Where the chain of an office ends.
    private struct ChainEnd {
        let office: OfficeKey
        var number: Int
        var digest: Digest
    }

    init(by actor: EntryActor, at now: Moment, _ database: any WriteTransaction, _ settings: LedgerSettings) {
        self.actor = actor
        self.now = now
        self.database = database
        self.settings = settings
    }

    // MARK: Looking

    /// True where an office has the code.
    public func hasOffice(_ code: AgencyCode) throws(DatabaseError) -> Bool { try chainEnd(code) != nil }

    /// How many entries the chain of an office has in this transaction.
    public func lastNumber(of code: AgencyCode) throws(DatabaseError) -> Int { try chainEnd(code)?.number ?? 0 }

    /// A subject as it stands in this transaction; without value where nothing was recorded of it, or no office has the
    /// code.
    public func state<Act: LedgerAct>(
        of subject: Subject<Act>, office code: AgencyCode
    ) throws(DatabaseError) -> SubjectState<Act> {
        guard let office = try chainEnd(code)?.office else { return .nothing }
        return try state(of: subject, at: office)
    }

    private func state<Act: LedgerAct>(
        of subject: Subject<Act>, at office: OfficeKey
    ) throws(DatabaseError) -> SubjectState<Act> {
        let place = Place(office: office.id, subject: subject.key)
        if let known = states[place] as? SubjectState<Act> { return known }
        let state = try EntryRows.state(of: subject.key, as: Act.self, at: office, database)
        states[place] = state
        return state
    }

    /// The entries of a subject, in order; none where no office has the code.
    public func entries<Act: LedgerAct>(
        of subject: Subject<Act>, office code: AgencyCode
    ) throws(DatabaseError) -> [RecordedEntry] {
        guard let office = try chainEnd(code)?.office else { return [] }
        return try EntryRows.entries(of: subject.key, at: office, database)
    }

    // MARK: Acting

    /// Decides on a subject and appends what was decided.
    ///
    /// - Parameters:
    ///   - subject: what the act is done on.
    ///   - code: the office.
    ///   - expecting: how many entries of the subject the caller saw; nil to take it as it stands.
    ///   - decide: gets the subject's state, nil where nothing was recorded of it.
    /// - Returns: `refused` and `overtaken` leave the transaction as it was; the caller ends it as it thinks right.
    public func act<Act: LedgerAct>(
        on subject: Subject<Act>, office code: AgencyCode, expecting: Int? = nil,
        _ decide: (Act.State?) throws(Refusal) -> Ruling<Act>
    ) throws(DatabaseError) -> ActOutcome<Act> {
        let office = try chainEnd(code)?.office
        guard office != nil || Self.isNew(code, subject) else { return .refused([.unknownOffice(code)]) }
        let state = try state(of: subject, office: code)
        if let expecting, expecting != state.number {
            let missed = try office.map { (office) throws(DatabaseError) in
                try EntryRows.entries(of: subject.key, at: office, after: expecting, database)
            }
            return .overtaken(Overtaking(expected: expecting, number: state.number, entries: missed ?? []))
        }
        let ruling: Ruling<Act>
        do throws(Refusal) {
            ruling = try decide(state.value)
        } catch {
            return .refused(error.findings)
        }
        let entries = try append(ruling.entries, to: subject, office: code)
        let after = try self.state(of: subject, office: code)
        guard let value = after.value else { return .refused([]) }
        return .recorded(Recording(entries: entries, state: value, number: after.number, remarks: ruling.remarks))
    }

    /// Does a command of the law on a subject, as `act` does; today is the civil day of `now` in Beijing.
    public func act<Act: LedgerAct>(
        _ command: some Command<Act.State>, on subject: Subject<Act>, office: AgencyCode, calendar: WorkingCalendar,
        expecting: Int? = nil
    ) throws(DatabaseError) -> ActOutcome<Act> {
        let today = now.beijingDay
        return try act(on: subject, office: office, expecting: expecting) { (state) throws(Refusal) in
            try command.decide(on: state, today: today, calendar: calendar)
        }
    }

    /// Appends entries that a command decided on to a subject.
    ///
    /// - Returns: the entries as they stand in the ledger, in order.
    /// - Throws: `foreignKey` where no office has the code and the entries do not found it; `checkFailed` where an entry
    ///   does not fit the subject.
    @discardableResult
    public func append<Act: LedgerAct>(
        _ entries: [Entry<Act>], to subject: Subject<Act>, office code: AgencyCode
    ) throws(DatabaseError) -> [RecordedEntry] {
        if try chainEnd(code) == nil, Self.isNew(code, subject),
            entries.first?.kind.rawValue == OfficeAct.Kind.founded.rawValue
        {
            try OfficeStore.open(code, database)
        }
        guard let office = try chainEnd(code)?.office else {
            throw DatabaseError(.foreignKey, message: Finding.unknownOffice(code).message)
        }
        var state = try state(of: subject, at: office)
        var recorded: [RecordedEntry] = []
        recorded.reserveCapacity(entries.count)
        for entry in entries {
            let before = state
            state = try Self.after(entry, state, of: subject)
            let one = try write(entry, of: subject, number: state.number, at: office)
            guard let after = state.value else { continue }
            try Projections.apply(
                ProjectionStep(office: office, entry: one, after: after, before: before.value, settings: settings),
                database)
            recorded.append(one)
        }
        states[Place(office: office.id, subject: subject.key)] = state
        return recorded
    }

    /// True where the subject is an office of this code, whose chain begins with its founding.
    private static func isNew<Act: LedgerAct>(_ code: AgencyCode, _ subject: Subject<Act>) -> Bool {
        Act.subjectKind == .office && subject.name == code.text
    }

    private static func after<Act: LedgerAct>(
        _ entry: Entry<Act>, _ state: SubjectState<Act>, of subject: Subject<Act>
    ) throws(DatabaseError) -> SubjectState<Act> {
        do throws(Refusal) {
            return SubjectState(value: try Act.applying(entry, to: state.value), number: state.number + 1)
        } catch {
            throw DatabaseError(
                .checkFailed, message: error.findings.first?.message ?? "记录与此前的记录不相符，没有保存。",
                detail: "\(entry.kind.rawValue) after \(state.number) entries of \(subject.kind)")
        }
    }

    private func write<Act: LedgerAct>(
        _ entry: Entry<Act>, of subject: Subject<Act>, number: Int, at office: OfficeKey
    ) throws(DatabaseError) -> RecordedEntry {
        guard var end = offices[office.code], let last = lastSerial else {
            throw DatabaseError(.missingRow, message: Finding.unknownOffice(office.code).message)
        }
        if headDay.map({ $0 < now.utcDay }) ?? true {
            try HeadRows.add(at: now, by: settings.digest, lastSerial: last, database)
            headDay = now.utcDay
        }
        var recorded = RecordedEntry(
            serial: last + 1, office: office.code, number: end.number + 1, subject: subject.key, subjectNumber: number,
            kind: entry.kind.rawValue, day: entry.day, recordedAt: now, actor: actor, schema: Act.schema,
            payload: try EntryPayloadText.text(of: entry.act), algorithm: settings.digest, previousDigest: end.digest,
            digest: .zero)
        recorded.digest = recorded.expectedDigest
        try EntryRows.add(recorded, office: office.id, database)
        hasWritten = true
        reach.add(subject.kind, of: office.id)
        lastSerial = recorded.serial
        end.number = recorded.number
        end.digest = recorded.digest
        offices[office.code] = end
        return recorded
    }

    /// The office with the end of its chain; the first look also tells the last serial and the day of the last head.
    private func chainEnd(_ code: AgencyCode) throws(DatabaseError) -> ChainEnd? {
        if let known = offices[code] { return known }
        let found = try database.first(
            """
            SELECT o.id, o.code, e.number, e.digest,
                (SELECT max(serial) FROM entry), (SELECT day FROM daily_head ORDER BY number DESC LIMIT 1)
            FROM office o LEFT JOIN entry e
                ON e.office = o.id AND e.number = (SELECT max(number) FROM entry WHERE office = o.id)
            WHERE lower(o.code) = $1
            """, [.text(code.folded)]
        ) { (row) throws(DatabaseError) in
            (
                end: ChainEnd(
                    office: OfficeKey(id: try row.int64(0), code: try row.agencyCode(1)),
                    number: try row.optionalInt(2) ?? 0, digest: try row.isNull(3) ? .zero : row.digest(3)),
                serial: try row.optionalInt64(4) ?? 0, headDay: try row.optionalDay(5)
            )
        }
        guard let found else { return nil }
        if lastSerial == nil {
            lastSerial = found.serial
            headDay = found.headDay
        }
        offices[code] = found.end
        return found.end
    }
}
