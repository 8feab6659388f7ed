public import Database
internal import Glibc

/// Where a PostgreSQL database is and what it may take.
///
/// The address is libpq's: a URL (`postgresql://user@host:5432/name`) or words (`host=… dbname=…`). Several hosts may be
/// given, parted by commas; the one that takes writes is used. How the connection is guarded is told by its `sslmode`, and
/// what the address leaves out is taken from libpq's own variables and password file.
public struct PostgresSettings: Sendable {
    /// The address of the database.
    public var address: String
    /// The address of a copy that answers reads; nil reads from the database itself.
    ///
    /// While the copy cannot be reached, or has not caught up with what this process wrote, the database itself answers.
    public var readAddress: String?
    /// Connections for reading, at most, to each of the two addresses; opened when needed. One more writes. 1 to 64.
    public var connections: Int
    /// Prepared statements kept on each connection; the one not used for longest goes first. 1 to 10,000.
    public var statements: Int
    /// How long opening a connection to one host may take, in milliseconds. 100 to 600,000.
    public var connectMilliseconds: Int
    /// How long a call tries to connect anew after the server went away, in milliseconds. 0 to 600,000.
    public var reconnectMilliseconds: Int
    /// How long one statement may take, and a transaction may stand still, in milliseconds. 100 to 86,400,000.
    public var statementMilliseconds: Int
    /// How long a write waits for the writes of another program, in milliseconds. 10 to 600,000.
    public var lockMilliseconds: Int
    /// How long a reader waits for a free connection, in milliseconds. 1 to 600,000.
    public var readerMilliseconds: Int
    /// Transactions committed together, at most. 1 to 1,000.
    ///
    /// Beyond some 60 the server keeps the savepoints of a group in a slower place.
    public var groupTransactions: Int
    /// How long a group may take up further transactions, in milliseconds. 0 to 1,000.
    public var groupMilliseconds: Int

    /// Settings for an address, with values that suit an office's server; out of range is brought into range.
    public init(
        address: String, readAddress: String? = nil, connections: Int = 8, statements: Int = 128,
        connectMilliseconds: Int = 5_000, reconnectMilliseconds: Int = 5_000, statementMilliseconds: Int = 120_000,
        lockMilliseconds: Int = 10_000, readerMilliseconds: Int = 10_000, groupTransactions: Int = 50,
        groupMilliseconds: Int = 5
    ) {
        self.address = address
        self.readAddress = readAddress
        self.connections = min(max(connections, 1), 64)
        self.statements = min(max(statements, 1), 10_000)
        self.connectMilliseconds = min(max(connectMilliseconds, 100), 600_000)
        self.reconnectMilliseconds = min(max(reconnectMilliseconds, 0), 600_000)
        self.statementMilliseconds = min(max(statementMilliseconds, 100), 86_400_000)
        self.lockMilliseconds = min(max(lockMilliseconds, 10), 600_000)
        self.readerMilliseconds = min(max(readerMilliseconds, 1), 600_000)
        self.groupTransactions = min(max(groupTransactions, 1), 1_000)
        self.groupMilliseconds = min(max(groupMilliseconds, 0), 1_000)
    }

    /// The settings of the environment over those shipped.
    ///
    /// - Parameters:
    ///   - address: the address of the database.
    ///   - environment: looks a setting up; the environment of the process where left out.
    /// - Throws: `badSetting` where a value is no number or out of range; the message names the setting.
    public static func fromEnvironment(
        address: String, _ environment: (String) -> String? = environmentValue
    ) throws(DatabaseError) -> PostgresSettings {
        var settings = PostgresSettings(address: address)
        if let copy = environment("GONGKAI_DATABASE_READS"), !copy.isEmpty { settings.readAddress = copy }
        for number in numbers {
            guard let text = environment(number.name), !text.isEmpty else { continue }
            guard let value = Int(text), number.range.contains(value) else {
                throw DatabaseError(
                    .badSetting,
                    message: "设置 \(number.name) 应为 \(number.range.lowerBound) 到 \(number.range.upperBound) 之间的整数，"
                        + "请更正后重新启动。")
            }
            settings[keyPath: number.path] = value * number.unit
        }
        return settings
    }

    /// True where an address can be read and a password stands in it.
    public static func carriesPassword(_ address: String) -> Bool {
        guard let address = try? ServerAddress(address), let password = address.password else { return false }
        return !password.isEmpty
    }

    /// A variable of the environment of this process.
    public static func environmentValue(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    private struct Number {
        let name: String
        let range: ClosedRange<Int>
        let path: WritableKeyPath<PostgresSettings, Int>
        var unit = 1
    }

    private static var numbers: [Number] {
        [
            Number(name: "GONGKAI_DATABASE_CONNECTIONS", range: 1...64, path: \.connections),
            Number(name: "GONGKAI_DATABASE_STATEMENTS", range: 1...10_000, path: \.statements),
            Number(
                name: "GONGKAI_DATABASE_CONNECT_SECONDS", range: 1...600, path: \.connectMilliseconds, unit: 1_000),
            Number(
                name: "GONGKAI_DATABASE_RECONNECT_SECONDS", range: 0...600, path: \.reconnectMilliseconds, unit: 1_000),
            Number(
                name: "GONGKAI_DATABASE_STATEMENT_SECONDS", range: 1...86_400, path: \.statementMilliseconds,
                unit: 1_000),
            Number(name: "GONGKAI_DATABASE_LOCK_SECONDS", range: 1...600, path: \.lockMilliseconds, unit: 1_000),
            Number(name: "GONGKAI_DATABASE_POOL_SECONDS", range: 1...600, path: \.readerMilliseconds, unit: 1_000),
            Number(name: "GONGKAI_DATABASE_GROUP", range: 1...1_000, path: \.groupTransactions),
        ]
    }
}
