/// Where a SQLite database lies and how much it may take.
public struct SQLiteSettings: Sendable {
    /// The path of the file.
    public var path: String
    /// Connections for reading, at most; opened when needed. 1 to 64.
    public var readers: Int
    /// Compiled statements kept by each connection; the one not used for longest goes first. 1 to 10,000.
    public var statements: Int
    /// How long to wait for another program that holds the file, in milliseconds. 0 to 600,000.
    public var busyMilliseconds: Int
    /// How long a reader waits for a free connection, in milliseconds. 1 to 600,000.
    public var readerMilliseconds: Int
    /// Transactions committed together, at most. 1 to 10,000.
    public var groupTransactions: Int
    /// How long a group may take up further transactions, in milliseconds. 0 to 1,000.
    ///
    /// A group never waits idly: it ends as soon as nobody is in the queue.
    public var groupMilliseconds: Int
    /// Size of the file in pages of 4,096 bytes, at most; nil leaves it to the disk.
    public var maximumPages: Int?
    /// How much of the file readers see as memory in place of reading it piece by piece, in bytes. 0 to 2 GiB less 64 KiB,
    /// which is the most that the library maps; 0 maps nothing. What lies beyond is read, and so is a file that has less than
    /// `leastMapped` when the connection is opened.
    public var mappedBytes: Int
    /// The least size of a file that readers map, 32 MiB.
    public static let leastMapped = 32 << 20

    /// Settings for a file, with values that suit an office's server; out of range is brought into range.
    public init(
        path: String, readers: Int = 8, statements: Int = 128, busyMilliseconds: Int = 5_000,
        readerMilliseconds: Int = 10_000, groupTransactions: Int = 100, groupMilliseconds: Int = 5,
        maximumPages: Int? = nil, mappedBytes: Int = 1 << 30
    ) {
        self.path = path
        self.readers = min(max(readers, 1), 64)
        self.statements = min(max(statements, 1), 10_000)
        self.busyMilliseconds = min(max(busyMilliseconds, 0), 600_000)
        self.readerMilliseconds = min(max(readerMilliseconds, 1), 600_000)
        self.groupTransactions = min(max(groupTransactions, 1), 10_000)
        self.groupMilliseconds = min(max(groupMilliseconds, 0), 1_000)
        self.mappedBytes = min(max(mappedBytes, 0), 0x7fff_0000)
        self.maximumPages = maximumPages.map { min(max($0, 1), 0x3fff_ffff) }
    }
}
