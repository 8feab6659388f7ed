import AnnualReport
import Foundation
import HTTPCore
import Ledger
import ReportExchange
import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Pages")
struct PageTests {
    /// Every address that a visitor can reach from the first page by links, with its answer.
    private static func crawl(_ fixture: WebFixture, cookies: [String] = []) throws -> [String: Response] {
        var seen: [String: Response] = [:]
        var waiting = ["/", "/nowhere", "/reports?q=x&year=2020&state=errors", "/reports?q=%E7%9F%B3%E7%8B%AE"]
        while let target = waiting.popLast() {
            guard seen[target] == nil else { continue }
            let response = try fixture.get(target, cookies: cookies)
            seen[target] = response
            guard response.isPage else { continue }
            for tag in PageMarkup(response.text).tags {
                guard let link = tag["href"] ?? tag["action"] ?? tag["src"], tag["method"] == nil else { continue }
                let local = String(link.prefix { $0 != "#" })
                    .replacing("&amp;", with: "&")
                // The mail address of an office is no address of the site.
                if !local.isEmpty, !local.hasPrefix("mailto:") { waiting.append(local) }
            }
        }
        return seen
    }

    @Test("every link of every page leads to an answer of this site", arguments: ["", "lang=en"])
    func links(cookie: String) throws {
        let answers = try Self.crawl(try WebFixture.shared.get(), cookies: [cookie])
        #expect(answers.count > 40)
        for (target, response) in answers where target != "/nowhere" {
            #expect([200, 303].contains(response.status.code), "\(target)")
        }
    }

    @Test("every page is well formed, has one first heading, distinct ids and nothing inline")
    func soundness() throws {
        let answers = try Self.crawl(try WebFixture.shared.get())
        for (target, response) in answers where response.isPage {
            let markup = PageMarkup(response.text)
            #expect(markup.faults == [], "\(target)")
            #expect(markup.all("h1").count == 1, "\(target)")
            #expect(markup.all("main").count == 1, "\(target)")
            #expect(Set(markup.ids).count == markup.ids.count, "\(target)")
            #expect(markup.all("style").isEmpty, "\(target)")
            // Nothing but our own file, and only where a field asks for it.
            for script in markup.all("script") {
                #expect(script["src"]?.hasPrefix("/gongkai.js?v=") == true, "\(target)")
                #expect(response.headers["Content-Security-Policy"]?.contains("script-src 'self'") == true, "\(target)")
            }
            #expect(markup.all("html").first?["lang"] == "zh-CN")
            for tag in markup.tags {
                let inline = tag.attributes.filter { $0.name == "style" || $0.name.hasPrefix("on") }
                #expect(inline.isEmpty, "\(target) <\(tag.name)>")
                for (name, value) in tag.attributes where ["href", "src", "action"].contains(name) {
                    let isLocal =
                        value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#")
                        || name == "href" && value.hasPrefix("mailto:")
                    #expect(isLocal, "\(target) leads to \(value)")
                }
                for name in ["aria-labelledby", "aria-describedby", "for"] {
                    for id in (tag[name] ?? "").split(separator: " ") {
                        #expect(markup.ids.contains(String(id)), "\(target) \(name)=\(id)")
                    }
                }
            }
            let scrolling = markup.tags.filter { $0["class"]?.split(separator: " ").contains("scroll") == true }
            #expect(scrolling.allSatisfy { $0["role"] == "region" && $0["tabindex"] == "0" && $0["aria-label"] != nil })
        }
    }

    @Test("every answer carries the security headers")
    func securityHeaders() throws {
        for (target, response) in try Self.crawl(try WebFixture.shared.get()) {
            for name in [
                "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy",
            ] {
                #expect(response.headers[name] != nil, "\(target) \(name)")
            }
            #expect(response.headers["Content-Security-Policy"]?.contains("unsafe") == false)
        }
    }

    @Test("every route says who may ask it: all but the numbers for monitors are for everyone")
    func access() throws {
        let routes = try WebFixture.shared.get().site.routes
        #expect(routes.count >= 13)
        let others = routes.filter { $0.access != .public }
        #expect(others.map(\.pattern.text) == ["/metrics"] && others.allSatisfy { $0.access == .loopback })
        let writing = routes.filter { !$0.method.isSafe }.map(\.pattern.text)
        #expect(
            writing.allSatisfy { $0 == "/check" || $0.hasPrefix("/requests/") || $0.hasPrefix("/api/v1/requests") },
            "\(writing)")
        #expect(writing.count == 13)
    }

    @Test("what offices and documents say is shown as text, never as markup")
    func hostile() throws {
        let fixture = try WebFixture()
        let bad = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;"
        var report = ConsistentReport.empty(.edition2021)
        report.title = bad
        report.agency = bad
        report.preamble = bad
        report.sections[0].heading = bad
        report.sections[0].text = "（一）\(bad)。\n\(bad)"
        report.notes = [ReportNote(code: "x", message: bad)]
        report[index: 0] = Cell(state: .number, value: .zero, text: "<b>0", unit: "<i>")
        let finding = RuleFinding(
            rule: "<u>", outcome: .fail, severity: .error, cells: [report.form.cells[0].address], expected: bad,
            actual: bad, message: bad, remedy: bad, quote: bad, fingerprint: "0000000000000000")
        try fixture.add(
            report, code: "bad", name: bad,
            check: CheckResult(passed: 0, failed: 1, notAssessable: 0, findings: [finding]),
            document: "<script>.html\"")
        for target in [
            "/", "/reports", "/agencies/bad", "/reports/bad/2023", "/reports?q=\(PercentEncoding.encode(bad))",
        ] {
            let page = try fixture.page(target)
            let markup = PageMarkup(page)
            #expect(markup.faults == [], "\(target)")
            let foreign = markup.all("script").filter { $0["src"]?.hasPrefix("/gongkai.js?v=") != true }
            #expect(foreign.isEmpty && markup.all("img").isEmpty && markup.all("u").isEmpty, "\(target)")
            #expect(!page.contains("<b>0"), "\(target)")
        }
    }

    @Test("a document is handed out to be saved, with its own type, and never runs as a page")
    func source() throws {
        let response = try WebFixture.shared.get().get("/reports/shishi-bigdata/2020/source")
        #expect(response.status == .ok)
        #expect(response.body == [UInt8](try Data(contentsOf: WebFixture.resource("demo/shishi-bigdata-2020.html"))))
        #expect(response.headers["Content-Disposition"]?.hasPrefix("attachment;") == true)
        #expect(response.headers["Content-Type"]?.hasPrefix("text/html") == true)
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
        #expect(response.headers["Content-Security-Policy"]?.contains("sandbox") == true)
    }

    @Test("the JSON of a report and of its check are those that the exchange writes")
    func json() throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get("/reports/sample-bureau/2021.json")
        #expect(response.headers["Content-Type"] == "application/json")
        let report = try ReportJSON.read(response.body)
        #expect(ReportJSON.write(report) == response.body)
        let check = try fixture.get("/reports/sample-bureau/2021/check.json")
        #expect(check.body == CheckJSON.write(report, RuleBook.check(report)))
    }

    @Test("who holds the present version of an answer is not sent it again")
    func notModified() throws {
        let fixture = try WebFixture.shared.get()
        for target in ["/", "/reports/sample-bureau/2021", "/reports/sample-bureau/2021.json", "/gongkai.css"] {
            let tag = try #require(try fixture.get(target).headers["ETag"])
            let again = try fixture.get(target, headers: [("If-None-Match", tag)])
            #expect(again.status == .notModified && again.body.isEmpty, "\(target)")
            #expect(try fixture.get(target, headers: [("If-None-Match", "\"other\"")]).status == .ok)
        }
    }

    @Test("the style sheet is kept for ever under the address that pages use")
    func style() throws {
        let fixture = try WebFixture.shared.get()
        let link = try #require(
            PageMarkup(try fixture.page("/")).all("link").compactMap { $0["href"] }.first {
                $0.hasPrefix("/gongkai.css")
            })
        #expect(try fixture.get(link).headers["Cache-Control"]?.contains("immutable") == true)
        #expect(try fixture.get("/gongkai.css?v=old").headers["Cache-Control"] == "no-cache")
        #expect(try fixture.get(link).body == WebFixture.style)
    }

    @Test("a page is drawn anew when what is kept has changed")
    func cache() throws {
        let fixture = try WebFixture()
        #expect(try fixture.page("/").contains("还没有收录年报"))
        #expect(try fixture.page("/reports").contains("还没有收录年报"))
        try fixture.add(ConsistentReport.empty(.edition2021), code: "new", name: "测试市新局")
        for target in ["/", "/reports"] { #expect(try fixture.page(target).contains("测试市新局")) }
        var second = ConsistentReport.empty(.edition2021)
        second.title = "测试市新局的第二版"
        let before = try fixture.page("/reports/new/2023")
        try fixture.add(second, code: "new", bytes: [2])
        #expect(try fixture.page("/reports/new/2023").contains("测试市新局的第二版"))
        #expect(!before.contains("测试市新局的第二版"))
        let old = try fixture.page("/reports/new/2023?version=1")
        #expect(old.contains("这是第1版，已有更新的版本"))
        #expect(try fixture.get("/reports/new/2023?version=3").status == .notFound)
        #expect(try fixture.get("/reports/new/2023?version=0").status == .notFound)
    }

    @Test("a change by this program is seen at once, one by another program after a moment")
    func freshness() throws {
        let clock = TestClock()
        var settings = SiteSettings()
        settings.freshness = .milliseconds(10)
        let fixture = try WebFixture(settings: settings, clock: { clock.now })
        func shows(_ name: String) throws -> Bool { try fixture.page("/agencies/new").contains(name) }
        try fixture.add(ConsistentReport.empty(.edition2021), code: "new", name: "测试市新局")
        #expect(try shows("测试市新局"))
        let code = try #require(AgencyCode("new"))
        let name = try #require(PlainLine("测试市改名局"))
        try fixture.asAnotherProgram { try $0.offices.put(Office(code: code, fullName: name)) }
        clock.advance(.milliseconds(9))
        #expect(try !shows("测试市改名局"))
        clock.advance(.milliseconds(1))
        #expect(try shows("测试市改名局"))
        let last = try #require(PlainLine("测试市三名局"))
        try fixture.ledger.offices.put(Office(code: code, fullName: last))
        #expect(try shows("测试市三名局"))
    }

    @Test("filters narrow the table, and say when nothing fits")
    func filters() throws {
        let fixture = try WebFixture.shared.get()
        let wrong = try fixture.page("/reports?state=errors")
        #expect(wrong.contains("测试市示例局") && !wrong.contains("烟台市大数据局"))
        let town = try fixture.page("/reports?q=%E7%A5%A5%E8%8A%9D&year=2020")
        #expect(town.contains("石狮市祥芝镇人民政府") && !town.contains("石狮市大数据管理局"))
        #expect(town.contains("value=\"祥芝\"") && town.contains("<option value=\"2020\" selected>"))
        #expect(try fixture.page("/reports?q=%E6%B2%A1%E6%9C%89%E7%9A%84").contains("没有符合条件的年报"))
        #expect(try fixture.page("/reports?year=&state=&page=99").contains("烟台市大数据局"))
    }

    @Test("a language that an address asks for stays for the next pages and forms, until the browser closes")
    func languageOfAddress() throws {
        let fixture = try WebFixture.shared.get()
        func cookies(_ target: String, _ held: [String] = []) throws -> [String] {
            try fixture.get(target, cookies: held).headers.all("Set-Cookie").filter { $0.hasPrefix("lang=") }
        }
        let kept = "lang=en; Path=/; HttpOnly; SameSite=Lax"
        // Drawn, kept in memory, wrong and unknown pages alike.
        for target in ["/reports?lang=en", "/reports?lang=en", "/search?lang=en&q=", "/nowhere?lang=en"] {
            #expect(try cookies(target) == [kept], "\(target)")
        }
        #expect(try cookies("/reports?lang=zh", ["lang=en"]) == ["lang=zh; Path=/; HttpOnly; SameSite=Lax"])
        for (target, held) in [
            ("/reports", []), ("/reports?lang=en", ["lang=en"]), ("/reports?lang=zh", []), ("/reports?lang=fr", []),
            ("/api/v1/cells?lang=en", []), ("/gongkai.css?lang=en", []),
        ] {
            #expect(try cookies(target, held).isEmpty, "\(target)")
        }
    }

    @Test("the choice of a view is kept in a cookie and leads back to where the visitor was")
    func views() throws {
        let fixture = try WebFixture.shared.get()
        let change = try fixture.get("/view?view=elder&contrast=high&lang=en&to=%2Freports%3Fq%3D%25E7%259F%25B3")
        #expect(change.status == .seeOther)
        #expect(change.headers["Location"] == "/reports?q=%E7%9F%B3")
        let cookies = change.headers.all("Set-Cookie")
        #expect(cookies.count == 3 && cookies.allSatisfy { $0.contains("HttpOnly; SameSite=Lax") })
        let page = try fixture.page("/", cookies: ["view=elder", "contrast=high", "lang=en"])
        let root = try #require(PageMarkup(page).all("html").first)
        #expect(root["data-view"] == "elder" && root["data-contrast"] == "high" && root["lang"] == "en")
        #expect(page.contains("What public offices disclose"))
        #expect(PageMarkup(try fixture.page("/?lang=en")).all("html").first?["lang"] == "en")
        #expect(PageMarkup(try fixture.page("/", cookies: ["view=x"])).all("html").first?["data-view"] == nil)
    }

    @Test(
        "the way back never leaves this site",
        arguments: ["//evil.example/", "https://evil.example/", "/%5Cevil.example", "\\evil", "", "/%2F/evil", "/../x"])
    func wayBack(target: String) throws {
        let response = try WebFixture.shared.get().get("/view?view=elder&to=\(PercentEncoding.encode(target))")
        #expect(response.headers["Location"] == "/")
    }
}

/// A clock that stands still until it is told otherwise.
private final class TestClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }

    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
}
