import HTTPCore
import TestSupport
import Testing

@Suite("Requests")
struct RequestTests {
    @Test(
        "a path is split and decoded",
        arguments: [
            ("/", []), ("/reports", ["reports"]), ("/reports/", ["reports", ""]), ("//a", ["", "a"]),
            ("/%E7%9F%B3%E7%8B%AE/2020.json", ["石狮", "2020.json"]), ("/a+b/~c", ["a+b", "~c"]), ("/...", ["..."]),
            ("/石狮", ["石狮"]),
        ] as [(String, [String])])
    func paths(raw: String, segments: [String]) throws {
        let path = try RequestPath(raw)
        #expect(path.segments == segments)
        #expect(try RequestPath(path.encoded) == path)
    }

    @Test(
        "a path that could mislead is refused",
        arguments: [
            ("", .malformedTarget), ("reports", .malformedTarget), ("*", .malformedTarget),
            ("http://example.test/", .malformedTarget), ("/%", .malformedPercentEncoding),
            ("/%4", .malformedPercentEncoding), ("/%zz", .malformedPercentEncoding),
            ("/%+1", .malformedPercentEncoding), ("/a%00b", .forbiddenCharacter), ("/a%0Ab", .forbiddenCharacter),
            ("/a\u{7F}", .forbiddenCharacter), ("/%C0%AF", .invalidUTF8), ("/%C0%AE%C0%AE", .invalidUTF8),
            ("/%ED%A0%80", .invalidUTF8), ("/%E7%9F", .invalidUTF8), ("/%FF", .invalidUTF8), ("/a/../b", .dotSegment),
            ("/..", .dotSegment), ("/%2e%2E/x", .dotSegment), ("/./x", .dotSegment), ("/a%2Fb", .encodedSlash),
            ("/a%5Cb", .encodedSlash), ("/a\\b", .encodedSlash), ("/..%2f..%2fetc", .encodedSlash),
        ] as [(String, RequestError.Code)])
    func hostilePaths(raw: String, code: RequestError.Code) {
        let error = #expect(throws: RequestError.self) { try Request(method: .get, target: raw) }
        #expect(error?.code == code)
        #expect(error?.status == .badRequest)
    }

    @Test("path and query are told apart at the first question mark")
    func query() throws {
        let request = try Request(method: .get, target: "/search?q=%E5%B9%B4%E6%8A%A5+a%2Bb&page=2&flag&q=x?y=z")
        #expect(request.path.segments == ["search"])
        #expect(request.query["q"] == "年报 a+b")
        #expect(request.query.all("q") == ["年报 a+b", "x?y=z"])
        #expect(request.query.integer("page") == 2)
        #expect(request.query["flag"] == "")
        #expect(request.query["none"] == nil)
        #expect(request.query.integer("q") == nil)
        #expect(throws: RequestError(.malformedPercentEncoding, in: "query")) {
            try Request(method: .get, target: "/search?q=100%")
        }
    }

    @Test("a target over the limit is refused, one at the limit is read")
    func targetLimit() throws {
        let room = Request.maximumTargetBytes - 1
        _ = try Request(method: .get, target: "/" + String(repeating: "a", count: room))
        #expect(throws: RequestError(.targetTooLong, in: "target")) {
            try Request(method: .get, target: "/" + String(repeating: "a", count: room + 1))
        }
    }

    @Test("random targets are read or refused, and what is read is safe")
    func randomTargets() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var readable = 0
        for _ in 0..<5_000 {
            let raw = random.bytes(upTo: 16, mostlyFrom: "/./%25%2e%2f%E7%9F%B3ab?&=+\\")
            guard let request = try? Request(method: .get, target: "/" + String(decoding: raw, as: UTF8.self)) else {
                continue
            }
            readable += 1
            for segment in request.path.segments {
                #expect(
                    segment != "." && segment != ".."
                        && !segment.utf8.contains { $0 < 0x20 || $0 == 0x2F || $0 == 0x5C }, "seed \(seed)")
            }
            #expect((try? RequestPath(request.path.encoded)) == request.path, "seed \(seed)")
        }
        #expect(readable > 0, "seed \(seed)")
    }

    @Test("header names compare without case and values cannot hold a line break")
    func headers() {
        var headers = Headers([("Content-Type", "text/html"), ("X-A", "1"), ("x-a", "2")])
        #expect(headers["content-type"] == "text/html")
        #expect(headers.all("X-a") == ["1", "2"])
        headers.set("X-A", "3\r\nSet-Cookie: evil=1")
        #expect(headers.all("x-a") == ["3  Set-Cookie: evil=1"])
        headers.setIfMissing("CONTENT-TYPE", "x")
        #expect(headers["Content-Type"] == "text/html")
        headers.remove("content-TYPE")
        #expect(!headers.contains("Content-Type"))
        #expect(
            Headers.isToken("X-Request-Id") && !Headers.isToken("") && !Headers.isToken("a b") && !Headers.isToken("名"))
    }

    @Test("cookies are found by name, quotes and blanks aside")
    func cookies() throws {
        var request = try Request(method: .get, target: "/")
        #expect(request.cookie("sid") == nil)
        request.headers.add("Cookie", "theme=\"dark\";  sid=abc=d ; broken; =x; sid=second; xsid=no")
        #expect(request.cookie("sid") == "abc=d")
        #expect(request.cookie("theme") == "dark")
        #expect(request.cookie("broken") == nil)
    }

    @Test("a cookie to keep is never readable by scripts")
    func setCookie() throws {
        let cookie = try #require(
            Cookie(name: "sid", value: "abc", maximumAge: 3600, isSecure: true, sameSite: .strict))
        #expect(cookie.headerValue == "sid=abc; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Strict")
        let plain = try #require(Cookie(name: "a", value: "", path: "/office", isSecure: false))
        #expect(plain.headerValue == "a=; Path=/office; HttpOnly; SameSite=Lax")
    }

    @Test(
        "a cookie that would break its header does not exist",
        arguments: [("a;b", "x"), ("", "x"), ("a", "x;y"), ("a", "x y"), ("a", "值"), ("a", "\"")])
    func badCookies(name: String, value: String) {
        #expect(Cookie(name: name, value: value, isSecure: false) == nil)
    }

    @Test("a form is read only from its own content type")
    func form() throws {
        var request = try Request(method: .post, target: "/x", body: Array("a=1&b=%E5%85%AC".utf8))
        #expect(throws: RequestError(.wrongContentType, in: "body")) { try request.form() }
        request.headers.set("Content-Type", "Application/X-WWW-Form-Urlencoded; charset=UTF-8")
        #expect(try request.form()["b"] == "公")
        #expect(throws: RequestError(.wrongContentType, in: "body")) { try request.multipart() }
    }

    @Test(
        "whoever asks for JSON alone is told in JSON",
        arguments: [
            ("/x", nil, false), ("/x.json", nil, true), ("/x", "application/json", true),
            ("/x", "text/html,application/json;q=0.9", false), ("/x", "*/*", false),
            ("/x.csv", nil, true), ("/x.xlsx?a=1", "*/*", true), ("/x.csv", "text/html,*/*;q=0.8", false),
            ("/x.docx", nil, false), ("/x?y=.csv", nil, false), ("/x.json", "text/html", true),
        ] as [(String, String?, Bool)])
    func prefersJSON(target: String, accept: String?, expected: Bool) throws {
        var request = try Request(method: .get, target: target)
        if let accept { request.headers.set("Accept", accept) }
        #expect(request.prefersJSON == expected)
    }

    @Test("every refusal says a Chinese sentence and has a status of its class", arguments: RequestError.Code.allCases)
    func sentences(code: RequestError.Code) {
        let error = RequestError(code, in: "x")
        #expect(error.message.hasSuffix("。"))
        #expect((400..<600).contains(error.status.code))
    }
}
