internal import Database

/// The table of the numbers of letters: it follows from the entries.
enum LetterSchema {
    static let migration = Migration(17, "the numbers of letters", [letterNumber])

    /// Each number once: the next one of a series follows from the highest.
    private static let letterNumber: SQL = """
        CREATE TABLE letter_number (
            office {int} NOT NULL REFERENCES office (id),
            series {text} NOT NULL,
            letter_year {int} NOT NULL,
            letter_serial {int} NOT NULL,
            year {int} NOT NULL,
            serial {int} NOT NULL,
            letter {int} NOT NULL,
            number {text} NOT NULL,
            PRIMARY KEY (office, series, letter_year, letter_serial)
        ) {clustered}
        """
}
