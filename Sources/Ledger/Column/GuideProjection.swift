internal import CivilTime
internal import Database
internal import Disclosure

/// One row an edition of a guide.
struct GuideProjection: Projection {
    static let name = "guides"
    static let subjects: Set<SubjectKind> = [.guide]
    static let tables = [
        ProjectionTable(
            name: "guide_edition", clear: "DELETE FROM guide_edition",
            dump: "SELECT * FROM guide_edition ORDER BY office, number")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let edition = step.state(of: GuideAct.self)?.latest else { return }
        try transaction.execute(
            "INSERT INTO guide_edition (office, number, since, content) VALUES ($1, $2, $3, $4)",
            [
                .int64(step.office.id), .int(edition.number), .text(edition.since.description),
                .text(try ColumnContent.text(of: edition.content)),
            ])
    }
}
