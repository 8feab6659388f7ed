internal import AnnualReport
internal import Database
internal import Disclosure

/// One row a case: the years and results from which table four is counted.
struct AppealCountProjection: Projection {
    static let name = "appeal_counts"
    static let subjects: Set<SubjectKind> = [.appeal]
    static let tables = [
        ProjectionTable(
            name: "appeal_count", clear: "DELETE FROM appeal_count",
            dump: "SELECT * FROM appeal_count ORDER BY office, subject")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let appeal = step.state(of: AppealAct.self) else { return }
        let before = step.stateBefore(of: AppealAct.self).flatMap { CountedAppeal($0) }
        guard CountedAppeal(appeal) != before else { return }
        guard let counted = CountedAppeal(appeal) else {
            try transaction.execute(
                "DELETE FROM appeal_count WHERE office = $1 AND subject = $2",
                [.int64(step.office.id), .text(step.entry.subject.name)])
            return
        }
        guard let first = counted.instances.first, let last = counted.instances.last else { return }
        let again = counted.instances.count > 1 ? last : nil
        try transaction.execute(
            """
            INSERT INTO appeal_count (office, last_year, subject, route, opened, concluded, result, opened_again,
                concluded_again, result_again)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (office, subject) DO UPDATE SET last_year = excluded.last_year, route = excluded.route,
                opened = excluded.opened, concluded = excluded.concluded, result = excluded.result,
                opened_again = excluded.opened_again, concluded_again = excluded.concluded_again,
                result_again = excluded.result_again
            """,
            [
                .int64(step.office.id), .int(last.concluded ?? StatisticsCode.open), .text(step.entry.subject.name),
                .text(counted.route.rawValue), .int(first.opened), .int64(first.concluded.map(Int64.init)),
                .text(first.result.rawValue), .int64((again?.opened).map(Int64.init)),
                .int64((again?.concluded).map(Int64.init)), .text(again?.result.rawValue),
            ])
    }
}
