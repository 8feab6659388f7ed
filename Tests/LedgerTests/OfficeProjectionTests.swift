import CivilTime
import Database
import Disclosure
import TestSupport
import Testing

@testable import Ledger

/// The list of offices follows from what is recorded of them.
@Suite("Offices out of their entries")
struct OfficeProjectionTests {
    private static let officer = EntryActor.system
    private static let now = Moment(milliseconds: 1_768_442_400_000)

    private func words(_ text: String) throws -> Statement { try #require(Statement(text)) }
    private func ref(_ text: String) throws -> AgencyReference { try #require(AgencyReference(text)) }
    private func day(_ text: String) throws -> Day {
        let day = Day(text)
        return try #require(day)
    }

    private func found(
        _ ledger: Ledger, _ code: String, _ name: String, since: String? = nil, under parent: String? = nil
    ) throws {
        let reference = try ref(code)
        let now = Self.now
        let tree = try tree(ledger)
        let founded = try since.map { try day($0) }
        let command = FoundOffice(
            reference, OfficeName(try words(name)), OfficeCharacter(region: try words("测试省")),
            under: parent.flatMap { AgencyReference($0) }, on: founded ?? now.beijingDay, isStanding: founded == nil,
            in: tree)
        try run(ledger, command, code)
    }

    private func run(_ ledger: Ledger, _ command: some OfficeCommand, _ code: String) throws {
        let outcome = try ledger.entries.act(
            command, on: Subject<OfficeAct>(try ref(code)), office: try LedgerFixture.code(code),
            by: Self.officer, at: Self.now, calendar: try OfficialCalendar.load())
        #expect(outcome.isRecorded, "\(outcome.findings.map(\.message))")
    }

    private func tree(_ ledger: Ledger) throws -> OfficeTree {
        OfficeTree(
            try ledger.offices.list().compactMap { office in
                try ledger.entries.state(
                    of: Subject<OfficeAct>(try ref(office.code.text)), office: office.code)?
                    .value
            })
    }

    private func standing(_ ledger: Ledger, _ text: String) throws -> OfficeRecord {
        let record = try tree(ledger).offices[try ref(text)]
        return try #require(record)
    }

    private func office(_ ledger: Ledger, _ code: String) throws -> Office {
        try #require(try ledger.offices.office(code: LedgerFixture.code(code)))
    }

    @Test(
        "founding, name, place, correction and end show in the list, and a rebuild gives the same list",
        arguments: DatabaseEngine.allCases)
    func projected(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try found(ledger, "city", "测试市人民政府")
            try found(ledger, "a", "测试一局", since: "2012-01-01", under: "city")
            try found(ledger, "b", "测试二局", since: "2012-01-01", under: "city")
            #expect(try office(ledger, "a").since?.description == "2012-01-01")
            #expect(try office(ledger, "city").since == nil)
            #expect(try office(ledger, "a").parent?.text == "city")
            let (first, later, last) = (
                try day("2019-03-01"), try day("2020-01-01"), try day("2021-06-01")
            )
            try run(
                ledger,
                RenameOffice(
                    to: OfficeName(words("测试大数据局"), short: words("数据局")), on: first, basis: words("测编1号"),
                    in: tree(ledger)), "a")
            // The old name is free again.
            try found(ledger, "c", "测试一局", since: "2019-03-01", under: "a")
            try run(ledger, MoveOffice(under: nil, on: later, basis: words("测编2号"), in: tree(ledger)), "b")
            try run(
                ledger,
                CorrectOffice(
                    to: OfficeName(words("测试市政府")), OfficeCharacter(.government, .county),
                    founded: day("1987-12-01"), on: last, reasons: words("原登记不全"), in: tree(ledger)),
                "city")
            try run(
                ledger, AbolishOffice(followedBy: nil, on: last, basis: words("测编3号"), in: tree(ledger)), "b")
            let a = try office(ledger, "a")
            #expect(a.fullName.text == "测试大数据局" && a.shortName?.text == "数据局" && a.region?.text == "测试省")
            let city = try office(ledger, "city")
            #expect(city.fullName.text == "测试市政府" && city.since?.description == "1987-12-01" && city.region == nil)
            let b = try office(ledger, "b")
            #expect(b.until?.description == "2021-05-31" && b.parent == nil)
            // The name on a day is what the entries tell, whatever the list shows now.
            let record = try standing(ledger, "a")
            #expect(record.name(on: try day("2019-02-28"))?.full.text == "测试一局")
            #expect(record.name(on: first)?.full.text == "测试大数据局")

            let before = try ledger.offices.list()
            #expect(try ledger.verify(projections: true).differentProjections == [])
            #expect(try ledger.rebuild() == ledger.entries.count())
            #expect(try ledger.offices.list() == before)
        }
    }

    @Test("a name changed by hand is found, and a rebuild mends it", arguments: DatabaseEngine.allCases)
    func mended(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let ledger = try Ledger(in: database, now: Self.now)
            try found(ledger, "a", "测试一局")
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("UPDATE office SET full_name = '冒名局' WHERE code = 'a'")
            }
            #expect(try ledger.verify(projections: true).differentProjections == ["office"])
            try ledger.rebuild()
            #expect(try office(ledger, "a").fullName.text == "测试一局")
        }
    }

    @Test("nothing can be recorded before the founding, and a refused founding leaves no trace")
    func refused() throws {
        try LedgerFixture.withFresh(.sqlite) { ledger, _ in
            let code = try LedgerFixture.code("a")
            let subject = Subject<OfficeAct>(try ref("a"))
            let move = MoveOffice(
                under: nil, on: try day("2020-01-01"), basis: try words("x"), in: OfficeTree([]))
            let outcome = try ledger.entries.act(
                move, on: subject, office: code, by: Self.officer, at: Self.now,
                calendar: try OfficialCalendar.load())
            #expect(outcome.findings.map(\.code) == [.officeNotFounded])
            #expect(try ledger.offices.list().isEmpty && ledger.entries.count() == 0)
        }
    }

    @Test(
        "offices of an older database get their founding with the step that brings it up to date, once",
        arguments: DatabaseEngine.allCases)
    func adopted(engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let settings = LedgerSettings()
            let steps = LedgerSchema.migrations(settings)
            let older = steps.filter { $0.number < 11 }
            try Migrator(older).migrate(database, at: Self.now.milliseconds)
            let store = OfficeStore(database: database)
            #expect(try store.put(LedgerFixture.office("city")) == nil)
            var old = try LedgerFixture.office("old", parent: "city")
            old.since = Day("2001-05-01")
            old.until = Day("2010-12-31")
            old.region = PlainLine("测试省")
            #expect(try store.put(old) == nil)
            let before = try store.list()

            let ledger = try Ledger(in: database, now: Self.now, settings: settings)
            #expect(try ledger.offices.list() == before)
            #expect(try ledger.entries.count() == 3)
            let entries = try ledger.entries.entries(of: LedgerFixture.code("old"))
            #expect(entries.map(\.kind) == ["office.founded", "office.abolished"])
            #expect(entries.allSatisfy { $0.actor == .system })
            let result = try ledger.verify(projections: true)
            #expect(result.isSound && result.differentProjections == [])
            // Opened again, nothing is added.
            _ = try Ledger(in: database, now: Self.now, settings: settings)
            #expect(try ledger.entries.count() == 3)
            let record = try standing(ledger, "city")
            #expect(try record.since == nil && record.exists(on: day("1990-01-01")))
        }
    }

    @Test("a copy carries the foundings, and gives the same list elsewhere", arguments: DatabaseEngine.allCases)
    func copied(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try found(ledger, "city", "测试市人民政府")
            try found(ledger, "a", "测试一局", since: "2012-01-01", under: "city")
            let copy = try ledger.copies.copy()
            let read = try LedgerCopy(parsing: copy.bytes())
            try LedgerFixture.withFresh(engine) { (empty, _) throws in
                #expect(try empty.copies.restore(read, at: CopyTests.restored) == nil)
                #expect(try empty.copies.copy().bytes() == copy.bytes())
                #expect(try empty.offices.list() == ledger.offices.list())
                #expect(try empty.verify(projections: true).differentProjections == [])
            }
        }
    }
}
