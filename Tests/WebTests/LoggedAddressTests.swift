import HTTPCore
import Testing

@testable import Web

@Suite("What the log says of addresses")
struct LoggedAddressTests {
    @Test(
        "a number or a code that somebody typed into an address does not reach the log, nor the page of the error",
        arguments: [
            ("/requests/track/office-2026-1/ACDEF-23467", "/requests/track/*"),
            ("/requests/track/office-2026-1", "/requests/track/*"), ("/requests/office-2026-1", "/requests/*"),
            ("/Requests/track/office-2026-1/ACDEF-23467", "/*"), ("/requests/track/", "/requests/track/*"),
            ("/requests/track/case/%E6%B5%8B%E8%AF%95%E5%BC%A0%E4%B8%89", "/requests/track/case/*"),
            ("/requests/track/files/abc/def", "/requests/track/files/*"),
            ("/api/v1/requests/office-2026-1/ACDEF-23467", "/api/v1/requests/*"),
            ("/api/v1/requests/track/office-2026-1", "/api/v1/requests/track/*"),
            ("/track%3Fnumber=office-2026-1&code=ACDEF-23467", "/*"),
            ("//requests/track/office-2026-1", "//requests/track/*"),
            ("/requests./office-2026-1%20ACDEF-23467", "/requests./*"),
            ("/%E6%9F%A5%E8%AF%A2/%E7%99%BB%E8%AE%B0%E5%8F%B7%EF%BC%9Aoffice-2026-1.html", "/%E6%9F%A5%E8%AF%A2/*"),
            ("/agencies/office-2026-1", "/agencies/*"),
            ("/track/office-2026-1/acdef23467", "/track/*/*"), ("/office-2026-1", "/*"),
            ("/chaxun/%EF%BC%A1%EF%BC%A3DEF23467", "/chaxun/*"),
            ("/requests/track/\(String(repeating: "9", count: 4_000))", "/requests/track/*"),
        ])
    func mistyped(target: String, logged: String) throws {
        // Its database closes with it.
        let visitor = try Visitor()
        defer { withExtendedLifetime(visitor) {} }
        let site = visitor.fixture.site
        for method in [HTTPCore.Method.get, .post] {
            let request = try Request(method: method, target: target, id: "test-4")
            let response = site.respond(to: request)
            #expect(
                response.status.code >= 300 && response.status.code < 500, "\(response.status.code)")
            let text = site.loggedPath(of: request, response.status)
            #expect(text == logged || target == "/requests/track/" && response.status.code < 400, "\(text ?? "-")")
            for word in ["2026-1", "23467", "%E6%B5%8B", "测试张三"] { #expect(!response.text.contains(word)) }
            #expect(response.status.code < 400 || response.headers["Referrer-Policy"] == "no-referrer")
            #expect(response.headers["Location"].map { !$0.contains("2026") } ?? true)
        }
    }

    @Test("an address that leads on with a number in it does not reach the log either")
    func ledOn() throws {
        let site = try Visitor().fixture.site
        for (target, logged) in [("/reports/office-2026-1", "/reports/*"), ("/catalogue/ACDEF-23467", "/catalogue/*")] {
            let request = try Request(method: .get, target: target)
            let status = site.respond(to: request).status
            #expect(status == .permanentRedirect && site.loggedPath(of: request, status) == logged)
            #expect(site.loggedPath(of: request, .notModified) == nil)
        }
    }

    @Test(
        "an address of the site stands in the log as it was sent, one of a case as its pattern",
        arguments: [
            ("/", nil), ("/reports/office/2020", nil), ("/info/office.i-2026-1", nil), ("/nosuch/page.html", nil),
            ("/requests/track", "/requests/track"), ("/requests/new", "/requests/new"),
            ("/requests/track/letters/7", "/requests/track/letters/{step}"),
            ("/requests/track/files/d0123456789abcdef", "/requests/track/files/{reference}"),
            ("/api/v1/requests/track", "/api/v1/requests/track"),
        ] as [(String, String?)])
    func known(target: String, logged: String?) throws {
        let site = try Visitor().fixture.site
        for status in [Status.ok, .notFound] {
            #expect(site.loggedPath(of: try Request(method: .get, target: target), status) == logged)
        }
    }
}
