import Database
import TestSupport
import Testing

/// The contract of `Database`: many statements at once are the same as one after another.
@Suite("Many statements at once")
struct BatchTests {
    @Test("every statement is done and counted, in order", arguments: DatabaseEngine.allCases)
    func counted(engine: DatabaseEngine) throws {
        try engine.withFresh(statements: 2) { database, _ in
            try ValueTests.makeTable(database)
            let counts = try database.write { (transaction) throws(DatabaseError) in
                let inserted = try transaction.execute(
                    "INSERT INTO kept (number, words) VALUES ($1, $2)",
                    each: (0..<1_000).map { [.int($0), .text("第\($0)件")] })
                let mixed = try transaction.executeAll([
                    ("UPDATE kept SET whole = $1 WHERE number < 10", [.int(7)]),
                    ("DELETE FROM kept WHERE whole = $1 AND number > 4", [.int(7)]),
                    ("UPDATE kept SET floating = $1 WHERE number >= 990", [.double(0.5)]),
                    ("INSERT INTO kept (number) VALUES ($1), ($2)", [.int(5), .int(6)]),
                    ("UPDATE kept SET whole = $1 WHERE number < 10", [.int(8)]),
                ])
                return [inserted] + mixed
            }
            #expect(counts == [1_000, 10, 5, 10, 2, 7])
            let sums = try database.read { (transaction) throws(DatabaseError) in
                try transaction.one("SELECT count(*), sum(number), sum(whole), avg(whole), max(words) FROM kept") {
                    (row) throws(DatabaseError) in
                    [try row.int(0), try row.int(1), try row.int(2), Int(try row.double(3))]
                }
            }
            #expect(sums == [997, 499_500 - 24, 56, 8])
        }
    }

    @Test("the first failure is told, and nothing of the transaction is kept", arguments: DatabaseEngine.allCases)
    func failing(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            let error = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(1_000)])
                    try transaction.execute(
                        "INSERT INTO kept (number) VALUES ($1)", each: (0..<2_000).map { [.int($0)] })
                }
            }
            #expect(error?.kind == .notUnique)
            #expect(error?.sql == "INSERT INTO kept (number) VALUES ($1)")
            let unfit = #expect(throws: DatabaseError.self) {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute(
                        "INSERT INTO kept (number, words) VALUES ($1, $2)", each: [[.int(1), .text("a\0")]])
                }
            }
            #expect(unfit?.kind == .unfitValue)
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO kept (number) VALUES ($1)", each: [])
                try transaction.execute("INSERT INTO kept (number) VALUES ($1)", each: [[.int(1)]])
            }
            #expect(try TransactionTests.count(database) == 1)
        }
    }

    @Test("a refusal among kept writes undoes only itself", arguments: DatabaseEngine.allCases)
    func refusals(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            try ValueTests.makeTable(database)
            for number in 0..<60 {
                let kept = try database.decide { (transaction) throws(DatabaseError) -> Decision<Bool> in
                    // Some look only, some do nothing at all.
                    if number % 5 == 0 { return .rollBack(false) }
                    if number % 7 == 0 {
                        return .commit(try transaction.exists("SELECT 1 FROM kept WHERE number = 1"))
                    }
                    try transaction.execute("INSERT INTO kept (number) VALUES ($1)", [.int(number)])
                    return number % 2 == 0 ? .rollBack(false) : .commit(true)
                }
                #expect(kept == (number % 5 != 0 && (number % 2 == 1 || number % 7 == 0)))
            }
            let expected = (0..<60).count { $0 % 5 != 0 && $0 % 7 != 0 && $0 % 2 == 1 }
            #expect(try TransactionTests.count(database) == expected)
        }
    }
}
