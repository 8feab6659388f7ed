import Database
import DatabaseSQLite
import Foundation
import TestSupport
import Testing

/// A process that is killed in the middle of its work loses nothing that it was told is kept.
@Suite("Crashes")
struct CrashTests {
    @Test("a writer killed under load loses no answered row and keeps no half transaction", arguments: 1...3)
    func killed(round: Int) async throws {
        let folder = TemporaryFolder()
        let path = folder.file("gongkai.sqlite")
        let answered = folder.file("answered")
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, answered = answered as String, round = round as Int] in
            let database = try SQLiteDatabase(SQLiteSettings(path: path))
            try ValueTests.makeTable(database)
            let log = open(answered, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                for write in 0..<1_000 {
                    let number = (thread * 1_000 + write) * 2
                    _ = try? database.write { (transaction) throws(DatabaseError) in
                        try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
                        try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number + 1)])
                    }
                    // One write of the system a line: whole even when another thread ends the process.
                    let line = Array("\(number)\n".utf8)
                    _ = Glibc.write(log, line, line.count)
                    if thread == round, write == 40 * round { kill(getpid(), SIGKILL) }
                }
            }
        }
        let lines = try String(contentsOfFile: answered, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
        #expect(lines.count > 40)
        let database = try SQLiteDatabase(SQLiteSettings(path: path))
        defer { database.close() }
        try database.read { (transaction) throws(DatabaseError) in
            let there = Set(
                try transaction.all("SELECT number FROM kept", []) { (row) throws(DatabaseError) in try row.int(0) })
            #expect(lines.allSatisfy { there.contains($0) && there.contains($0 + 1) })
            #expect(there.allSatisfy { there.contains($0 ^ 1) })
            let verdict = try transaction.one("PRAGMA integrity_check") { (row) throws(DatabaseError) in try row.text(0)
            }
            #expect(verdict == "ok")
        }
    }
}
