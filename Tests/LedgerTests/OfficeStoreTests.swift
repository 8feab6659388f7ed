import CivilTime
import Database
import Ledger
import TestSupport
import Testing

/// The offices an installation knows.
@Suite("Offices")
struct OfficeStoreTests {
    @Test("an office comes back as it was put, by code and by full name", arguments: DatabaseEngine.allCases)
    func putAndGet(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, again in
            let city = Office(
                code: try LedgerFixture.code("Shishi"), fullName: try LedgerFixture.line("测试市人民政府"),
                shortName: try LedgerFixture.line("市政府"), region: try LedgerFixture.line("测试省测试市"))
            let bureau = try LedgerFixture.office("bigdata", name: "测试市大数据管理局", parent: "shishi")
            #expect(try ledger.offices.put(city) == nil)
            #expect(try ledger.offices.put(bureau) == nil)
            for store in [ledger.offices, try again().offices] {
                #expect(try store.list() == [bureau, city])
                #expect(try store.office(code: LedgerFixture.code("SHISHI")) == city)
                #expect(try store.office(named: "shishi") == city)
                #expect(try store.office(named: " 测试市大数据管理局 ") == bureau)
                #expect(try store.office(named: "bigdata")?.parent?.text == "Shishi")
                for name in ["", "nobody", "测试市", "' OR 1=1 --", "a\0"] {
                    #expect(try store.office(named: name) == nil)
                }
            }
        }
    }

    @Test("putting again changes the particulars and makes no second office", arguments: DatabaseEngine.allCases)
    func putAgain(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a", name: "旧名局"))
            try ledger.offices.put(LedgerFixture.office("A", name: "新名局"))
            let names = try ledger.offices.list().map { "\($0.code) \($0.fullName)" }
            #expect(names == ["A 新名局"])
            #expect(try ledger.offices.office(named: "旧名局") == nil)
        }
    }

    @Test(
        "a name that is taken, an unknown and a circular parent are refused and change nothing",
        arguments: DatabaseEngine.allCases)
    func refused(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            try ledger.offices.put(LedgerFixture.office("b", parent: "a"))
            try ledger.offices.put(LedgerFixture.office("c", parent: "b"))
            let before = try ledger.offices.list()
            let revision = try ledger.revision()
            let code = LedgerFixture.code
            #expect(
                try ledger.offices.put(LedgerFixture.office("d", name: "测试市a局")) == .nameTaken(by: code("a")))
            #expect(try ledger.offices.put(LedgerFixture.office("d", parent: "x")) == .unknownParent(code("x")))
            #expect(try ledger.offices.put(LedgerFixture.office("d", parent: "d")) == .circularParent(code("d")))
            #expect(try ledger.offices.put(LedgerFixture.office("a", parent: "c")) == .circularParent(code("c")))
            #expect(try ledger.offices.list() == before)
            #expect(try ledger.revision() == revision)
        }
    }

    @Test("an office may follow one of its name that is no more", arguments: DatabaseEngine.allCases)
    func succession(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            var old = try LedgerFixture.office("old", name: "测试市数据局")
            old.since = Day("2010-03-01")
            old.until = Day("2009-12-31")
            #expect(try ledger.offices.put(old) == .endsBeforeItBegins)
            old.until = Day("2019-01-15")
            #expect(try ledger.offices.put(old) == nil)
            #expect(try ledger.offices.office(named: "测试市数据局") == nil)
            var new = try LedgerFixture.office("new", name: "测试市数据局")
            new.since = Day("2019-01-16")
            #expect(try ledger.offices.put(new) == nil)
            #expect(try ledger.offices.list() == [new, old])
            #expect(try ledger.offices.office(named: "测试市数据局") == new)
            old.until = nil
            #expect(try ledger.offices.put(old) == .nameTaken(by: new.code))
        }
    }

    @Test(
        "an office is found by its name without the places before it, unless two have it",
        arguments: DatabaseEngine.allCases)
    func partOfName(_ engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            let names = ["测试甲市测试镇人民政府", "测试甲市数据局", "测试乙市数据局"]
            for (number, name) in names.enumerated() {
                try ledger.offices.put(LedgerFixture.office("o\(number)", name: name))
            }
            #expect(try ledger.offices.office(named: "测试镇人民政府")?.code.text == "o0")
            #expect(try ledger.offices.office(named: "测试乙市数据局")?.code.text == "o2")
            #expect(try ledger.offices.office(named: "市数据局") == nil)
            #expect(try ledger.offices.office(named: "府") == nil)
        }
    }
}
