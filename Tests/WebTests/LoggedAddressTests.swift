import HTTPCore
import Testing

@testable import Web

@Suite("What the log says of addresses")
struct LoggedAddressTests {
    /// What somebody may type into an address that no log may hold: names, an invented identity number, number and code of a case.
    private static let personal = ["测试张三", "zhangsan", "110101199003070011", "office-2026-1", "ACDEF-23467"]

    @Test(
        "what somebody typed into an address does not reach the log, nor the page of the error",
        arguments: [
            // Addresses that no route knows: the begin that is ours, and how long the rest is.
            ("/%E6%B5%8B%E8%AF%95%E5%BC%A0%E4%B8%89", "/*4"), ("/search-zhangsan", "/*15"),
            ("/search/zhangsan", "/search/*8"), ("/check/110101199003070011", "/check/*18"),
            ("/nosuch?name=zhangsan", "/*6"), ("/zhangsan/110101199003070011/", "/*28"),
            ("/agencies/zhangsan/measures/110101199003070011", "/agencies/*36"),
            ("/requests/track/office-2026-1/ACDEF-23467", "/requests/track/*25"),
            ("/requests/track/office-2026-1", "/requests/track/*13"), ("/requests/office-2026-1", "/requests/*13"),
            ("/Requests/track/office-2026-1/ACDEF-23467", "/*40"), ("/requests/track/", "/requests/track/"),
            ("/requests/track/case/%E6%B5%8B%E8%AF%95%E5%BC%A0%E4%B8%89", "/requests/track/case/*4"),
            ("/requests/track/files/abc/def", "/requests/track/files/*7"),
            ("/api/v1/requests/office-2026-1/ACDEF-23467", "/api/v1/requests/*25"),
            ("/api/v1/requests/track/office-2026-1", "/api/v1/requests/track/*13"),
            ("/track%3Fnumber=office-2026-1&code=ACDEF-23467", "/*43"), ("//requests/track/office-2026-1", "/*29"),
            ("/requests./office-2026-1%20ACDEF-23467", "/*35"),
            ("/%E6%9F%A5%E8%AF%A2/%E7%99%BB%E8%AE%B0%E5%8F%B7%EF%BC%9Aoffice-2026-1.html", "/*25"),
            ("/track/office-2026-1/acdef23467", "/*30"), ("/office-2026-1", "/*13"),
            ("/requests/track/\(String(repeating: "9", count: 4_000))", "/requests/track/*4000"),
            // Addresses of a route, with nothing under them: the pattern.
            ("/agencies/%E6%B5%8B%E8%AF%95%E5%BC%A0%E4%B8%89", "/agencies/{code}"),
            ("/agencies/zhangsan/guide/110101199003070011", "/agencies/{code}/guide/{day}"),
            ("/info/110101199003070011?name=zhangsan", "/info/{id}"),
            ("/info/x/files/1/%E6%B5%8B%E8%AF%95%E5%BC%A0%E4%B8%89.pdf", "/info/{id}/files/{number}/{name}"),
            ("/published/zhangsan", "/published/{category}"), ("/reports/zhangsan/2020", "/reports/{code}/{year}"),
        ])
    func mistyped(target: String, logged: String) throws {
        // Its database closes with it.
        let visitor = try Visitor()
        defer { withExtendedLifetime(visitor) {} }
        let site = visitor.fixture.site
        for method in [HTTPCore.Method.get, .head, .post] {
            let request = try Request(method: method, target: target, id: "test-4")
            let response = site.respond(to: request)
            #expect(response.status.code >= 300 && response.status.code < 500, "\(response.status.code)")
            #expect(site.loggedPath(of: request, response.status) == logged)
            for word in ["2026-1", "23467", "zhangsan", "11010119", "%E6%B5%8B", "测试张三"] {
                #expect(!response.text.contains(word))
            }
            #expect(response.status.code < 400 || response.headers["Referrer-Policy"] == "no-referrer")
            #expect(response.headers["Location"].map { !$0.contains("2026") } ?? true)
        }
    }

    @Test("no route answers a name that it does not know so that the name stands in the log")
    func everyRoute() throws {
        let visitor = try Visitor()
        defer { withExtendedLifetime(visitor) {} }
        let site = visitor.fixture.site
        let patterns = site.routes.map(\.pattern.text).filter { $0.contains("{") }
        #expect(patterns.count > 20)
        for pattern in patterns {
            // Also under an office that there is.
            let starts = ["", "office"]
            for (word, start) in Self.personal.flatMap({ word in starts.map { (word, $0) } }) {
                let target = Self.filled(pattern, with: PercentEncoding.encode(word), first: start)
                guard target.contains(PercentEncoding.encode(word)) else { continue }
                for method in HTTPCore.Method.allCases {
                    // A tag that every answer would fit.
                    let request = try Request(
                        method: method, target: target, headers: Headers([("If-None-Match", "*")]))
                    let status = site.respond(to: request).status
                    let text = site.loggedPath(of: request, status)
                    #expect(
                        text?.contains("{") == true, "\(method) \(target) \(status.code) \(text ?? "as it was sent")")
                }
            }
        }
    }

    /// A pattern with a word in the place of every name, the first of which may be another.
    private static func filled(_ pattern: String, with word: String, first: String) -> String {
        pattern.split(separator: "{").enumerated().map { place, piece in
            guard place > 0 else { return String(piece) }
            return (place == 1 && !first.isEmpty ? first : word) + piece.drop { $0 != "}" }.dropFirst()
        }.joined()
    }

    @Test("an address that leads on stands there as its pattern, as it is made of what was typed")
    func ledOn() throws {
        let site = try Visitor().fixture.site
        for (target, logged) in [("/reports/zhangsan", "/reports/{code}"), ("/catalogue/A-1", "/catalogue/{code}")] {
            let request = try Request(method: .get, target: target)
            let status = site.respond(to: request).status
            #expect(status == .permanentRedirect && site.loggedPath(of: request, status) == logged)
            #expect(site.loggedPath(of: request, .notModified) == nil)
        }
    }

    @Test(
        "an address under which the site has something stands there as it was sent, one of a case as its pattern",
        arguments: [
            ("/", nil, "/"), ("/reports", nil, "/reports"), ("/reports/office/2020", nil, "/reports/{code}/{year}"),
            ("/info/office.i-2026-1", nil, "/info/{id}"), ("/agencies/office/guide", nil, "/agencies/{code}/guide"),
            ("/requests/track", "/requests/track", "/requests/track"),
            ("/requests/new", "/requests/new", "/requests/new"),
            ("/requests/track/letters/7", "/requests/track/letters/{step}", "/requests/track/letters/{step}"),
            (
                "/requests/track/files/d0123456789abcdef", "/requests/track/files/{reference}",
                "/requests/track/files/{reference}"
            ), ("/api/v1/requests/track", "/api/v1/requests/track", "/api/v1/requests/track"),
        ] as [(String, String?, String)])
    func known(target: String, found: String?, refused: String) throws {
        let site = try Visitor().fixture.site
        let request = try Request(method: .get, target: target)
        for status in [Status.ok, .notModified] { #expect(site.loggedPath(of: request, status) == found) }
        for status in [Status.noContent, .found, .gone, .notFound, .tooManyRequests, .internalError, .unavailable] {
            #expect(site.loggedPath(of: request, status) == refused)
        }
    }
}
