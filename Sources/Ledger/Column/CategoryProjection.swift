internal import CivilTime
internal import Database
internal import Disclosure

/// One row a category of which an office confirmed that it has nothing.
struct CategoryProjection: Projection {
    static let name = "empty_categories"
    static let subjects: Set<SubjectKind> = [.category]
    static let tables = [
        ProjectionTable(
            name: "empty_category", clear: "DELETE FROM empty_category",
            dump: "SELECT * FROM empty_category ORDER BY office, category")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        guard let standing = step.state(of: CategoryAct.self) else { return }
        let name: [Value] = [.int64(step.office.id), .text(standing.category.rawValue)]
        guard let reasons = standing.emptiness else {
            _ = try transaction.execute("DELETE FROM empty_category WHERE office = $1 AND category = $2", name)
            return
        }
        try transaction.execute(
            """
            INSERT INTO empty_category (office, category, confirmed, reasons) VALUES ($1, $2, $3, $4)
            ON CONFLICT (office, category) DO UPDATE SET confirmed = excluded.confirmed, reasons = excluded.reasons
            """, name + [.text(standing.day.description), .text(reasons.text)])
    }
}
