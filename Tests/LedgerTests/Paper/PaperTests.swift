import CivilTime
import Database
import Disclosure
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite("Papers: texts and files named by their content")
struct PaperTests {
    private let now = Moment(milliseconds: 1_768_442_400_000)

    private func sample(_ text: String = "正文") throws -> Paper {
        try Paper(text, files: [.init("甲.docx", Array("一".utf8), text: "读到的字"), .init("乙.JPG", [], remark: "没有文字")])
    }

    @Test("a paper is kept once, and comes back as it was with its files", arguments: DatabaseEngine.allCases)
    func kept(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            let paper = try sample()
            #expect(try ledger.papers.keep(paper, at: now) == paper.reference)
            let revision = try ledger.revision()
            try ledger.papers.keep(paper, at: Moment(milliseconds: 5))
            #expect(try ledger.revision() == revision)
            let kept = try #require(try ledger.papers.paper(paper.reference))
            #expect(kept.text == "正文" && kept.madeAt == now && kept.files.map(\.name) == ["甲.docx", "乙.JPG"])
            #expect(kept.files.map(\.format) == ["docx", "jpg"] && kept.files.map(\.hasText) == [true, false])
            #expect(try ledger.papers.bytes(of: kept.files[0]) == Array("一".utf8))
            #expect(try ledger.papers.bytes(of: kept.files[1]) == [])
            #expect(try ledger.papers.text(of: kept.files[0]) == "读到的字")
            #expect(try ledger.papers.text(of: kept.files[1]) == nil)
            #expect(try ledger.papers.paper(PaperReference(known: "p-none")) == nil)
        }
    }

    @Test("the name follows from text, names, order and bytes, and from nothing else")
    func names() throws {
        let one = try sample()
        #expect(one.reference.text.hasPrefix("p-") && one.reference.text.count == 42)
        #expect(Paper.isOfContent(one.reference))
        let read = Paper.File("甲.docx", Array("一".utf8), text: "另读")
        #expect(try Paper("正文", files: [read, .init("乙.JPG", [])]).reference == one.reference)
        for other in [
            try sample("正文。"), try Paper("正文", files: one.files.reversed()), try Paper("正文"),
            try Paper("正文", files: [.init("丙.docx", Array("一".utf8)), one.files[1]]),
            try Paper("正文", files: [.init("甲.docx", Array("二".utf8)), one.files[1]]),
        ] { #expect(other.reference != one.reference) }
        // The name of a known content never changes: entries hold it.
        #expect(
            try Paper("甲").reference.text == "p-" + Digest(of: Array("gongkai.paper/1\ntext 3 甲\n".utf8)).hex.prefix(40)
        )
    }

    @Test("line ends are those of one kind and nothing stands at the ends of a text")
    func lines() throws {
        let paper = try Paper("\u{FEFF}\n一\r\n二\r三\t \n\n")
        #expect(paper.text == "一\n二\n三")
    }

    @Test(
        "what cannot be a paper is refused by its field",
        arguments: [
            ("", 0, "", "text", "value.blank"), ("四个字五", 0, "", "text", "value.too_long"),
            ("一\u{1B}", 0, "", "text", "value.control_character"), ("一", 3, "", "files", "paper.too_much"),
            ("一", 1, "a/b.txt", "files[0]", "paper.file_name"), ("一", 1, "..", "files[0]", "paper.file_name"),
            ("一", 1, "a\u{202E}b", "files[0]", "paper.file_name"), ("一", 1, "a\nb", "files[0]", "paper.file_name"),
            ("一", 1, String(repeating: "长", count: 121), "files[0]", "paper.file_name"),
            ("一", 2, "同名.txt", "files[1]", "paper.file_name"),
        ])
    func refused(text: String, count: Int, name: String, field: String, code: String) {
        var limits = PaperLimits()
        (limits.textCharacters, limits.files) = (3, 2)
        let files = (0..<count).map { Paper.File(name.isEmpty ? "f\($0).txt" : name, [1]) }
        let refusal = #expect(throws: Refusal.self) { try Paper(text, files: files, limits: limits) }
        #expect(refusal?.findings.first?.field == field)
        #expect(refusal?.findings.first?.code.rawValue == code)
    }

    @Test("each limit holds at its value: the shipped ones, and a file of one byte more")
    func limits() throws {
        var limits = PaperLimits()
        #expect((limits.files, limits.fileBytes, limits.textCharacters) == (20, 50 << 20, 200_000))
        limits.fileBytes = 2
        #expect(throws: Never.self) { try Paper("", files: [.init("a", [1, 2])], limits: limits) }
        #expect(throws: Refusal.self) { try Paper("", files: [.init("a", [1, 2, 3])], limits: limits) }
        let twenty = (0..<20).map { Paper.File("\($0)", []) }
        #expect(throws: Never.self) { try Paper("", files: twenty) }
        #expect(throws: Refusal.self) { try Paper("", files: twenty + [.init("x", [])]) }
        #expect(throws: Never.self) { try Paper(String(repeating: "字", count: 200_000)) }
        #expect(throws: Refusal.self) { try Paper(String(repeating: "字", count: 200_001)) }
    }

    @Test("an identity number does not get into a text")
    func citizenNumber() {
        let refusal = #expect(throws: Refusal.self) { try Paper("张三 11010519491231002X") }
        #expect(refusal?.findings.first?.code == .valueCitizenNumber)
    }

    @Test("the database lets nobody change or remove a paper", arguments: DatabaseEngine.allCases)
    func appendOnly(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            try office.ledger.papers.keep(try sample(), at: now)
            for statement: SQL in [
                "UPDATE paper SET text = 'x'", "DELETE FROM paper", "UPDATE paper_file SET extracted = 'x'",
                "DELETE FROM paper_file",
            ] {
                #expect(throws: DatabaseError.self) {
                    try database.write { (transaction) throws(DatabaseError) in try transaction.execute(statement) }
                }
            }
        }
    }

    @Test(
        "verify names a paper whose text, files or bytes were changed, or that is gone",
        arguments: [
            ("UPDATE paper SET text = 'x'", "与编号不符"), ("UPDATE paper_file SET name = 'x' WHERE position = 1", "与编号不符"),
            ("DELETE FROM paper_file WHERE position = 2", "与编号不符"),
            ("UPDATE document SET bytes = x'00' WHERE byte_count > 0", "与摘要不符"), ("", ""),
        ])
    func verify(change: String, message: String) throws {
        try ActingOffice.withFresh(.sqlite) { office, database in
            try office.ledger.papers.keep(try sample(), at: now)
            try database.write { (transaction) throws(DatabaseError) in
                for trigger: SQL in [
                    "DROP TRIGGER paper_keeps_rows", "DROP TRIGGER paper_file_keeps_rows",
                    "DROP TRIGGER paper_file_loses_no_rows",
                ] { try transaction.execute(trigger) }
            }
            if let statement = Self.changes[change] {
                try database.write { (transaction) throws(DatabaseError) in try transaction.execute(statement) }
            }
            let result = try office.ledger.verify()
            #expect(result.isSound == message.isEmpty)
            if !message.isEmpty {
                #expect(result.faults.contains { $0.kind == .paper && $0.message.contains(message) })
            }
        }
    }

    private static let changes: [String: SQL] = [
        "UPDATE paper SET text = 'x'": "UPDATE paper SET text = 'x'",
        "UPDATE paper_file SET name = 'x' WHERE position = 1": "UPDATE paper_file SET name = 'x' WHERE position = 1",
        "DELETE FROM paper_file WHERE position = 2": "DELETE FROM paper_file WHERE position = 2",
        "UPDATE document SET bytes = x'00' WHERE byte_count > 0":
            "UPDATE document SET bytes = x'00' WHERE byte_count > 0",
    ]

    @Test("an item whose paper is not there is told, and one with a name of another kind is not")
    func presence() throws {
        for (body, isSound) in [(try sample().reference.text, false), ("text-1", true)] {
            try ActingOffice.withFresh(.sqlite) { office, _ in
                try draft(office, body: body)
                let result = try office.ledger.verify()
                #expect(result.isSound == isSound)
            }
        }
    }

    private func draft(_ office: ActingOffice, body: String) throws {
        let item = try #require(ItemReference("i-1"))
        let day = try #require(Day("2025-06-03"))
        let content = ItemContent(
            try #require(Statement("测试")), body: try #require(PaperReference(body)), formed: day, category: .plans)
        let (today, calendar) = (office.today, office.calendar)
        let outcome = try office.ledger.entries.act(
            on: Subject<ItemAct>(item), office: office.code, by: office.officer, at: office.now
        ) { (state) throws(Refusal) in
            try DraftItem(item, content, by: OfficerReference(known: "o-lisi"), on: day)
                .decide(on: state, today: today, calendar: calendar)
        }
        #expect(outcome.recorded != nil)
    }

    @Test(
        "a copy carries the papers that entries name, to the same engine and the other",
        arguments: DatabaseEngine.allCases)
    func copied(engine: DatabaseEngine) throws {
        let paper = try Paper(
            "正文", files: [.init("甲.bin", (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }), .init("空.txt", [])])
        try ActingOffice.withFresh(.sqlite) { office, _ in
            try office.ledger.papers.keep(paper, at: now)
            try office.ledger.papers.keep(try Paper("没有人用到"), at: now)
            try draft(office, body: paper.reference.text)
            let copy = try office.ledger.copies.copy()
            #expect(copy.papers.map(\.paper) == [paper])
            try restore(copy, engine, paper)
            let changed = String(decoding: copy.bytes(), as: UTF8.self)
                .replacingOccurrences(of: "\"text\":\"正文\"", with: "\"text\":\"改动\"")
            let fault = #expect(throws: LedgerCopy.Fault.self) { try LedgerCopy(parsing: Array(changed.utf8)) }
            #expect(fault?.message.contains("被改动过") == true)
        }
    }

    private func restore(_ copy: LedgerCopy, _ engine: DatabaseEngine, _ paper: Paper) throws {
        let read = try LedgerCopy(parsing: copy.bytes())
        try LedgerFixture.withFresh(engine) { ledger, _ in
            #expect(try ledger.copies.restore(read, at: CopyTests.restored) == nil)
            let kept = try ledger.papers.paper(paper.reference)
            #expect(kept?.files.map(\.byteCount) == [1_000, 0])
            #expect(try ledger.verify().isSound)
            #expect(try ledger.copies.copy().bytes() == copy.bytes())
        }
    }

    @Test("bytes go into text and back, and other text is none")
    func base64() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64.bytes(of: Base64.text(of: bytes[...])) == bytes)
        }
        #expect(Base64.text(of: Array("foob".utf8)[...]) == "Zm9vYg==")
        for text in ["Z", "Zm9", "Zm9v=", "Zm9vYh==", "Zm=v", "====", "Zm 9", "甲甲甲甲", "Zm9vYg=="] {
            #expect((Base64.bytes(of: text) != nil) == (text == "Zm9vYg=="), "\(text)")
        }
    }
}
