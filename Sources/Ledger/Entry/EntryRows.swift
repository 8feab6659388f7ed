internal import CivilTime
internal import Database
internal import Disclosure

/// Rows of the table `entry`.
enum EntryRows {
    /// The columns of an entry but its office, in the order in which `entry` reads them.
    static let columns: SQL = """
        SELECT serial, number, subject_kind, subject, subject_number, kind, day, recorded_at, actor, role, schema, payload,
            algorithm, previous_digest, digest, office FROM entry
        """
    /// Where the office stands among the columns.
    static let officeColumn = 15

    static func entry(_ row: borrowing Row, of office: AgencyCode) throws(DatabaseError) -> RecordedEntry {
        guard let officer = OfficerReference(try row.text(8)) else { throw row.unexpected(8, wanted: "officer") }
        guard let role = ActorRole(try row.text(9)) else { throw row.unexpected(9, wanted: "role") }

        return RecordedEntry(
            serial: try row.int64(0), office: office, number: try row.int(1),
            subject: SubjectKey(kind: SubjectKind(try row.text(2)), name: try row.text(3)),
            subjectNumber: try row.int(4), kind: try row.text(5), day: try row.day(6), recordedAt: try row.moment(7),
            actor: EntryActor(officer, as: role), schema: try row.int(10), payload: try row.text(11),
            algorithm: try row.named(12), previousDigest: try row.digest(13), digest: try row.digest(14))
    }

    static func add(_ entry: RecordedEntry, office: Int64, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO entry (serial, office, number, subject_kind, subject, subject_number, kind, day, recorded_at, actor,
                role, schema, payload, algorithm, previous_digest, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            [
                .int64(entry.serial), .int64(office), .int(entry.number), .text(entry.subject.kind.rawValue),
                .text(entry.subject.name), .int(entry.subjectNumber), .text(entry.kind),
                .text(entry.day.description), .int64(entry.recordedAt.milliseconds), .text(entry.actor.officer.text),
                .text(entry.actor.role.name), .int(entry.schema), .text(entry.payload),
                .text(entry.algorithm.rawValue), .text(entry.previousDigest.hex), .text(entry.digest.hex),
            ])
    }

    /// The entries of a subject after a place, in order.
    static func entries(
        of subject: SubjectKey, at office: OfficeKey, after number: Int = 0, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [RecordedEntry] {
        try transaction.all(
            columns
                + " WHERE office = $1 AND subject_kind = $2 AND subject = $3 AND subject_number > $4 ORDER BY subject_number",
            [.int64(office.id), .text(subject.kind.rawValue), .text(subject.name), .int(number)]
        ) { (row) throws(DatabaseError) in try entry(row, of: office.code) }
    }

    /// What the entries of a subject come to; only what folding needs is read.
    static func state<Act: LedgerAct>(
        of subject: SubjectKey, as act: Act.Type, at office: OfficeKey, before number: Int = .max,
        _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> SubjectState<Act> {
        var state = SubjectState<Act>.nothing
        try transaction.each(
            """
            SELECT kind, day, schema, payload FROM entry
            WHERE office = $1 AND subject_kind = $2 AND subject = $3 AND subject_number < $4 ORDER BY subject_number
            """, [.int64(office.id), .text(subject.kind.rawValue), .text(subject.name), .int(number)]
        ) { (row) throws(DatabaseError) in
            guard let day = Day(try row.text(1)) else { throw row.unexpected(1, wanted: "day") }
            let kind = try row.text(0)
            let place = "\(office.code) \(subject) \(state.number + 1)"
            let entry = try EntryPayloadText.entry(
                act, schema: try row.int(2), kind: kind, day: day, payload: try row.text(3), place: place)
            state = try state.after(entry, place: place)
        }
        return state
    }
}

/// An office by its row and its code.
struct OfficeKey: Sendable, Hashable {
    let id: Int64
    let code: AgencyCode
}
