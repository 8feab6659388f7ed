import Foundation
import HTTPCore
import Synchronization
import Testing

@testable import Web

@Suite("Error pages")
struct ErrorPageTests {
    @Test(
        "each status has a page with what happened, what to do and the id of the request",
        arguments: [400, 403, 404, 405, 408, 413, 414, 415, 429, 431, 500, 501, 503])
    func pages(code: Int) throws {
        let statuses: [Status] = [
            .badRequest, .forbidden, .notFound, .methodNotAllowed, .requestTimeout, .contentTooLarge, .targetTooLong,
            .unsupportedMediaType, .tooManyRequests, .headersTooLarge, .internalError, .notImplemented, .unavailable,
        ]
        let status = try #require(statuses.first { $0.code == code })
        let response = try WebFixture.shared.get().site.refuse(
            Refusal(status: status, message: "出了<问题>。", requestID: "id-7"))
        #expect(response.status.code == code)
        let markup = PageMarkup(response.text)
        #expect(markup.faults == [] && markup.all("h1").count == 1)
        #expect(response.text.contains("出了&lt;问题&gt;。") && response.text.contains("id-7"))
        #expect(response.headers["Content-Security-Policy"] != nil)
        #expect(response.headers["Cache-Control"] == "no-store")
    }

    @Test(
        "who must come back is told when, by the header and in the same words",
        arguments: [
            (429, nil, "60", "请过1分钟再试。", "Please try again in 1 minute."),
            (429, 1, "1", "请过1秒再试。", "Please try again in 1 second."),
            (429, 59, "59", "请过59秒再试。", "Please try again in 59 seconds."),
            (429, 61, "61", "请过2分钟再试。", "Please try again in 2 minutes."),
            (503, nil, "30", "请过30秒再试。", "Please try again in 30 seconds."),
            (503, 3_600, "3600", "请过60分钟再试。", "Please try again in 60 minutes."),
            (503, 7_201, "7201", "请过3小时再试。", "Please try again in 3 hours."),
        ] as [(Int, Int?, String, String, String)])
    func comeBack(code: Int, seconds: Int?, header: String, chinese: String, english: String) throws {
        let site = try WebFixture.shared.get().site
        for (target, words) in [("/search", chinese), ("/search?lang=en", english)] {
            let response = site.refuse(
                Refusal(
                    status: code == 429 ? .tooManyRequests : .unavailable, message: "太多。", english: "Too many.",
                    target: target, retryAfter: seconds))
            #expect(response.headers["Retry-After"] == header && response.text.contains("<p>\(words)</p>"))
            #expect(response.headers["Cache-Control"] == "no-store" && response.headers["Set-Cookie"] == nil)
        }
        #expect(site.refuse(Refusal(status: .contentTooLarge, message: "太大。")).headers["Retry-After"] == nil)
    }

    @Test("a page says what of an upload is too much, with the limit, and another what of a download is")
    func tooLarge() throws {
        let site = try WebFixture.shared.get().site
        func page(_ limit: Int?, _ language: String) -> String {
            site.refuse(
                Refusal(RequestError(.bodyTooLarge, in: "body", limit: limit), target: "/requests/new?lang=\(language)")
            ).text
        }
        #expect(page(256 << 20, "zh").contains("上传的内容超过 256 MB 的大小限制。"))
        #expect(page(256 << 20, "en").contains("The upload is larger than 256 MB."))
        #expect(page(16_384, "zh").contains("超过 16 KB 的") && page(100, "zh").contains("超过 100 B 的"))
        for limit in [nil, 0] { #expect(page(limit, "zh").contains("上传的内容超过大小限制。")) }
        let reading = site.refuse(
            Refusal(status: .contentTooLarge, message: "太多。", target: "/explore", isReading: true)
        ).text
        #expect(reading.contains("内容太多，一次给不完") && reading.contains("请缩小范围后再试。") && !reading.contains("上传"))
    }

    @Test(
        "an error page is English where English is asked for, by the address or by the cookie",
        arguments: ["/nosuch", "/nosuch/", "/search/nothing"])
    func english(target: String) throws {
        let fixture = try WebFixture.shared.get()
        func page(_ target: String, _ cookies: [String]) throws -> String {
            try fixture.get(target, cookies: cookies).text
        }
        let asked = target + (target.contains("?") ? "&" : "?") + "lang=en"
        for text in [try page(asked, []), try page(target, ["a=b; lang=en"])] {
            let main = try #require(
                text.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first)
            #expect(text.contains("<html lang=\"en\"") && PageMarkup(text).faults == [])
            #expect(!main.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(main)")
        }
        #expect(try page(target, []).contains("<html lang=\"zh-CN\""))
        #expect(try page(asked.replacing("lang=en", with: "lang=zh"), ["lang=en"]).contains("<html lang=\"zh-CN\""))
    }

    @Test("also what never became a request, or has no page, is answered in the view and language asked for")
    func view() throws {
        let fixture = try WebFixture.shared.get()
        let error = RequestError(.malformedPercentEncoding, in: "query")
        let english = fixture.site.refuse(Refusal(error, target: "/search?q=%zz&lang=en")).text
        #expect(english.contains("<html lang=\"en\"") && english.contains("A percent sign in the address"))
        let elder = fixture.site.refuse(
            Refusal(error, target: "/search?q=%zz", headers: Headers([("Cookie", "view=elder; contrast=high")]))
        ).text
        let missing = try fixture.get("/nosuch", cookies: ["view=elder; contrast=high"]).text
        let page = try fixture.get("/search", cookies: ["view=elder; contrast=high"]).text
        func view(_ text: String) -> Substring? {
            text.range(of: "<html").map { text[$0.lowerBound...].prefix { $0 != ">" } }
        }
        #expect(view(elder) == view(page) && view(missing) == view(page))
        #expect(view(page) != view(try fixture.get("/search").text))
    }

    @Test(
        "a page that is not there leads to the search and to what is published, in either language",
        arguments: ["/info/nope", "/published/art99", "/agencies/nix"], ["zh", "en"])
    func waysOn(target: String, language: String) throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get("\(target)?lang=\(language)")
        #expect(response.status == .notFound)
        let main = try #require(
            response.text.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first)
        let ways = PageMarkup(main).all("a").compactMap { $0["href"] }
        for way in ["/", "/search", "/published", "/reports"] { #expect(ways.contains(way), "\(way)") }
        let other = fixture.site.refuse(Refusal(status: .tooManyRequests, message: "太多。", target: target))
        #expect(!other.text.components(separatedBy: "<main")[1].contains("href=\"/search\""))
    }

    @Test(
        "the way back leads to the page that the refused request came from",
        arguments: [
            ("/check", "/check"), ("/requests/new/review", "/requests/new"),
            ("/requests/track/case", "/requests/track"),
            ("/search?q=%zz", "/search"), ("/explore", "/explore"), ("/searching", "/"), ("", "/"),
        ])
    func wayBack(target: String, expected: String) throws {
        let response = try WebFixture.shared.get().site.refuse(
            Refusal(status: .tooManyRequests, message: "太多。", target: target))
        let main = response.text.components(separatedBy: "<main").last ?? ""
        #expect(main.contains("<a class=\"btn\" href=\"\(expected)\">"), "\(target)")
    }

    @Test("a program gets the same as a problem document")
    func problem() throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get("/reports/nobody/2020.json")
        #expect(response.status == .notFound)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
        #expect(object["status"] as? Int == 404 && object["code"] as? String == "unknown_report")
        #expect(object["request_id"] as? String == "test-1")
    }

    @Test(
        "an address that means nothing is not found",
        arguments: [
            "/reports/nobody/2020", "/reports/sample-bureau/1999", "/reports/sample-bureau/abc", "/agencies/nobody",
            "/agencies/%E5%B1%80", "/reports/sample-bureau/2021/source?version=9",
            "/reports/sample-bureau/2021?version=x",
        ])
    func missing(target: String) throws {
        #expect(try WebFixture.shared.get().get(target).status == .notFound)
    }

    @Test("a method that an address does not take is refused with those it takes")
    func method() throws {
        let site = try WebFixture.shared.get().site
        let response = site.respond(to: try Request(method: .post, target: "/reports"))
        #expect(response.status == .methodNotAllowed && response.headers["Allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("when the database is gone, pages say so, the reason goes to the log, and health is bad")
    func databaseGone() throws {
        let seen = ProblemList()
        let fixture = try WebFixture(observe: { problem in seen.add(problem) })
        #expect(try fixture.get("/healthz").text == "ok\n")
        fixture.close()
        let response = try fixture.get("/")
        #expect(response.status == .unavailable && response.headers["Retry-After"] != nil)
        #expect(PageMarkup(response.text).faults == [])
        #expect(seen.all.count == 1 && seen.all[0].requestID == "test-1")
        #expect(try fixture.get("/healthz").status == .unavailable)
        #expect(try fixture.get("/gongkai.css").status == .ok)
    }
}

/// Problems that the site told of.
private final class ProblemList: Sendable {
    private let problems = Mutex<[SiteProblem]>([])

    func add(_ problem: SiteProblem) { problems.withLock { $0.append(problem) } }

    var all: [SiteProblem] { problems.withLock { $0 } }
}
