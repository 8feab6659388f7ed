import Search
import Testing

@Suite("Queries")
struct SearchQueryTests {
    @Test(
        "what is typed becomes phrases that must all occur",
        arguments: [
            ("预算", ["预算"]), ("医保 参保", ["医保", "参保"]), ("医保　参保", ["医保", "参保"]), ("政府信息", ["政府 府信 信息"]),
            ("\"政府信息\"", ["政府 府信 信息"]), ("“政府信息” 预算", ["政府 府信 信息", "预算"]),
            ("临政办发〔2021〕3号", ["临政 政办 办发", "2021", "3 号"]), ("临政办发[2021] 3号", ["临政 政办 办发", "2021", "3 号"]),
            ("2021 年 预算", ["2021 年", "预算"]), ("预算 2021", ["预算", "2021"]), ("Open Data", ["open", "data"]),
            ("\"Open Data\"", ["open data"]), ("预算 预算", ["预算"]), ("\"预算", ["预算"]), ("预算*", ["预算"]),
            ("-预算", ["预算"]), ("NEAR(预算)", ["near", "预算"]), ("a:b", ["a", "b"]), ("  预算\n", ["预算"]), ("ＡＢ", ["ab"]),
        ])
    func phrases(typed: String, phrases: [String]) throws {
        #expect(try SearchQuery(typed).phrases.map { $0.terms.joined(separator: " ") } == phrases)
    }

    @Test(
        "what cannot be looked for is told apart",
        arguments: [
            ("", SearchQuery.Problem.empty), (" \n", .empty), ("《》，。", .noWord), ("\"\"", .noWord), ("*", .noWord),
            ("县", .singleCharacter("县")), ("\"县\"", .singleCharacter("县")), ("县 市", .singleCharacter("县")),
        ])
    func problems(typed: String, problem: SearchQuery.Problem) {
        #expect(throws: problem) { try SearchQuery(typed) }
    }

    @Test("a single character beside a word is left out, and told")
    func leftOut() throws {
        let query = try SearchQuery("县 预算")
        #expect(query.phrases.count == 1 && query.leftOut == ["县"])
    }

    @Test("a query has a longest length and a largest number of terms, and both can be set")
    func limits() throws {
        let long = String(repeating: "政府", count: 20)
        #expect(try SearchQuery(long).phrases.first?.terms.count == 39)
        #expect(throws: SearchQuery.Problem.tooManyTerms(limit: 40)) { try SearchQuery(long + "信息") }
        #expect(throws: SearchQuery.Problem.tooLong(limit: 100)) { try SearchQuery(String(repeating: "a", count: 101)) }
        var limits = SearchLimits()
        limits.characters = 4
        limits.terms = 2
        #expect(throws: SearchQuery.Problem.tooLong(limit: 4)) { try SearchQuery("政府信息公", limits: limits) }
        #expect(throws: SearchQuery.Problem.tooManyTerms(limit: 2)) { try SearchQuery("政府信息", limits: limits) }
        #expect(try SearchQuery("政府信", limits: limits).phrases.count == 1)
    }

    @Test("long phrases can be loosened into words of two characters")
    func loosened() throws {
        let loose = try #require(try SearchQuery("医保参保登记 2024").loosened)
        #expect(loose.phrases.map(\.terms) == [["医保"], ["参保"], ["登记"], ["2024"]])
        #expect(try SearchQuery("预算公开 3号").loosened?.phrases.map(\.terms) == [["预算"], ["公开"], ["3", "号"]])
        #expect(try SearchQuery("预算").loosened == nil)
        #expect(try SearchQuery("预算办").loosened == nil)
        // What stands in quotation marks is meant as it stands.
        #expect(try SearchQuery("“医保参保登记”").loosened == nil)
        #expect(try SearchQuery("“医保参保” 缴费登记").loosened?.phrases.map(\.terms) == [["医保", "保参", "参保"], ["缴费"], ["登记"]])
    }
}
