import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

@Suite("Copies of a ledger, out and in again")
struct CopyTests {
    /// When copies are taken in: long after their entries.
    static let restored = Moment(milliseconds: 1_800_000_000_000)

    /// A ledger of two offices whose acts lie between each other, over three days.
    private func withTwo(_ engine: DatabaseEngine, _ body: (Ledger) throws -> Void) throws {
        try ActingOffice.withFresh(engine, offices: ["xiangzhi", "baogai"]) { first, _ in
            let second = try first.at("baogai")
            try first.run(registration("2025-1"), on: "2025-1")
            try second.run(registration("2025-1"), on: "2025-1")
            try first.later(byDays: 1).run(registration("2025-2"), on: "2025-2")
            try second.later(byDays: 2).run(
                Withdraw(on: #require(Day("2025-06-20")), proof: #require(Statement("撤回"))), on: "2025-1")
            try body(first.ledger)
        }
    }

    private func registration(_ number: String) throws -> Register {
        Register(
            try #require(RequestNumber(number)), by: .inPerson, arrived: try #require(Day("2025-06-03")),
            applicant: try #require(PersonReference("p-1")), type: .naturalPerson, identityProof: nil,
            matter: try #require(Statement("测试路批复")))
    }

    private func refusal(_ copy: LedgerCopy, _ engine: DatabaseEngine) throws -> String? {
        var message: String?
        try LedgerFixture.withFresh(engine) { ledger, _ in
            message = try ledger.copies.restore(copy, at: CopyTests.restored)?.message
        }
        return message
    }

    @Test(
        "what is read back is the same to the byte: entries, digests, heads, lists", arguments: DatabaseEngine.allCases)
    func roundTrip(_ engine: DatabaseEngine) throws {
        try withTwo(engine) { ledger in
            let copy = try ledger.copies.copy()
            #expect(copy.entries.count == 4 && copy.heads.count == 3 && copy.offices.count == 2)
            let read = try LedgerCopy(parsing: copy.bytes())
            #expect(read.entries == copy.entries && read.heads == copy.heads && read.offices == copy.offices)
            try LedgerFixture.withFresh(engine) { empty, _ in
                #expect(try empty.copies.restore(read, at: CopyTests.restored) == nil)
                #expect(try empty.copies.copy().bytes() == copy.bytes())
                let office = try LedgerFixture.code("xiangzhi")
                let before = try ledger.requests.list(of: office, year: 2025)
                let after = try empty.requests.list(of: office, year: 2025)
                #expect(after.map(\.number) == before.map(\.number) && after.map(\.stage) == before.map(\.stage))
                #expect(try empty.copies.restore(read, at: CopyTests.restored)?.message.contains("已有 4 条记录") == true)
            }
        }
    }

    @Test(
        "the records of one office among several are read back alone, go on there, and are carried further",
        arguments: DatabaseEngine.allCases)
    func oneOfSeveral(_ engine: DatabaseEngine) throws {
        try withTwo(engine) { ledger in
            let copy = try ledger.copies.copy(of: LedgerFixture.code("baogai"))
            #expect(copy.entries.map(\.serial) == [2, 4] && copy.heads.isEmpty && copy.offices.count == 1)
            let read = try LedgerCopy(parsing: copy.bytes())
            #expect(read.part == copy.part && read.part != nil)
            try LedgerFixture.withFresh(engine) { taken, _ in
                #expect(try taken.copies.restore(read, at: Self.restored) == nil)
                #expect(try taken.copies.copy().entries == copy.entries)
                #expect(try taken.verify(projections: true).isSound)
                var office = try ActingOffice(continuing: taken, as: "baogai")
                office.now = Self.restored
                try office.later(byDays: 1).run(registration("2025-2"), on: "2025-2")
                let whole = try taken.copies.copy()
                #expect(whole.entries.map(\.serial) == [2, 4, 5] && whole.heads.count == 2)
                #expect(try taken.verify(projections: true).isSound)
                try LedgerFixture.withFresh(engine) { third, _ in
                    let carried = try LedgerCopy(parsing: whole.bytes())
                    #expect(try third.copies.restore(carried, at: Self.restored) == nil)
                    #expect(try third.copies.copy().bytes() == whole.bytes())
                    #expect(try third.verify(projections: true).isSound)
                }
            }
        }
    }

    @Test("a copy of one office that lost an entry, or what says that it is one office's, is refused")
    func tamperedPart() throws {
        try withTwo(.sqlite) { ledger in
            let copy = try ledger.copies.copy(of: LedgerFixture.code("baogai"))
            var short = copy
            short.entries.removeLast()
            #expect(try refusal(short, .sqlite)?.contains("范围") == true)
            var headless = copy
            headless.entries.removeFirst()
            #expect(try refusal(headless, .sqlite)?.contains("范围") == true)
            var bare = copy
            bare.part = nil
            #expect(try refusal(bare, .sqlite)?.contains("缺少记录") == true)
            // The places of other offices may be empty, not those of the whole that was handed out.
            var both = try ledger.copies.copy()
            both.part = copy.part
            #expect(try refusal(both, .sqlite) != nil)
        }
    }

    @Test("an entry that disappears from a taken-over ledger is found, also at its end")
    func lostAfterwards() throws {
        try withTwo(.sqlite) { ledger in
            let copy = try ledger.copies.copy(of: LedgerFixture.code("baogai"))
            for lost in [2, 4] {
                try DatabaseEngine.sqlite.withFresh { database, _ in
                    let taken = try Ledger(in: database, now: Moment(milliseconds: 1))
                    #expect(try taken.copies.restore(copy, at: Self.restored) == nil)
                    try database.write { (transaction) throws(DatabaseError) in
                        try transaction.execute("DROP TRIGGER entry_loses_no_rows")
                        try transaction.execute("DELETE FROM entry WHERE serial = $1", [.int(lost)])
                    }
                    #expect(try taken.verify().faults.isEmpty == false, "\(lost)")
                }
            }
        }
    }

    @Test("whatever is changed in a copy is found, and nothing of it is taken in")
    func tampering() throws {
        try withTwo(.sqlite) { ledger in
            let copy = try ledger.copies.copy()
            let text = String(decoding: copy.bytes(), as: UTF8.self)
            let changes: [(String, String)] = [
                ("测试路批复", "测试路批文"), ("\"actor\":\"o-lisi\"", "\"actor\":\"o-wangwu\""), ("2025-06-20", "2025-06-19"),
                ("request.withdrawn", "request.filed"), ("\"number\":2,\"office\"", "\"number\":3,\"office\""),
            ]
            for (from, to) in changes {
                let changed = text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false).joined(
                    separator: to)
                #expect(changed != text, "\(from)")
                let read = try LedgerCopy(parsing: Array(changed.utf8))
                #expect(try refusal(read, .sqlite) != nil, "\(from)")
            }
            var short = copy
            short.entries.remove(at: 1)
            #expect(try refusal(short, .sqlite) != nil)
            var headless = copy
            headless.heads.remove(at: 1)
            #expect(try refusal(headless, .sqlite) != nil)
        }
    }

    @Test(
        "lines that are no copy are refused with their number",
        arguments: [
            "", "{}", "{\"type\":\"ledger\",\"schema\":\"gongkai.ledger/2\"}", "不是",
            "{\"type\":\"ledger\",\"schema\":\"gongkai.ledger/1\"}",
            "{\"type\":\"ledger\",\"schema\":\"gongkai.ledger/1\"}\n{\"type\":\"entry\"}",
            "{\"type\":\"ledger\",\"schema\":\"gongkai.ledger/1\"}\n{\"type\":\"end\",\"entries\":1,\"heads\":0,\"offices\":0}",
            "{\"type\":\"end\",\"entries\":0,\"heads\":0,\"offices\":0}",
        ])
    func noCopies(_ text: String) {
        #expect(throws: LedgerCopy.Fault.self) { try LedgerCopy(parsing: Array(text.utf8)) }
    }
}
