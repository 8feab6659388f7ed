import CivilTime
import Database
import Disclosure
import Foundation
import HTTPCore
import Ledger
import Search
import TestSupport
import Testing

@testable import Web

/// The page of the search and its suggestions, over the demonstration reports and items that were published.
@Suite("Search page")
struct SearchPageTests {
    /// A site with an item whose title is hostile and thirty plain ones.
    private static let fixture: Result<WebFixture, any Error> = Result {
        let fixture = try WebFixture()
        let code = try #require(AgencyCode("ceshi"))
        try fixture.ledger.offices.put(Office(code: code, fullName: try #require(PlainLine("测试市财政局"))))
        for number in 1...30 {
            let title = number == 7 ? "预算<script>alert(1)</script>“公告”" : "测试市第\(number)号预算公告"
            try publish(
                title, number: "测财〔2024〕\(number)号", as: "i-\(number)", serial: number, in: fixture.ledger, code)
        }
        return fixture
    }

    private static func publish(
        _ title: String, number: String, as name: String, serial: Int, in ledger: Ledger, _ code: AgencyCode
    ) throws {
        let day = try #require(Day("2024-03-01")?.adding(days: serial))
        let item: ItemReference = Sample.reference(name)
        var content = ItemContent(Sample.text(title), body: Sample.reference("body-\(serial)"), formed: day)
        content.category = .budgets
        content.documentNumber = Sample.text(number)
        let history = ItemHistory(
            item, content, index: IndexNumber("ceshi/2024-\(serial)"), channels: [.website],
            published: day, takenOverBy: Sample.reference("o-1"))
        let calendar = try OfficialCalendar.load()
        let today = try #require(Day("2026-01-05"))
        let entries = history.decide(on: nil, today: today, calendar: calendar).entries
        #expect(!entries.isEmpty)
        try ledger.entries.transact(
            by: EntryActor(Sample.reference("o-1"), as: ActorRole(.handler)), at: WebFixture.now
        ) { (transaction) throws(DatabaseError) in
            try transaction.append(entries, to: Subject<ItemAct>(item), office: code)
            return .commit(())
        }
    }

    private func get(_ query: [(String, String)], cookies: [String] = []) throws -> Response {
        try Self.fixture.get().get("/search?" + FormFields(query).encoded, cookies: cookies)
    }

    @Test("a word that is of an office's name leads to what that office has published")
    func offices() throws {
        let narrowed = try get([("q", "财政局 预算"), ("year", "2024")])
        #expect(PageMarkup(narrowed.text).faults == [] && narrowed.text.contains("公开的内容里查“预算”"))
        let ways = PageMarkup(narrowed.text).all("a").compactMap { $0["href"]?.replacing("&amp;", with: "&") }
        let way = try #require(ways.first { $0.contains("office=ceshi") })
        #expect(way.hasPrefix("/search?q=%E9%A2%84%E7%AE%97&") && way.contains("year=2024"))
        #expect(try Self.fixture.get().get(way).text.contains("共30条"))
        #expect(try get([("q", "财政局")]).text.contains("<a href=\"/agencies/ceshi/published\">"))
        // Not where an office is chosen, nor for what nearly every name has.
        for query in [[("q", "财政局 预算"), ("office", "ceshi")], [("q", "预算")], [("q", "局 预算")]] {
            #expect(try !get(query).text.contains("公开的内容里查"), "\(query)")
        }
    }

    @Test("the whole name of an office narrows, the page says so and leads to the very words")
    func narrowing() throws {
        let page = try get([("q", "测试市财政局 预算"), ("year", "2024")])
        #expect(page.text.contains("共30条") && page.text.contains("按输入的机关名称，只列出"))
        #expect(page.text.contains("<mark>预算</mark>") && PageMarkup(page.text).faults == [])
        let literal = try #require(
            PageMarkup(page.text).all("a").compactMap { $0["href"] }.first { $0.contains("literal=1") }
        ).replacing("&amp;", with: "&")
        #expect(literal.contains("year=2024"))
        let words = try Self.fixture.get().get(literal)
        #expect(words.text.contains("没有找到") && !words.text.contains("按输入的机关名称"))
        // The second page is narrowed as well.
        let next = PageMarkup(page.text).all("a").first { $0["rel"] == "next" }?["href"]?.replacing("&amp;", with: "&")
        #expect(try Self.fixture.get().get(try #require(next)).text.contains("按输入的机关名称"))
    }

    @Test(
        "former names of fields lead on for good to the present ones, with everything else",
        arguments: [
            ("q=a&agency=ceshi&valid=in_force&x=1", "q=a&office=ceshi&validity=in_force&x=1"),
            ("agency=one&office=two", "office=two"), ("valid=&q=%E9%A2%84%E7%AE%97", "validity=&q=%E9%A2%84%E7%AE%97"),
            ("agency=%22%3E%0D%0A", "office=%22%3E%0D%0A"),
        ])
    func formerNames(_ former: String, _ present: String) throws {
        let answer = try Self.fixture.get().get("/search?\(former)")
        #expect(answer.status == .permanentRedirect && answer.headers["Location"] == "/search?\(present)")
    }

    @Test("fields that the search does not know are said and not repeated; those that count visitors are not mentioned")
    func unknownFields() throws {
        let page = try get([("q", "预算"), ("gongwei<b>", "1")])
        #expect(page.status == .ok && page.text.contains("共30条") && page.text.contains("本页不认识的参数"))
        #expect(PageMarkup(page.text).faults == [])
        let shared = try WebFixture.shared.get()
        for path in ["/explore", "/reports"] {
            let strayed = try shared.get(path + "?yaer=2020")
            #expect(strayed.status == .ok && strayed.text.contains("本页不认识的参数") && PageMarkup(strayed.text).faults == [])
            #expect(try !shared.page(path + "?year=2020&lang=zh&utm_x=1").contains("不认识"))
        }
        for query in [[("q", "预算"), ("utm_source", "x")], [("q", "预算"), ("lang", "zh")]] {
            #expect(try !get(query).text.contains("不认识"))
        }
    }

    @Test("results show title, marks, numbers, office and day, and lead to the item")
    func results() throws {
        let page = try get([("q", "〔2024〕3号")])
        #expect(page.status == .ok)
        #expect(page.text.contains("测试市第<mark>3号</mark>预算公告"))
        #expect(page.text.contains("共1条"))
        #expect(page.text.contains("测试市财政局") && page.text.contains("2024-03-04"))
        #expect(page.text.contains("href=\"/info/ceshi.i-3\""))
        #expect(PageMarkup(page.text).faults == [])
    }

    @Test("reports are found beside items, and can be asked for alone")
    func reports() throws {
        let site = try WebFixture.shared.get()
        let all = try site.get("/search?q=%E6%94%BF%E5%BA%9C%E4%BF%A1%E6%81%AF%E5%85%AC%E5%BC%80")
        #expect(all.text.contains("<mark>政府信息公开</mark>") && all.text.contains("href=\"/reports/"))
        let none = try site.get("/search?q=%E6%94%BF%E5%BA%9C&kind=item")
        #expect(none.text.contains("没有找到"))
    }

    @Test("pages go on, and the last has no next")
    func paging() throws {
        var seen: [String] = []
        var target: String? = "/search?q=%E9%A2%84%E7%AE%97"
        var pages = 0
        while let next = target {
            let page = try Self.fixture.get().get(next)
            let markup = PageMarkup(page.text)
            seen += markup.all("a").filter { $0["class"] == "ttl" }.compactMap { $0["href"] }
            target = markup.all("a").first { $0["rel"] == "next" }?["href"]?.replacing("&amp;", with: "&")
            pages += 1
        }
        #expect(pages == 2 && seen.count == 30 && Set(seen).count == 30)
        let newest = try get([("q", "预算"), ("order", "newest")])
        let first = PageMarkup(newest.text).all("a").first { $0["class"] == "ttl" }?["href"]
        #expect(first == "/info/ceshi.i-30")
    }

    @Test("filters narrow, and stay chosen in the form")
    func filters() throws {
        let kept = try get([
            ("q", "预算"), ("office", "ceshi"), ("category", "art20_7"), ("year", "2024"), ("validity", "in_force"),
        ])
        #expect(kept.text.contains("共30条"))
        #expect(kept.text.contains("<option value=\"art20_7\" selected>"))
        for other in [("category", "art20_1"), ("year", "2023"), ("validity", "repealed"), ("office", "nobody")] {
            let page = try get([("q", "预算"), other])
            #expect(page.text.contains("没有找到") && page.text.contains("在全部内容里查"), "\(other)")
        }
    }

    @Test("offices whose short names are the same are told apart by their full names, to choose from and in lists")
    func fullNames() throws {
        let fixture = try WebFixture()
        for (code, name) in [("east", "甲市大数据局"), ("west", "乙市大数据局")] {
            try fixture.ledger.offices.put(
                Office(
                    code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name)),
                    shortName: PlainLine("市大数据局")))
            try Self.publish(
                "测试公告", number: "测〔2024〕1号", as: "i-\(code)", serial: code == "east" ? 1 : 2, in: fixture.ledger,
                try #require(AgencyCode(code)))
        }
        for target in ["/search", "/", "/published"] {
            let page = try fixture.page(target)
            #expect(page.contains(">甲市大数据局<") && page.contains(">乙市大数据局<"), "\(target)")
            #expect(!page.contains(">市大数据局<"), "\(target)")
        }
    }

    @Test("under English the filters are English, and names of offices are marked as Chinese")
    func english() throws {
        let page = try get([("q", "预算"), ("lang", "en")]).text
        #expect(page.contains("<option value=\"ceshi\" lang=\"zh-CN\">测试市财政局</option>"))
        #expect(page.contains(">Budgets and accounts</option>") && page.contains(">In force</option>"))
        #expect(page.contains(" - Open Government Information</title>"))
    }

    @Test("nothing found leads to an application with the words filled in")
    func nothing() throws {
        let page = try get([("q", "不存在的内容")])
        #expect(page.status == .ok && page.text.contains("没有找到"))
        #expect(page.text.contains("/requests/new?matter=\(PercentEncoding.encode("不存在的内容"))"))
    }

    @Test("a single character is explained, with titles that begin with it")
    func single() throws {
        let page = try get([("q", "测")])
        #expect(page.status == .ok && page.text.contains("只有一个字“测”"))
        #expect(page.text.contains("标题以这个字开头的有") && page.text.contains("测试市第10号预算公告"))
        #expect(try get([("q", "县 预算")]).text.contains("“县”只有一个字，没有用来查找"))
    }

    @Test("words that nowhere stand together are looked for one by one, and the page says so")
    func loosened() throws {
        let page = try get([("q", "预算测试公告")])
        #expect(page.text.contains("连在一起") && page.text.contains("<mark>"))
    }

    @Test(
        "hostile questions get a page, and nothing of them becomes markup",
        arguments: [
            "\"", "*", "预算*", "\"预算", "NEAR(预算 公告)", "预算 AND", "OR", "-预算", "title:预算", "'; DROP TABLE entry; --",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>", "\u{1}#oceshi", "\u{2}", "\u{7F}", "%00", "\\", "{}", "^预算", "🏛️",
            "\u{202E}预算", "预算\r\nX: y",
            String(repeating: "预", count: 99), String(repeating: "\"", count: 99), String(repeating: "a b ", count: 24),
        ])
    func hostile(typed: String) throws {
        for target in ["/search", "/search/suggest"] {
            let page = try Self.fixture.get().get("\(target)?" + FormFields([("q", typed)]).encoded)
            #expect(page.status == .ok, "\(target) \(typed.debugDescription)")
            if target == "/search" {
                let markup = PageMarkup(page.text)
                #expect(markup.faults == [] && markup.all("img").isEmpty, "\(typed.debugDescription)")
                #expect(markup.all("script").allSatisfy { $0["src"] != nil })
            }
        }
    }

    @Test("too much is said to be too much, by the settings of the site")
    func limits() throws {
        #expect(try get([("q", String(repeating: "政府", count: 60))]).text.contains("最多100个字"))
        #expect(try get([("q", String(repeating: "政府", count: 30))]).text.contains("一次最多查40个词"))
        var settings = SiteSettings()
        settings.search.characters = 10
        settings.search.terms = 5
        let site = try WebFixture(settings: settings)
        #expect(try site.get("/search?q=abcdefghijk").text.contains("最多10个字"))
        #expect(try site.get("/search?q=a+b+c+d+e+f").status == .ok)
        #expect(try site.get("/search?q=1+2+3+4+5").text.contains("没有找到"))
    }

    @Test(
        "an address that no form of ours sends is refused with a sentence",
        arguments: [
            "kind=x", "category=x", "year=x", "year=99999999999999999999", "validity=x", "order=x", "after=x",
            "after=4-1",
            "after=0--1",
            "office=%3Cb%3E", "after=0-99999999999999999999",
        ])
    func malformed(field: String) throws {
        let page = try Self.fixture.get().get("/search?q=%E9%A2%84%E7%AE%97&\(field)")
        #expect(page.status == .badRequest && page.text.contains("不能识别"))
    }

    @Test("a place far away gives an empty page, not an error")
    func far() throws {
        let page = try Self.fixture.get().get("/search?q=%E9%A2%84%E7%AE%97&after=0-0")
        #expect(page.status == .ok)
    }

    @Test("suggestions are titles with their addresses, as JSON")
    func suggestions() throws {
        let answer = try Self.fixture.get().get("/search/suggest?" + FormFields([("q", "第3号")]).encoded)
        #expect(answer.headers["Content-Type"] == "application/json")
        let value = try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
        let titles = try #require(value["titles"] as? [[String: String]])
        #expect(titles.map { $0["title"] } == ["测试市第3号预算公告"])
        #expect(titles.first?["url"] == "/info/ceshi.i-3")
        #expect(titles.first?["agency"] == "测试市财政局")
        let many = try Self.fixture.get().get("/search/suggest?" + FormFields([("q", "预算")]).encoded)
        let found = try JSONSerialization.jsonObject(with: Data(many.body)) as? [String: [[String: String]]]
        #expect(found?["titles"]?.count == 8)
    }

    @Test("the page works without its script, which comes from this site and is kept by its version")
    func script() throws {
        let page = try get([("q", "预算")])
        #expect(page.headers["Content-Security-Policy"]?.contains("script-src 'self'; connect-src 'self'") == true)
        #expect(page.headers["Content-Security-Policy"]?.contains("unsafe") == false)
        let source = try #require(PageMarkup(page.text).all("script").first?["src"])
        let script = try Self.fixture.get().get(source)
        #expect(script.status == .ok && script.headers["Content-Type"]?.hasPrefix("text/javascript") == true)
        #expect(script.headers["Cache-Control"]?.contains("immutable") == true)
        let home = try Self.fixture.get().get("/reports")
        #expect(home.headers["Content-Security-Policy"]?.contains("script-src") == false)
    }

    @Test("an address that searches too much is told when to return, on pages, while typing and as a program")
    func tooMuch() throws {
        var settings = SiteSettings()
        settings.searchesPerMinute = 2
        let fixture = try WebFixture(settings: settings, clock: { .zero })
        for address in ["/search?q=%E9%A2%84%E7%AE%97", "/api/v1/search?q=%E9%A2%84%E7%AE%97"] {
            #expect(try fixture.get(address).status == .ok)
        }
        for address in ["/search?q=%E9%A2%84%E7%AE%97", "/api/v1/search?q=%E9%A2%84%E7%AE%97"] {
            let refused = try fixture.get(address)
            #expect(refused.status == .tooManyRequests && refused.headers["Retry-After"] == "31")
        }
        // Without a word nothing is searched; what is offered while typing has four times as many.
        #expect(try fixture.get("/search").status == .ok)
        for _ in 1...8 { #expect(try fixture.get("/search/suggest?q=%E9%A2%84").status == .ok) }
        #expect(try fixture.get("/search/suggest?q=%E9%A2%84").status == .tooManyRequests)
    }

    @Test("the number of searches fills again, and counts a network of IPv6 as one")
    func allowance() {
        let allowance = SearchAllowance(perMinute: 60)
        for _ in 1...60 { #expect(allowance.wait("2001:db8:1:2::1", at: .zero) == nil) }
        #expect(allowance.wait("2001:db8:1:2::9", at: .zero) == 2)
        #expect(allowance.wait("2001:db8:1:3::1", at: .zero) == nil)
        #expect(allowance.wait("2001:db8:1:2::9", at: .seconds(2)) == nil)
        #expect(allowance.suggestionWait("2001:db8:1:2::9", at: .zero) == nil)
    }
}
