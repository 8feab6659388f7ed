import Markup
import Testing

@testable import Web

@Suite("Components")
struct ComponentTests {
    private let t = Wording(isEnglish: false)

    @Test(
        "the way through a long list shows the first page, the last, and those around this one",
        arguments: [
            (1, 1, [1]), (1, 3, [1, 2, 3]), (1, 1_000, [1, 2, 3, 4, 1_000]), (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (500, 1_000, [1, 497, 498, 499, 500, 501, 502, 503, 1_000]), (1_000, 1_000, [1, 997, 998, 999, 1_000]),
        ])
    func pagination(page: Int, pages: Int, shown: [Int]) {
        let way = Pagination(page: page, pages: pages, t: t) { "/a?page=\($0)" }
        #expect(way.shown == shown)
        let markup = PageMarkup(way.html.text)
        #expect(markup.faults == [])
        #expect(
            markup.all("a").map { $0["href"] }
                == (pages == 1 ? [] : shown.filter { $0 != page }.map { "/a?page=\($0)" }))
        #expect(markup.all("b").count == (pages == 1 ? 0 : 1))
    }

    @Test("the summary of errors leads to the fields, and each field says what is wrong in it")
    func problems() {
        let t = Wording(isEnglish: false)
        let problem = FieldProblem(field: "name", message: Sentence("姓名<太长>", "Name too long"))
        let summary = ErrorSummary(problems: [problem], heading: "没有提交", t: t).html.text
        #expect(summary.contains("<a href=\"#name\">姓名&lt;太长&gt;</a>"))
        #expect(ErrorSummary(problems: [], heading: "没有提交", t: t).html.isEmpty)
        let field = FormField(id: "name", label: "姓名", hint: "身份证上的", problem: problem, t: t).html { "<input\($0)>" }
        let input = PageMarkup(field.text).all("input").first
        #expect(input?["aria-describedby"] == "name-hint name-err" && input?["aria-invalid"] == "true")
        let plain = FormField(id: "name", label: "姓名", t: t).html { "<input\($0)>" }.text
        #expect(!plain.contains("aria-") && plain.contains("<label for=\"name\">姓名</label>"))
    }

    @Test("a sentence without English is marked as Chinese on an English page, and on no other")
    func sentences() {
        let (chinese, english) = (Wording(isEnglish: false), Wording(isEnglish: true))
        let whole = Sentence("太<长>", "too <long>")
        #expect(whole.html(chinese).text == "太&lt;长&gt;" && whole.html(english).text == "too &lt;long&gt;")
        let half = Sentence(chineseOnly: "太<长>")
        #expect(half.html(chinese).text == "太&lt;长&gt;")
        #expect(half.html(english).text == "<span lang=\"zh-CN\">太&lt;长&gt;</span>")
    }
}
