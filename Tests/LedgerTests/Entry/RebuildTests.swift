import CivilTime
import Database
import Disclosure
import TestSupport
import Testing

@testable import Ledger

/// What follows from the entries is kept up, and comes out the same when it is made anew.
@Suite("Projections")
struct RebuildTests {
    static let seed: UInt64 = 2_019_0515

    /// One entry on its way into a ledger, whatever its subject.
    private struct Step: Sendable {
        let append: @Sendable (LedgerTransaction, AgencyCode) throws(DatabaseError) -> Void

        init<Act: LedgerAct>(_ entry: Entry<Act>, _ subject: Subject<Act>) {
            append = { (transaction, office) throws(DatabaseError) in
                try transaction.append([entry], to: subject, office: office)
            }
        }
    }

    /// The entries of each subject of an office, in order.
    private static func subjects(
        _ calendar: WorkingCalendar, _ random: inout SeededGenerator
    ) throws -> [[Step]] {
        let today = try day("2027-12-31")
        let cases = try RandomCases(
            requests: 12, appeals: 5, firstYear: 2023, years: 2, today: today, calendar: calendar, using: &random)
        var subjects = try cases.requests.map { entries in
            let number = try InformationRequest(folding: entries)?.number
            return try entries.map { Step($0, Subject(try #require(number))) }
        }
        subjects += try cases.appeals.map { entries in
            let reference = try Appeal(folding: entries)?.reference
            return try entries.map { Step($0, Subject(try #require(reference))) }
        }
        for serial in 1...6 {
            let entries = try item(serial, calendar, today, &random)
            subjects.append(try entries.map { Step($0, Subject<ItemAct>(try ref("i-\(serial)") as ItemReference)) })
        }
        let number = try #require(HandoverNumber(year: 2024, serial: 1))
        let (officer, prepared): (OfficerReference, Day) = (try ref("o-1"), try day("2024-07-01"))
        var handovers = try PrepareHandover(number, of: [], by: officer, on: prepared).decide(on: nil, today: today)
            .entries
        if Bool.random(using: &random) {
            let batch = try HandoverBatch(folding: handovers)
            handovers += try RecordHandoverReceipt(of: .library, on: try day("2024-07-03"), proof: words("测试签收"))
                .decide(on: batch, today: today).entries
        }
        subjects.append(handovers.map { Step($0, Subject(number)) })
        return subjects
    }

    private static func item(
        _ serial: Int, _ calendar: WorkingCalendar, _ today: Day, _ random: inout SeededGenerator
    ) throws -> [ItemEntry] {
        var entries: [ItemEntry] = []
        var state: InformationItem?
        func run(_ command: some ItemCommand) throws {
            for entry in try command.decide(on: state, today: today, calendar: calendar).entries {
                state = try InformationItem.applying(entry, to: state)
                entries.append(entry)
            }
        }
        let begun = try #require(try day("2024-01-02").adding(days: Int.random(in: 0...300, using: &random)))
        var content = ItemContent(try words("测试信息\(serial)"), body: try ref("body-\(serial)"), formed: begun)
        content.category = .plans
        try run(DraftItem(try ref("i-\(serial)"), content, by: ref("o-1"), on: begun))
        let steps = Int.random(in: 0...4, using: &random)
        if steps > 0 { try run(SubmitItem(by: ref("o-1"), secrecy: words("不涉密"), on: begun)) }
        if steps > 1 { try run(ApproveItem(Approval(by: ref("o-2"), as: .reviewer, on: begun))) }
        if steps > 2 { try run(ApproveItem(Approval(by: ref("o-3"), as: .supervisingLeader, on: begun))) }
        if steps > 3 {
            try run(PublishItem(try #require(IndexNumber("x/2024-\(serial)")), on: [.website], on: begun))
            if Bool.random(using: &random) { try run(WithdrawItem(on: begun, reasons: words("内容有误"))) }
        }
        return entries
    }

    /// Random acts by random officers, on subjects of several offices that take turns, in several transactions.
    private static func fill(_ office: ActingOffice, _ codes: [String], _ random: inout SeededGenerator) throws -> Int {
        var waiting: [(code: AgencyCode, steps: ArraySlice<Step>)] = []
        for code in codes {
            for steps in try subjects(office.calendar, &random) where !steps.isEmpty {
                waiting.append((try LedgerFixture.code(code), steps[...]))
            }
        }
        var count = 0
        var now = office.now
        while !waiting.isEmpty {
            var batch: [(EntryActor, Moment, AgencyCode, Step)] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) where !waiting.isEmpty {
                let index = Int.random(in: 0..<waiting.count, using: &random)
                now = Moment(milliseconds: now.milliseconds + Int64.random(in: 0...40_000_000, using: &random))
                let actor = EntryActor(try ref("o-\(Int.random(in: 1...4, using: &random))"), as: ActorRole(.handler))
                guard let step = waiting[index].steps.popFirst() else { continue }
                batch.append((actor, now, waiting[index].code, step))
                if waiting[index].steps.isEmpty { waiting.remove(at: index) }
            }
            count += batch.count
            let made = batch
            try office.ledger.entries.transact(by: office.officer, at: now) {
                (transaction) throws(DatabaseError) -> LedgerDecision<Void> in
                for (actor, now, code, step) in made {
                    transaction.actor = actor
                    transaction.now = now
                    try step.append(transaction, code)
                }
                return .commit(())
            }
        }
        return count
    }

    @Test(
        "random acts of several offices verify, and the tables made anew are the tables kept up",
        arguments: DatabaseEngine.allCases)
    func rebuilt(engine: DatabaseEngine) throws {
        var random = SeededGenerator(seed: Self.seed)
        let codes = ["a", "b", "c"]
        try ActingOffice.withFresh(engine, offices: codes) { office, database in
            let count = try Self.fill(office, codes, &random)
            let result = try office.ledger.verify(projections: true)
            #expect(result.isSound && result.entries == count, "seed \(Self.seed): \(result)")
            #expect(result.differentProjections == [] && count > 150)
            // With room for two states nearly every subject is read again, and the outcome is the same.
            let settings = office.ledger.settings
            let different = try database.decide { (transaction) throws(DatabaseError) -> LedgerDecision<Bool> in
                let before = try Projections.digests(transaction)
                var replay = Replay(transaction, settings, states: 2)
                _ = try replay.run { _ in }
                return .rollBack(try Projections.digests(transaction) != before)
            }
            #expect(!different, "seed \(Self.seed)")
        }
    }

    @Test("every table of a projection that was changed by hand is named, and a rebuild mends it")
    func mended() throws {
        var random = SeededGenerator(seed: Self.seed)
        try ActingOffice.withFresh(.sqlite, offices: ["a"]) { office, database in
            let count = try Self.fill(office, ["a"], &random)
            let changes: [(String, SQL)] = [
                ("request_row", "UPDATE request_row SET stage = 'filed' WHERE serial = 1"),
                ("item_row", "DELETE FROM item_row WHERE item = 'i-1'"),
                ("handover_row", "UPDATE handover_row SET items = 7"),
                ("appeal_row", "UPDATE appeal_row SET due = NULL, opened = '2020-01-01'"),
            ]
            let tables = Projections.all.flatMap { type(of: $0).tables }.map(\.name.description)
            for (table, sql) in changes {
                #expect(tables.contains(table))
                try database.write { (transaction) throws(DatabaseError) in try transaction.execute(sql) }
                let result = try office.ledger.verify(projections: true)
                #expect(result.differentProjections == [table] && result.faultCount == 0 && !result.isSound)
                let revision = try office.ledger.revision()
                #expect(try office.ledger.rebuild() == Int64(count))
                #expect(try office.ledger.revision() == revision + 1)
                #expect(try office.ledger.verify(projections: true).isSound)
            }
        }
    }

    @Test("lists show items, handovers and cases as their entries tell", arguments: DatabaseEngine.allCases)
    func lists(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            let (code, entries) = (office.code, office.ledger.entries)
            let item: ItemReference = try ref("i-1")
            var content = ItemContent(try words("测试规划"), body: try ref("b"), formed: try day("2025-06-03"))
            content.category = .plans
            let subject = Subject<ItemAct>(item)
            func run(_ command: some Command<InformationItem>) throws {
                let outcome = try entries.act(
                    command, on: subject, office: code, by: office.officer, at: office.now, calendar: office.calendar)
                #expect(outcome.isRecorded, "\(outcome.findings)")
            }
            try run(DraftItem(item, content, by: ref("o-1"), on: day("2025-06-03")))
            #expect(try office.ledger.items.list(of: code, stage: .draft).map(\.due) == [day("2025-07-01")])
            try run(SubmitItem(by: ref("o-1"), secrecy: words("不涉密"), on: day("2025-06-04")))
            try run(ApproveItem(Approval(by: ref("o-2"), as: .reviewer, on: day("2025-06-05"))))
            try run(ApproveItem(Approval(by: ref("o-3"), as: .supervisingLeader, on: day("2025-06-06"))))
            let index = try #require(IndexNumber("x/2025-1"))
            try run(PublishItem(index, on: [.website], on: day("2025-06-09")))
            let row = try #require(try office.ledger.items.row(item, of: code))
            #expect(row.stage == .published && row.published?.description == "2025-06-09" && row.index == index)
            #expect(row.due == nil && row.entries == 5 && row.category == .plans && row.title.text == "测试规划")
            #expect(try office.ledger.items.published(of: code) == [row])
            #expect(try office.ledger.items.published(of: code, after: row) == [])
            let state = try #require(try entries.state(of: subject, office: code)?.value)
            let number = try #require(HandoverNumber(year: 2025, serial: 1))
            let handed = try entries.act(
                PrepareHandover(number, of: [state], by: ref("o-1"), on: day("2025-07-01")),
                on: Subject<HandoverAct>(number), office: code, by: office.officer, at: office.now,
                calendar: office.calendar)
            #expect(handed.isRecorded)
            let batch = try #require(try office.ledger.items.handovers(of: code).first)
            #expect(batch.number == number && batch.items == 1 && batch.archives == nil)
            let appeal: AppealReference = try ref("a-1")
            let opened = try entries.act(
                RegisterAppeal(
                    appeal, .review, against: ContestedAct(.silence, request: nil), by: ref("p-1"),
                    before: words("测试市人民政府"), copyReceived: day("2025-09-19")),
                on: Subject<AppealAct>(appeal), office: code, by: office.officer, at: office.now,
                calendar: office.calendar)
            #expect(opened.isRecorded)
            let pending = try #require(try office.ledger.appeals.pending(of: code).first)
            #expect(pending.due?.description == "2025-10-10" && pending.route == .review && pending.concluded == nil)
            #expect(try office.ledger.appeals.row(appeal, of: code) == pending)
            let voided = try entries.act(
                VoidAppeal(on: day("2025-09-22"), reasons: words("重复登记")), on: Subject<AppealAct>(appeal), office: code,
                by: office.officer, at: office.now, calendar: office.calendar)
            #expect(voided.isRecorded, "\(voided.findings)")
            #expect(try office.ledger.appeals.pending(of: code) == [])
            #expect(try office.ledger.appeals.row(appeal, of: code)?.isVoided == true)
            #expect(try office.ledger.verify(projections: true).isSound)
        }
    }

    @Test("a number that was void and is used again shows what was registered last", arguments: DatabaseEngine.allCases)
    func usedAgain(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            let void = try VoidRequest(on: day("2025-06-04"), reasons: words("渠道录错"))
            let today = office.today
            let voided = try office.ledger.entries.act(
                on: Subject(try ActingOffice.number("2025-5")), office: office.code, by: office.officer, at: office.now
            ) { (request) throws(Refusal) in try void.decide(on: request, today: today) }
            #expect(voided.isRecorded, "\(voided.findings)")
            #expect(try office.ledger.requests.open(of: office.code) == [])
            let again = try ActingOffice.registration("2025-5", arrived: "2025-06-05", by: .internet)
            #expect(try office.run(again, on: "2025-5").isRecorded)
            let row = try #require(try office.ledger.requests.row(ActingOffice.number("2025-5"), of: office.code))
            #expect(row.channel == .internet && row.arrived.description == "2025-06-05" && row.entries == 3)
            #expect(try office.ledger.verify(projections: true).isSound)
        }
    }

    @Test("open applications come the most urgent first, and numbers follow one another")
    func openRequests() throws {
        try ActingOffice.withFresh(.sqlite) { office, _ in
            try office.run(ActingOffice.registration("2025-1", arrived: "2025-06-10"), on: "2025-1")
            try office.run(ActingOffice.registration("2025-2", arrived: "2025-06-03"), on: "2025-2")
            try office.run(ActingOffice.registration("2025-3", arrived: "2025-06-11", by: .internet), on: "2025-3")
            let open = try office.ledger.requests.open(of: office.code)
            #expect(open.map(\.number.serial) == [2, 1, 3])
            #expect(open.map { $0.due?.description } == ["2025-07-01", "2025-07-08", nil])
            #expect(
                try office.ledger.requests.list(of: office.code, year: 2025, before: 3).map(\.number.serial) == [2, 1])
            #expect(try office.ledger.requests.nextNumber(of: office.code, year: 2025)?.serial == 4)
            #expect(try office.ledger.requests.nextNumber(of: office.code, year: 2026)?.serial == 1)
        }
    }
}
