internal import AnnualReport
internal import Database
internal import Disclosure

/// One row an application: the five numbers from which table three is counted.
struct RequestCountProjection: Projection {
    static let name = "request_counts"
    static let subjects: Set<SubjectKind> = [.request]
    static let tables = [
        ProjectionTable(
            name: "request_count", clear: "DELETE FROM request_count",
            dump: "SELECT * FROM request_count ORDER BY office, year, serial")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let request = step.state(of: RequestAct.self) else { return }
        let before = step.stateBefore(of: RequestAct.self).flatMap { CountedRequest($0) }
        // Most acts change nothing that is counted.
        guard CountedRequest(request) != before else { return }
        guard let counted = CountedRequest(request) else {
            try transaction.execute(
                "DELETE FROM request_count WHERE office = $1 AND year = $2 AND serial = $3",
                [.int64(step.office.id), .int(request.number.year), .int(request.number.serial)])
            return
        }
        try transaction.execute(
            """
            INSERT INTO request_count (office, year, serial, year_received, year_closed, applicant, result)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (office, year, serial) DO UPDATE SET year_received = excluded.year_received,
                year_closed = excluded.year_closed, applicant = excluded.applicant, result = excluded.result
            """,
            [
                .int64(step.office.id), .int(request.number.year), .int(request.number.serial), .int(counted.received),
                .int(counted.closed ?? StatisticsCode.open), .int(StatisticsCode.code(of: counted.applicant)),
                .int(counted.result.map { StatisticsCode.code(of: $0) } ?? 0),
            ])
    }
}
