import CivilTime
import Database
import Disclosure
import Search
import TestSupport
import Testing

@testable import Ledger

/// Both engines find what a slow reading of every text finds, in the same order.
@Suite("Search on both engines")
struct SearchEngineTests {
    /// A result that was put in, with what a slow search needs to know of it.
    private struct Known {
        let document: SearchDocument
        /// How many were recorded before it.
        let number: Int
        /// Title, labels, text, files.
        let columns: [String]
    }

    private static let pieces = [
        "政府", "信息", "公开", "预算", "决算", "医保", "参保", "登记", "年", "号", "县", "2021", "3", "5G", "Open", "data", "，", "。",
        "〔", "〕", " ", "\n", "政", "府", "信", "息",
    ]

    private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private static func corpus(_ seed: UInt64, offices: [Int64]) throws -> [Known] {
        var random = SeededGenerator(seed: seed)
        return try (1...120).map { number in
            let day = try #require(Day("2024-01-01")?.adding(days: Int.random(in: 0...20, using: &random)))
            let title = "题\(number)" + text(4, &random)
            var document = SearchDocument(
                seat: .item(isAnotherVersion: false),
                office: offices.randomElement(using: &random) ?? 1, subject: "i-\(number)", title: title, day: day,
                year: 2020 + number % 3, validity: number % 5 == 0 ? .repealed : .inForce)
            document.labels = [text(2, &random)].filter { !$0.isEmpty }
            document.body = text(25, &random)
            document.files = text(8, &random)
            // Some have several stretches, all words in the first.
            if number % 9 == 0 {
                document.body += "。" + String(repeating: "公告，", count: number * 8)
                document.files = ""
            }
            return Known(
                document: document, number: number,
                columns: [title, document.labels.joined(separator: "\n"), document.body, document.files])
        }
    }

    /// The stage a result is found in, nil where it is not.
    private static func stage(_ known: Known, _ query: SearchQuery) -> Int? {
        for (stage, columns) in [(3, 1), (2, 2), (1, 3), (0, 4)] {
            let found = query.phrases.allSatisfy { phrase in
                known.columns.prefix(columns).contains { column in
                    let bytes = Array(column.utf8)
                    return !PhraseFinder([phrase]).hits(in: bytes.span).isEmpty
                }
            }
            if found { return stage }
        }
        return nil
    }

    @Test("random queries give what a slow search gives, in its order", arguments: DatabaseEngine.allCases)
    func oracle(engine: DatabaseEngine) throws {
        let seed: UInt64 = 20_210_403
        try LedgerFixture.withFresh(engine) { ledger, _ in
            for code in ["a", "b"] { try ledger.offices.put(LedgerFixture.office(code)) }
            let ids = try ledger.database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT id FROM office ORDER BY lower(code)", []) { (row) throws(DatabaseError) in
                    try row.int64(0)
                }
            }
            let corpus = try Self.corpus(seed, offices: ids)
            let documents = corpus.map(\.document)
            try ledger.database.write { (transaction) throws(DatabaseError) in
                for document in documents { try SearchRows.put(document, transaction) }
                // What is put twice stands once, and what is taken out is gone.
                try SearchRows.put(documents[3], transaction)
                try SearchRows.remove(.item, of: documents[7].office, documents[7].subject, transaction)
            }
            let kept = corpus.enumerated().filter { $0.offset != 7 }.map(\.element)
            var random = SeededGenerator(seed: seed + 1)
            var found = 0
            for round in 0..<150 {
                let typed = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    let piece = Self.text(3, &random)
                    return Bool.random(using: &random) ? "\"\(piece)\"" : piece
                }.joined(separator: " ")
                guard let query = try? SearchQuery(typed) else { continue }
                var filter = SearchFilter()
                if round % 3 == 0 { filter.offices = [try LedgerFixture.code("a")] }
                if round % 4 == 0 { filter.year = 2021 }
                if round % 5 == 0 { filter.validity = .inForce }
                let fitting = kept.filter { known in
                    (filter.offices == nil || known.document.office == ids[0])
                        && (filter.year == nil || known.document.year == 2021)
                        && (filter.validity == nil || known.document.validity == .inForce)
                }
                let places = fitting.compactMap { known in
                    Self.stage(known, query).map {
                        (stage: $0, day: known.document.day, number: known.number, name: known.document.subject)
                    }
                }
                found += places.count
                for order in SearchOrder.allCases {
                    let expected = places.sorted {
                        order == .newest
                            ? ($0.day, $0.number) > ($1.day, $1.number)
                            : ($0.stage, $0.day, $0.number) > ($1.stage, $1.day, $1.number)
                    }.map(\.name)
                    #expect(
                        try Self.all(ledger, query, filter, order) == expected,
                        "seed \(seed), \(typed.debugDescription), \(order)")
                }
            }
            #expect(found > 300)
        }
    }

    /// The names of all results, turning pages of seven.
    private static func all(
        _ ledger: Ledger, _ query: SearchQuery, _ filter: SearchFilter, _ order: SearchOrder
    ) throws -> [String] {
        var names: [String] = []
        var cursor: SearchCursor?
        repeat {
            let page = try ledger.search.find(query, filter, order: order, after: cursor, size: 7)
            names += page.results.map { result in
                if case .item(let item) = result.head.subject { item.text } else { "" }
            }
            #expect(page.isCountExact)
            cursor = page.next.flatMap { SearchCursor($0.text) }
        } while cursor != nil
        return names
    }

    @Test("a long text is found by every phrase of it, once", arguments: DatabaseEngine.allCases)
    func long(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let day = try #require(Day("2024-02-03"))
            // Far more places, and far more of one term, than PostgreSQL keeps in one vector.
            let lines = (0..<9_000).map { "甲乙有限公司第\($0)号" }
            let body = lines.joined(separator: "\n") + "\n末尾文字"
            try ledger.database.write { (transaction) throws(DatabaseError) in
                var document = SearchDocument(
                    seat: .item(isAnotherVersion: false), office: 1, subject: "i-1", title: "企业名单",
                    day: day, year: 2024)
                document.body = body
                document.files = "附件文字"
                try SearchRows.put(document, transaction)
            }
            for typed in ["有限公司第8999号", "有限公司第17号", "末尾文字", "附件文字", "企业名单 末尾文字", "\"公司第4321号\""] {
                let page = try ledger.search.find(SearchQuery(typed))
                #expect(page.results.count == 1, "\(typed)")
                #expect(page.count == 1 && page.isCountExact, "\(typed)")
                let shown = try #require(page.results.first)
                let excerpt = MarkedText(
                    excerptOf: shown.body.isEmpty ? shown.files : shown.body, try SearchQuery(typed))
                #expect(excerpt.hasHits || typed.contains("附件"), "\(typed)")
            }
            #expect(try ledger.search.find(SearchQuery("司第43212号")).results.isEmpty)
        }
    }

    /// A result of one day with so many stretches.
    private static func document(
        _ name: String, stretches: Int = 1, isAnotherVersion: Bool = false, on day: Day
    ) -> SearchDocument {
        var document = SearchDocument(
            seat: .item(isAnotherVersion: isAnotherVersion), office: 1, subject: name, title: "公告\(name)", day: day,
            year: day.year)
        document.body = String(repeating: "名单，", count: 230 * (stretches - 1) + 1)
        return document
    }

    @Test(
        "a result keeps its seat among those of its day while it fits, and sits behind them where it does not",
        arguments: DatabaseEngine.allCases)
    func seats(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let day = try #require(Day("2024-02-03"))
            func put(_ documents: SearchDocument...) throws -> [String] {
                try ledger.database.write { (transaction) throws(DatabaseError) in
                    for document in documents { try SearchRows.put(document, transaction) }
                }
                let page = try ledger.search.find(SearchQuery("公告"), order: .newest)
                #expect(try ledger.search.find(SearchQuery("名单")).count == page.count)
                #expect(
                    try ledger.search.titles(SearchQuery("公告"), limit: 20).map(\.title)
                        == page.results.map(\.head.title))
                return page.results.map { result in
                    if case .item(let item) = result.head.subject { item.text } else { "" }
                }
            }
            let first = try put(
                Self.document("i-1", on: day), Self.document("i-2", stretches: 3, on: day),
                Self.document("i-3", on: day))
            #expect(first == ["i-3", "i-2", "i-1"])
            // The same and less fit; more does not, unless nothing sits behind.
            #expect(try put(Self.document("i-1", on: day)) == ["i-3", "i-2", "i-1"])
            #expect(try put(Self.document("i-2", stretches: 2, on: day)) == ["i-3", "i-2", "i-1"])
            #expect(try put(Self.document("i-2", stretches: 3, on: day)) == ["i-3", "i-2", "i-1"])
            #expect(try put(Self.document("i-3", stretches: 5, on: day)) == ["i-3", "i-2", "i-1"])
            #expect(try put(Self.document("i-1", stretches: 2, on: day)) == ["i-3", "i-2", "i-1"])
            #expect(try put(Self.document("i-1", stretches: 3, on: day)) == ["i-1", "i-3", "i-2"])
            #expect(try put(Self.document("i-2", isAnotherVersion: true, on: day)) == ["i-2", "i-1", "i-3"])
            // Another day is another place, and what is taken out leaves the others where they are.
            #expect(try put(Self.document("i-2", on: #require(day.adding(days: -1)))) == ["i-1", "i-3", "i-2"])
            try ledger.database.write { (transaction) throws(DatabaseError) in
                try SearchRows.remove(.item, of: 1, "i-1", transaction)
            }
            #expect(try put(Self.document("i-4", stretches: 2, on: day)) == ["i-4", "i-3", "i-2"])
            let parts = try ledger.database.read { (transaction) throws(DatabaseError) in
                try transaction.one("SELECT count(*) FROM search_part", []) { (row) throws(DatabaseError) in
                    try row.int64(0)
                }
            }
            #expect(parts == 8)
        }
    }

    @Test("a day that is full refuses, and a report has its own room", arguments: DatabaseEngine.allCases)
    func full(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let day = try #require(Day("2024-02-03"))
            let last = SearchKey.items(of: day).upperBound - 2
            try ledger.database.write { (transaction) throws(DatabaseError) in
                try SearchRows.put(Self.document("i-1", on: day), transaction)
                // As if the day held many millions.
                for table: SQL in ["search_document", "search_part"] {
                    try transaction.execute("UPDATE " + table + " SET key = $1", [.int64(last)])
                }
            }
            let refusal = #expect(throws: DatabaseError.self) {
                try ledger.database.write { (transaction) throws(DatabaseError) in
                    try SearchRows.put(Self.document("i-2", on: day), transaction)
                }
            }
            #expect(refusal?.kind == .full && refusal?.message.contains("2024年2月3日") == true)
            try ledger.database.write { (transaction) throws(DatabaseError) in
                var report = SearchDocument(
                    seat: .report(row: 7), office: 1, subject: "2023", title: "年度报告", day: day, year: 2023)
                report.body = String(repeating: "名单，", count: 60_000)
                try SearchRows.put(report, transaction)
            }
            let keys = try ledger.database.read { (transaction) throws(DatabaseError) in
                try transaction.all("SELECT key FROM search_part WHERE key > $1 ORDER BY key", [.int64(last)]) {
                    (row) throws(DatabaseError) in try row.int64(0)
                }
            }
            let key = SearchKey(report: 7, on: day)
            #expect(keys == (0..<SearchKey.reportPartLimit).map(key.part))
            #expect(key > SearchKey(ofFirst: last) && key < SearchKey(report: 8, on: day))
            let next = try #require(day.adding(days: 1))
            #expect(SearchKey(report: 262_143, on: day).value < SearchKey.items(of: next).lowerBound)
        }
    }

    @Test("words that the edge of a page broke are found, and paragraphs stay apart")
    func wrapped() {
        func joined(_ text: String) -> String { String(decoding: WrappedLines.joined(text), as: UTF8.self) }
        let long = String(repeating: "字", count: 30)
        #expect(joined(long + "获\n取本市") == long + "获取本市")
        #expect(joined(long + "。\n取本市") == long + "。\n取本市")
        #expect(joined(long + "获\n1.取") == long + "获\n1.取")
        #expect(joined("一、总体情况\n本年") == "一、总体情况\n本年")
        #expect(joined("\n\n") == "\n\n" && joined("") == "" && joined("字\n") == "字\n")
        #expect(joined(long + "\n" + long + "\n" + "末") == long + long + "末")
    }

    @Test("the count stops at the limit and says so", arguments: DatabaseEngine.allCases)
    func count(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let day = try #require(Day("2024-02-03"))
            try ledger.database.write { (transaction) throws(DatabaseError) in
                for serial in 1...30 {
                    var document = SearchDocument(
                        seat: .item(isAnotherVersion: false), office: 1,
                        subject: "i-\(serial)", title: "通知\(serial)", day: day, year: 2024)
                    document.body = "预算"
                    try SearchRows.put(document, transaction)
                }
            }
            var limits = SearchLimits()
            limits.results = 20
            for order in SearchOrder.allCases {
                let page = try ledger.search.find(SearchQuery("预算"), order: order, size: 20, limits: limits)
                #expect(page.count == 20 && !page.isCountExact && page.next == nil)
                #expect(page.results.first?.head.title == "通知30")
            }
            limits.results = 30
            let page = try ledger.search.find(SearchQuery("预算"), size: 20, limits: limits)
            #expect(page.count == 30 && page.isCountExact && page.next != nil)
        }
    }

    @Test(
        "what looks like an operator is text", arguments: DatabaseEngine.allCases,
        [
            "\"预算", "预算*", "*", "^预算", "NEAR(预算 决算)", "预算 NEAR 决算", "预算 AND", "OR", "NOT 预算", "(预算", ")", "-预算",
            "title:预算", "marks:预算", "{title}: 预算", "'预算'", "预算:*", "预算 & 决算", "预算 | 决算", "!预算", "<->", "\\", "预算\\",
            "#o1",
            "\u{1}#o1", "\u{2}", "\u{0}", "%", "_", "; DROP TABLE entry", "预算\u{202E}", "🏛", "\u{FFFF}",
        ])
    func hostile(engine: DatabaseEngine, typed: String) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            try ledger.offices.put(LedgerFixture.office("a"))
            let day = try #require(Day("2024-02-03"))
            try ledger.database.write { (transaction) throws(DatabaseError) in
                var document = SearchDocument(
                    seat: .item(isAnotherVersion: false), office: 1, subject: "i-1", title: "预算公告",
                    day: day, year: 2024)
                document.body = "\u{1}#o1 正文"
                try SearchRows.put(document, transaction)
            }
            guard let query = try? SearchQuery(typed) else { return }
            let words = query.phrases.flatMap(\.terms)
            let page = try ledger.search.find(query)
            #expect(page.results.count == (Set(words).isSubset(of: ["预算", "o1"]) ? 1 : 0), "\(words)")
            _ = try ledger.search.titles(query)
            _ = try ledger.search.titles(beginningWith: typed)
        }
    }
}
