internal import CivilTime
public import Database
internal import Disclosure

/// One row a numbered letter, by which the next number of a series is found.
struct LetterNumberProjection: Projection {
    static let name = "letter_numbers"
    static let subjects: Set<SubjectKind> = [.request]
    static let tables = [
        ProjectionTable(
            name: "letter_number", clear: "DELETE FROM letter_number",
            dump: "SELECT * FROM letter_number ORDER BY office, series, letter_year, letter_serial")
    ]

    func apply(_ step: ProjectionStep, _ transaction: any WriteTransaction) throws(DatabaseError) {
        // What an application has more than before its last entry.
        guard step.entry.kind == RequestAct.Kind.letterNumbered.rawValue,
            let request = step.state(of: RequestAct.self)
        else { return }
        let known = step.stateBefore(of: RequestAct.self)?.letterNumbers ?? [:]
        for (letter, numbering) in request.letterNumbers where known[letter] == nil {
            try transaction.execute(
                """
                INSERT INTO letter_number (office, series, letter_year, letter_serial, year, serial, letter, number)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .int64(step.office.id), .text(numbering.series.text), .int(numbering.year), .int(numbering.serial),
                    .int(request.number.year), .int(request.number.serial), .int(letter),
                    .text(numbering.number.text),
                ])
        }
    }
}

extension LedgerTransaction {
    /// The next number of a series of letters in a year, from 1.
    public func nextLetter(of series: String, year: Int, office: AgencyCode) throws(DatabaseError) -> Int {
        guard let id = try OfficeStore.id(office, database) else { return 1 }
        return try database.one(
            """
            SELECT coalesce(max(letter_serial), 0) FROM letter_number
            WHERE office = $1 AND series = $2 AND letter_year = $3
            """, [.int64(id), .text(series), .int(year)]
        ) { (row) throws(DatabaseError) in try row.int(0) } + 1
    }
}
