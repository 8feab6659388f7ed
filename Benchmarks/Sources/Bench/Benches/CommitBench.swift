internal import Database
internal import DatabaseSQLite
internal import Glibc
internal import Synchronization

/// Commits that are on the disk when they are answered, against a loop that writes a record and calls `fdatasync` for
/// each, in the same folder: records committed a hundred at a time, the group that the writer makes of those that wait; by many
/// threads at a time, each waiting for its own commit; and all in one transaction. On the clock, for it is the disk that is
/// waited for.
struct CommitBench {
    private let setting: BenchSetting
    /// Bytes of a record: an entry of the ledger with its digests has some hundred.
    private static let payload = String(repeating: "a", count: 200)

    init(_ setting: BenchSetting) { self.setting = setting }

    /// The lines of the table.
    func run() throws(BenchFailure) -> [Measure] {
        var group = Measure("commit.group", unit: "µs", isSpeed: true)
        var crowd = Measure("commit.crowd", unit: "µs", isSpeed: true)
        var rows = Measure("commit.rows", unit: "µs", isSpeed: true)
        var alone = Measure("commit.alone", unit: "µs", isSpeed: true)
        do {
            let database = try SQLiteDatabase(SQLiteSettings(path: "\(setting.scratch)/commit.sqlite"))
            defer { database.close() }
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, payload TEXT NOT NULL)")
            }
            for _ in 0..<(setting.isQuick ? 1 : 7) {
                let peer = try syncs(setting.isQuick ? 200 : 3_000)
                group.add(ours: try groups(database, count: setting.isQuick ? 20 : 500), peer: peer)
                crowd.add(ours: try threads(database, writers: 128, each: setting.isQuick ? 20 : 800), peer: peer)
                rows.add(ours: try transaction(database, rows: setting.isQuick ? 1_000 : 50_000), peer: peer)
                alone.add(ours: try threads(database, writers: 1, each: setting.isQuick ? 50 : 1_500), peer: peer)
            }
        } catch let error as DatabaseError {
            throw BenchFailure(error.description)
        } catch let error as BenchFailure {
            throw error
        } catch {
            throw BenchFailure("\(error)")
        }
        return [group, crowd, rows, alone]
    }

    private static let insert: SQL = "INSERT INTO record (payload) VALUES ($1)"

    /// Microseconds a commit, of many writers at a time.
    private func threads(_ database: SQLiteDatabase, writers: Int, each: Int) throws -> Double {
        let failures = Mutex(0)
        let begin = ProcessorTime.wall()
        Crowd.run(writers) { _ in
            for _ in 0..<each {
                do throws(DatabaseError) {
                    try database.write { (transaction) throws(DatabaseError) in
                        _ = try transaction.execute(Self.insert, [.text(Self.payload)])
                    }
                } catch {
                    failures.withLock { $0 += 1 }
                }
            }
        }
        let taken = ProcessorTime.wall() - begin
        let failed = failures.withLock { $0 }
        guard failed == 0 else { throw BenchFailure("\(failed) commits failed") }
        return taken * 1e6 / Double(writers * each)
    }

    /// Microseconds a record, of commits of a hundred.
    private func groups(_ database: SQLiteDatabase, count: Int) throws -> Double {
        let values = Array(repeating: [Value.text(Self.payload)], count: 100)
        let begin = ProcessorTime.wall()
        for _ in 0..<count {
            try database.write { (transaction) throws(DatabaseError) in
                _ = try transaction.execute(Self.insert, each: values)
            }
        }
        return (ProcessorTime.wall() - begin) * 1e6 / Double(count * values.count)
    }

    /// Microseconds a row, of one transaction.
    private func transaction(_ database: SQLiteDatabase, rows: Int) throws -> Double {
        let values = Array(repeating: [Value.text(Self.payload)], count: rows)
        let begin = ProcessorTime.wall()
        try database.write { (transaction) throws(DatabaseError) in
            _ = try transaction.execute(Self.insert, each: values)
        }
        return (ProcessorTime.wall() - begin) * 1e6 / Double(rows)
    }

    /// Microseconds a record, of the loop.
    private func syncs(_ count: Int) throws -> Double {
        let descriptor = creat("\(setting.scratch)/synced", 0o600)
        guard descriptor >= 0 else { throw BenchFailure("the file of the loop cannot be written") }
        defer { close(descriptor) }
        let record = Array(Self.payload.utf8)
        let begin = ProcessorTime.wall()
        for _ in 0..<count {
            guard write(descriptor, record, record.count) == record.count, fdatasync(descriptor) == 0 else {
                throw BenchFailure("the loop could not reach the disk")
            }
        }
        return (ProcessorTime.wall() - begin) * 1e6 / Double(count)
    }
}
