internal import Database

/// Tables that follow from the entries: kept up in the transaction of every append, and rebuilt from nothing.
///
/// A projection sees the entries in the order of their serials, each once, with the state of its subject after it, and
/// nothing else: no clock, no table that is not its own. Then what is rebuilt is what was kept up.
/// Every projection stands in `Projections.all`.
protocol Projection: Sendable {
    /// Its name, in lower-case words joined by `_`.
    static var name: String { get }
    /// Its tables, those that refer to others first: in this order they are emptied.
    static var tables: [ProjectionTable] { get }
    /// The subjects whose entries it wants to see.
    static var subjects: Set<SubjectKind> { get }
    /// Takes one more entry in.
    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError)
    /// Empties its tables.
    func clear(_ transaction: any WriteTransaction) throws(DatabaseError)
    /// Puts back what does not follow from entries, after a rebuild went through all of them.
    func finish(_ transaction: any WriteTransaction) throws(DatabaseError)
}

extension Projection {
    /// Empties each table.
    func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        for table in Self.tables { try transaction.execute(table.clear) }
    }

    /// Everything follows from the entries.
    func finish(_ transaction: any WriteTransaction) throws(DatabaseError) {}
}

/// A table of a projection.
struct ProjectionTable: Sendable {
    /// Its name.
    let name: StaticString
    /// Empties it.
    let clear: SQL
    /// Every row in a fixed order, with every column: how two states of the table are compared.
    let dump: SQL
}

/// One entry on its way into the projections.
struct ProjectionStep: Sendable {
    /// The office's row and code.
    let office: OfficeKey
    /// The entry.
    let entry: RecordedEntry
    /// The subject's state after it; `state(of:)` gives it as what it is.
    let after: any Sendable
    /// The subject's state before it; nil for its first entry.
    let before: (any Sendable)?
    /// What those who run the ledger told it: the calendar for last days.
    let settings: LedgerSettings

    /// The state after the entry where it is of these acts.
    func state<Act: LedgerAct>(of act: Act.Type) -> Act.State? { after as? Act.State }
    /// The state before the entry where it is of these acts and not the first.
    func stateBefore<Act: LedgerAct>(of act: Act.Type) -> Act.State? { before.flatMap { $0 as? Act.State } }
}

/// Every projection, in the order in which they are kept up.
enum Projections {
    static let all: [any Projection] = [
        OfficeProjection(), RequestProjection(), LetterNumberProjection(), ItemProjection(), HandoverProjection(),
        AppealProjection(),
        RequestCountProjection(), AppealCountProjection(), FactProjection(), SearchProjection(),
        PublicItemProjection(), GuideProjection(), MatterProjection(), MatterItemProjection(), CategoryProjection(),
    ]

    static func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        for projection in all where type(of: projection).subjects.contains(step.entry.subject.kind) {
            try projection.apply(step, transaction)
        }
    }

    static func clear(_ transaction: any WriteTransaction) throws(DatabaseError) {
        for projection in all { try projection.clear(transaction) }
    }

    static func finish(_ transaction: any WriteTransaction) throws(DatabaseError) {
        for projection in all { try projection.finish(transaction) }
    }
}
