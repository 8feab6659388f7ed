internal import Database

/// The tables of the notices by e-mail: up to which entry they were gathered, and what is to be told.
///
/// None of it is an entry: a notice tells of an act and is none. No address and no text stands here.
enum MailSchema {
    static let migration = Migration(21, "notices by e-mail", [cursor, notice, noticeByTime])

    /// One row, from the moment notices are first sent on.
    private static let cursor: SQL =
        "CREATE TABLE mail_cursor (id {int} NOT NULL PRIMARY KEY CHECK (id = 1), entry {int} NOT NULL) {table}"

    private static let notice: SQL = """
        CREATE TABLE mail_notice (
            entry {int} NOT NULL PRIMARY KEY,
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            serial {int} NOT NULL,
            number {int} NOT NULL,
            tries {int} NOT NULL,
            next_at {int} NOT NULL,
            ended_at {int},
            outcome {text},
            code {int}
        ) {table}
        """
    private static let noticeByTime: SQL =
        "CREATE INDEX mail_notice_by_time ON mail_notice (next_at, entry) WHERE ended_at IS NULL"
}
