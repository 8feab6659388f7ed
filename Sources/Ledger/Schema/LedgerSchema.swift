internal import Database

/// The tables of the ledger. A step that was released is never edited; a change is a new step.
enum LedgerSchema {
    /// Every step, in order.
    ///
    /// - Parameter settings: how the entries are fastened with which old offices are taken over.
    static func migrations(_ settings: LedgerSettings) -> [Migration] {
        tables + [
            Migration(13, "offices follow from their entries", []) { (transaction, instant) throws(DatabaseError) in
                try OfficeAdoption(settings: settings).run(transaction, at: Moment(milliseconds: instant))
            },
            LedgerPartRow.migration, ChangeSchema.migration, SearchSchema.order, LetterSchema.migration,
            ColumnSchema.migration, SearchSchema.seats, englishFindings, MailSchema.migration,
        ]
    }

    private static let tables: [Migration] = [
        Migration(
            1, "offices, documents, reports, findings, dispositions",
            [
                revision, firstRevision, office, officeByCode, officeByName, document, report, check, finding,
                disposition,
                dispositionByFinding, standing,
            ]),
        Migration(2, "the rules that reports were checked with", [ruleSet]),
        EntrySchema.migration,
        PersonSchema.migration,
        ListSchema.migration,
        StatisticsSchema.migration,
        ListSchema.voiding,
        ListSchema.indexNumbers,
        PaperSchema.migration,
        SearchSchema.migration,
        PublicSchema.migration,
        IntakeSchema.migration,
    ]

    /// Empty until the rules run again, which a new program does at its first start.
    private static let englishFindings = Migration(
        20, "findings in English",
        [
            "ALTER TABLE finding ADD COLUMN message_english {text}",
            "ALTER TABLE finding ADD COLUMN remedy_english {text}",
        ])

    /// One row: the rules that every latest version was checked with last.
    private static let ruleSet: SQL = """
        CREATE TABLE rule_set (
            id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
            name {text} NOT NULL,
            checked_at {int} NOT NULL
        ) {table}
        """

    /// One row: how often the ledger was changed.
    private static let revision: SQL =
        "CREATE TABLE ledger_revision (id {int} NOT NULL PRIMARY KEY CHECK (id = 1), number {int} NOT NULL) {table}"
    private static let firstRevision: SQL = "INSERT INTO ledger_revision (id, number) VALUES (1, 0)"

    private static let office: SQL = """
        CREATE TABLE office (
            id {identity},
            code {text} NOT NULL,
            full_name {text} NOT NULL,
            short_name {text},
            region {text},
            parent {int} REFERENCES office (id),
            since {text},
            until {text}
        ) {table}
        """
    private static let officeByCode: SQL = "CREATE UNIQUE INDEX office_by_code ON office (lower(code))"
    /// Two offices of one name may follow each other, not exist together.
    private static let officeByName: SQL =
        "CREATE UNIQUE INDEX office_by_full_name ON office (full_name) WHERE until IS NULL"

    /// The bytes stand last, so that reading the columns before them does not touch them.
    private static let document: SQL = """
        CREATE TABLE document (
            id {identity},
            digest {text} NOT NULL UNIQUE,
            name {text} NOT NULL,
            format {text} NOT NULL,
            byte_count {int} NOT NULL CHECK (byte_count >= 0),
            received_at {int} NOT NULL,
            bytes {blob} NOT NULL
        ) {table}
        """

    /// Versions are added, never changed.
    private static let report: SQL = """
        CREATE TABLE report (
            id {identity},
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            version {int} NOT NULL CHECK (version >= 1),
            document {int} NOT NULL REFERENCES document (id),
            document_name {text} NOT NULL,
            edition {text} NOT NULL,
            is_mixed {int} NOT NULL CHECK (is_mixed IN (0, 1)),
            title {text} NOT NULL,
            unreadable {int} NOT NULL CHECK (unreadable >= 0),
            json_digest {text} NOT NULL,
            read_at {int} NOT NULL,
            json {blob} NOT NULL,
            UNIQUE (office, year, version)
        ) {table}
        """

    /// What the rules said of a version, each time they said something new.
    private static let check: SQL = """
        CREATE TABLE report_check (
            id {identity},
            report {int} NOT NULL REFERENCES report (id),
            run {int} NOT NULL CHECK (run >= 1),
            passed {int} NOT NULL,
            failed {int} NOT NULL,
            not_assessable {int} NOT NULL,
            digest {text} NOT NULL,
            checked_at {int} NOT NULL,
            UNIQUE (report, run)
        ) {table}
        """

    private static let finding: SQL = """
        CREATE TABLE finding (
            report_check {int} NOT NULL REFERENCES report_check (id),
            position {int} NOT NULL,
            rule {text} NOT NULL,
            outcome {text} NOT NULL,
            severity {text} NOT NULL,
            fingerprint {text} NOT NULL,
            cells {text} NOT NULL,
            expected {text},
            actual {text},
            message {text} NOT NULL,
            remedy {text} NOT NULL,
            quote {text},
            PRIMARY KEY (report_check, position)
        ) {clustered}
        """

    /// What a person decided about a finding of an office and year; rows are added, the latest counts.
    private static let disposition: SQL = """
        CREATE TABLE disposition (
            id {identity},
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            fingerprint {text} NOT NULL,
            kind {text} NOT NULL,
            reason {text} NOT NULL,
            decided_by {text} NOT NULL,
            decided_at {int} NOT NULL
        ) {table}
        """
    private static let dispositionByFinding: SQL =
        "CREATE INDEX disposition_by_finding ON disposition (office, year, fingerprint, id)"

    /// Where each office and year stands now: a projection of the tables above, kept in the order it is listed.
    private static let standing: SQL = """
        CREATE TABLE report_standing (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            report {int} NOT NULL REFERENCES report (id),
            report_check {int} NOT NULL REFERENCES report_check (id),
            version {int} NOT NULL,
            edition {text} NOT NULL,
            errors {int} NOT NULL,
            warnings {int} NOT NULL,
            notices {int} NOT NULL,
            not_assessable {int} NOT NULL,
            unreadable {int} NOT NULL,
            settled_errors {int} NOT NULL,
            settled_warnings {int} NOT NULL,
            PRIMARY KEY (office, year)
        ) {clustered}
        """
}
