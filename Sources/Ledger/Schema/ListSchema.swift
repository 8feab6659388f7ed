internal import Database

/// Tables that follow from the entries, for lists.
enum ListSchema {
    static let migration = Migration(
        5, "items, handovers and cases as lists show them",
        [itemRow, itemByStage, itemByPublication, handoverRow, appealRow])

    /// What was entered in error stays in the lists, marked.
    static let voiding = Migration(
        7, "handovers and cases that are void",
        [
            "ALTER TABLE handover_row ADD COLUMN voided {int} NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))",
            "ALTER TABLE appeal_row ADD COLUMN voided {int} NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))",
        ])

    /// The next index number of an office follows from the highest, and no two items have the same.
    static let indexNumbers = Migration(
        8, "items by index number",
        ["CREATE INDEX item_row_by_index ON item_row (office, index_number) WHERE index_number IS NOT NULL"])

    private static let itemRow: SQL = """
        CREATE TABLE item_row (
            office {int} NOT NULL REFERENCES office (id),
            item {text} NOT NULL,
            entries {int} NOT NULL,
            stage {text} NOT NULL,
            version {int} NOT NULL,
            attribute {text} NOT NULL,
            category {text},
            title {text} NOT NULL,
            document_number {text},
            formed {text} NOT NULL,
            due {text},
            index_number {text},
            published {text},
            first_published {text},
            validity {text} NOT NULL,
            assessed {text},
            last_kind {text} NOT NULL,
            last_day {text} NOT NULL,
            PRIMARY KEY (office, item)
        ) {clustered}
        """
    private static let itemByStage: SQL = "CREATE INDEX item_row_by_stage ON item_row (office, stage, due, item)"
    private static let itemByPublication: SQL =
        "CREATE INDEX item_row_by_publication ON item_row (office, published, item) WHERE published IS NOT NULL"

    private static let handoverRow: SQL = """
        CREATE TABLE handover_row (
            office {int} NOT NULL REFERENCES office (id),
            year {int} NOT NULL,
            serial {int} NOT NULL,
            entries {int} NOT NULL,
            items {int} NOT NULL,
            prepared {text} NOT NULL,
            archives {text},
            library {text},
            PRIMARY KEY (office, year, serial)
        ) {clustered}
        """

    private static let appealRow: SQL = """
        CREATE TABLE appeal_row (
            office {int} NOT NULL REFERENCES office (id),
            appeal {text} NOT NULL,
            entries {int} NOT NULL,
            route {text} NOT NULL,
            contested {text} NOT NULL,
            request {text},
            opened {text} NOT NULL,
            instances {int} NOT NULL,
            due {text},
            replied {text},
            concluded {text},
            outcome {text},
            last_kind {text} NOT NULL,
            last_day {text} NOT NULL,
            PRIMARY KEY (office, appeal)
        ) {clustered}
        """
}
