import CivilTime
import Database
import Disclosure
import DocumentReading
import DocumentWriting
import Ledger
import LedgerExchange
import Service
import TestSupport
import Testing
import Vault

@Suite("Registers are taken over into the ledger, and imports undone")
struct ImportRegisterTests {
    /// Reads in this process; the child's own tests read in a child.
    private struct OwnReader: SheetReadingPort {
        func sheets(name: String, bytes: [UInt8]) throws(DocumentError) -> [SheetCells] {
            try WorkbookSheets.read(name: name, bytes: bytes)
        }
    }

    private struct Office {
        let ledger: Ledger
        let code: AgencyCode
        let calendar: WorkingCalendar
        var now = Moment(milliseconds: 1_768_442_400_000)

        func take(
            _ content: ImportRecord.Content, _ rows: [String], skip: Bool = false, vault: Vault? = nil
        ) throws -> ImportRegister.Answer {
            var book = XlsxBuilder()
            book.add(
                "台账",
                rows: rows.enumerated().map { row, line in
                    let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map {
                        "<c r=\"\(UnicodeScalar(UInt8(65 + $0.offset)))\(row + 1)\" t=\"str\"><v>\($0.element)</v></c>"
                    }
                    return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
                }.joined())
            var order = ImportRegister.Order(
                content, fileName: "台账.xlsx", bytes: book.bytes(), office: code, actor: .system, isApplied: true,
                skipsBadLines: skip)
            order.vault = vault
            return try ImportRegister(ledger: ledger, reader: OwnReader(), calendar: calendar)
                .run(order, today: now.utcDay, at: now)
        }

        func undo(_ batch: BatchReference) throws -> UndoImport.Answer {
            try UndoImport(ledger: ledger).run(
                batch, of: code, reasons: #require(Statement("列对错了")), by: .system, today: now.utcDay, at: now)
        }

        func request(_ number: String) throws -> InformationRequest? {
            try ledger.entries.state(of: Subject(#require(RequestNumber(number))), office: code)?.value
        }
    }

    private func withOffice(_ engine: DatabaseEngine, _ body: (inout Office) throws -> Void) throws {
        let calendar = try OfficialCalendar.load()
        try engine.withFresh { database, _ in
            let ledger = try Ledger(
                in: database, now: Moment(milliseconds: 1), settings: LedgerSettings(calendar: calendar))
            let code = try #require(AgencyCode("test"))
            try ledger.offices.put(.init(code: code, fullName: #require(PlainLine("测试市测试局"))))
            var office = Office(ledger: ledger, code: code, calendar: calendar)
            try body(&office)
        }
    }

    static let head = "登记号|收到日期|申请人|申请人类型|申请渠道|申请内容|答复日期|办理结果"
    static let lines = [head, "1|2023-5-6|张三|自然人|当面|测试路批复|2023-5-20|予以公开", "2|2023-6-5|李四|自然人|网上|测试环评"]

    @Test("lines become cases with their days, and the import is an entry", arguments: DatabaseEngine.allCases)
    func applied(_ engine: DatabaseEngine) throws {
        try withOffice(engine) { office in
            let answer = try office.take(.requests, Self.lines)
            let batch = try #require(answer.batch)
            #expect(answer.entries == 7 && answer.good == 2)
            #expect(try office.request("2023-1")?.stage == .closed)
            #expect(try office.request("2023-2")?.stage == .handling)
            #expect(try office.request("2023-1")?.counted(inYear: 2023).result == .disclosed)
            let last = try #require(try office.ledger.entries.latest(of: office.code, limit: 1).first)
            #expect(last.kind == "exchange.imported" && last.subject.name == batch.text)
            #expect(!last.payload.contains("张三") && last.payload.contains("2023-1"))
            let again = try office.take(.requests, Self.lines)
            #expect(again.batch == nil && again.problems.filter { $0.code == "import.number.duplicate" }.count == 2)
        }
    }

    @Test(
        "an import is undone by entries, counts for nothing then, and can come again",
        arguments: DatabaseEngine.allCases)
    func undone(_ engine: DatabaseEngine) throws {
        try withOffice(engine) { office in
            let batch = try #require(try office.take(.requests, Self.lines).batch)
            #expect(try office.undo(batch) == .undone(2))
            #expect(try office.request("2023-1")?.stage == .voided)
            #expect(try office.request("2023-1")?.counted(inYear: 2023).isNew == false)
            #expect(try office.ledger.requests.open(of: office.code).isEmpty)
            guard case .refused(let twice) = try office.undo(batch) else {
                Issue.record("undone twice")
                return
            }
            #expect(twice.map(\.code) == [.importUndone])
            office.now = Moment(milliseconds: office.now.milliseconds + 60_000)
            let second = try office.take(.requests, Self.lines)
            #expect(second.batch != nil && second.batch != batch)
            #expect(try office.request("2023-1")?.stage == .closed)
            #expect(try office.undo(#require(second.batch)) == .undone(2))
        }
    }

    @Test("what was worked on since the import is not undone, and nothing else either")
    func workedOn() throws {
        try withOffice(.sqlite) { office in
            let batch = try #require(try office.take(.requests, Self.lines).batch)
            office.now = Moment(milliseconds: office.now.milliseconds + 60_000)
            let today = office.now.utcDay
            let calendar = office.calendar
            let withdraw = Withdraw(on: try #require(Day("2023-06-20")), proof: try #require(Statement("书面撤回")))
            let outcome = try office.ledger.entries.act(
                on: Subject(#require(RequestNumber("2023-2"))), office: office.code, by: .system, at: office.now
            ) { (request) throws(Refusal) in try withdraw.decide(on: request, today: today, calendar: calendar) }
            #expect(outcome.isRecorded)
            guard case .refused(let findings) = try office.undo(batch) else {
                Issue.record("undone")
                return
            }
            #expect(findings.map(\.code) == [.importWorkedOn] && findings[0].message.contains("2023-2"))
            #expect(try office.request("2023-1")?.stage == .closed)
            let unknown = try #require(BatchReference("imp-0"))
            #expect(try office.undo(unknown) != .undone(0))
        }
    }

    @Test("one fault keeps everything out, unless faulty lines are skipped")
    func faults() throws {
        try withOffice(.sqlite) { office in
            let rows = Self.lines + ["3|2023-2-30|王五|自然人|当面|测试"]
            let refused = try office.take(.requests, rows)
            #expect(refused.batch == nil && refused.hasErrors && refused.good == 2)
            #expect(try office.ledger.entries.latest(of: office.code).isEmpty)
            #expect(try office.take(.requests, rows, skip: true).batch != nil)
            #expect(try office.request("2023-1") != nil)
            #expect(try office.request("2023-3") == nil)
        }
    }

    @Test("items are taken over and undone alike")
    func items() throws {
        try withOffice(.sqlite) { office in
            let rows = ["索引号|标题|成文日期|发布日期|公开属性|类别|渠道", "T-1|测试通知|2023-5-6|2023-5-10|主动公开|规划|网站"]
            let batch = try #require(try office.take(.items, rows).batch)
            let item = Subject<ItemAct>(try #require(ItemReference("idx-T-1")))
            #expect(try office.ledger.entries.state(of: item, office: office.code)?.value?.stage == .published)
            #expect(try office.take(.items, rows).problems.contains { $0.code == "import.index.duplicate" })
            #expect(try office.undo(batch) == .undone(1))
            #expect(try office.ledger.entries.state(of: item, office: office.code)?.value?.stage == .voided)
            office.now = Moment(milliseconds: office.now.milliseconds + 60_000)
            #expect(try office.take(.items, rows).batch != nil)
        }
    }

    @Test(
        "names go into the vault and nowhere else, and an undone import takes them away",
        arguments: DatabaseEngine.allCases)
    func sealedNames(_ engine: DatabaseEngine) throws {
        try withOffice(engine) { office in
            let vault = Vault(try KeyRing(parsing: String(repeating: "5a", count: 32), from: "test"))
            let answer = try office.take(.requests, Self.lines + ["3|2023-7-5|张三|自然人|当面|测试补偿"], vault: vault)
            let batch = try #require(answer.batch)
            #expect(answer.good == 3)
            let applicant = try #require(try office.request("2023-1")?.registration.applicant)
            #expect(try office.request("2023-3")?.registration.applicant == applicant)
            let names = MaskedNames(ledger: office.ledger, vault: vault)
            #expect(try names.name(of: applicant, in: office.code) == "张*")
            #expect(try MaskedNames(ledger: office.ledger, vault: nil).name(of: applicant, in: office.code) == nil)
            let copy = try ExportLedger(ledger: office.ledger)
                .run(office.code, format: "jsonl", by: .system, today: office.now.utcDay, at: office.now)
            let text = String(decoding: copy.bytes(), as: UTF8.self)
            #expect(!text.contains("张三") && !text.contains("李四"))
            #expect(copy.entries.filter { $0.kind == "person.recorded" }.count == 2)
            let tables = try OfficeTables(copy) { (code, person) throws(ServiceError) in
                try names.name(of: person, in: code)
            }.tables
            #expect(tables[0].rows[1].contains(.text("张*")))
            guard case .undone(3) = try office.undo(batch) else { return #expect(Bool(false)) }
            #expect(try office.ledger.persons.person(applicant, of: office.code) == nil)
        }
    }

    @Test("figures have a list of their own, in the words of the form")
    func figures() throws {
        try withOffice(.sqlite) { office in
            let cell = try #require(FigureCell("t2_art20_5.administrative_licensing.decisions_this_year"))
            let value = try FigureValue(parsing: "12", for: cell, field: "value")
            let entry = EnterFigure(
                value, in: cell, of: try #require(FigurePeriod("2023")), from: try #require(Statement("测试审批系统")),
                by: EntryActor.system.officer, on: office.now.utcDay)
            let ruling = try entry.decide(on: nil, today: office.now.utcDay, calendar: office.calendar)
            let code = office.code
            try office.ledger.entries.transact(by: .system, at: office.now) { (transaction) throws(DatabaseError) in
                guard let subject = Subject<FigureAct>(name: "2023") else { return .rollBack(()) }
                try transaction.append(ruling.entries, to: subject, office: code)
                return .commit(())
            }
            let copy = try office.ledger.copies.copy(of: office.code)
            let table = try #require(try OfficeTables(copy).tables.first { $0.fileName == "figures" })
            #expect(table.rows.count == 2)
            #expect(table.rows[1].map(\.plainText).contains("测试审批系统"))
            #expect(table.rows[1].map(\.plainText).contains { $0.contains("行政许可") })
        }
    }

    @Test("an export stands in what it hands out, with nothing of a person")
    func export() throws {
        try withOffice(.sqlite) { office in
            _ = try office.take(.requests, Self.lines)
            let copy = try ExportLedger(ledger: office.ledger)
                .run(office.code, format: "xlsx", by: .system, today: office.now.utcDay, at: office.now)
            #expect(copy.entries.last?.kind == "exchange.exported" && copy.entries.count == 8)
            let tables = try OfficeTables(copy).tables
            #expect(tables.map(\.name) == ["申请", "信息", "移交", "复议诉讼", "统计数据", "全部记录"])
            #expect(tables.map(\.rows.count) == [3, 1, 1, 1, 1, 9])
            #expect(tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.widths.count } })
            let text = String(decoding: copy.bytes(), as: UTF8.self)
            #expect(!text.contains("张三") && !text.contains("李四"))
        }
    }
}
