internal import CivilTime
internal import Database
internal import Disclosure

/// The list of offices by which everything else finds them, as they stand last.
///
/// Row and code are there from the first entry on, since every entry of the office refers to them; everything else follows
/// from the entries. A row without entries, which came with a copy of another office, is left as it is.
struct OfficeProjection: Projection {
    static let name = "offices"
    static let subjects: Set<SubjectKind> = [.office]
    static let tables = [
        ProjectionTable(
            name: "office",
            // No name and an end: in no list, and in nobody's way while the entries are gone through.
            clear: """
                UPDATE office SET full_name = '', short_name = NULL, region = NULL, parent = NULL, since = NULL, until = ''
                WHERE EXISTS (SELECT 1 FROM entry e WHERE e.office = office.id AND e.subject_kind = 'office')
                """,
            dump: "SELECT * FROM office ORDER BY id")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let record = step.state(of: OfficeAct.self) else { return }
        try transaction.execute(
            """
            UPDATE office SET full_name = $1, short_name = $2, region = $3,
                parent = (SELECT above.id FROM office above WHERE lower(above.code) = lower($4)), since = $5, until = $6
            WHERE id = $7
            """,
            [
                .text(record.name.full.text), .text(record.name.short?.text), .text(record.character.region?.text),
                .text(record.parents.latest?.text), .text(record.since?.description),
                .text(record.end?.day.previous?.description), .int64(step.office.id),
            ])
    }
}
