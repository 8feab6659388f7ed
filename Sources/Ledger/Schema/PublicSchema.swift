internal import Database

/// The tables of what everyone may see: they follow from the entries.
enum PublicSchema {
    static let migration = Migration(
        11, "what is on line, for the public",
        [publicItem, latest, ofOffice, ofCategory, ofOfficeCategory, ofTopic, publicCount])

    private static let publicItem: SQL = """
        CREATE TABLE public_item (
            office {int} NOT NULL REFERENCES office (id),
            item {text} NOT NULL,
            state {text} NOT NULL,
            version {int} NOT NULL,
            published {text} NOT NULL,
            first_published {text} NOT NULL,
            withdrawn {text},
            reasons {text},
            title {text} NOT NULL,
            category {text} NOT NULL,
            index_number {text} NOT NULL,
            document_number {text},
            formed {text} NOT NULL,
            document_date {text},
            publisher {text},
            topic {text},
            item_class {text},
            keywords {text} NOT NULL,
            channels {text} NOT NULL,
            validity {text} NOT NULL,
            body {text} NOT NULL,
            changed_at {int} NOT NULL,
            PRIMARY KEY (office, item)
        ) {table}
        """
    private static let latest: SQL =
        "CREATE INDEX public_item_latest ON public_item (published, office, item) WHERE state = 'published'"
    private static let ofOffice: SQL =
        "CREATE INDEX public_item_of_office ON public_item (office, published, item) WHERE state = 'published'"
    private static let ofCategory: SQL =
        "CREATE INDEX public_item_of_category ON public_item (category, published, office, item) WHERE state = 'published'"
    private static let ofOfficeCategory: SQL =
        "CREATE INDEX public_item_of_both ON public_item (office, category, published, item) WHERE state = 'published'"
    private static let ofTopic: SQL =
        "CREATE INDEX public_item_of_topic ON public_item (office, topic, published, item) WHERE state = 'published'"

    /// How many are on line by office, category and year of publication; office 0 stands for all of them, so that the pages
    /// of the whole site count nothing.
    private static let publicCount: SQL = """
        CREATE TABLE public_count (
            office {int} NOT NULL,
            category {text} NOT NULL,
            year {int} NOT NULL,
            number {int} NOT NULL,
            PRIMARY KEY (office, category, year)
        ) {clustered}
        """
}
