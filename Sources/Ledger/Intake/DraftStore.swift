public import Database
public import Disclosure

/// Applications that are being written: sealed, bounded, and forgotten after a time.
public struct DraftStore: Sendable {
    let database: any Database

    /// What came of keeping a draft.
    public enum Outcome: Sendable, Hashable {
        /// It is on the disk.
        case kept
        /// There is no room for more; nothing was changed.
        case full
        /// It became an application in the meantime; nothing was changed.
        case finished
    }

    /// How much may be kept.
    public struct Room: Sendable, Hashable {
        /// How many drafts.
        public var drafts: Int
        /// How many bytes in all drafts together.
        public var bytes: Int

        /// Room.
        public init(drafts: Int, bytes: Int) {
            self.drafts = drafts
            self.bytes = bytes
        }
    }

    /// A draft that has not expired; nil where there is none.
    public func draft(_ id: Digest, at now: Moment) throws(DatabaseError) -> KeptDraft? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                """
                SELECT d.key_id, d.expires_at, d.sealed, o.code, d.year, d.serial
                FROM request_draft d LEFT JOIN office o ON o.id = d.office WHERE d.id = $1 AND d.expires_at > $2
                """, [.text(id.hex), .int64(now.milliseconds)]
            ) { (row) throws(DatabaseError) in
                let number =
                    try row.isNull(4) ? nil : RequestNumber(year: try row.int(4), serial: try row.int(5))
                return KeptDraft(
                    id, key: try row.text(0), expiresAt: try row.moment(1), sealed: try row.blob(2),
                    office: try row.isNull(3) ? nil : try row.agencyCode(3), request: number)
            }
        }
    }

    /// The files of a draft in order.
    ///
    /// - Parameter contents: false for a list only.
    public func files(of id: Digest, contents: Bool) throws(DatabaseError) -> [KeptDraftFile] {
        try database.read { (transaction) throws(DatabaseError) in
            guard contents else {
                return try transaction.all(
                    "SELECT number, slot, byte_count, label FROM request_draft_file WHERE draft = $1 ORDER BY number",
                    [.text(id.hex)]
                ) { (row) throws(DatabaseError) in
                    KeptDraftFile(
                        try row.int(0), in: try row.text(1), byteCount: try row.int(2), label: try row.blob(3),
                        content: [])
                }
            }
            return try transaction.all(
                """
                SELECT number, slot, byte_count, label, content FROM request_draft_file WHERE draft = $1
                ORDER BY number
                """, [.text(id.hex)]
            ) { (row) throws(DatabaseError) in
                KeptDraftFile(
                    try row.int(0), in: try row.text(1), byteCount: try row.int(2), label: try row.blob(3),
                    content: try row.blob(4))
            }
        }
    }

    /// Keeps a draft in the place of what was kept under its name; what has expired is forgotten first.
    ///
    /// - Parameters:
    ///   - files: those to add.
    ///   - removed: the numbers of those to take away.
    ///   - room: how much may be kept in all.
    public func keep(
        _ draft: KeptDraft, adding files: [KeptDraftFile], removing removed: Set<Int>, within room: Room,
        at now: Moment
    ) throws(DatabaseError) -> Outcome {
        try database.decide { (transaction) throws(DatabaseError) in
            try Self.forgetExpired(at: now, transaction)
            let known = try transaction.first(
                "SELECT year FROM request_draft WHERE id = $1", [.text(draft.id.hex)]
            ) { (row) throws(DatabaseError) in try row.isNull(0) ? Outcome.kept : .finished }
            if known == .finished { return .rollBack(.finished) }
            try transaction.execute(
                """
                INSERT INTO request_draft (id, key_id, changed_at, expires_at, sealed) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (id) DO UPDATE SET key_id = excluded.key_id, changed_at = excluded.changed_at,
                    expires_at = excluded.expires_at, sealed = excluded.sealed
                """,
                [
                    .text(draft.id.hex), .text(draft.key), .int64(now.milliseconds),
                    .int64(draft.expiresAt.milliseconds), .blob(draft.sealed),
                ])
            for number in removed.sorted() {
                try transaction.execute(
                    "DELETE FROM request_draft_file WHERE draft = $1 AND number = $2",
                    [.text(draft.id.hex), .int(number)])
            }
            for file in files {
                try transaction.execute(
                    """
                    INSERT INTO request_draft_file (draft, number, slot, byte_count, label, content)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """,
                    [
                        .text(draft.id.hex), .int(file.number), .text(file.slot), .int(file.byteCount),
                        .blob(file.label), .blob(file.content),
                    ])
            }
            return try Self.fits(room, transaction) || (files.isEmpty && known != nil)
                ? .commit(.kept) : .rollBack(.full)
        }
    }

    /// Keeps a draft that has not expired until another moment.
    public func extend(_ id: Digest, until end: Moment, at now: Moment) throws(DatabaseError) {
        try database.decide { (transaction) throws(DatabaseError) in
            try transaction.execute(
                "UPDATE request_draft SET expires_at = $2 WHERE id = $1 AND expires_at > $3 AND year IS NULL",
                [.text(id.hex), .int64(end.milliseconds), .int64(now.milliseconds)])
            return .commit(())
        }
    }

    /// Forgets what has expired, with its files.
    public func forgetExpired(at now: Moment) throws(DatabaseError) {
        try database.decide { (transaction) throws(DatabaseError) in
            try Self.forgetExpired(at: now, transaction)
            return .commit(())
        }
    }

    /// Forgets a draft with its files.
    public func forget(_ id: Digest) throws(DatabaseError) {
        try database.decide { (transaction) throws(DatabaseError) in
            try transaction.execute("DELETE FROM request_draft_file WHERE draft = $1", [.text(id.hex)])
            try transaction.execute("DELETE FROM request_draft WHERE id = $1", [.text(id.hex)])
            return .commit(())
        }
    }

    /// How many drafts are kept, expired ones among them.
    public func count() throws(DatabaseError) -> Int {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT count(*) FROM request_draft") { (row) throws(DatabaseError) in try row.int(0) }
        }
    }

    private static func fits(_ room: Room, _ transaction: any ReadTransaction) throws(DatabaseError) -> Bool {
        let count = try transaction.one("SELECT count(*) FROM request_draft WHERE year IS NULL") {
            (row) throws(DatabaseError) in try row.int(0)
        }
        let bytes = try transaction.one("SELECT coalesce(sum(byte_count), 0) FROM request_draft_file") {
            (row) throws(DatabaseError) in try row.int(0)
        }
        return count <= room.drafts && bytes <= room.bytes
    }

    private static func forgetExpired(at now: Moment, _ transaction: any WriteTransaction) throws(DatabaseError) {
        try transaction.execute(
            "DELETE FROM request_draft_file WHERE draft IN (SELECT id FROM request_draft WHERE expires_at <= $1)",
            [.int64(now.milliseconds)])
        try transaction.execute("DELETE FROM request_draft WHERE expires_at <= $1", [.int64(now.milliseconds)])
    }
}

extension LedgerTransaction {
    /// Marks a draft as having become an application, and forgets its files.
    ///
    /// - Returns: false where it is one already, or is not kept: nothing may be registered from it then.
    public func finish(
        _ draft: Digest, as request: RequestNumber, of office: AgencyCode, key: String, sealed: [UInt8],
        until expiresAt: Moment
    ) throws(DatabaseError) -> Bool {
        guard let id = try OfficeStore.id(office, database) else { return false }
        let count = try database.execute(
            """
            UPDATE request_draft SET office = $2, year = $3, serial = $4, key_id = $5, sealed = $6, expires_at = $7
            WHERE id = $1 AND year IS NULL
            """,
            [
                .text(draft.hex), .int64(id), .int(request.year), .int(request.serial), .text(key), .blob(sealed),
                .int64(expiresAt.milliseconds),
            ])
        guard count == 1 else { return false }
        try database.execute("DELETE FROM request_draft_file WHERE draft = $1", [.text(draft.hex)])
        return true
    }

    /// Marks that something was done in an application, until a moment. It stands among what became part of an application, takes no
    /// room of drafts, and is forgotten with what has expired.
    ///
    /// - Returns: false where it is marked and has not expired: it was done before, by this server or another.
    public func mark(
        _ deed: Digest, in request: RequestNumber, of office: AgencyCode, key: String, until expiresAt: Moment
    ) throws(DatabaseError) -> Bool {
        guard let id = try OfficeStore.id(office, database) else { return false }
        return try database.execute(
            """
            INSERT INTO request_draft (id, key_id, changed_at, expires_at, sealed, office, year, serial)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, expires_at = excluded.expires_at
            WHERE request_draft.expires_at <= excluded.changed_at
            """,
            [
                .text(deed.hex), .text(key), .int64(now.milliseconds), .int64(expiresAt.milliseconds), .blob([]),
                .int64(id), .int(request.year), .int(request.serial),
            ]) == 1
    }
}
