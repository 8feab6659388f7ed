import Database
import Foundation
import TestSupport
import Testing

@testable import DatabaseSQLite

/// What only this driver does.
@Suite("The SQLite driver", .serialized)
struct DriverTests {
    private let folder = TemporaryFolder()

    @Test("a connection keeps no more compiled statements than its bound, and those used last")
    func cacheBound() throws {
        let connection = try SQLiteConnection(
            SQLiteSettings(path: folder.file("gongkai.sqlite"), statements: 4), role: .writing)
        for round in 0..<50 {
            try connection.control("SELECT 1")
            try connection.control("SELECT \(round) + 100")
            #expect(connection.keptStatements <= 4)
        }
        #expect(connection.keptStatements == 4)
    }

    @Test("the file is kept as the law's figures need: log ahead, forced to the disk, references checked")
    func pragmas() throws {
        let connection = try SQLiteConnection(SQLiteSettings(path: folder.file("gongkai.sqlite")), role: .writing)
        var found: [String] = []
        for pragma in ["journal_mode", "synchronous", "foreign_keys", "trusted_schema"] {
            try connection.run("PRAGMA " + pragma, []) { (row) throws(DatabaseError) in found.append(row.text(at: 0)) }
        }
        #expect(found == ["wal", "2", "1", "0"])
    }

    @Test("opening, using and closing many times leaves no descriptor and no log file behind")
    func descriptors() throws {
        let path = folder.file("gongkai.sqlite")
        for round in 0..<20 {
            let database = try SQLiteDatabase(SQLiteSettings(path: path))
            if round == 0 { try ValueTests.makeTable(database) }
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(round)])
            }
            let count = try database.read { (outer) throws(DatabaseError) in
                _ = try TransactionTests.count(outer)
                return try TransactionTests.count(database)
            }
            #expect(count == round + 1)
            if round % 2 == 0 { database.close() }
        }
        try? Data("no database at all, only text of some length".utf8).write(to: URL(filePath: folder.file("other")))
        for _ in 0..<20 {
            #expect(throws: DatabaseError.self) { try SQLiteDatabase(SQLiteSettings(path: folder.file("other"))) }
        }
        #expect(openDescriptors(under: folder.path) == [])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["gongkai.sqlite", "other"])
    }

    /// The paths under a folder that this process holds open.
    private func openDescriptors(under folder: String) -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return numbers.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
            .filter { $0.hasPrefix(folder) }
    }
}
