public import CivilTime
public import Database
public import Disclosure

/// The entries: acts are recorded here and read again; nothing is ever changed or taken away.
public struct EntryStore: Sendable {
    let database: any Database
    let settings: LedgerSettings

    // MARK: Recording

    /// Does one act on a subject: reads it, decides, appends, keeps the projections up, all in one transaction.
    ///
    /// - Parameters:
    ///   - subject: what the act is done on.
    ///   - office: whose subject it is.
    ///   - actor: who does it, in which role.
    ///   - now: when it is recorded.
    ///   - expecting: how many entries of the subject the caller saw (`SubjectState.number`); nil to take it as it stands.
    ///   - decide: gets the subject's state, nil where nothing was recorded of it. Runs on another thread, perhaps.
    /// - Returns: when the act is on the disk, or nothing of it is.
    public func act<Act: LedgerAct>(
        on subject: Subject<Act>, office: AgencyCode, by actor: EntryActor, at now: Moment, expecting: Int? = nil,
        _ decide: @escaping @Sendable (Act.State?) throws(Refusal) -> Ruling<Act>
    ) throws(DatabaseError) -> ActOutcome<Act> {
        try transact(by: actor, at: now) { (transaction) throws(DatabaseError) in
            let outcome = try transaction.act(on: subject, office: office, expecting: expecting, decide)
            return outcome.isRecorded ? .commit(outcome) : .rollBack(outcome)
        }
    }

    /// Does a command of the law on a subject, as `act` does; today is the civil day of `now` in Beijing.
    public func act<Act: LedgerAct>(
        _ command: some Command<Act.State>, on subject: Subject<Act>, office: AgencyCode, by actor: EntryActor,
        at now: Moment, calendar: WorkingCalendar, expecting: Int? = nil
    ) throws(DatabaseError) -> ActOutcome<Act> {
        try act(on: subject, office: office, by: actor, at: now, expecting: expecting) { (state) throws(Refusal) in
            try command.decide(on: state, today: now.beijingDay, calendar: calendar)
        }
    }

    /// Changes the ledger by several acts that take effect together or not at all.
    ///
    /// - Returns: what the closure answers, when its changes are on the disk or undone.
    @discardableResult
    public func transact<Answer: Sendable>(
        by actor: EntryActor, at now: Moment,
        _ body: @escaping @Sendable (LedgerTransaction) throws(DatabaseError) -> LedgerDecision<Answer>
    ) throws(DatabaseError) -> Answer {
        let settings = settings
        return try database.decide { (database) throws(DatabaseError) in
            let transaction = LedgerTransaction(by: actor, at: now, database, settings)
            let decision = try body(transaction)
            if case .commit = decision, transaction.hasWritten { try database.countRevision(transaction.reach) }
            return decision
        }
    }

    // MARK: Reading

    /// A subject as it stands; nil where no office has the code.
    public func state<Act: LedgerAct>(
        of subject: Subject<Act>, office code: AgencyCode
    ) throws(DatabaseError) -> SubjectState<Act>? {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try EntryRows.state(of: subject.key, as: Act.self, at: office, transaction)
        }
    }

    /// The entries of a subject, in order; none where no office has the code.
    public func entries<Act: LedgerAct>(
        of subject: Subject<Act>, office code: AgencyCode
    ) throws(DatabaseError) -> [RecordedEntry] {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try EntryRows.entries(of: subject.key, at: office, transaction)
        } ?? []
    }

    /// The entries of an office after a place in its chain, in order.
    ///
    /// - Parameters:
    ///   - number: the last one the caller has; 0 to begin.
    ///   - limit: how many at most, 1 to 10,000.
    public func entries(
        of code: AgencyCode, after number: Int = 0, limit: Int = 100
    ) throws(DatabaseError) -> [RecordedEntry] {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try transaction.all(
                EntryRows.columns + " WHERE office = $1 AND number > $2 ORDER BY number LIMIT $3",
                [.int64(office.id), .int(number), .int(min(max(limit, 1), 10_000))]
            ) { (row) throws(DatabaseError) in try EntryRows.entry(row, of: office.code) }
        } ?? []
    }

    /// The latest entries of an office before a place in its chain, the latest first.
    ///
    /// - Parameters:
    ///   - number: the earliest one the caller has; nil to begin at the end.
    ///   - limit: how many at most, 1 to 10,000.
    public func latest(
        of code: AgencyCode, before number: Int? = nil, limit: Int = 100
    ) throws(DatabaseError) -> [RecordedEntry] {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try transaction.all(
                EntryRows.columns + " WHERE office = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
                [.int64(office.id), .int(number ?? .max), .int(min(max(limit, 1), 10_000))]
            ) { (row) throws(DatabaseError) in try EntryRows.entry(row, of: office.code) }
        } ?? []
    }

    /// The entries of an office that the law counts on a day, in the order of the chain.
    public func entries(of code: AgencyCode, on day: Day) throws(DatabaseError) -> [RecordedEntry] {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try transaction.all(
                EntryRows.columns + " WHERE office = $1 AND day = $2 ORDER BY number",
                [.int64(office.id), .text(day.description)]
            ) { (row) throws(DatabaseError) in try EntryRows.entry(row, of: office.code) }
        } ?? []
    }

    /// How many entries the chain of an office has.
    public func lastNumber(of code: AgencyCode) throws(DatabaseError) -> Int {
        try latest(of: code, limit: 1).first?.number ?? 0
    }

    /// The names of the subjects of one kind that an office has, in their order.
    public func names(of kind: SubjectKind, in code: AgencyCode) throws(DatabaseError) -> [String] {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT subject FROM entry WHERE office = $1 AND subject_kind = $2 AND subject_number = 1 ORDER BY subject
                """, [.int64(office.id), .text(kind.rawValue)]
            ) { (row) throws(DatabaseError) in try row.text(0) }
        } ?? []
    }

    /// True where an office has entries of anything but itself, its departments and its people.
    public func hasCasework(of code: AgencyCode) throws(DatabaseError) -> Bool {
        try look(code) { (office, transaction) throws(DatabaseError) in
            try transaction.exists(
                "SELECT 1 FROM entry WHERE office = $1 AND subject_kind <> $2 LIMIT 1",
                [.int64(office.id), .text(SubjectKind.office.rawValue)])
        } ?? false
    }

    /// The digest of the first entry: what tells a ledger from every other for good, whatever its address. It goes with an
    /// office that moves to another installation.
    ///
    /// - Parameter code: of which office; nil for the ledger as a whole.
    /// - Returns: nil where there is no entry.
    public func origin(of code: AgencyCode? = nil) throws(DatabaseError) -> Digest? {
        if let code { return try entries(of: code, limit: 1).first?.digest }
        return try database.read { (transaction) throws(DatabaseError) in
            try transaction.first("SELECT digest FROM entry ORDER BY serial LIMIT 1", []) {
                (row) throws(DatabaseError) in Digest(hex: try row.text(0))
            } ?? nil
        }
    }

    /// How many entries there are in the ledger.
    public func count() throws(DatabaseError) -> Int64 {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT coalesce(max(serial), 0) FROM entry") { (row) throws(DatabaseError) in
                try row.int64(0)
            }
        }
    }

    private func look<Answer>(
        _ code: AgencyCode, _ body: (OfficeKey, any ReadTransaction) throws(DatabaseError) -> Answer
    ) throws(DatabaseError) -> Answer? {
        try database.read { (transaction) throws(DatabaseError) in
            guard let office = try OfficeStore.key(code, transaction) else { return nil }
            return try body(office, transaction)
        }
    }
}
