internal import Database

/// The tables of what applicants hand in by themselves: drafts, papers, and the hashes of query codes. All of it is sealed
/// or hashed; none of it is an entry.
enum IntakeSchema {
    static let migration = Migration(
        11, "drafts, papers and query codes of applicants",
        [access, paper, paperByRequest, draft, draftByExpiry, draftFile])

    /// The hash of the code with which an application is followed.
    private static let access: SQL = """
        CREATE TABLE request_access (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            serial {int} NOT NULL,
            code_hash {text} NOT NULL,
            created_at {int} NOT NULL,
            PRIMARY KEY (office, year, serial)
        ) {clustered}
        """

    /// A paper of an application. `label` is its name and kind, sealed apart from the content, so that lists stay cheap.
    private static let paper: SQL = """
        CREATE TABLE request_paper (
            office {int} NOT NULL REFERENCES office (id),
            reference {text} NOT NULL,
            year {int} NOT NULL,
            serial {int} NOT NULL,
            role {text} NOT NULL,
            key_id {text} NOT NULL,
            byte_count {int} NOT NULL,
            received_at {int} NOT NULL,
            label {blob} NOT NULL,
            content {blob} NOT NULL,
            PRIMARY KEY (office, reference)
        ) {table}
        """
    private static let paperByRequest: SQL =
        "CREATE INDEX request_paper_by_request ON request_paper (office, year, serial)"

    /// An application that is being written; known by the digest of a secret in the applicant's browser.
    private static let draft: SQL = """
        CREATE TABLE request_draft (
            id {text} NOT NULL PRIMARY KEY,
            key_id {text} NOT NULL,
            changed_at {int} NOT NULL,
            expires_at {int} NOT NULL,
            sealed {blob} NOT NULL,
            office {int} REFERENCES office (id),
            year {int},
            serial {int}
        ) {table}
        """
    private static let draftByExpiry: SQL = "CREATE INDEX request_draft_by_expiry ON request_draft (expires_at)"

    private static let draftFile: SQL = """
        CREATE TABLE request_draft_file (
            draft {text} NOT NULL REFERENCES request_draft (id),
            number {int} NOT NULL,
            slot {text} NOT NULL,
            byte_count {int} NOT NULL,
            label {blob} NOT NULL,
            content {blob} NOT NULL,
            PRIMARY KEY (draft, number)
        ) {table}
        """
}
