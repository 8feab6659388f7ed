internal import AnnualReport
internal import CivilTime
internal import Database
internal import Disclosure

/// What every record adds to the facts for the narrative, and the first year of each office.
struct FactProjection: Projection {
    static let name = "facts"
    static let subjects: Set<SubjectKind> = Set(sources)
    private static let sources: [SubjectKind] = [
        .request, .item, .handover, .appeal, .supervision, .group, .figure, .normative,
    ]
    static let tables = [
        ProjectionTable(
            name: "fact_record", clear: "DELETE FROM fact_record",
            dump: "SELECT * FROM fact_record ORDER BY office, year, fact, subject_kind, subject"),
        ProjectionTable(
            name: "register_year", clear: "DELETE FROM register_year",
            dump: "SELECT * FROM register_year ORDER BY office"),
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try noteYear(step, transaction)
        guard let source = step.after as? any FactSource else { return }
        let after = Set(source.factRecords)
        let before = Set((step.before as? any FactSource)?.factRecords ?? [])
        guard after != before else { return }
        let (office, subject) = (step.office.id, step.entry.subject)
        for gone in before.subtracting(after).sorted(by: Self.inOrder) {
            try transaction.execute(
                """
                DELETE FROM fact_record
                WHERE office = $1 AND year = $2 AND fact = $3 AND subject_kind = $4 AND subject = $5
                """,
                [
                    .int64(office), .int(gone.year), .text(gone.fact), .text(subject.kind.rawValue),
                    .text(subject.name),
                ])
        }
        for new in after.subtracting(before).sorted(by: Self.inOrder) {
            try transaction.execute(
                """
                INSERT INTO fact_record (office, year, fact, subject_kind, subject, amount, begun, done, allowed)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    .int64(office), .int(new.year), .text(new.fact), .text(subject.kind.rawValue),
                    .text(subject.name), .int64(new.amount), .text(new.term?.begun.description),
                    .text(new.term?.done.description), .int64((new.term?.allowed.count).map(Int64.init)),
                ])
        }
    }

    private static func inOrder(_ a: FactRecord, _ b: FactRecord) -> Bool { (a.fact, a.year) < (b.fact, b.year) }

    private func noteYear(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard step.before == nil else { return }
        // Figures are of the year in their name, whenever they are entered.
        let subject = step.entry.subject
        let year = subject.kind == .figure ? Int(subject.name) ?? step.entry.day.year : step.entry.day.year
        try transaction.execute(
            """
            INSERT INTO register_year (office, first_year) VALUES ($1, $2)
            ON CONFLICT (office) DO UPDATE SET first_year = excluded.first_year
                WHERE excluded.first_year < register_year.first_year
            """, [.int64(step.office.id), .int(year)])
    }
}
