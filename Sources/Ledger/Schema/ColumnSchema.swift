internal import Database

/// The tables of guides, standard catalogues and empty categories: they follow from the entries.
enum ColumnSchema {
    static let migration = Migration(
        15, "guides, standard catalogues, categories without information, applications by decision",
        [
            guideEdition, catalogueMatter, matterItem, matterItemLatest, matterCount, emptyCategory, requestByDecision,
        ])

    private static let guideEdition: SQL = """
        CREATE TABLE guide_edition (
            office {int} NOT NULL REFERENCES office (id),
            number {int} NOT NULL,
            since {text} NOT NULL,
            content {text} NOT NULL,
            PRIMARY KEY (office, number)
        ) {clustered}
        """

    /// Only what stands in the catalogue.
    private static let catalogueMatter: SQL = """
        CREATE TABLE catalogue_matter (
            office {int} NOT NULL REFERENCES office (id),
            matter {text} NOT NULL,
            since {text} NOT NULL,
            content {text} NOT NULL,
            PRIMARY KEY (office, matter)
        ) {clustered}
        """

    /// The items on line that name a matter.
    private static let matterItem: SQL = """
        CREATE TABLE matter_item (
            office {int} NOT NULL REFERENCES office (id),
            item {text} NOT NULL,
            matter {text} NOT NULL,
            published {text} NOT NULL,
            PRIMARY KEY (office, item)
        ) {clustered}
        """
    private static let matterItemLatest: SQL =
        "CREATE INDEX matter_item_latest ON matter_item (office, matter, published, item)"

    private static let matterCount: SQL = """
        CREATE TABLE matter_count (
            office {int} NOT NULL REFERENCES office (id),
            matter {text} NOT NULL,
            number {int} NOT NULL,
            PRIMARY KEY (office, matter)
        ) {clustered}
        """

    private static let emptyCategory: SQL = """
        CREATE TABLE empty_category (
            office {int} NOT NULL REFERENCES office (id),
            category {text} NOT NULL,
            confirmed {text} NOT NULL,
            reasons {text} NOT NULL,
            PRIMARY KEY (office, category)
        ) {clustered}
        """

    /// Everything that the days to answer are counted from, so that the applications themselves are not read.
    private static let requestByDecision: SQL =
        "CREATE INDEX request_row_by_decision ON request_row (office, decided, rounds, result, received) WHERE decided IS NOT NULL"
}
