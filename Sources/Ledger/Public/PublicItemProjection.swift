internal import CivilTime
internal import Database
internal import Disclosure

/// One row an item that is, or was, published, with counts by category and year.
///
/// A changed item keeps its row while the new version is reviewed; one that was entered in error leaves none.
struct PublicItemProjection: Projection {
    static let name = "public_items"
    static let subjects: Set<SubjectKind> = [.item]
    static let tables = [
        ProjectionTable(
            name: "public_item", clear: "DELETE FROM public_item",
            dump: "SELECT * FROM public_item ORDER BY office, item"),
        ProjectionTable(
            name: "public_count", clear: "DELETE FROM public_count",
            dump: "SELECT * FROM public_count ORDER BY office, category, year"),
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let change = OnLineChange(step) else { return }
        let (was, isNow) = (change.before, change.after)
        if change.isAnotherVersion {
            if let was { try count(was, -1, step, transaction) }
            if let isNow { try count(isNow, 1, step, transaction) }
        }
        if let isNow {
            if change.isVisible { try put(change.item, isNow, step, transaction) }
        } else if change.item.voiding != nil {
            try transaction.execute(
                "DELETE FROM public_item WHERE office = $1 AND item = $2",
                [.int64(step.office.id), .text(change.item.reference.text)])
        } else if was != nil {
            try takeBack(change.item, step, transaction)
        }
    }

    private func count(
        _ published: InformationItem.Published, _ number: Int, _ step: ProjectionStep,
        _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        for office in [step.office.id, 0] {
            try transaction.execute(
                """
                INSERT INTO public_count (office, category, year, number) VALUES ($1, $2, $3, $4)
                ON CONFLICT (office, category, year) DO UPDATE SET number = public_count.number + excluded.number
                """,
                [
                    .int64(office), .text(published.content.category?.rawValue ?? ""), .int(published.day.year),
                    .int(number),
                ])
        }
    }

    private func put(
        _ item: InformationItem, _ one: InformationItem.Published, _ step: ProjectionStep,
        _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        let content = one.content
        try transaction.execute(
            """
            INSERT INTO public_item (office, item, state, version, published, first_published, title, category, index_number,
                document_number, formed, document_date, publisher, topic, item_class, keywords, channels, validity, body,
                changed_at)
            VALUES ($1, $2, 'published', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            ON CONFLICT (office, item) DO UPDATE SET state = excluded.state, version = excluded.version,
                published = excluded.published, first_published = excluded.first_published, withdrawn = NULL, reasons = NULL,
                title = excluded.title, category = excluded.category, index_number = excluded.index_number,
                document_number = excluded.document_number, formed = excluded.formed,
                document_date = excluded.document_date, publisher = excluded.publisher, topic = excluded.topic,
                item_class = excluded.item_class, keywords = excluded.keywords, channels = excluded.channels,
                validity = excluded.validity, body = excluded.body, changed_at = excluded.changed_at
            """,
            [
                .int64(step.office.id), .text(item.reference.text), .int(one.version), .text(one.day.description),
                .text((item.firstPublished ?? one).day.description), .text(content.title.text),
                .text(content.category?.rawValue), .text(one.publication.index.text),
                .text(content.documentNumber?.text), .text(content.formed.description),
                .text(content.documentDate?.description), .text(content.publisher?.text), .text(content.topic?.text),
                .text(content.itemClass?.text),
                .text((content.keywords ?? []).map(\.text).joined(separator: "\n")),
                .text(one.publication.channels.map(\.rawValue).joined(separator: "\n")), .text(item.validity.rawValue),
                .text(content.body.text), .int64(step.entry.recordedAt.milliseconds),
            ])
    }

    private func takeBack(
        _ item: InformationItem, _ step: ProjectionStep, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        var reasons = "已经撤回"
        let entry: ItemEntry = try step.entry.entry()
        if case .withdrawn(let withdrawal) = entry.act { reasons = withdrawal.reasons.text }
        try transaction.execute(
            """
            UPDATE public_item SET state = 'withdrawn', withdrawn = $3, reasons = $4, changed_at = $5
            WHERE office = $1 AND item = $2
            """,
            [
                .int64(step.office.id), .text(item.reference.text), .text(step.entry.day.description), .text(reasons),
                .int64(step.entry.recordedAt.milliseconds),
            ])
    }
}
