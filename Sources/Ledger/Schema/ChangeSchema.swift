internal import Database

/// What tells kept pages that they are out of date.
enum ChangeSchema {
    static let migration = Migration(
        15, "which offices changed what the public sees of their items", [publicChange, byNumber])

    /// When an office last changed what the public sees of its items, by the number of `ledger_revision`; office 0 stands for
    /// all of them. It follows from nothing: pages kept by a program live no longer than it.
    private static let publicChange: SQL =
        "CREATE TABLE public_change (office {int} NOT NULL PRIMARY KEY, number {int} NOT NULL) {clustered}"
    private static let byNumber: SQL = "CREATE INDEX public_change_by_number ON public_change (number)"
}
