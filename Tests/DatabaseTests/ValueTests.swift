import Database
import TestSupport
import Testing

/// The contract of `Database`: values go in and come out as they were, on every engine.
@Suite("Values in a database")
struct ValueTests {
    static let cases: [Value] = [
        .null, .int64(0), .int64(1), .int64(-1), .int64(.max), .int64(.min), .double(0), .double(-0.5),
        .double(1e308), .double(.leastNonzeroMagnitude), .text(""), .text("0"), .text(" "), .text("年报"),
        .text("\u{20BB7}野家 〔2021〕30号\n\t'\";--\u{FEFF}"), .text(String(repeating: "公", count: 100_000)), .blob([]),
        .blob([0]), .blob([0, 255, 39, 34]), .blob(Array("年报".utf8)),
    ]

    @Test("every kind of value comes back as it went in", arguments: DatabaseEngine.allCases)
    func roundTrip(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            for (number, value) in Self.cases.enumerated() {
                let column: SQL =
                    switch value.kind {
                    case .int64: "whole"
                    case .double: "floating"
                    case .text, .null: "words"
                    case .blob: "bytes"
                    }
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute(
                        "INSERT INTO kept (number, " + column + ") VALUES ($1, $2)", [.int(number), value])
                }
                let back = try database.read { (transaction) throws(DatabaseError) in
                    try transaction.one("SELECT " + column + " FROM kept WHERE number = $1", [.int(number)]) {
                        (row) throws(DatabaseError) in try row.value(0)
                    }
                }
                #expect(back == value)
            }
        }
    }

    @Test("null, empty text, no bytes and nought stay apart", arguments: DatabaseEngine.allCases)
    func apart(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    "INSERT INTO kept (number, whole, words, bytes) VALUES (1, $1, $2, $3), (2, NULL, NULL, NULL)",
                    [.int(0), .text(""), .blob([UInt8]())])
            }
            try database.read { (transaction) throws(DatabaseError) in
                let rows = try transaction.all("SELECT whole, words, bytes FROM kept ORDER BY number") {
                    (row) throws(DatabaseError) in
                    (try row.optionalInt(0), try row.optionalText(1), try row.optionalBlob(2))
                }
                #expect(rows.count == 2)
                #expect(rows[0] == (0, "", []))
                #expect(rows[1] == (nil, nil, nil))
            }
        }
    }

    @Test("four million bytes come back byte for byte", arguments: DatabaseEngine.allCases)
    func bigBytes(engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: 4)
        let bytes = (0..<4_000_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number, bytes) VALUES (1, $1)", [.blob(bytes)])
            }
            let back = try database.read { (transaction) throws(DatabaseError) in
                try transaction.one("SELECT bytes FROM kept") { (row) throws(DatabaseError) in try row.blob(0) }
            }
            #expect(back == bytes)
        }
    }

    @Test(
        "a value that an engine could not keep is refused",
        arguments: DatabaseEngine.allCases, [Value.text("a\0b"), .double(.nan)])
    func unfit(engine: DatabaseEngine, value: Value) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number, words) VALUES (1, $1)", [value])
                }
            }
            #expect(error?.kind == .unfitValue)
            #expect(error?.message.contains("“words”") == true)
        }
    }

    @Test("placeholders go by their number, may repeat and may come in any order", arguments: DatabaseEngine.allCases)
    func placeholders(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    "INSERT INTO kept (words, number, whole) VALUES ($2, $1, $1)", [.int(7), .text("七")])
            }
            try database.read { (transaction) throws(DatabaseError) in
                let found = try transaction.one("SELECT words, whole FROM kept WHERE number = $1", [.int(7)]) {
                    (row) throws(DatabaseError) in (try row.text(0), try row.int(1))
                }
                #expect(found == ("七", 7))
            }
            #expect(SQL.placeholders(3, from: 2).text == "$2, $3, $4")
            #expect(SQL.placeholders(0).text == "")
        }
    }

    @Test("hostile text in a value stays a value", arguments: DatabaseEngine.allCases)
    func hostile(engine: DatabaseEngine) throws {
        let texts = [
            "'; DROP TABLE kept; --", "\" OR 1=1 --", "$1", "%' OR '1'='1", "\\'; DELETE FROM kept; --", "{blob}",
            "?1", ":name", "'||(SELECT 1)||'", "/* */",
        ]
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            for (number, text) in texts.enumerated() {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute(
                        "INSERT INTO kept (number, words) VALUES ($1, $2)", [.int(number), .text(text)])
                }
            }
            try database.read { (transaction) throws(DatabaseError) in
                for (number, text) in texts.enumerated() {
                    let found = try transaction.all("SELECT number FROM kept WHERE words = $1", [.text(text)]) {
                        (row) throws(DatabaseError) in try row.int(0)
                    }
                    #expect(found == [number])
                }
            }
        }
    }

    @Test("a wrong type is an error that names the column and not its content", arguments: DatabaseEngine.allCases)
    func wrongType(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number, words, whole) VALUES (1, $1, 2)", [.text("张三")])
            }
            try database.read { (transaction) throws(DatabaseError) in
                try transaction.each("SELECT words, bytes, whole FROM kept", []) { (row) throws(DatabaseError) in
                    Self.expectWrongType("words") { () throws(DatabaseError) in _ = try row.int(0) }
                    Self.expectWrongType("words") { () throws(DatabaseError) in _ = try row.blob(0) }
                    Self.expectWrongType("bytes") { () throws(DatabaseError) in _ = try row.blob(1) }
                    Self.expectWrongType("whole") { () throws(DatabaseError) in _ = try row.text(2) }
                    Self.expectWrongType("whole") { () throws(DatabaseError) in _ = try row.bool(2) }
                    let outside = Self.error { () throws(DatabaseError) in _ = try row.int(3) }
                    #expect(outside?.kind == .noSuchColumn)
                    let before = Self.error { () throws(DatabaseError) in _ = try row.int(-1) }
                    #expect(before?.kind == .noSuchColumn)
                    #expect(try row.double(2) == 2)
                }
            }
        }
    }

    @Test("the wrong number of values is refused before anything runs", arguments: DatabaseEngine.allCases)
    func wrongCount(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try Self.makeTable(database)
            for values in [[], [Value.int(1)], [.int(1), .int(2), .int(3)]] {
                let error = #expect(throws: DatabaseError.self) {
                    try database.write { (transaction) throws(DatabaseError) in
                        try transaction.execute("INSERT INTO kept (number, whole) VALUES ($1, $2)", values)
                    }
                }
                #expect(error?.kind == .wrongParameterCount)
            }
        }
    }

    private static func expectWrongType(_ column: String, _ body: () throws(DatabaseError) -> Void) {
        let error = error(body)
        #expect(error?.kind == .wrongType)
        #expect(error?.message.contains(column) == true)
        #expect(error.map { "\($0)".contains("张三") } == false)
    }

    private static func error(_ body: () throws(DatabaseError) -> Void) -> DatabaseError? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }

    static func makeTable(_ database: any Database) throws(DatabaseError) {
        let statement = database.dialect.render(
            """
            CREATE TABLE kept (
                number {int} NOT NULL PRIMARY KEY, whole {int}, floating {double}, words {text}, bytes {blob}
            ) {table}
            """)
        try database.write { (transaction) throws(DatabaseError) in try transaction.execute(statement) }
    }
}
