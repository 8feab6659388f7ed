internal import CivilTime
internal import Database
internal import Disclosure

/// One row a matter that stands in the standard catalogue of an office.
struct MatterProjection: Projection {
    static let name = "matters"
    static let subjects: Set<SubjectKind> = [.matter]
    static let tables = [
        ProjectionTable(
            name: "catalogue_matter", clear: "DELETE FROM catalogue_matter",
            dump: "SELECT * FROM catalogue_matter ORDER BY office, matter")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let matter = step.state(of: MatterAct.self) else { return }
        let name: [Value] = [.int64(step.office.id), .text(step.entry.subject.name)]
        guard matter.isListed else {
            _ = try transaction.execute("DELETE FROM catalogue_matter WHERE office = $1 AND matter = $2", name)
            return
        }
        try transaction.execute(
            """
            INSERT INTO catalogue_matter (office, matter, since, content) VALUES ($1, $2, $3, $4)
            ON CONFLICT (office, matter) DO UPDATE SET since = excluded.since, content = excluded.content
            """,
            name + [.text(matter.since.description), .text(try ColumnContent.text(of: matter.content))])
    }
}

/// The items on line that name a matter, and how many each has.
struct MatterItemProjection: Projection {
    static let name = "matter_items"
    static let subjects: Set<SubjectKind> = [.item]
    static let tables = [
        ProjectionTable(
            name: "matter_item", clear: "DELETE FROM matter_item",
            dump: "SELECT * FROM matter_item ORDER BY office, item"),
        ProjectionTable(
            name: "matter_count", clear: "DELETE FROM matter_count",
            dump: "SELECT * FROM matter_count ORDER BY office, matter"),
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let change = OnLineChange(step), change.isAnotherVersion else { return }
        let (was, isNow) = (change.before?.content.matter, change.after?.content.matter)
        if let was { try count(was, -1, step, transaction) }
        if let isNow { try count(isNow, 1, step, transaction) }
        guard was != nil || isNow != nil else { return }
        let item: [Value] = [.int64(step.office.id), .text(change.item.reference.text)]
        guard let isNow, let after = change.after else {
            _ = try transaction.execute("DELETE FROM matter_item WHERE office = $1 AND item = $2", item)
            return
        }
        try transaction.execute(
            """
            INSERT INTO matter_item (office, item, matter, published) VALUES ($1, $2, $3, $4)
            ON CONFLICT (office, item) DO UPDATE SET matter = excluded.matter, published = excluded.published
            """, item + [.text(isNow.text), .text(after.day.description)])
    }

    private func count(
        _ matter: MatterReference, _ number: Int, _ step: ProjectionStep, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        try transaction.execute(
            """
            INSERT INTO matter_count (office, matter, number) VALUES ($1, $2, $3)
            ON CONFLICT (office, matter) DO UPDATE SET number = matter_count.number + excluded.number
            """, [.int64(step.office.id), .text(matter.text), .int(number)])
    }
}
