import HTTPCore
import Testing

@Suite("Routes")
struct RouterTests {
    private static func route(_ method: Method, _ pattern: RoutePattern, access: Access = .public, limit: Int? = nil)
        -> Route
    {
        Route(method, pattern, access: access, bodyLimit: limit) { request in
            let names = ["code", "year", "id"].compactMap { name in request.parameters[name].map { "\(name)=\($0)" } }
            return .text("\(request.routePattern ?? "") \(names.joined(separator: ","))")
        }
    }

    private let router = Router(routes: [
        route(.get, "/"), route(.get, "/reports"), route(.get, "/reports/{code}/{year}"),
        route(.get, "/reports/{code}/{year}.json"), route(.get, "/reports/{code}/{year}/check.json"),
        route(.get, "/reports/{code}/latest"), route(.get, "/check"), route(.post, "/check", limit: Route.uploadBytes),
        route(.post, "/items/{id}"), route(.get, "/files/v{id}-final.pdf"), route(.get, "/metrics", access: .loopback),
        route(.get, "/office", access: .signedIn),
    ])

    private func ask(_ method: Method, _ target: String, from address: String = "192.0.2.1") throws -> Response {
        router.respond(to: try Request(method: method, target: target, remoteAddress: address))
    }

    @Test(
        "the most fitting route answers with what it took from the path",
        arguments: [
            ("/", "/ "), ("/reports", "/reports "), ("/reports/SS/2020", "/reports/{code}/{year} code=SS,year=2020"),
            ("/reports/SS/2020.json", "/reports/{code}/{year}.json code=SS,year=2020"),
            ("/reports/SS/2020/check.json", "/reports/{code}/{year}/check.json code=SS,year=2020"),
            ("/reports/SS/latest", "/reports/{code}/latest code=SS"),
            ("/reports/%E7%9F%B3/2020.csv", "/reports/{code}/{year} code=石,year=2020.csv"),
            ("/reports/SS/.json", "/reports/{code}/{year} code=SS,year=.json"),
            ("/files/v12-final.pdf", "/files/v{id}-final.pdf id=12"),
        ])
    func matches(target: String, answer: String) throws {
        let response = try ask(.get, target)
        #expect(response.status == .ok)
        #expect(String(decoding: response.body, as: UTF8.self) == answer)
        #expect(try ask(.head, target) == response)
    }

    @Test(
        "what no route fits is not found",
        arguments: ["/nothing", "/reports/SS", "/reports//2020", "/Reports", "/files/v-final.pdf", "/a/b/c/d/e"])
    func notFound(target: String) throws {
        let response = try ask(.get, target)
        #expect(response.status == .notFound)
        #expect(String(decoding: response.body, as: UTF8.self).contains("没有找到"))
    }

    @Test(
        "a known address asked wrongly says what it allows",
        arguments: [
            (.post, "/reports", "GET, HEAD, OPTIONS"), (.delete, "/check", "GET, HEAD, POST, OPTIONS"),
            (.get, "/items/7", "POST, OPTIONS"), (.head, "/items/7", "POST, OPTIONS"),
            (.put, "/reports/SS/2020.json", "GET, HEAD, OPTIONS"), (.trace, "/reports", "GET, HEAD, OPTIONS"),
        ] as [(HTTPCore.Method, String, String)])
    func notAllowed(method: HTTPCore.Method, target: String, allow: String) throws {
        let response = try ask(method, target)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers["Allow"] == allow)
    }

    @Test(
        "OPTIONS is answered with the methods of the path, and without a body",
        arguments: [
            ("/check", "GET, HEAD, POST, OPTIONS"), ("/reports/SS/2020.json", "GET, HEAD, OPTIONS"),
        ])
    func options(target: String, allow: String) throws {
        let response = try ask(.options, target)
        #expect(response.status == .noContent && response.body == [] && response.headers["Allow"] == allow)
        #expect(try ask(.options, "/nothing").status == .notFound)
    }

    @Test("a slash too many leads to the page, never off the site")
    func trailingSlash() throws {
        let response = try ask(.get, "/reports/?a=1&b=%E5%85%AC")
        #expect(response.status == .permanentRedirect)
        #expect(response.headers["Location"] == "/reports?a=1&b=%E5%85%AC")
        #expect(try ask(.get, "//example.test/").status == .notFound)
        #expect(try ask(.post, "/check/").status == .notFound)
    }

    @Test("without an authorizer nobody gets through but to public and, from this machine, loopback routes")
    func denyByDefault() throws {
        #expect(try ask(.get, "/metrics").status == .forbidden)
        #expect(try ask(.get, "/metrics", from: "127.0.0.1").status == .ok)
        #expect(try ask(.get, "/metrics", from: "::1").status == .ok)
        #expect(try ask(.get, "/office", from: "127.0.0.1").status == .forbidden)
        // A proxy on this machine asks for somebody else.
        for header in ["X-Forwarded-For", "Forwarded"] {
            var request = try Request(method: .get, target: "/metrics", remoteAddress: "127.0.0.1")
            request.headers.add(header, "192.0.2.7")
            #expect(router.respond(to: request).status == .forbidden)
        }
    }

    @Test("the authorizer decides about every route that is not public")
    func authorizer() throws {
        let router = Router(
            routes: [Self.route(.get, "/a"), Self.route(.get, "/b", access: .permission("x"))],
            authorize: { access, request in
                access == .permission("x") && request.cookie("sid") == "1" ? nil : .redirect(to: "/sign-in")
            })
        #expect(router.respond(to: try Request(method: .get, target: "/a")).status == .ok)
        var request = try Request(method: .get, target: "/b")
        #expect(router.respond(to: request).headers["Location"] == "/sign-in")
        request.headers.add("Cookie", "sid=1")
        #expect(router.respond(to: request).status == .ok)
    }

    @Test("each route says how much may be sent to it")
    func bodyLimits() throws {
        #expect(router.bodyRule(for: .post, path: try RequestPath("/check")).bytes == Route.uploadBytes)
        #expect(router.bodyRule(for: .post, path: try RequestPath("/items/1")).bytes == Route.formBytes)
        #expect(router.bodyRule(for: .get, path: try RequestPath("/check")).bytes == 0)
        #expect(router.bodyRule(for: .post, path: try RequestPath("/nothing")).bytes == Router.unroutedBodyBytes)
    }

    @Test(
        "a malformed pattern is none",
        arguments: [
            "", "reports", "/a//b", "/a/", "/{", "/}", "/{}", "/{a", "/a}b", "/{a}{b}", "/{a}/{a}", "/{a b}", "/}a{",
        ])
    func malformedPatterns(text: String) {
        #expect(RoutePattern(text) == nil)
    }

    @Test("two routes for the same paths stop the program")
    func duplicates() async {
        await #expect(processExitsWith: .failure) {
            let handler: Handler = { _ in .text("") }
            _ = Router(routes: [
                Route(.get, "/a/{x}", access: .public, handler: handler),
                Route(.get, "/a/{y}", access: .public, handler: handler),
            ])
        }
    }
}
