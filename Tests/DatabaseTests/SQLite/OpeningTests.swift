import Database
import DatabaseSQLite
import Foundation
import TestSupport
import Testing

/// What can go wrong with the file, each with an answer that says how to mend it.
@Suite("Opening a SQLite file")
struct OpeningTests {
    private let folder = TemporaryFolder()

    @Test("missing folders are made, for the running user and group only")
    func missingFolder() throws {
        let path = folder.file("a/b/c/gongkai.sqlite")
        try SQLiteDatabase(SQLiteSettings(path: path)).close()
        #expect(FileManager.default.fileExists(atPath: path))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("a/b"))[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o007 } == 0)
    }

    @Test("a file where the folder should be is refused")
    func fileAsFolder() throws {
        try Data("x".utf8).write(to: URL(filePath: folder.file("plain")))
        expect(.cannotOpen, "不是文件夹", folder.file("plain/gongkai.sqlite"))
        expect(.cannotOpen, "", folder.file("plain/deeper/gongkai.sqlite"))
    }

    @Test("a folder that may not be written is refused, and nothing is made in it")
    func unwritableFolder() throws {
        let locked = folder.file("locked")
        try FileManager.default.createDirectory(atPath: locked, withIntermediateDirectories: true)
        chmod(locked, 0o555)
        defer { chmod(locked, 0o755) }
        asOrdinaryUser {
            expect(.notWritable, "不能写入", locked + "/gongkai.sqlite")
            expect(.notWritable, "不能写入", locked + "/deeper/gongkai.sqlite")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: locked).isEmpty)
    }

    @Test("a file that may not be written is refused")
    func unwritableFile() throws {
        let path = folder.file("gongkai.sqlite")
        try SQLiteDatabase(SQLiteSettings(path: path)).close()
        chmod(folder.path, 0o777)
        chmod(path, 0o444)
        asOrdinaryUser { expect(.notWritable, "不能写入", path) }
    }

    @Test("a file system that takes no folders is refused")
    func noFileSystem() { expect(.cannotOpen, "数据文件夹", "/proc/gongkai-test/gongkai.sqlite") }

    @Test("a folder with the name of the file is refused")
    func folderAsFile() throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("gongkai.sqlite"), withIntermediateDirectories: true)
        expect(.cannotOpen, "无法打开", folder.file("gongkai.sqlite"))
    }

    @Test("a file that is no database is refused and left as it is", arguments: [100, 5_000, 100_000])
    func notADatabase(length: Int) throws {
        let path = folder.file("gongkai.sqlite")
        let bytes = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) })
        try bytes.write(to: URL(filePath: path))
        expect(.notADatabase, "不是公开系统的数据库", path)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test("damage inside the file is reported where it is met")
    func corrupt() throws {
        let path = folder.file("gongkai.sqlite")
        let database = try SQLiteDatabase(SQLiteSettings(path: path))
        try ValueTests.makeTable(database)
        try database.write { (transaction) throws(DatabaseError) in
            for number in 0..<2_000 {
                try transaction.execute(
                    "INSERT INTO kept (number, words) VALUES ($1, $2)", [.int(number), .text("第\(number)件，测试内容")])
            }
        }
        database.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        try handle.seek(toOffset: 8_192)
        handle.write(Data(repeating: 0xA5, count: 40_000))
        try handle.close()
        let damaged = try SQLiteDatabase(SQLiteSettings(path: path))
        defer { damaged.close() }
        let error = #expect(throws: DatabaseError.self) {
            try damaged.read { (transaction) throws(DatabaseError) in
                try transaction.each("SELECT number, words FROM kept ORDER BY number", []) {
                    (_) throws(DatabaseError) in
                }
            }
        }
        #expect(error?.kind == .corrupt)
        #expect(error?.message.contains("备份") == true)
    }

    @Test("a file held by another program is waited for, then refused")
    func locked() throws {
        let path = folder.file("gongkai.sqlite")
        let holder = try SQLiteDatabase(SQLiteSettings(path: path))
        defer { holder.close() }
        try ValueTests.makeTable(holder)
        let other = try SQLiteDatabase(SQLiteSettings(path: path, busyMilliseconds: 0))
        defer { other.close() }
        try holder.write { (_) throws(DatabaseError) in
            let refused = Self.kind { () throws(DatabaseError) in
                _ = try other.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES (1)")
                }
            }
            #expect(refused == .busy)
        }
        try other.write { (transaction) throws(DatabaseError) in
            try transaction.execute("INSERT INTO kept (number) VALUES (1)")
        }
        #expect(try TransactionTests.count(holder) == 1)
    }

    @Test("a full disk undoes the write, and smaller ones go on")
    func full() throws {
        let settings = SQLiteSettings(path: folder.file("gongkai.sqlite"), maximumPages: 40)
        let database = try SQLiteDatabase(settings)
        defer { database.close() }
        try ValueTests.makeTable(database)
        let error = #expect(throws: DatabaseError.self) {
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute(
                    "INSERT INTO kept (number, bytes) VALUES (1, $1)", [.blob([UInt8](repeating: 7, count: 400_000))])
            }
        }
        #expect(error?.kind == .full)
        #expect(error?.message.contains("磁盘") == true)
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute("INSERT INTO kept (number) VALUES (2)")
        }
        #expect(try TransactionTests.count(database) == 1)
    }

    @Test("more readers than connections wait, and are refused in the end")
    func exhausted() throws {
        let settings = SQLiteSettings(path: folder.file("gongkai.sqlite"), readers: 2, readerMilliseconds: 1)
        let database = try SQLiteDatabase(settings)
        defer { database.close() }
        let kind = try database.read { (_) throws(DatabaseError) in
            try database.read { (_) throws(DatabaseError) in
                Self.kind { () throws(DatabaseError) in try database.read { (_) throws(DatabaseError) in } }
            }
        }
        #expect(kind == .exhausted)
        try database.read { (_) throws(DatabaseError) in }
    }

    @Test("a small file is read, a large one is mapped")
    func mapping() throws {
        let path = folder.file("gongkai.sqlite")
        func mapped() throws -> Int {
            let database = try SQLiteDatabase(SQLiteSettings(path: path, mappedBytes: 64 << 20))
            defer { database.close() }
            return try database.read { (transaction) throws(DatabaseError) in
                try transaction.one("PRAGMA mmap_size") { (row) throws(DatabaseError) in try row.int(0) }
            }
        }
        #expect(try mapped() == 0)
        // Beyond its pages a file may have anything: only its size is looked at.
        #expect(truncate(path, SQLiteSettings.leastMapped) == 0)
        #expect(try mapped() == 64 << 20)
    }

    @Test("every limit is brought into its range")
    func limits() {
        let low = SQLiteSettings(
            path: "x", readers: 0, statements: 0, busyMilliseconds: -1, readerMilliseconds: 0, groupTransactions: 0,
            groupMilliseconds: -1, maximumPages: 0, mappedBytes: -1)
        let found = [
            low.readers, low.statements, low.busyMilliseconds, low.readerMilliseconds, low.groupTransactions,
            low.groupMilliseconds, low.maximumPages ?? -1, low.mappedBytes,
        ]
        #expect(found == [1, 1, 0, 1, 1, 0, 1, 0])
        #expect(SQLiteSettings(path: "x", mappedBytes: .max).mappedBytes == 0x7fff_0000)
        let usual = SQLiteSettings(path: "x")
        let kept = [usual.readers, usual.statements, usual.groupTransactions, usual.groupMilliseconds]
        #expect(kept == [8, 128, 100, 5])
    }

    private func expect(_ kind: DatabaseErrorKind, _ words: String, _ path: String) {
        let error = #expect(throws: DatabaseError.self) { try SQLiteDatabase(SQLiteSettings(path: path)).close() }
        #expect(error?.kind == kind)
        #expect(error?.message.contains(words) == true || words.isEmpty)
        #expect(error?.message.contains("请") == true, "the sentence says how to mend it")
    }

    private static func kind(_ body: () throws(DatabaseError) -> Void) -> DatabaseErrorKind? {
        do {
            try body()
            return nil
        } catch {
            return error.kind
        }
    }

    /// Runs with the file rights of an ordinary user; root has every right and would prove nothing.
    ///
    /// The kernel keeps these rights per thread, so tests beside this one keep theirs.
    private func asOrdinaryUser(_ body: () -> Void) {
        typealias SetUser = @convention(c) (uid_t) -> CInt
        guard let symbol = dlsym(nil, "setfsuid") else {
            Issue.record("the system has no setfsuid")
            return
        }
        let setUser = unsafeBitCast(symbol, to: SetUser.self)
        let before = setUser(65_534)
        defer { _ = setUser(uid_t(before)) }
        body()
    }
}
