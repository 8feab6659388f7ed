internal import CSQLite
internal import Database

/// One compiled statement of one connection.
///
/// `$1`, `$2` … are named parameters to SQLite, numbered in order of first appearance; the number in the name decides
/// which value goes where.
final class PreparedStatement: RowSource {
    let handle: OpaquePointer
    let sql: String
    let columnCount: Int
    /// For each parameter of SQLite's, counted from 0, the place of its value.
    private let places: [Int]
    /// How many values the statement needs.
    private let valueCount: Int
    /// True where running it cannot change the database.
    let isReadOnly: Bool
    /// When the connection last used it, by the cache's own count.
    var lastUse: UInt64 = 0
    /// True from the first step to the reset, so that a statement is not run inside itself.
    var isRunning = false

    /// Compiles one statement.
    init(_ sql: String, connection: OpaquePointer, path: String) throws(DatabaseError) {
        var handle: OpaquePointer?
        var text = sql
        let (status, rest) = text.withUTF8 { bytes -> (Int32, Int) in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let status = sqlite3_prepare_v3(
                    connection, characters.baseAddress, Int32(clamping: characters.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
                guard let start = characters.baseAddress, let tail else { return (status, characters.count) }
                return (status, tail - start)
            }
        }
        guard status == SQLITE_OK else { throw SQLiteFailure.last(connection, path: path, sql: sql) }
        guard let handle else { throw Self.malformed(sql, "empty statement") }
        guard sql.utf8.dropFirst(rest).allSatisfy({ $0 == 0x20 || $0 == 0x0a || $0 == 0x09 || $0 == 0x3b }) else {
            sqlite3_finalize(handle)
            throw Self.malformed(sql, "more than one statement")
        }
        var places: [Int] = []
        for index in 0..<Int(sqlite3_bind_parameter_count(handle)) {
            guard let name = sqlite3_bind_parameter_name(handle, Int32(index + 1)),
                let number = Self.number(String(cString: name))
            else {
                sqlite3_finalize(handle)
                throw Self.malformed(sql, "parameter \(index + 1) is not $1, $2 …")
            }
            places.append(number - 1)
        }
        let count = (places.max() ?? -1) + 1
        guard Set(places).count == count else {
            sqlite3_finalize(handle)
            throw Self.malformed(sql, "a number below $\(count) does not occur")
        }
        self.handle = handle
        self.sql = sql
        self.places = places
        valueCount = count
        columnCount = Int(sqlite3_column_count(handle))
        isReadOnly = sqlite3_stmt_readonly(handle) != 0
    }

    deinit { sqlite3_finalize(handle) }

    private static func number(_ name: String) -> Int? {
        guard name.utf8.first == UInt8(ascii: "$"), let number = Int(name.dropFirst()), number > 0 else { return nil }
        return number
    }

    private static func malformed(_ sql: String, _ detail: String) -> DatabaseError {
        DatabaseError(
            .badStatement, message: SQLiteFailure.sentence(.badStatement, path: ""), detail: detail, sql: sql)
    }

    /// Gives every parameter its value.
    func bind(_ values: [Value], connection: OpaquePointer, path: String) throws(DatabaseError) {
        guard values.count == valueCount else {
            throw .wrongParameterCount(wanted: valueCount, given: values.count, sql: sql)
        }
        for (index, place) in places.enumerated() {
            guard try bind(values[place], number: place + 1, to: Int32(index + 1)) == SQLITE_OK else {
                throw SQLiteFailure.last(connection, path: path, sql: sql)
            }
        }
    }

    private func bind(_ value: Value, number: Int, to index: Int32) throws(DatabaseError) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .int64(let whole): return sqlite3_bind_int64(handle, index, whole)
        case .double(let floating):
            // SQLite would keep not-a-number as null.
            guard !floating.isNaN else { throw .unfitValue(number, why: "not a number", sql: sql) }
            return sqlite3_bind_double(handle, index, floating)
        case .text(var text):
            let status = text.withUTF8 { bytes -> Int32? in
                guard let start = bytes.baseAddress else { return gongkai_sqlite3_bind_text(handle, index, "", 0) }
                guard !bytes.contains(0) else { return nil }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    gongkai_sqlite3_bind_text(handle, index, $0, UInt64(bytes.count))
                }
            }
            guard let status else { throw .unfitValue(number, why: "U+0000 in text", sql: sql) }
            return status
        case .blob(let bytes):
            // A null pointer would be bound as null: no bytes are bound by their length.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                gongkai_sqlite3_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
            }
        }
    }

    /// Ends a run and lets go of the values.
    func reset() {
        sqlite3_reset(handle)
        if valueCount > 0 { sqlite3_clear_bindings(handle) }
        isRunning = false
    }

    func columnName(at column: Int) -> String {
        sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
    }

    func kind(at column: Int) -> ValueKind {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_INTEGER: .int64
        case SQLITE_FLOAT: .double
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    func int64(at column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
    func double(at column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

    func text(at column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return CheckedText.string(UnsafeBufferPointer(start: start, count: count))
    }

    func blob(at column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}
