internal import CSQLite
internal import Database
internal import Glibc

/// One connection to the file. Opened without the library's own locks: one thread at a time uses it.
///
/// Not `Sendable`: the pool and the writer that own connections say what protects them.
final class SQLiteConnection {
    /// `copying` reads only too, but the engine takes its copy into another file for writing.
    enum Role { case reading, copying, writing }

    let handle: OpaquePointer
    let path: String
    let role: Role
    private var cache: StatementCache

    /// Opens the file and sets the connection up; an opened handle is given back when a later step fails.
    init(_ settings: SQLiteSettings, role: Role) throws(DatabaseError) {
        path = settings.path
        self.role = role
        cache = StatementCache(bound: settings.statements)
        _ = SQLiteLibrary.configured
        var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        if role == .writing { flags |= SQLITE_OPEN_CREATE }
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(settings.path, &opened, flags, nil)
        guard status == SQLITE_OK, let opened else {
            let failure =
                opened == nil
                ? SQLiteFailure.error(SQLITE_NOMEM, path: settings.path, detail: "no handle")
                : SQLiteFailure.last(opened, path: settings.path)
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
        sqlite3_busy_timeout(handle, Int32(clamping: settings.busyMilliseconds))
        for (option, on) in [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
        ] {
            _ = gongkai_sqlite3_db_config(handle, Int32(option), Int32(on))
        }
        // From here on every stored property is set: a failure runs deinit, which closes the handle.
        let search = try FullTextEngine(of: handle, path: path)
        try SearchTokenizer.register(with: search)
        try PhrasePlace.register(with: search)
        try command("PRAGMA foreign_keys = ON")
        switch role {
        case .writing:
            try command("PRAGMA journal_mode = WAL")
            try command("PRAGMA synchronous = FULL")
            // What a large transaction wrote is looked at again while it goes on: 32 MiB of it stay at hand.
            try command("PRAGMA cache_size = -32768")
            // A log that a burst made long is cut back to 64 MiB when it starts over.
            try command("PRAGMA journal_size_limit = 67108864")
            // Rows that REPLACE removes are removed before the eyes of the triggers that keep rows.
            try command("PRAGMA recursive_triggers = ON")
            if let pages = settings.maximumPages { try command("PRAGMA max_page_count = \(pages)") }
        case .reading:
            try command("PRAGMA query_only = ON")
            // A small file lies in the connection's own cache anyway, and mapped it would count once for each of them.
            let isLarge = Self.size(of: settings.path) >= SQLiteSettings.leastMapped
            try command("PRAGMA mmap_size = \(isLarge ? settings.mappedBytes : 0)")
        case .copying:
            break
        }
    }

    private static func size(of path: String) -> Int {
        var file = stat()
        return stat(path, &file) == 0 ? Int(file.st_size) : 0
    }

    deinit {
        cache.empty()
        sqlite3_close_v2(handle)
    }

    /// How many compiled statements are kept.
    var keptStatements: Int { cache.count }
    /// True outside every transaction; the library leaves one by itself after some failures (disk full).
    var isIdle: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Runs a statement of our own that is not worth keeping.
    private func command(_ sql: String) throws(DatabaseError) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            throw SQLiteFailure.last(handle, path: path, sql: sql)
        }
    }

    /// Runs a kept statement without values or rows (BEGIN, SAVEPOINT …).
    func control(_ sql: String) throws(DatabaseError) {
        try run(sql, []) { _ throws(DatabaseError) in }
    }

    /// Runs a kept statement, calling `body` on each row.
    func run(_ sql: String, _ values: [Value], _ body: (PreparedStatement) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        let statement = try cache.statement(sql, connection: handle, path: path)
        defer { statement.reset() }
        statement.isRunning = true
        try statement.bind(values, connection: handle, path: path)
        while true {
            switch sqlite3_step(statement.handle) {
            case SQLITE_ROW: try body(statement)
            case SQLITE_DONE: return
            default: throw failure(sql)
            }
        }
    }

    /// Runs a kept statement that changes something, and counts the rows it changed itself (not by triggers).
    func change(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int {
        let before = sqlite3_total_changes64(handle)
        try run(sql, values) { _ throws(DatabaseError) in }
        // The library keeps the count of the last INSERT, UPDATE or DELETE through every other statement.
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    /// Runs statements that change something, one after another, and counts the rows of each; one that comes again and again
    /// is looked up once.
    func changeAll(_ statements: [(sql: SQL, values: [Value])]) throws(DatabaseError) -> [Int] {
        var counts: [Int] = []
        counts.reserveCapacity(statements.count)
        var running: PreparedStatement?
        defer { running?.reset() }
        for (sql, values) in statements {
            let statement: PreparedStatement
            if let same = running, same.sql == sql.text {
                statement = same
            } else {
                running?.reset()
                running = nil
                statement = try cache.statement(sql.text, connection: handle, path: path)
                statement.isRunning = true
                running = statement
            }
            let before = sqlite3_total_changes64(handle)
            try statement.bind(values, connection: handle, path: path)
            var status = sqlite3_step(statement.handle)
            while status == SQLITE_ROW { status = sqlite3_step(statement.handle) }
            guard status == SQLITE_DONE else { throw failure(sql.text) }
            counts.append(sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle)))
            sqlite3_reset(statement.handle)
        }
        return counts
    }

    private func failure(_ sql: String) -> DatabaseError {
        let error = SQLiteFailure.last(handle, path: path, sql: sql)
        guard role == .reading, error.kind == .notWritable else { return error }
        return DatabaseError(
            .readOnlyTransaction, code: error.code, extendedCode: error.extendedCode,
            message: SQLiteFailure.sentence(.readOnlyTransaction, path: path), detail: error.detail, sql: sql)
    }
}

/// Settings of the library for the whole process, made once before its first use.
enum SQLiteLibrary {
    static let configured: Bool = {
        // No locks in connections, and no counting of memory, which takes a lock all threads share. When another part
        // of the process was first the calls are refused, which costs speed only.
        let threads = gongkai_sqlite3_config_multithread()
        let memory = gongkai_sqlite3_config_memory_status(0)
        return sqlite3_initialize() == SQLITE_OK && threads == SQLITE_OK && memory == SQLITE_OK
    }()
}
