import CivilTime
import Database
import Disclosure
import Search
import TestSupport
import Testing

@testable import Ledger

/// What is published can be found, from the moment of its publication to that of its withdrawal.
@Suite("Search over the ledger")
struct SearchLedgerTests {
    private func act(_ office: ActingOffice, _ command: some ItemCommand, on item: String) throws {
        let (today, calendar) = (office.today, office.calendar)
        let outcome = try office.ledger.entries.act(
            on: Subject<ItemAct>(try ref(item) as ItemReference), office: office.code, by: office.officer,
            at: office.now
        ) { (state) throws(Refusal) in try command.decide(on: state, today: today, calendar: calendar) }
        guard case .recorded = outcome else {
            Issue.record("not recorded: \(outcome)")
            return
        }
    }

    private func publish(_ office: ActingOffice, _ content: ItemContent, as item: String, on text: String) throws {
        let on = try day(text)
        try act(office, SubmitItem(by: ref("o-1"), secrecy: words("不涉密"), on: on), on: item)
        try act(office, ApproveItem(Approval(by: ref("o-2"), as: .reviewer, on: on)), on: item)
        try act(office, ApproveItem(Approval(by: ref("o-3"), as: .supervisingLeader, on: on)), on: item)
        try act(
            office, PublishItem(try #require(IndexNumber("x/2024-\(item.dropFirst(2))")), on: [.website], on: on),
            on: item)
    }

    private func titles(_ office: ActingOffice, _ typed: String, _ filter: SearchFilter = SearchFilter()) throws
        -> [String]
    {
        try office.ledger.search.find(SearchQuery(typed), filter).results.map(\.head.title)
    }

    @Test("an item is found while it is on line, as the version that is", arguments: DatabaseEngine.allCases)
    func life(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            var content = ItemContent(try words("测试路改造工程预算"), body: try ref("body-1"), formed: try day("2024-01-02"))
            content.category = .budgets
            content.documentNumber = try words("测建〔2024〕3号")
            try act(office, DraftItem(try ref("i-1"), content, by: ref("o-1"), on: day("2024-01-02")), on: "i-1")
            #expect(try titles(office, "预算").isEmpty)
            try publish(office, content, as: "i-1", on: "2024-01-03")
            #expect(try titles(office, "预算") == ["测试路改造工程预算"])
            #expect(try titles(office, "测建[2024]3号") == ["测试路改造工程预算"])
            #expect(try titles(office, "预算", SearchFilter(category: .budgets, year: 2024)).count == 1)
            #expect(try titles(office, "预算", SearchFilter(category: .plans)).isEmpty)
            #expect(try titles(office, "预算", SearchFilter(offices: [office.code], validity: .inForce)).count == 1)
            #expect(try titles(office, "预算", SearchFilter(offices: [])).isEmpty)
            // A version that is only being written is not found, the one on line still is.
            var amended = content
            amended.title = try words("测试路改造工程决算")
            try act(office, AmendItem(amended, by: ref("o-1"), on: day("2024-01-04")), on: "i-1")
            #expect(try titles(office, "决算").isEmpty)
            #expect(try titles(office, "预算").count == 1)
            try publish(office, amended, as: "i-1", on: "2024-01-05")
            #expect(try titles(office, "决算") == ["测试路改造工程决算"])
            #expect(try titles(office, "预算").isEmpty)
            try act(office, ChangeValidity(to: .repealed, on: day("2024-01-06"), reasons: words("被废止")), on: "i-1")
            #expect(try titles(office, "决算", SearchFilter(validity: .inForce)).isEmpty)
            #expect(try titles(office, "决算", SearchFilter(validity: .repealed)).count == 1)
            #expect(try office.ledger.projectionDifferences() == [])
            try act(office, WithdrawItem(on: day("2024-01-07"), reasons: words("内容有误")), on: "i-1")
            #expect(try titles(office, "决算").isEmpty)
            #expect(try office.ledger.search.titles(beginningWith: "测").isEmpty)
            try office.ledger.rebuild()
            #expect(try titles(office, "决算").isEmpty)
        }
    }

    @Test(
        "an index of an earlier program, with its columns in another order, is made anew",
        arguments: DatabaseEngine.allCases)
    func olderIndex(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            var content = ItemContent(try words("测试路改造工程预算"), body: try ref("body-1"), formed: try day("2024-01-02"))
            content.category = .budgets
            try act(office, DraftItem(try ref("i-1"), content, by: ref("o-1"), on: day("2024-01-02")), on: "i-1")
            try publish(office, content, as: "i-1", on: "2024-01-03")
            try database.write { (transaction) throws(DatabaseError) in
                guard transaction.dialect == .sqlite else { return }
                try transaction.execute("DROP TABLE search_part_term")
                try transaction.execute(
                    """
                    CREATE VIRTUAL TABLE search_part_term USING fts5(marks, title, labels, body, files,
                        content='search_part', content_rowid='key', columnsize=0, tokenize='gongkai')
                    """)
                try transaction.execute("INSERT INTO search_part_term (search_part_term) VALUES ('rebuild')")
            }
            #expect(try titles(office, "预算").count == 1)
            // What the migration does.
            try database.write { (transaction) throws(DatabaseError) in
                for statement in SearchSchema.order.statements {
                    for own in transaction.dialect.statements(for: statement) { try transaction.execute(own) }
                }
            }
            #expect(try titles(office, "改造工程") == ["测试路改造工程预算"])
            try office.ledger.search.remakeIndex()
            #expect(try titles(office, "改造工程", SearchFilter(category: .budgets, year: 2024)).count == 1)
            try act(office, WithdrawItem(on: day("2024-01-07"), reasons: words("内容有误")), on: "i-1")
            #expect(try titles(office, "预算").isEmpty)
        }
    }

    @Test("results that an earlier program kept under longer keys are put in anew", arguments: DatabaseEngine.allCases)
    func longerKeys(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            for name in ["i-1", "i-2"] {
                var content = ItemContent(
                    try words("测试路改造工程预算"), body: try ref("body-1"), formed: try day("2024-01-02"))
                content.category = .budgets
                try act(office, DraftItem(try ref(name), content, by: ref("o-1"), on: day("2024-01-02")), on: name)
                try publish(office, content, as: name, on: "2024-01-03")
            }
            try database.write { (transaction) throws(DatabaseError) in
                // As it was before this step, and what came after it.
                try transaction.execute("DELETE FROM schema_migration WHERE number >= 19")
                for table: SQL in ["mail_notice", "mail_cursor"] { try transaction.execute("DROP TABLE " + table) }
                for column: SQL in ["message_english", "remedy_english"] {
                    try transaction.execute("ALTER TABLE finding DROP COLUMN " + column)
                }
                for table: SQL in ["search_document", "search_part"] {
                    try transaction.execute("UPDATE " + table + " SET key = key * 2048")
                }
                try TermIndex.remake(transaction)
            }
            #expect(try office.ledger.projectionDifferences() == ["search_document", "search_part"])
            // Where it cannot be done, the step is not recorded: the next start does it.
            func rename(_ from: SQL, _ to: SQL) throws {
                try database.write { (transaction) throws(DatabaseError) in
                    try transaction.execute("ALTER TABLE " + from + " RENAME TO " + to)
                }
            }
            try rename("search_document", "search_away")
            #expect(throws: DatabaseError.self) {
                try Ledger(in: database, now: office.now, settings: office.ledger.settings)
            }
            try rename("search_away", "search_document")
            #expect(try Ledger.missingSteps(in: database) == 3)
            let opened = try Ledger(in: database, now: office.now, settings: office.ledger.settings)
            #expect(try opened.projectionDifferences() == [])
            #expect(try opened.search.find(SearchQuery("预算")).count == 2)
        }
    }

    @Test("an item is found by its text and its files, and so it is in a copy", arguments: DatabaseEngine.allCases)
    func papers(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            let paper = try Paper(
                "# 说明\n\n本项目**总投资**三千万元。",
                files: [Paper.File("明细表.xlsx", [1, 2, 3], text: "设备购置\t九百万元")])
            try office.ledger.papers.keep(paper, at: office.now)
            var content = ItemContent(try words("测试路改造工程"), body: paper.reference, formed: try day("2024-01-02"))
            content.category = .projects
            try act(office, DraftItem(try ref("i-1"), content, by: ref("o-1"), on: day("2024-01-02")), on: "i-1")
            #expect(try titles(office, "总投资").isEmpty)
            try publish(office, content, as: "i-1", on: "2024-01-03")
            for typed in ["总投资", "\"本项目总投资\"", "设备购置", "明细表", "改造 总投资 购置"] {
                #expect(try titles(office, typed) == ["测试路改造工程"], "\(typed)")
            }
            let found = try #require(try office.ledger.search.find(SearchQuery("总投资")).results.first)
            #expect(found.body.contains("本项目总投资三千万元") && found.files.contains("设备购置"))
            #expect(try office.ledger.projectionDifferences() == [])
            let copy = try office.ledger.copies.copy()
            try DatabaseEngine.sqlite.withFresh { database, _ in
                let other = try Ledger(in: database, now: office.now, settings: office.ledger.settings)
                #expect(try other.copies.restore(copy, at: CopyTests.restored) == nil)
                #expect(try other.search.find(SearchQuery("设备购置")).count == 1)
                #expect(try other.projectionDifferences() == [])
            }
            try act(office, WithdrawItem(on: day("2024-01-07"), reasons: words("内容有误")), on: "i-1")
            #expect(try titles(office, "总投资").isEmpty && titles(office, "设备购置").isEmpty)
        }
    }

    @Test(
        "a report is found by its title, office and sections, in its latest version", arguments: DatabaseEngine.allCases
    )
    func reports(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            func json(_ text: String) -> String {
                """
                {"title":"测试市某局2022年报告","agency":"测试市某局","sections":[{"id":"overall","heading":"一、总体情况","text":"\(text)"}]}
                """
            }
            try ledger.reports.save(
                LedgerFixture.submission("a", 2022, json: json("本年办理申请24件。")), at: Moment(milliseconds: 1))
            func count(_ typed: String, _ filter: SearchFilter = SearchFilter()) throws -> Int {
                try ledger.search.find(SearchQuery(typed), filter).count
            }
            #expect(try count("办理申请") == 1)
            #expect(try count("24件", SearchFilter(kind: .report, year: 2022)) == 1)
            #expect(try count("测试市某局 总体情况") == 1)
            #expect(try count("办理申请", SearchFilter(kind: .item)) == 0)
            try ledger.reports.save(
                LedgerFixture.submission("a", 2022, document: "二", json: json("本年没有收到。")), at: Moment(milliseconds: 2))
            #expect(try count("办理申请") == 0)
            #expect(try count("没有收到") == 1)
            #expect(try ledger.projectionDifferences() == [])
            try ledger.rebuild()
            #expect(try count("没有收到") == 1)
            #expect(try ledger.search.titles(SearchQuery("某局")).map(\.title) == ["测试市某局2022年报告"])
            #expect(try ledger.search.titles(beginningWith: "测").map(\.title) == ["测试市某局2022年报告"])
            #expect(try ledger.search.titles(SearchQuery("没有收到")).isEmpty)
        }
    }
}
