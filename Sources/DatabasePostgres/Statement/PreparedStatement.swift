internal import CPostgres
internal import Database

/// A statement that the server keeps prepared on one connection.
final class PreparedStatement {
    /// The name the server knows it by.
    let name: String
    let sql: String
    /// The type of each value, by the server's number, as the server inferred it from the statement.
    let types: [Oid]
    /// When the connection last used it, by the cache's own count.
    var lastUse: UInt64 = 0

    init(name: String, sql: String, types: [Oid]) {
        self.name = name
        self.sql = sql
        self.types = types
    }
}

/// The server's numbers of the types that are sent and read as bytes; they never change.
enum ServerType {
    static let bool: Oid = 16
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let unknown: Oid = 705
    static let fixedText: Oid = 1042
    static let boundedText: Oid = 1043
    static let numeric: Oid = 1700

    static func isText(_ type: Oid) -> Bool {
        switch type {
        case text, boundedText, fixedText, name, unknown: true
        default: false
        }
    }
}
