internal import Database

/// The tables of what is kept about persons, outside the entries and sealed.
enum PersonSchema {
    static let migration = Migration(
        4, "persons, sealed; applications by applicant", [person, personMark, markByReference, requestByApplicant])

    private static let person: SQL = """
        CREATE TABLE person (
            office {int} NOT NULL REFERENCES office (id),
            reference {text} NOT NULL,
            key_id {text} NOT NULL,
            changed_at {int} NOT NULL,
            sealed {blob} NOT NULL,
            PRIMARY KEY (office, reference)
        ) {table}
        """
    /// Keyed hashes of identities: without the key they tell nothing.
    private static let personMark: SQL = """
        CREATE TABLE person_mark (
            office {int} NOT NULL,
            mark {text} NOT NULL,
            reference {text} NOT NULL,
            PRIMARY KEY (office, mark, reference)
        ) {clustered}
        """
    private static let markByReference: SQL =
        "CREATE INDEX person_mark_by_reference ON person_mark (office, reference)"
    private static let requestByApplicant: SQL =
        "CREATE INDEX request_row_by_applicant ON request_row (office, applicant)"
}
