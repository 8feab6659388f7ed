import Database
import Foundation
import TestSupport
import Testing

@testable import DatabasePostgres

/// A server with a copy that follows it. Each test has servers of its own.
@Suite("A server with a copy", .overPostgres)
struct PostgresCopyTests {
    @Test("reads go to the copy when it has caught up, and to the server itself when it has not or is gone")
    func copy() throws {
        let cluster = try PostgresCluster()
        // The schema stands before the copy is made: a copy that lacks it would be left alone for a while.
        let schema = try cluster.freshSchema()
        let follower = try PostgresCluster(following: cluster)
        let settings = PostgresSettings(
            address: cluster.address(schema: schema), readAddress: follower.address(schema: schema))
        let database = try PostgresDatabase(settings)
        defer { database.close() }
        try ValueTests.makeTable(database)
        for number in 0..<50 {
            try PostgresFixture.insert(number, database)
            // Whoever wrote sees it, wherever the read goes.
            #expect(try TransactionTests.count(database) == number + 1)
        }
        var tries = 0
        while try !Self.isOnCopy(database), tries < 2_000 { tries += 1 }
        #expect(try Self.isOnCopy(database))
        #expect(database.reader.connections.copy >= 1)
        follower.halt()
        #expect(try !Self.isOnCopy(database))
        #expect(try TransactionTests.count(database) == 50)
        try follower.start()
        // The copy alone is no database to write to.
        let error = PostgresFixture.error { () throws(DatabaseError) in
            _ = try PostgresDatabase(
                PostgresSettings(address: follower.address(schema: schema), reconnectMilliseconds: 0))
        }
        #expect(error?.kind == .notWritable)
        #expect(error?.message.contains("只读的备库") == true)
    }

    @Test("a read that finds its copy gone before it saw anything goes to the server itself")
    func goneInRead() throws {
        let cluster = try PostgresCluster()
        let schema = try cluster.freshSchema()
        let follower = try PostgresCluster(following: cluster)
        let database = try PostgresDatabase(
            PostgresSettings(address: cluster.address(schema: schema), readAddress: follower.address(schema: schema)))
        defer { database.close() }
        #expect(try Self.isOnCopy(database))
        let isOnCopy = try database.read { (transaction) throws(DatabaseError) in
            follower.halt("kill")
            return try transaction.one("SELECT pg_is_in_recovery()") { (row) throws(DatabaseError) in try row.bool(0) }
        }
        #expect(!isOnCopy)
        #expect(database.reader.connections.main == 1)
        #expect(try !Self.isOnCopy(database))
        try follower.start()
    }

    @Test("when the copy takes over, the next write finds it among the hosts of the address")
    func takeover() throws {
        let cluster = try PostgresCluster()
        let schema = try cluster.freshSchema()
        let follower = try PostgresCluster(following: cluster)
        let address = cluster.address(schema: schema)
            .replacing("host=", with: "host=\(follower.folder),", maxReplacements: 1)
            .replacing("port=5432", with: "port=5432,5432")
        let database = try PostgresDatabase(PostgresSettings(address: address, reconnectMilliseconds: 60_000))
        defer { database.close() }
        try ValueTests.makeTable(database)
        try PostgresFixture.insert(1, database)
        var tries = 0
        while try follower.shell("SELECT to_regclass('\(schema).kept') IS NOT NULL").hasPrefix("f"), tries < 500 {
            tries += 1
        }
        while try follower.shell("SELECT count(*) FROM \(schema).kept").hasPrefix("0"), tries < 500 { tries += 1 }
        cluster.halt("kill")
        // Until it has taken over nobody takes writes, which is told as such.
        let early = PostgresFixture.error { () throws(DatabaseError) in
            _ = try PostgresDatabase(PostgresSettings(address: address, reconnectMilliseconds: 0))
        }
        #expect(early?.kind == .notWritable)
        try follower.shell("SELECT pg_promote()")
        try PostgresFixture.insert(2, database)
        #expect(try TransactionTests.count(database) == 2)
        #expect(try follower.shell("SELECT count(*) FROM \(schema).kept").hasPrefix("2"))
    }

    private static func isOnCopy(_ database: PostgresDatabase) throws(DatabaseError) -> Bool {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT pg_is_in_recovery()") { (row) throws(DatabaseError) in try row.bool(0) }
        }
    }
}
