internal import Database

/// The tables of the entries and of what follows from them.
enum EntrySchema {
    static let migration = Migration(
        3, "entries, heads, applications as lists show them",
        [
            entry, entryByNumber, entryBySubject, entryByDay, "{append_only} entry", dailyHead,
            "{append_only} daily_head", requestRow, requestOpen,
        ])

    /// Every act; rows are added and never changed. The payload stands behind what lists and folds look at first.
    private static let entry: SQL = """
        CREATE TABLE entry (
            serial {int} NOT NULL PRIMARY KEY CHECK (serial >= 1),
            office {int} NOT NULL REFERENCES office (id),
            number {int} NOT NULL CHECK (number >= 1),
            subject_kind {text} NOT NULL,
            subject {text} NOT NULL,
            subject_number {int} NOT NULL CHECK (subject_number >= 1),
            kind {text} NOT NULL,
            day {text} NOT NULL,
            recorded_at {int} NOT NULL,
            actor {text} NOT NULL,
            role {text} NOT NULL,
            schema {int} NOT NULL CHECK (schema >= 1),
            payload {text} NOT NULL,
            algorithm {text} NOT NULL,
            previous_digest {text} NOT NULL,
            digest {text} NOT NULL
        ) {table}
        """
    private static let entryByNumber: SQL = "CREATE UNIQUE INDEX entry_by_number ON entry (office, number)"
    private static let entryBySubject: SQL =
        "CREATE UNIQUE INDEX entry_by_subject ON entry (office, subject_kind, subject, subject_number)"
    private static let entryByDay: SQL = "CREATE INDEX entry_by_day ON entry (office, day)"

    private static let dailyHead: SQL = """
        CREATE TABLE daily_head (
            number {int} NOT NULL PRIMARY KEY CHECK (number >= 1),
            day {text} NOT NULL,
            made_at {int} NOT NULL,
            last_serial {int} NOT NULL CHECK (last_serial >= 0),
            offices {int} NOT NULL CHECK (offices >= 0),
            algorithm {text} NOT NULL,
            previous_digest {text} NOT NULL,
            digest {text} NOT NULL
        ) {table}
        """

    // MARK: Projections

    /// An application as lists show it; follows from its entries.
    private static let requestRow: SQL = """
        CREATE TABLE request_row (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            serial {int} NOT NULL,
            entries {int} NOT NULL,
            stage {text} NOT NULL,
            channel {text} NOT NULL,
            applicant {text} NOT NULL,
            applicant_type {text} NOT NULL,
            matter {text} NOT NULL,
            arrived {text} NOT NULL,
            received {text},
            due {text},
            decided {text},
            served {text},
            closed {text},
            result {text},
            rounds {int} NOT NULL,
            last_kind {text} NOT NULL,
            last_day {text} NOT NULL,
            PRIMARY KEY (office, year, serial)
        ) {clustered}
        """
    /// Open applications, the most urgent first.
    private static let requestOpen: SQL =
        "CREATE INDEX request_row_open ON request_row (office, due, year, serial) WHERE closed IS NULL"
}
