internal import CivilTime
internal import Database
internal import Disclosure

/// One row an application: what lists and the page of the day show without folding.
struct RequestProjection: Projection {
    static let name = "requests"
    static let subjects: Set<SubjectKind> = [.request]
    static let tables = [
        ProjectionTable(
            name: "request_row", clear: "DELETE FROM request_row",
            dump: "SELECT * FROM request_row ORDER BY office, year, serial")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let request = step.state(of: RequestAct.self) else { return }
        let round = request.round
        let number = request.number
        try transaction.execute(
            """
            INSERT INTO request_row (office, year, serial, entries, stage, channel, applicant, applicant_type, matter,
                arrived, received, due, decided, served, closed, result, rounds, last_kind, last_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            ON CONFLICT (office, year, serial) DO UPDATE SET entries = excluded.entries, stage = excluded.stage,
                channel = excluded.channel, applicant = excluded.applicant, applicant_type = excluded.applicant_type,
                arrived = excluded.arrived,
                matter = excluded.matter, received = excluded.received, due = excluded.due, decided = excluded.decided,
                served = excluded.served, closed = excluded.closed, result = excluded.result, rounds = excluded.rounds,
                last_kind = excluded.last_kind, last_day = excluded.last_day
            """,
            [
                .int64(step.office.id), .int(number.year), .int(number.serial), .int(step.entry.subjectNumber),
                .text(request.stage.rawValue), .text(request.registration.channel.rawValue),
                .text(request.registration.applicant.text), .text(request.registration.applicantType.rawValue),
                .text(request.matter.text), .text(request.registration.arrived.description),
                .text(request.receiptDate?.description), .text(Self.due(request, step.settings)?.description),
                .text(round.disposedOn?.description), .text(round.servedOn?.description),
                .text(round.closedOn?.description), .text(round.closure?.result.rawValue),
                .int(request.rounds.count), .text(step.entry.kind), .text(step.entry.day.description),
            ])
    }

    /// The last day to answer while that matters: nil when it is decided, awaited, or cannot be reckoned.
    private static func due(_ request: InformationRequest, _ settings: LedgerSettings) -> Day? {
        guard request.voiding == nil, request.round.disposal == nil, let calendar = settings.calendar else {
            return nil
        }
        return (try? request.round.due(by: calendar)) ?? nil
    }
}
