public import Database

/// The documents that came in.
public struct DocumentStore: Sendable {
    let database: any Database

    /// What is known of a document, without its bytes; nil where there is none.
    public func document(_ digest: Digest) throws(DatabaseError) -> SourceDocument? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first(
                "SELECT digest, name, format, byte_count, received_at FROM document WHERE digest = $1",
                [.text(digest.hex)]
            ) { (row) throws(DatabaseError) in
                SourceDocument(
                    digest: try row.digest(0), name: try row.text(1), format: try row.text(2),
                    byteCount: try row.int(3), receivedAt: try row.moment(4))
            }
        }
    }

    /// The bytes of a document; nil where there is none.
    public func bytes(_ digest: Digest) throws(DatabaseError) -> [UInt8]? {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.first("SELECT bytes FROM document WHERE digest = $1", [.text(digest.hex)]) {
                (row) throws(DatabaseError) in try row.blob(0)
            }
        }
    }

    /// Keeps a document unless its bytes are kept already; gives its row number.
    static func keep(
        _ bytes: [UInt8], digest: Digest, name: String, format: String, at now: Moment,
        _ transaction: any WriteTransaction
    ) throws(DatabaseError) -> Int64 {
        if let kept = try transaction.first(
            "SELECT id FROM document WHERE digest = $1", [.text(digest.hex)],
            { (row) throws(DatabaseError) in try row.int64(0) })
        {
            return kept
        }
        return try transaction.one(
            """
            INSERT INTO document (digest, name, format, byte_count, received_at, bytes)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """,
            [
                .text(digest.hex), .text(name), .text(format), .int(bytes.count), .int64(now.milliseconds),
                .blob(bytes),
            ]
        ) { (row) throws(DatabaseError) in try row.int64(0) }
    }
}
