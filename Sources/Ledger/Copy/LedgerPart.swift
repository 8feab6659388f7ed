internal import CivilTime
internal import Database

/// What says that a ledger begins with the records of one office, taken out of a ledger of several.
///
/// The place of an entry among those of all offices is part of its digest and stays what it was, so that the places of the
/// other offices are empty up to the last entry that was taken over. The row stands for these gaps, and says how many
/// entries there are and with which digest they end, so that nothing can be taken from them unseen.
public struct LedgerPart: Sendable, Hashable {
    /// The office whose records they are.
    public let office: AgencyCode
    /// The place of the last of them among those of all offices.
    public let lastSerial: Int64
    /// How many there are.
    public let entries: Int
    /// The digest of the last.
    public let digest: Digest

    /// The part that entries make up; nil where they are not those of one office, or nothing is missing between them.
    init?(of entries: [RecordedEntry]) {
        guard let last = entries.last, last.serial != entries.count,
            entries.allSatisfy({ $0.office == last.office })
        else { return nil }
        self.init(office: last.office, lastSerial: last.serial, entries: entries.count, digest: last.digest)
    }

    init(office: AgencyCode, lastSerial: Int64, entries: Int, digest: Digest) {
        self.office = office
        self.lastSerial = lastSerial
        self.entries = entries
        self.digest = digest
    }

    /// True where these are the entries it speaks of: those up to its last place.
    func fits(_ all: [RecordedEntry]) -> Bool {
        let own = all.prefix { $0.serial <= lastSerial }
        return own.count == entries && own.last?.serial == lastSerial && own.last?.digest == digest
            && own.allSatisfy { $0.office == office }
    }
}

/// The row of the table `ledger_part`; there is none in a ledger that was begun empty.
enum LedgerPartRow {
    static let migration = Migration(
        14, "ledgers that begin with one office's records",
        [
            """
            CREATE TABLE ledger_part (
                id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
                office {text} NOT NULL,
                last_serial {int} NOT NULL CHECK (last_serial >= 1),
                entries {int} NOT NULL CHECK (entries >= 1),
                digest {text} NOT NULL,
                made_at {int} NOT NULL
            ) {table}
            """, "{append_only} ledger_part",
        ])

    static func read(_ transaction: any ReadTransaction) throws(DatabaseError) -> LedgerPart? {
        try transaction.first("SELECT office, last_serial, entries, digest FROM ledger_part WHERE id = 1", []) {
            (row) throws(DatabaseError) in
            LedgerPart(
                office: try row.agencyCode(0), lastSerial: try row.int64(1), entries: try row.int(2),
                digest: try row.digest(3))
        }
    }

    static func add(_ part: LedgerPart, at now: Moment, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try transaction.execute(
            "INSERT INTO ledger_part (id, office, last_serial, entries, digest, made_at) VALUES (1, $1, $2, $3, $4, $5)",
            [
                .text(part.office.text), .int64(part.lastSerial), .int(part.entries), .text(part.digest.hex),
                .int64(now.milliseconds),
            ])
    }
}
