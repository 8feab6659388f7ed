internal import CPostgres
internal import Database

/// The values of one execution in the form in which they are sent; its memory is used again by the next.
///
/// Whole and floating numbers, text and bytes go as bytes, so that they arrive exactly. A type that the product has no
/// value for (numeric, truth …) goes as text, which the server reads.
struct ParameterBuffer {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    /// Bytes of all values together, at most: what the server takes in one message, less some.
    let bound: Int

    init(bound: Int = 1_000_000_000) { self.bound = bound }

    /// How many bytes the values take.
    var size: Int { bytes.count }

    /// Takes the values for a statement.
    mutating func fill(_ values: [Value], for statement: PreparedStatement) throws(DatabaseError) {
        bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        guard values.count == statement.types.count else {
            throw .wrongParameterCount(wanted: statement.types.count, given: values.count, sql: statement.sql)
        }
        for (index, value) in values.enumerated() {
            try add(value, number: index + 1, type: statement.types[index], sql: statement.sql)
            guard bytes.count <= bound else {
                throw DatabaseError(
                    .tooBig, message: PostgresFailure.sentence(.tooBig, place: ""), detail: "value $\(index + 1)",
                    sql: statement.sql)
            }
        }
    }

    /// Sends the execution; false where libpq cannot.
    func send(_ name: String, on connection: OpaquePointer) -> Bool {
        // An empty value still has an address: a null pointer would be NULL.
        bytes.withUnsafeBytes { arena in
            withUnsafeBytes(of: UInt8(0)) { nothing in
                let base = (arena.baseAddress ?? nothing.baseAddress)?.assumingMemoryBound(to: CChar.self)
                let pointers = starts.map { start in start < 0 ? nil : base.map { $0 + start } }
                return PQsendQueryPrepared(
                    connection, name, Int32(pointers.count), pointers, lengths, formats, 1) == 1
            }
        }
    }

    private mutating func add(_ value: Value, number: Int, type: Oid, sql: String) throws(DatabaseError) {
        switch value {
        case .null:
            starts.append(-1)
            lengths.append(0)
            formats.append(0)
        case .int64(let whole):
            switch type {
            case ServerType.int8: addBinary(whole)
            case ServerType.int4:
                guard let narrow = Int32(exactly: whole) else { throw unlike(number, value, type, sql) }
                addBinary(narrow)
            case ServerType.int2:
                guard let narrow = Int16(exactly: whole) else { throw unlike(number, value, type, sql) }
                addBinary(narrow)
            case ServerType.float8: addBinary(Double(whole).bitPattern)
            case ServerType.bytes: throw unlike(number, value, type, sql)
            default: addText(String(whole))
            }
        case .double(let floating):
            guard !floating.isNaN else { throw .unfitValue(number, why: "not a number", sql: sql) }
            switch type {
            case ServerType.float8: addBinary(floating.bitPattern)
            case ServerType.int8, ServerType.int4, ServerType.int2:
                guard let whole = Int64(exactly: floating) else { throw unlike(number, value, type, sql) }
                try add(.int64(whole), number: number, type: type, sql: sql)
            case ServerType.bytes, ServerType.bool: throw unlike(number, value, type, sql)
            default: addText("\(floating)")
            }
        case .text(var text):
            let hasNull = text.withUTF8 { $0.contains(0) }
            guard !hasNull else { throw .unfitValue(number, why: "U+0000 in text", sql: sql) }
            switch type {
            case _ where ServerType.isText(type): add(bytesOf: text.utf8, format: 1)
            case ServerType.int8, ServerType.int4, ServerType.int2, ServerType.float8, ServerType.bytes,
                ServerType.bool:
                throw unlike(number, value, type, sql)
            default: addText(text)
            }
        case .blob(let blob):
            guard type == ServerType.bytes else { throw unlike(number, value, type, sql) }
            add(bytesOf: blob, format: 1)
        }
    }

    private mutating func add(bytesOf content: some Collection<UInt8>, format: Int32) {
        let start = bytes.count
        bytes.append(contentsOf: content)
        starts.append(start)
        lengths.append(Int32(clamping: bytes.count - start))
        formats.append(format)
    }

    private mutating func addBinary(_ number: some FixedWidthInteger) {
        let start = bytes.count
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        starts.append(start)
        lengths.append(Int32(bytes.count - start))
        formats.append(1)
    }

    /// Text that the server reads as its type says; libpq wants a byte of nought behind it.
    private mutating func addText(_ text: String) {
        add(bytesOf: text.utf8, format: 0)
        bytes.append(0)
    }

    private func unlike(_ number: Int, _ value: Value, _ type: Oid, _ sql: String) -> DatabaseError {
        DatabaseError(
            .checkFailed, code: Int("22", radix: 36) ?? 0, message: PostgresFailure.sentence(.checkFailed, place: ""),
            detail: "value $\(number): \(value.kind.rawValue) does not fit the type \(type)", sql: sql)
    }
}
