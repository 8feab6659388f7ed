internal import Database

/// The tables from which the annual report is counted; all of them follow from the entries.
enum StatisticsSchema {
    static let migration = Migration(
        6, "statistics: applications, cases, facts",
        [requestCount, requestCountByYears, appealCount, factRecord, factRecordBySubject, registerYear])

    /// One row an application that was received in law: five small numbers, the years among them.
    private static let requestCount: SQL = """
        CREATE TABLE request_count (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            serial {int} NOT NULL,
            year_received {int} NOT NULL,
            year_closed {int} NOT NULL,
            applicant {int} NOT NULL,
            result {int} NOT NULL,
            PRIMARY KEY (office, year, serial)
        ) {clustered}
        """
    /// Holds all that is counted, so that the table itself is not touched: an office's year is the stretch of those
    /// closed in it, and one short stretch for every later year of closing.
    private static let requestCountByYears: SQL = """
        CREATE INDEX request_count_by_years ON request_count
            (office, year_closed, year_received, applicant, result, year, serial)
        """

    /// One row a case, with up to two instances.
    private static let appealCount: SQL = """
        CREATE TABLE appeal_count (
            office {int} NOT NULL REFERENCES office (id),
            last_year {int} NOT NULL,
            subject {text} NOT NULL,
            route {text} NOT NULL,
            opened {int} NOT NULL,
            concluded {int},
            result {text} NOT NULL,
            opened_again {int},
            concluded_again {int},
            result_again {text},
            PRIMARY KEY (office, subject)
        ) {clustered}
        """

    /// What each record adds to the facts of a year.
    private static let factRecord: SQL = """
        CREATE TABLE fact_record (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            fact {text} NOT NULL,
            subject_kind {text} NOT NULL,
            subject {text} NOT NULL,
            amount {int} NOT NULL,
            begun {text},
            done {text},
            allowed {int},
            PRIMARY KEY (office, year, fact, subject_kind, subject)
        ) {clustered}
        """
    private static let factRecordBySubject: SQL =
        "CREATE INDEX fact_record_by_subject ON fact_record (office, subject_kind, subject)"

    /// The first year of which an office has an act.
    private static let registerYear: SQL = """
        CREATE TABLE register_year (
            office {int} NOT NULL PRIMARY KEY REFERENCES office (id),
            first_year {int} NOT NULL
        ) {table}
        """
}
