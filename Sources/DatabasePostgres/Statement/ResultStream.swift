internal import CPostgres
internal import Database

/// The answer to one statement, read row by row while it comes.
///
/// The connection can carry one answer at a time: when another statement runs inside the rows of this one, the rest is
/// read into memory first.
final class ResultStream: RowSource {
    private unowned let connection: PostgresConnection
    private let sql: String
    private var waiting: [OpaquePointer] = []
    private var current: OpaquePointer?
    private var row: Int32 = -1
    private var rows: Int32 = 0
    /// True once the server's answer was read to its end.
    private(set) var isComplete = false
    private var failure: DatabaseError?
    /// How many rows the statement inserted, updated or deleted.
    private(set) var changed = 0
    /// True where the statement made, changed or removed tables.
    private(set) var changedSchema = false

    init(_ connection: PostgresConnection, sql: String) {
        self.connection = connection
        self.sql = sql
    }

    deinit {
        for result in waiting { PQclear(result) }
        PQclear(current)
    }

    /// Steps to the next row; false where there is none. Throws what the statement failed with, at its end.
    func advance() throws(DatabaseError) -> Bool {
        row += 1
        while row >= rows {
            PQclear(current)
            current = nil
            rows = 0
            row = 0
            if !waiting.isEmpty {
                show(waiting.removeFirst())
            } else if !isComplete {
                if let result = try connection.nextResult(sql) { take(result) { show($0) } } else { try complete() }
            } else {
                if let failure { throw failure }
                return false
            }
        }
        return true
    }

    /// Reads the rest into memory, so that the connection is free.
    func hold() throws(DatabaseError) {
        while !isComplete {
            if let result = try connection.nextResult(sql) {
                take(result) { waiting.append($0) }
            } else {
                try complete()
            }
        }
    }

    /// Reads the rest and lets go of it.
    func discard() throws(DatabaseError) {
        while !isComplete {
            if let result = try connection.nextResult(sql) { take(result) { PQclear($0) } } else { try complete() }
        }
    }

    /// The server's part is over; what follows the answer on the connection is read too.
    private func complete() throws(DatabaseError) {
        isComplete = true
        try connection.completed(self)
    }

    /// Gives a result with rows on, and keeps what any other result says.
    private func take(_ result: OpaquePointer, _ give: (OpaquePointer) -> Void) {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE:
            note(result)
            give(result)
            return
        case PGRES_COMMAND_OK: note(result)
        case PGRES_EMPTY_QUERY:
            failure = failure ?? connection.failure(.badStatement, detail: "empty statement", sql: sql)
        case PGRES_FATAL_ERROR: failure = failure ?? connection.failure(of: result, sql: sql)
        case PGRES_PIPELINE_ABORTED:
            failure =
                failure ?? connection.controlFailure?.inStatement(sql)
                ?? connection.failure(.engine, detail: "skipped by the server", sql: sql)
        default:
            // A newer library's result with several rows.
            guard PQntuples(result) > 0 else { break }
            give(result)
            return
        }
        PQclear(result)
    }

    private func show(_ result: OpaquePointer) {
        current = result
        rows = PQntuples(result)
    }

    /// What the server says a statement did: `INSERT 0 3`, `CREATE TABLE` …; nothing before its last row.
    private func note(_ result: OpaquePointer) {
        guard let status = PQcmdStatus(result), status.pointee != 0 else { return }
        (changed, changedSchema) = Self.effect(String(cString: status))
    }

    /// How many rows a statement changed, and whether it changed tables, by the server's words.
    static func effect(_ words: String) -> (changed: Int, changedSchema: Bool) {
        let parts = words.split(separator: " ")
        switch parts.first {
        case "INSERT", "UPDATE", "DELETE", "MERGE": return (parts.last.flatMap { Int($0) } ?? 0, false)
        case "CREATE", "ALTER", "DROP": return (0, true)
        default: return (0, false)
        }
    }

    // MARK: The row

    var columnCount: Int { Int(PQnfields(current)) }

    func columnName(at column: Int) -> String { PQfname(current, Int32(column)).map { String(cString: $0) } ?? "" }

    func kind(at column: Int) -> ValueKind {
        guard PQgetisnull(current, row, Int32(column)) == 0 else { return .null }
        switch PQftype(current, Int32(column)) {
        case ServerType.int8, ServerType.int4, ServerType.int2, ServerType.bool, ServerType.oid: return .int64
        case ServerType.float8, ServerType.float4: return .double
        case ServerType.numeric:
            if case .whole = NumericValue(bytes(column)) { return .int64 }
            return .double
        case let type where ServerType.isText(type): return .text
        // Bytes; and whatever type the product does not use comes out as the server's bytes.
        default: return .blob
        }
    }

    func int64(at column: Int) -> Int64 {
        let bytes = bytes(column)
        switch bytes.count {
        case 1: return bytes[0] == 0 ? 0 : 1
        case 2: return Int64(Int16(bitPattern: UInt16(big(bytes))))
        case 4:
            let word = UInt32(big(bytes))
            return PQftype(current, Int32(column)) == ServerType.oid ? Int64(word) : Int64(Int32(bitPattern: word))
        case 8 where PQftype(current, Int32(column)) != ServerType.numeric: return Int64(bitPattern: big(bytes))
        default:
            guard case .whole(let whole) = NumericValue(bytes) else { return 0 }
            return whole
        }
    }

    func double(at column: Int) -> Double {
        let bytes = bytes(column)
        switch PQftype(current, Int32(column)) {
        case ServerType.float8: return Double(bitPattern: big(bytes))
        case ServerType.float4: return Double(Float(bitPattern: UInt32(big(bytes))))
        case ServerType.numeric:
            switch NumericValue(bytes) {
            case .whole(let whole): return Double(whole)
            case .floating(let floating): return floating
            case nil: return 0
            }
        default: return Double(int64(at: column))
        }
    }

    func text(at column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func blob(at column: Int) -> [UInt8] { [UInt8](bytes(column)) }

    private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(current, row, Int32(column)), count: Int(PQgetlength(current, row, Int32(column))))
    }

    /// Up to eight bytes, the greatest first.
    private func big(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0
        for byte in bytes { value = value << 8 | UInt64(byte) }
        return value
    }
}
