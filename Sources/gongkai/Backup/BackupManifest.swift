/// What a backup holds, as its `manifest.json` says it (`gongkai.backup/1`).
struct BackupManifest: Codable, Equatable, Sendable {
    /// The name of the file in the folder of the backup.
    static let fileName = "manifest.json"
    /// Most bytes of a manifest that are read: an office has a few files beside its database.
    static let sizeLimit = 16 * 1024 * 1024
    /// The schema that this program writes, and the only one it reads.
    static let schema = "gongkai.backup/1"

    /// One file of the backup.
    struct File: Codable, Equatable, Sendable {
        /// Its path below the folder, with `/` between folders.
        var name: String
        /// Its size in bytes.
        var size: Int64
        /// Its SHA-256 in hexadecimal digits.
        var sha256: String
    }

    /// What the chain of an office ended with.
    struct Head: Codable, Equatable, Sendable {
        /// The code of the office.
        var office: String
        /// How many entries its chain has.
        var entries: Int
        /// The digest of the last one.
        var digest: String
    }

    /// Which form the manifest has.
    var schema: String = Self.schema
    /// When the copy was made, as `2026-01-14T08:30:00.123Z`.
    var created: String
    /// The version of the program that made it.
    var program: String
    /// The files, in the order of their names.
    var files: [File]
    /// The ends of the chains, in the order of the codes: what a restored ledger must end with. Nil where the database was of
    /// an older program than made the backup, so that only its pages were looked through.
    var heads: [Head]?
    /// How many entries all chains have together; nil as before.
    var entries: Int?
}
