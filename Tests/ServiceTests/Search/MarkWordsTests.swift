import CivilTime
import Database
import Disclosure
import Ledger
import Search
import Service
import TestSupport
import Testing

/// The name of a category, a kind, a validity or a column among the words: the narrower search is offered, the same on both
/// engines.
@Suite("Offering a narrower search by a name among the words")
struct MarkWordsTests {
    @Test(
        "a name counts where it is a whole word outside of quotation marks",
        arguments: [
            ("规章", "规章", ""), ("道路 规章", "规章", "道路"), ("规章 道路 养护", "规章", "道路 养护"), ("财政预算、决算 道路", "财政预算、决算", "道路"),
            ("公开指南", "公开指南", ""), ("政府信息公开年度报告 2021", "政府信息公开年度报告", "2021"), ("有效 办法", "有效", "办法"),
            ("预算 决算", "预算", "决算"),
        ])
    func found(typed: String, word: String, rest: String) {
        let named = MarkWords(typed)
        #expect(named?.word == word && named?.rest == rest)
    }

    @Test("other words are words", arguments: ["", " ", "道路", "规章制度", "\"规章\" 道路", "道路 “规章”", "无效", "预算公开"])
    func words(typed: String) {
        #expect(MarkWords(typed) == nil)
    }

    @Test("every category has its own name, and no name is of two")
    func names() {
        for category in ProactiveCategory.allCases {
            #expect(MarkWords.marks[category.chineseName] == .category(category))
        }
        for validity in ItemValidity.allCases { #expect(MarkWords.marks[validity.chineseText] == .validity(validity)) }
        #expect(MarkWords.marks["年度报告"] == .reports && MarkWords.marks["公开指南"] == .guide)
        #expect(MarkWords.marks.keys.allSatisfy { $0.count >= 2 && !$0.contains(where: \.isWhitespace) })
    }

    /// Question, the mark that is offered, its words and how much they find; nil where nothing is offered.
    private static let questions: [(SearchQuestion, MarkWords.Mark?, String?, Int)] = [
        // 道路 among budgets is one; among everything two.
        (SearchQuestion("道路 预算"), .category(.budgets), "道路", 1),
        (SearchQuestion("预算"), .category(.budgets), nil, 0),
        (SearchQuestion("测试甲局 预算"), .category(.budgets), nil, 0),
        (SearchQuestion("测试甲局 道路 预算"), .category(.budgets), "道路", 1),
        (SearchQuestion("道路 有效"), .validity(.inForce), "道路", 2),
        (SearchQuestion("公开指南"), .guide, nil, 0), (SearchQuestion("年度报告"), .reports, nil, 0),
        // Nothing of it, narrowed already, taken literally, a validity alone, a further page.
        (SearchQuestion("道路 行政处罚"), nil, nil, 0), (SearchQuestion("道路 年度报告"), nil, nil, 0),
        (SearchQuestion("道路 预算", category: .plans), nil, nil, 0),
        (SearchQuestion("道路 预算", isLiteral: true), nil, nil, 0), (SearchQuestion("有效"), nil, nil, 0),
        (SearchQuestion("道路 养护"), nil, nil, 0),
    ]

    @Test("the narrower search is offered where it finds something", arguments: DatabaseEngine.allCases)
    func offers(_ engine: DatabaseEngine) throws {
        try engine.withFresh { database, _ in
            let ledger = try Ledger(
                in: database, now: Moment(milliseconds: 1),
                settings: LedgerSettings(calendar: try OfficialCalendar.load()))
            let office = try #require(AgencyCode("jia"))
            try ledger.offices.put(Office(code: office, fullName: try #require(PlainLine("测试甲局"))))
            try PublishedItem.add("道路养护的支出，含预算", as: "i-1", to: ledger, of: office)
            try PublishedItem.add("道路规划", as: "i-2", .plans, to: ledger, of: office)
            let search = SearchPublished(ledger: ledger)
            for (question, mark, words, count) in Self.questions {
                guard case .results(let found) = try search.run(question).outcome else {
                    Issue.record("\(question.typed)")
                    continue
                }
                #expect(found.offer?.mark == mark, "\(question.typed)")
                #expect(found.offer?.narrower?.question.typed == words, "\(question.typed)")
                #expect(found.offer?.narrower?.count ?? 0 == count, "\(question.typed)")
                guard let offer = found.offer else { continue }
                #expect((offer.office == office) == question.typed.hasPrefix("测试甲局"), "\(question.typed)")
                guard let narrower = offer.narrower else { continue }
                guard case .results(let then) = try search.run(narrower.question).outcome else {
                    Issue.record("\(question.typed)")
                    continue
                }
                // What is promised is what the link finds, and it is no way in a circle.
                #expect(then.count == narrower.count && then.offer == nil, "\(question.typed)")
            }
        }
    }
}
