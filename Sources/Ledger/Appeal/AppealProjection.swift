internal import CivilTime
internal import Database
internal import Disclosure

/// One row a case of review or litigation.
struct AppealProjection: Projection {
    static let name = "appeals"
    static let subjects: Set<SubjectKind> = [.appeal]
    static let tables = [
        ProjectionTable(
            name: "appeal_row", clear: "DELETE FROM appeal_row",
            dump: "SELECT * FROM appeal_row ORDER BY office, appeal")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let appeal = step.state(of: AppealAct.self) else { return }
        let instance = appeal.instance
        // While an answer to the body is awaited: its last day.
        let isAwaited = appeal.isPending && instance.replied == nil
        let due = isAwaited ? step.settings.calendar.map { appeal.replyPeriod(by: $0).due } : nil
        try transaction.execute(
            """
            INSERT INTO appeal_row (office, appeal, entries, route, contested, request, opened, instances, due, replied,
                concluded, outcome, voided, last_kind, last_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            ON CONFLICT (office, appeal) DO UPDATE SET entries = excluded.entries, route = excluded.route,
                contested = excluded.contested, request = excluded.request, opened = excluded.opened,
                instances = excluded.instances, voided = excluded.voided,
                due = excluded.due, replied = excluded.replied, concluded = excluded.concluded,
                outcome = excluded.outcome, last_kind = excluded.last_kind, last_day = excluded.last_day
            """,
            [
                .int64(step.office.id), .text(appeal.reference.text), .int(step.entry.subjectNumber),
                .text(appeal.route.rawValue), .text(appeal.registration.contested.kind.rawValue),
                .text(appeal.registration.contested.request?.description),
                .text(appeal.instances[0].opened.description), .int(appeal.instances.count), .text(due?.description),
                .text(instance.replied?.description), .text(instance.concluded?.description),
                .text(instance.conclusion?.outcome.rawValue), .bool(appeal.voiding != nil), .text(step.entry.kind),
                .text(step.entry.day.description),
            ])
    }
}
