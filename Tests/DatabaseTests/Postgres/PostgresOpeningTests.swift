import Database
import TestSupport
import Testing

@testable import DatabasePostgres

/// What a person is told when the server cannot be used.
@Suite("Opening a database on a server", .overPostgres)
struct PostgresOpeningTests {
    private static let word = "wrong-word-9"

    @Test("each obstacle has its own error, and none tells the password")
    func obstacles() throws {
        let cluster = try #require(PostgresCluster.shared)
        let place = "host=\(cluster.folder) port=\(cluster.port)"
        _ = try? cluster.shell("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
        let cases: [(String, DatabaseErrorKind)] = [
            ("\(place) dbname=postgres user=guarded password=\(Self.word)", .notAdmitted),
            ("\(place) dbname=postgres user=nobody_known password=\(Self.word)", .notAdmitted),
            ("\(place) dbname=nowhere user=office password=\(Self.word)", .noSuchDatabase),
            (cluster.address(schema: "missing"), .noSuchDatabase),
            ("\(place) dbname=ascii user=office password=\(Self.word)", .badSetting),
            ("host=\(cluster.folder)/none dbname=postgres user=office password=\(Self.word)", .unreachable),
            ("host=127.0.0.1 port=1 dbname=postgres user=office password=\(Self.word)", .unreachable),
        ]
        for (address, kind) in cases {
            let error = PostgresFixture.error { () throws(DatabaseError) in
                _ = try PostgresDatabase(PostgresSettings(address: address, reconnectMilliseconds: 0))
            }
            #expect(error?.kind == kind, "\(String(describing: error))")
            #expect(error.map { "\($0)".contains(Self.word) } == false)
            #expect(error?.message.contains("。") == true)
        }
        try PostgresDatabase(
            PostgresSettings(address: "\(place) dbname=postgres user=guarded password=right-word-1")
        ).close()
    }

    @Test("too many connections are told as such, and the one there is goes on")
    func tooMany() throws {
        let cluster = try #require(PostgresCluster.shared)
        let settings = PostgresSettings(address: cluster.address(user: "lonely"), reconnectMilliseconds: 0)
        let database = try PostgresDatabase(settings)
        defer { database.close() }
        let error = PostgresFixture.error { () throws(DatabaseError) in _ = try PostgresDatabase(settings) }
        #expect(error?.kind == .exhausted)
        let answers = try database.write { (transaction) throws(DatabaseError) in try transaction.exists("SELECT 1") }
        #expect(answers)
    }

    @Test("of several hosts the one that answers is used")
    func hosts() throws {
        let cluster = try #require(PostgresCluster.shared)
        let address = cluster.address().replacing("host=", with: "host=/nowhere,127.0.0.1,", maxReplacements: 1)
            .replacing("port=5432", with: "port=5432,1,5432")
        let database = try PostgresDatabase(PostgresSettings(address: address))
        defer { database.close() }
        #expect(try PostgresFixture.answers(database))
    }
}

/// That nothing was left out unseen.
@Suite("Tests over a server")
struct PostgresPresenceTests {
    @Test(
        "continuous integration leaves none of them out",
        .enabled(
            if: TestEnvironment.isContinuousIntegration && !TestEnvironment.isQuick,
            "Left out: this is no run of continuous integration, or ./test --quick was asked for."))
    func isThere() {
        #expect(PostgresCluster.shared != nil, "PostgreSQL is not installed: scripts/install.sh test")
    }
}

/// What needs no server.
@Suite("Addresses and settings of a server")
struct PostgresSettingTests {
    @Test(
        "an address that is not understood is refused without repeating any of it",
        arguments: [
            "mysql://u:secret-word@host/db", "postgresql://u:secret@word@host/db", "postgresql://u:secret/word@host/db",
            "host=localhost secret-word", "postgresql://u:p%ZZsecret-word@host/db", "postgresql://u@h:secret/db",
            "host=localhost nonsense=secret", "postgresql://u@h/db?nonsense=secret", "postgresql://u:a\0secret@h/db",
            "host=a,b,c port=1,2 password=secret", "postgresql://u:#secret@h:5432/db/secret",
        ])
    func malformed(address: String) {
        let error = PostgresFixture.error { () throws(DatabaseError) in
            _ = try PostgresDatabase(PostgresSettings(address: address))
        }
        #expect(error?.kind == .badSetting)
        #expect(error.map { "\($0)".contains("secret") || "\($0)".contains("word@") } == false)
    }

    @Test("hosts are taken apart, and their places name no user and no password")
    func places() throws {
        let places = try [
            "postgresql://u:p@a.example:5433,b.example,[::1]:5434/gongkai?sslmode=require",
            "host=/run/postgresql dbname=gongkai user=u password='a b'", "", "postgresql:///gongkai",
        ].map { try ServerAddress($0).hosts.map(\.place) }
        #expect(
            places == [
                ["a.example:5433/gongkai", "b.example/gongkai", "::1:5434/gongkai"], ["/run/postgresql/gongkai"],
                ["本机"], ["本机/gongkai"],
            ])
        let address = try ServerAddress("postgresql://u:p%40ss@a,b/x?target_session_attrs=primary&connect_timeout=3")
        #expect(address.sessionAttributes == "primary")
        #expect(address.scrubbed("login of p@ss with p@ss failed") == "login of *** with *** failed")
    }

    @Test("settings of the environment replace those shipped")
    func environment() throws {
        let given = [
            "GONGKAI_DATABASE_READS": "host=copy", "GONGKAI_DATABASE_CONNECTIONS": "3",
            "GONGKAI_DATABASE_STATEMENTS": "9", "GONGKAI_DATABASE_CONNECT_SECONDS": "2",
            "GONGKAI_DATABASE_RECONNECT_SECONDS": "0", "GONGKAI_DATABASE_STATEMENT_SECONDS": "600",
            "GONGKAI_DATABASE_LOCK_SECONDS": "4", "GONGKAI_DATABASE_POOL_SECONDS": "6", "GONGKAI_DATABASE_GROUP": "7",
        ]
        let settings = try PostgresSettings.fromEnvironment(address: "x") { given[$0] }
        #expect(settings.readAddress == "host=copy")
        #expect(
            [
                settings.connections, settings.statements, settings.connectMilliseconds,
                settings.reconnectMilliseconds, settings.statementMilliseconds, settings.lockMilliseconds,
                settings.readerMilliseconds, settings.groupTransactions,
            ] == [3, 9, 2_000, 0, 600_000, 4_000, 6_000, 7])
        let shipped = try PostgresSettings.fromEnvironment(address: "x") { _ in "" }
        #expect(shipped.readAddress == nil)
        #expect([shipped.connections, shipped.statementMilliseconds] == [8, 120_000])
    }

    @Test(
        "a setting that is no number or out of range is refused by its name",
        arguments: [
            ("GONGKAI_DATABASE_CONNECTIONS", "0"), ("GONGKAI_DATABASE_CONNECTIONS", "65"),
            ("GONGKAI_DATABASE_LOCK_SECONDS", "ten"), ("GONGKAI_DATABASE_STATEMENT_SECONDS", "1.5"),
            ("GONGKAI_DATABASE_GROUP", "-1"), ("GONGKAI_DATABASE_STATEMENTS", "99999999999999999999"),
        ])
    func badSettings(name: String, value: String) {
        let error = PostgresFixture.error { () throws(DatabaseError) in
            _ = try PostgresSettings.fromEnvironment(address: "x") { $0 == name ? value : nil }
        }
        #expect(error?.kind == .badSetting)
        #expect(error?.message.contains(name) == true)
    }

    @Test("settings out of range are brought into range")
    func ranges() {
        let small = PostgresSettings(
            address: "", connections: 0, statements: 0, connectMilliseconds: 0, reconnectMilliseconds: -1,
            statementMilliseconds: 0, lockMilliseconds: 0, readerMilliseconds: 0, groupTransactions: 0,
            groupMilliseconds: -1)
        #expect(
            [
                small.connections, small.statements, small.connectMilliseconds, small.reconnectMilliseconds,
                small.statementMilliseconds, small.lockMilliseconds, small.readerMilliseconds,
                small.groupTransactions, small.groupMilliseconds,
            ] == [1, 1, 100, 0, 100, 10, 1, 1, 0])
    }

    @Test(
        "the server's states are the kinds of the protocol",
        arguments: [
            ("53100", DatabaseErrorKind.full), ("53200", .noMemory), ("53300", .exhausted), ("28P01", .notAdmitted),
            ("28000", .notAdmitted), ("3D000", .noSuchDatabase), ("57P01", .unreachable), ("57P03", .unreachable),
            ("57014", .timedOut), ("40001", .busy), ("40P01", .busy), ("55P03", .busy), ("25006", .notWritable),
            ("42501", .notWritable), ("XX001", .corrupt), ("58030", .inputOutput), ("54000", .tooBig),
            ("22003", .checkFailed), ("23514", .checkFailed), ("P0001", .checkFailed), ("22021", .unfitValue),
            ("42P01", .badStatement), ("ZZZZZ", .engine),
        ])
    func states(state: String, kind: DatabaseErrorKind) {
        let error = PostgresFailure.error(state, place: "主机/库", isReading: false, detail: "", sql: nil)
        #expect(error.kind == kind)
        #expect(error.extendedCode == Int(state, radix: 36))
        #expect(error.code == Int(state.prefix(2), radix: 36))
        #expect(error.message.hasSuffix("。"))
    }

    @Test("values together are no larger than what one message takes")
    func tooBig() throws {
        var buffer = ParameterBuffer(bound: 10)
        let statement = PreparedStatement(name: "g1", sql: "x", types: [ServerType.text, ServerType.text])
        try buffer.fill([.text("12345"), .text("12345")], for: statement)
        #expect(buffer.size == 10)
        let error = PostgresFixture.error { () throws(DatabaseError) in
            try buffer.fill([.text("12345"), .text("123456")], for: statement)
        }
        #expect(error?.kind == .tooBig)
    }

    @Test("places of the log are compared as numbers")
    func positions() {
        #expect(LogPosition("0/FFFFFFFF") ?? .start < LogPosition("1/0") ?? .start)
        #expect(LogPosition("16/B374D848")?.number == 0x16_b374_d848)
        for text in ["", "1", "1/2/3", "g/1", "1/", "-1/1"] { #expect(LogPosition(text) == nil, "\(text)") }
    }
}
