internal import CivilTime
internal import Database
internal import Disclosure

/// One row an item: what lists and the review queue show without folding.
struct ItemProjection: Projection {
    static let name = "items"
    static let subjects: Set<SubjectKind> = [.item]
    static let tables = [
        ProjectionTable(
            name: "item_row", clear: "DELETE FROM item_row", dump: "SELECT * FROM item_row ORDER BY office, item")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let item = step.state(of: ItemAct.self) else { return }
        let content = item.content
        // While it is to be published and is not: the last day of Art 26.
        let isAwaited = content.attribute == .proactive && item.firstPublished == nil && item.voiding == nil
        let due = isAwaited ? step.settings.calendar.map { content.publicationDue(by: $0) } : nil
        try transaction.execute(
            """
            INSERT INTO item_row (office, item, entries, stage, version, attribute, category, title, document_number,
                formed, due, index_number, published, first_published, validity, assessed, last_kind, last_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            ON CONFLICT (office, item) DO UPDATE SET entries = excluded.entries, stage = excluded.stage,
                version = excluded.version, attribute = excluded.attribute, category = excluded.category,
                title = excluded.title, document_number = excluded.document_number, formed = excluded.formed,
                due = excluded.due, index_number = excluded.index_number, published = excluded.published,
                first_published = excluded.first_published, validity = excluded.validity, assessed = excluded.assessed,
                last_kind = excluded.last_kind, last_day = excluded.last_day
            """,
            [
                .int64(step.office.id), .text(item.reference.text), .int(step.entry.subjectNumber),
                .text(item.stage.rawValue), .int(item.version), .text(content.attribute.rawValue),
                .text(content.category?.rawValue), .text(content.title.text), .text(content.documentNumber?.text),
                .text(content.formed.description), .text(due?.description),
                .text((item.published ?? item.firstPublished)?.publication.index.text),
                .text(item.published?.day.description), .text(item.firstPublished?.day.description),
                .text(item.validity.rawValue), .text(item.assessedOn?.description), .text(step.entry.kind),
                .text(step.entry.day.description),
            ])
    }
}

/// One row a batch for the two halls.
struct HandoverProjection: Projection {
    static let name = "handovers"
    static let subjects: Set<SubjectKind> = [.handover]
    static let tables = [
        ProjectionTable(
            name: "handover_row", clear: "DELETE FROM handover_row",
            dump: "SELECT * FROM handover_row ORDER BY office, year, serial")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let batch = step.state(of: HandoverAct.self) else { return }
        try transaction.execute(
            """
            INSERT INTO handover_row (office, year, serial, entries, items, prepared, archives, library, voided)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (office, year, serial) DO UPDATE SET entries = excluded.entries, items = excluded.items,
                prepared = excluded.prepared, archives = excluded.archives, library = excluded.library,
                voided = excluded.voided
            """,
            [
                .int64(step.office.id), .int(batch.number.year), .int(batch.number.serial),
                .int(step.entry.subjectNumber), .int(batch.list.items.count), .text(batch.prepared.description),
                .text(batch.receipts[.archives]?.description), .text(batch.receipts[.library]?.description),
                .bool(batch.voiding != nil),
            ])
    }
}
