internal import Database
internal import Disclosure

/// Rows of the tables `person` and `person_mark`.
enum PersonRows {
    static let columns: SQL =
        "SELECT o.code, p.reference, p.key_id, p.sealed FROM person p JOIN office o ON o.id = p.office"

    static func person(_ row: borrowing Row) throws(DatabaseError) -> KeptPerson {
        guard let reference = PersonReference(try row.text(1)) else { throw row.unexpected(1, wanted: "reference") }
        return KeptPerson(reference, of: try row.agencyCode(0), key: try row.text(2), sealed: try row.blob(3))
    }

    static func find(
        _ reference: PersonReference, of office: AgencyCode, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> KeptPerson? {
        try transaction.first(
            columns + " WHERE lower(o.code) = $1 AND p.reference = $2",
            [.text(office.folded), .text(reference.text)], person)
    }

    /// Keeps a person with the marks by which it is found again, in the place of what was kept under its name.
    static func put(
        _ person: KeptPerson, marks: [String], at now: Moment, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        guard let office = try OfficeStore.id(person.office, transaction) else {
            throw DatabaseError(.foreignKey, message: Finding.unknownOffice(person.office).message)
        }
        try transaction.execute(
            """
            INSERT INTO person (office, reference, key_id, changed_at, sealed) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (office, reference) DO UPDATE SET key_id = excluded.key_id, changed_at = excluded.changed_at,
                sealed = excluded.sealed
            """,
            [
                .int64(office), .text(person.reference.text), .text(person.key), .int64(now.milliseconds),
                .blob(person.sealed),
            ])
        try removeMarks(person.reference, office, transaction)
        for mark in Set(marks).sorted() {
            try transaction.execute(
                "INSERT INTO person_mark (office, mark, reference) VALUES ($1, $2, $3)",
                [.int64(office), .text(mark), .text(person.reference.text)])
        }
    }

    static func remove(
        _ reference: PersonReference, of code: AgencyCode, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        guard let office = try OfficeStore.id(code, transaction) else { return }
        try removeMarks(reference, office, transaction)
        try transaction.execute(
            "DELETE FROM person WHERE office = $1 AND reference = $2", [.int64(office), .text(reference.text)])
    }

    private static func removeMarks(
        _ reference: PersonReference, _ office: Int64, _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        try transaction.execute(
            "DELETE FROM person_mark WHERE office = $1 AND reference = $2", [.int64(office), .text(reference.text)])
    }
}
