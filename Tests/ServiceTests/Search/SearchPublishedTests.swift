import CivilTime
import Database
import Disclosure
import Ledger
import Search
import Service
import TestSupport
import Testing

/// The name of an office among the words, the same on both engines.
@Suite("Searching what an office published by its name")
struct SearchPublishedTests {
    private static func office(_ code: String, _ name: String, _ short: String? = nil) throws -> Office {
        Office(
            code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name)),
            shortName: try short.map { try #require(PlainLine($0)) })
    }

    private static func offices() throws -> [Office] {
        [
            try office("jia-cz", "测试甲市财政局", "市财政局"), try office("yi-cz", "测试乙市财政局", "市财政局"),
            try office("yi-jt", "测试乙市交通局", "交通局"), try office("yi-jt-zx", "测试乙市交通局测试中心"),
        ]
    }

    /// Question, titles found, offices they are narrowed to.
    private static let questions: [(typed: String, titles: [String], offices: [String])] = [
        ("测试甲市财政局 预算", ["甲的预算"], ["jia-cz"]), ("预算 测试甲市财政局", ["甲的预算"], ["jia-cz"]),
        ("市财政局 预算", ["甲的预算", "乙的预算"], ["jia-cz", "yi-cz"]),
        ("测试乙市财政局预算", ["乙的预算"], ["yi-cz"]),
        // The longest name is meant, and words beside it all count.
        ("测试乙市交通局测试中心预算", ["中心预算"], ["yi-jt-zx"]), ("交通局 道路 预算", ["道路预算，致市财政局"], ["yi-jt"]),
        // Nothing of that office has the words: its name is a word again.
        ("市财政局 道路", ["道路预算，致市财政局"], []),
        // A name alone, within quotation marks, in the middle or with a single character is no narrowing.
        ("市财政局", ["道路预算，致市财政局"], []), ("\"市财政局\" 预算", ["道路预算，致市财政局"], []),
        ("道路 市财政局 预算", ["道路预算，致市财政局"], []), ("市财政局 的", ["道路预算，致市财政局"], []),
        ("交通局预算", [], []), ("财政局 道路", ["道路预算，致市财政局"], []),
    ]

    @Test(
        "a name at either end narrows where it finds something, and is a word elsewhere",
        arguments: DatabaseEngine.allCases)
    func names(_ engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let ledger = try Ledger(
                in: database, now: Moment(milliseconds: 1),
                settings: LedgerSettings(calendar: try OfficialCalendar.load()))
            for office in try Self.offices() { try ledger.offices.put(office) }
            for (title, code) in [
                ("甲的预算", "jia-cz"), ("乙的预算", "yi-cz"), ("道路预算，致市财政局", "yi-jt"), ("中心预算", "yi-jt-zx"),
            ] {
                try PublishedItem.add(title, as: "i-\(code)", to: ledger, of: try #require(AgencyCode(code)))
            }
            let search = SearchPublished(ledger: ledger)
            for wanted in Self.questions {
                guard case .results(let found) = try search.run(SearchQuestion(wanted.typed)).outcome else {
                    Issue.record("\(wanted.typed)")
                    continue
                }
                #expect(Set(found.found.map(\.head.title)) == Set(wanted.titles), "\(wanted.typed)")
                #expect(
                    found.count == wanted.titles.count && found.offices.map(\.code.text) == wanted.offices,
                    "\(wanted.typed)")
            }
            // Literal, or with an office chosen, the name is a word.
            for question in [
                SearchQuestion("市财政局 预算", isLiteral: true),
                SearchQuestion("市财政局 预算", office: AgencyCode("yi-jt")),
            ] {
                guard case .results(let found) = try search.run(question).outcome else { throw Missing() }
                #expect(found.found.map(\.head.title) == ["道路预算，致市财政局"] && found.offices.isEmpty)
            }
        }
    }

    private struct Missing: Error {}

    @Test("the longest name counts, and of several offices with one name all do")
    func longestName() throws {
        let offices = try Self.offices() + [Self.office("yi-jt-old", "测试乙市交通局")]
        func codes(_ typed: String) -> [String]? { OfficeWords(typed, among: offices)?.offices.map(\.code.text) }
        for typed in ["测试乙市交通局测试中心", "测试乙市交通局测试中心预", "测试乙市交通局测试中心预 算"] {
            #expect(codes(typed) == nil, "\(typed)")
        }
        #expect(codes("测试乙市交通局测试中心预算") == ["yi-jt-zx"])
        #expect(codes("测试乙市交通局测试") == ["yi-jt", "yi-jt-old"])
        #expect(codes("测试乙市交通局 预算") == ["yi-jt", "yi-jt-old"])
    }

    @Test("a name that nearly every office has narrows nothing")
    func commonNames() throws {
        let many = try (1...11).map { try Self.office("o-\($0)", "测试第\($0)局", "办公室") }
        #expect(OfficeWords("办公室 预算", among: many) == nil)
        #expect(OfficeWords("办公室 预算", among: Array(many.prefix(10)))?.offices.count == 10)
        for typed in ["", " ", "办公室", "\"办公室 预算", "测试第1局预"] {
            #expect(OfficeWords(typed, among: Array(many.prefix(2))) == nil, "\(typed)")
        }
    }
}
