import Foundation
import HTTPCore
import Ledger
import Service
import Testing

@testable import Web

/// What people and programs send wrongly, line by line: each gets a sentence, and nothing that was written is lost.
@Suite("Bad input")
struct BadInputTests {
    private func send(
        _ visitor: Visitor, _ method: HTTPCore.Method, _ target: String, headers: [(String, String)] = [],
        body: [UInt8] = []
    ) throws -> Response {
        let request: Request
        do throws(RequestError) {
            request = try Request(
                method: method, target: target, headers: Headers(headers), body: body, remoteAddress: "192.0.2.9",
                id: "bad-1")
        } catch {
            // The server asks for the page of what never becomes a request.
            return visitor.fixture.site.refuse(
                Refusal(error, requestID: "bad-1", target: target, headers: Headers(headers)))
        }
        return visitor.fixture.site.respond(to: request)
    }

    /// A page with a sentence, the number of the request, and nothing of the program's inside.
    private func isHelpful(_ response: Response, _ status: Status, _ what: String) {
        #expect(response.status == status, "\(what): \(response.status.code)")
        let markup = PageMarkup(response.text)
        #expect(markup.faults == [] && markup.all("h1").count == 1, "\(what)")
        #expect(response.text.contains("bad-1"), "\(what)")
        for word in ["Swift", "Error(", "fatal", ".swift", "0x", "SELECT", "Optional("] {
            #expect(!response.text.contains(word), "\(what) tells \(word)")
        }
        #expect(response.headers["Cache-Control"] == "no-store")
    }

    @Test(
        "a malformed path or query is 400 with a sentence, on every kind of page",
        arguments: [
            "/%", "/%zz", "/%FF", "/a%2Fb", "/../etc", "/%2e%2e/x", "/a%00b", "relative", "/search?q=%",
            "/search?q=%FF",
            "/reports?q=%C0%AF", "/requests/new?agency=%00", "/requests/new?matter=%ED%A0%80", "/requests/track?x=%",
            "/search?q=a&office=%20%20",
        ])
    func addresses(target: String) throws {
        let visitor = try Visitor()
        isHelpful(try send(visitor, .get, target), .badRequest, target)
    }

    @Test(
        "a filter or a place in a list that none of our pages sends is 400 with a sentence",
        arguments: [
            "/reports?year=zz", "/reports?state=zzz", "/reports?page=zz", "/reports?page=0", "/reports.csv?year=zz",
            "/reports.json?state=zzz",
            "/published?after=zzz", "/published/art20_1?after=2021-02-31.a.b", "/agencies/office/published?after=zzz",
        ])
    func filters(target: String) throws {
        let response = try send(try Visitor(), .get, target)
        #expect(response.status == .badRequest && response.text.contains("不能识别"))
    }

    @Test("a filter that is left empty asks for nothing", arguments: ["/reports", "/reports.csv"])
    func emptyFilters(path: String) throws {
        #expect(try send(try Visitor(), .get, "\(path)?q=&year=&state=").status == .ok)
    }

    @Test("a choice that the explorer does not know is 400, and the form says what to choose")
    func choice() throws {
        let visitor = try Visitor()
        let response = try send(visitor, .get, "/explore?year=x")
        let markup = PageMarkup(response.text)
        #expect(response.status == .badRequest && markup.faults == [])
        #expect(!response.text.contains("unknown_year") && response.text.contains("请重新选择年度"))
        #expect(response.text.contains("<select id=\"xv\""))
    }

    @Test("a cookie with control characters, or that is no text, is 400 and says what to do; others are passed over")
    func cookies() throws {
        let visitor = try Visitor()
        for cookie in ["gongkai_visit=a\u{FFFD}b", "\u{FFFD}", "gongkai_track=\u{FFFD}\u{FFFD}"] {
            let response = try send(visitor, .get, "/requests/track", headers: [("Cookie", cookie)])
            isHelpful(response, .badRequest, "cookie")
            #expect(response.text.contains("Cookie"))
        }
        // What another program of the same host set, or what expired, is nobody's fault.
        for cookie in ["=", ";;;", "other=%%%", "gongkai_visit=short", "gongkai_track=forged; gongkai_view=?", ""] {
            let response = try send(visitor, .get, "/requests/track", headers: [("Cookie", cookie)])
            #expect(response.status == .ok, "\(cookie)")
        }
    }

    @Test(
        "a malformed form is 400 with a sentence, wherever forms are taken",
        arguments: [
            "/requests/new", "/requests/track/message", "/requests/track/correction", "/requests/track/withdraw",
            "/check",
        ])
    func multipart(target: String) throws {
        let visitor = try Visitor()
        let type = "multipart/form-data; boundary=b"
        for (what, body) in [
            ("nothing", ""), ("no boundary", "hello"),
            ("cut", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx"),
            ("no name", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n"),
            ("no head", "--b\r\n\r\nx\r\n--b--\r\n"),
        ] {
            let response = try send(
                visitor, .post, target, headers: [("Content-Type", type)], body: Array(body.utf8))
            isHelpful(response, .badRequest, "\(target) \(what)")
        }
        let unnamed = try send(
            visitor, .post, target, headers: [("Content-Type", "multipart/form-data")], body: Array("x".utf8))
        isHelpful(unnamed, .badRequest, "\(target) without boundary")
        let other = try send(visitor, .post, target, headers: [("Content-Type", "application/json")], body: [0x7B])
        isHelpful(other, .unsupportedMediaType, target)
    }

    @Test(
        "a malformed plain form is 400 with a sentence",
        arguments: ["/requests/track", "/requests/new/review"])
    func forms(target: String) throws {
        let visitor = try Visitor()
        let type = [("Content-Type", "application/x-www-form-urlencoded")]
        for body in ["a=%", "number=%FF&code=%FF", "a=%ED%A0%80", "a=%00"] {
            isHelpful(
                try send(visitor, .post, target, headers: type, body: Array(body.utf8)), .badRequest,
                "\(target) \(body)")
        }
        let many = String(repeating: "a=b&", count: 20_000)
        isHelpful(
            try send(visitor, .post, target, headers: type, body: Array(many.utf8)), .contentTooLarge, "many fields")
    }

    @Test("an unknown address, an unknown or withdrawn item and an unknown file lead on to where things are")
    func unknown() throws {
        let visitor = try Visitor()
        for target in [
            "/nowhere", "/info/nobody.i-1", "/agencies/nobody", "/reports/office/1999", "/requests/track/nothing",
        ] {
            let response = try send(visitor, .get, target)
            isHelpful(response, .notFound, target)
            #expect(PageMarkup(response.text).all("a").contains { $0["href"] == "/" || $0["href"] == "/reports" })
        }
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        for target in ["/requests/track/letters/0", "/requests/track/letters/x", "/requests/track/files/d-unknown"] {
            try visitor.get(target)
            #expect(visitor.last.status == .notFound && visitor.page.contains("请从查询页面打开"), "\(target)")
        }
    }

    @Test("a flood of forms, of codes and of corrections is 429 with when to return, and what was written stays")
    func floods() throws {
        var limits = RequestDeskLimits()
        limits.formsPerHour = 3
        let visitor = try Visitor(requests: limits)
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        for _ in 0..<2 { try visitor.post("/requests/track/message", [("text", "一句话")]) }
        try visitor.post("/requests/track/message", [("text", "写了很久的话")])
        #expect(visitor.last.status == .tooManyRequests)
        let wait = try #require(visitor.last.headers["Retry-After"].flatMap { Int($0) })
        #expect((1...1_201).contains(wait) && visitor.page.contains(">写了很久的话</textarea>"))
        visitor.clock.advance(wait)
        try visitor.post("/requests/track/message", [("text", "写了很久的话")])
        #expect(visitor.page.contains("已经收到"))
    }

    @Test("a file that is too large or of another kind is named in a message too, and the text and the others stay")
    func files() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 1_000
        let visitor = try Visitor(limits: limits)
        let told = try visitor.apply()
        try visitor.open(told.number, told.code)
        try visitor.post(
            "/requests/track/message", [("text", "请看材料")],
            files: [
                ("attachments", "大.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 2_000)),
                ("attachments", "坏.exe", [0x4D, 0x5A]),
            ])
        #expect(visitor.last.status == .unprocessable && visitor.page.contains("href=\"#message-files\""))
        #expect(
            visitor.page.contains("大.pdf") && visitor.page.contains("坏.exe")
                && visitor.page.contains(">请看材料</textarea>"))
    }
}
