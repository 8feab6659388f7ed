import Database
import Foundation
import Synchronization
import TestSupport
import Testing

/// The contract of `Database` under many threads.
@Suite("Many writers")
struct GroupCommitTests {
    @Test(
        "every write of many threads is there when it is answered, and after opening again",
        arguments: DatabaseEngine.allCases)
    func allThere(engine: DatabaseEngine) throws {
        let threads = 8
        let writes = 60
        try engine.withFresh { database, again in
            try ValueTests.makeTable(database)
            let missing = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for write in 0..<writes {
                    let number = thread * writes + write
                    do throws(DatabaseError) {
                        try database.write { (transaction) throws(DatabaseError) in
                            try transaction.execute(
                                "INSERT INTO kept (number, words) VALUES ($1, $2)",
                                [.int(number), .text("第\(number)件")])
                        }
                        let there = try database.read { (transaction) throws(DatabaseError) in
                            try transaction.exists("SELECT 1 FROM kept WHERE number = $1", [.int(number)])
                        }
                        if !there { missing.withLock { $0 += 1 } }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            #expect(missing.withLock { $0 } == 0)
            database.close()
            let second = try again()
            #expect(try TransactionTests.count(second) == threads * writes)
            second.close()
        }
    }

    @Test("the failures among many writers leave the others alone", arguments: DatabaseEngine.allCases)
    func failuresAlone(engine: DatabaseEngine) throws {
        let threads = 8
        let writes = 60
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let kept = Mutex<Set<Int>>([])
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                for write in 0..<writes {
                    let number = thread * writes + write
                    // Every third changes a row and then fails on its second statement.
                    let fails = number % 3 == 0
                    do throws(DatabaseError) {
                        try database.write { (transaction) throws(DatabaseError) in
                            try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
                            if fails {
                                try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
                            }
                        }
                        if fails { Issue.record("write \(number) should have failed") }
                        kept.withLock { _ = $0.insert(number) }
                    } catch {
                        if !fails || error.kind != .notUnique { Issue.record(error) }
                    }
                }
            }
            let there = try database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT number FROM kept") { (row) throws(DatabaseError) in try row.int(0) }
            }
            #expect(Set(there) == kept.withLock { $0 })
            #expect(there.count == (0..<threads * writes).count { $0 % 3 != 0 })
        }
    }

    @Test("readers beside writers always see whole transactions", arguments: DatabaseEngine.allCases)
    func wholeTransactions(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let torn = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 6) { thread in
                for step in 0..<60 {
                    do throws(DatabaseError) {
                        if thread < 3 {
                            let number = (thread * 60 + step) * 2
                            try database.write { (transaction) throws(DatabaseError) in
                                try transaction.execute(
                                    "INSERT INTO kept (number, whole) VALUES ($1, 1)", [.int(number)])
                                try transaction.execute(
                                    "INSERT INTO kept (number, whole) VALUES ($1, -1)", [.int(number + 1)])
                            }
                        } else {
                            let sum = try database.read { (transaction) throws(DatabaseError) in
                                try transaction.one("SELECT count(*), coalesce(sum(whole), 0) FROM kept") {
                                    (row) throws(DatabaseError) in try row.int(0) % 2 + abs(row.int(1))
                                }
                            }
                            if sum != 0 { torn.withLock { $0 += 1 } }
                        }
                    } catch {
                        Issue.record(error)
                    }
                }
            }
            #expect(torn.withLock { $0 } == 0)
            #expect(try TransactionTests.count(database) == 360)
        }
    }
}
