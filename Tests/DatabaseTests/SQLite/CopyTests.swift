import Database
import DatabaseSQLite
import Foundation
import Synchronization
import TestSupport
import Testing

/// A copy of a file that others write to.
@Suite("Copying a SQLite file")
struct CopyTests {
    private let folder = TemporaryFolder()

    @Test("a copy made under load is whole, holds everything answered before it began, and no half transaction")
    func underLoad() throws {
        let path = folder.file("gongkai.sqlite")
        let database = try SQLiteDatabase(SQLiteSettings(path: path))
        defer { database.close() }
        try ValueTests.makeTable(database)
        let answered = Mutex(0)
        let isDone = Mutex(false)
        let writer = Thread {
            var number = 0
            while !isDone.withLock({ $0 }) {
                let next = number
                _ = try? database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(next)])
                    try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(next + 1)])
                }
                number += 2
                answered.withLock { $0 = next + 2 }
            }
        }
        writer.start()
        defer { isDone.withLock { $0 = true } }
        for round in 0..<5 {
            // The writer has moved on since the last copy.
            let before = answered.withLock { $0 }
            while answered.withLock({ $0 }) < before + 20 { sched_yield() }
            let known = answered.withLock { $0 }
            let copy = folder.file("copy-\(round).sqlite")
            try SQLiteCopy.make(from: path, to: copy)
            #expect(try SQLiteCopy.faults(in: copy).isEmpty)
            let opened = try SQLiteDatabase(SQLiteSettings(path: copy))
            defer { opened.close() }
            let numbers = try opened.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT number FROM kept ORDER BY number") { (row) throws(DatabaseError) in
                    try row.int(0)
                }
            }
            #expect(numbers == Array(0..<numbers.count))
            #expect(numbers.count.isMultiple(of: 2))
            #expect(numbers.count >= known)
        }
    }

    @Test("a copy never overwrites a file, and a missing source leaves nothing")
    func refusals() throws {
        let path = folder.file("gongkai.sqlite")
        try SQLiteDatabase(SQLiteSettings(path: path)).close()
        let taken = folder.file("taken")
        try Data("mine".utf8).write(to: URL(filePath: taken))
        #expect { try SQLiteCopy.make(from: path, to: taken) } throws: {
            ($0 as? DatabaseError)?.message.contains("已经存在") == true
        }
        #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine")
        let target = folder.file("target")
        #expect { try SQLiteCopy.make(from: folder.file("nothing"), to: target) } throws: {
            ($0 as? DatabaseError)?.kind == .cannotOpen
        }
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(!FileManager.default.fileExists(atPath: folder.file("nothing")))
    }

    @Test("a page that was damaged is found")
    func damage() throws {
        let path = folder.file("gongkai.sqlite")
        let database = try SQLiteDatabase(SQLiteSettings(path: path))
        try ValueTests.makeTable(database)
        try database.write { (transaction) throws(DatabaseError) in
            for number in 0..<5_000 {
                try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
            }
        }
        database.close()
        #expect(try SQLiteCopy.faults(in: path).isEmpty)
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: 4_096 * 3)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 2_048))
        try file.close()
        let faults = (try? SQLiteCopy.faults(in: path)) ?? ["refused"]
        #expect(!faults.isEmpty)
    }
}
