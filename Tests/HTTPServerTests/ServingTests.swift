import Glibc
import HTTPCore
import HTTPServer
import Synchronization
import Testing

@Suite("Serving over a live socket")
struct ServingTests {
    @Test("several requests are answered on one connection")
    func keepAlive() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        var ids: Set<String> = []
        for number in 0..<20 {
            let answer = try client.ask("GET", "/echo/\(number)?q=%E5%85%AC")
            #expect(answer.status == 200)
            #expect(answer.text.hasPrefix("\(number)|公|127.0.0.1|false|"))
            #expect(answer["connection"] != "close")
            ids.insert(try #require(answer["x-request-id"]))
        }
        #expect(ids.count == 20)
        #expect(server.connections == 1)
    }

    @Test("a body sent with a request is read whole and the connection goes on")
    func bodies() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        for count in [0, 1, 70_000, 1_000_000] {
            let body = String(repeating: "a", count: count)
            let answer = try client.ask("POST", "/sum", headers: "Content-Length: \(count)\r\n", body: body)
            #expect(answer.text == "\(count) \(count * 97)")
        }
        let chunked = "5\r\nabcde\r\n3;x=y\r\nfgh\r\n0\r\n\r\n"
        #expect(
            try client.ask("POST", "/sum", headers: "Transfer-Encoding: chunked\r\n", body: chunked).text == "8 804")
        #expect(try client.ask("GET", "/").text == "首页")
        #expect(eventually { server.bodyBytesInFlight == 0 })
    }

    @Test("requests sent one behind the other are answered in order")
    func pipelining() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        try client.send(
            (0..<10).map { "GET /echo/\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
                + "POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET / HTTP/1.1\r\nHost: a\r\n\r\n")
        for number in 0..<10 { #expect(try client.answer().text.hasPrefix("\(number)|")) }
        #expect(try client.answer().text == "2 195")
        #expect(try client.answer().text == "首页")
    }

    @Test("HEAD tells the length and sends no body")
    func head() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        let answer = try client.ask("HEAD", "/page")
        #expect(answer.status == 200)
        #expect(answer["content-length"] == "\(TestSite.pageBody.utf8.count)")
        #expect(try client.ask("GET", "/page").text == TestSite.pageBody)
    }

    @Test("unknown addresses, wrong methods and empty answers keep the connection")
    func refusals() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        let missing = try client.ask("GET", "/nothing")
        #expect(missing.status == 404)
        #expect(missing.text.contains("没有找到"))
        let wrong = try client.ask("POST", "/page", headers: "Content-Length: 0\r\n")
        #expect(wrong.status == 405)
        #expect(wrong["allow"] == "GET, HEAD, OPTIONS")
        #expect(try client.ask("BREW", "/page").status == 501)
        #expect(try client.ask("GET", "/%2e%2e/etc").status == 400)
        #expect(try client.ask("GET", "/%FF").status == 400)
        #expect(try client.ask("GET", "/a%00").status == 400)
        #expect(try client.ask("GET", "/empty").status == 204)
        #expect(try client.ask("GET", "/").status == 200)
    }

    @Test("every answer carries a date and an id, none names the server, and handlers cannot contradict the length")
    func ownHeaders() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        for target in ["/", "/nothing", "/%zz", "/empty", "/own-headers"] {
            let answer = try client.ask("GET", target)
            #expect(answer["date"]?.hasSuffix(" GMT") == true, "\(target)")
            #expect(answer["x-request-id"]?.isEmpty == false, "\(target)")
            #expect(answer["server"] == nil, "\(target)")
            #expect(answer.headers.count { $0.name == "date" } == 1, "\(target)")
        }
        let own = try client.ask("GET", "/own-headers")
        #expect(own.text == "x")
        #expect(own["x-kept"] == "公开")
        #expect(own["x-tab"] == "ab")
    }

    @Test("who makes the page of a refusal knows what was asked for, in what language and by what kind of program")
    func refusalPages() throws {
        let router = Router(
            routes: TestSite.routes,
            refuse: { refusal in
                .text(
                    "\(refusal.target)|\(refusal.cookie("lang") ?? "-")|\(refusal.prefersJSON)", status: refusal.status)
            })
        var settings = ServerSettings()
        settings.address = .anyLoopbackPort
        let server = try HTTPServer(settings: settings, responder: router)
        defer { server.stop() }
        let client = try server.connect()
        let cookie = "Cookie: lang=en\r\n"
        let malformed = try client.ask("GET", "/echo/%zz?q=1", headers: cookie)
        #expect(malformed.status == 400 && malformed.text == "/echo/%zz?q=1|en|false")
        let missing = try client.ask("GET", "/nothing", headers: cookie + "Accept: application/json\r\n")
        #expect(missing.status == 404 && missing.text == "/nothing|en|true")
        let large = try client.ask(
            "POST", "/small", headers: cookie + "Content-Length: 101\r\n", body: String(repeating: "a", count: 101))
        #expect(large.status == 413 && large.text == "/small|en|false")
    }

    @Test("a client of HTTP/1.0 is answered and the connection closed")
    func oldClient() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        try client.send("GET / HTTP/1.0\r\n\r\n")
        #expect(try client.answer().text == "首页")
        #expect(try client.readToEnd().isEmpty)
    }

    @Test("only a trusted proxy is believed about the client")
    func proxies() throws {
        let headers =
            "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\nX-Request-Id: abcdef-123456\r\n"
        let open = try TestSite.start()
        defer { open.stop() }
        #expect(try open.connect().ask("GET", "/echo/x", headers: headers).text.hasPrefix("x||127.0.0.1|false|"))
        let behind = try TestSite.start { $0.trustedProxies = ["127.0.0.1"] }
        defer { behind.stop() }
        let answer = try behind.connect().ask("GET", "/echo/x", headers: headers)
        #expect(answer.text == "x||198.51.100.7|true|abcdef-123456")
        #expect(answer["x-request-id"] == "abcdef-123456")
        let odd = try behind.connect().ask(
            "GET", "/echo/x", headers: "X-Forwarded-For: <script>\r\nX-Request-Id: a b\r\n")
        #expect(odd.text.hasPrefix("x||127.0.0.1|false|"))
    }

    @Test("the observer is told of every answer")
    func observer() throws {
        let seen = Mutex<[Int]>([])
        let server = try TestSite.start(observe: { answered in seen.withLock { $0.append(answered.status.code) } })
        defer { server.stop() }
        let client = try server.connect()
        _ = try client.ask("GET", "/")
        _ = try client.ask("GET", "/nothing")
        #expect(eventually { seen.withLock { $0 == [200, 404] } })
    }

    @Test("many clients at once get their own answers")
    func manyClients() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let clients = try (0..<50).map { _ in try server.connect() }
        for (number, client) in clients.enumerated() {
            try client.send("GET /echo/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
        }
        for (number, client) in clients.enumerated() { #expect(try client.answer().text.hasPrefix("\(number)|")) }
    }

    @Test("connections leave no descriptor behind")
    func noLeak() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        for number in 0..<200 {
            let client = try server.connect()
            switch number % 4 {
            case 0: #expect(try client.ask("GET", "/").status == 200)
            case 1: try client.send("GET / HTT")
            case 2: try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nabc")
            default: try client.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n")
            }
        }
        #expect(eventually { server.connections == 0 })
        #expect(eventually { Self.descriptors(boundTo: server.address.port) == 1 })
        #expect(server.bodyBytesInFlight == 0)
        #expect(server.activeRequests == 0)
    }

    /// Descriptors of this process whose own side is a port: the listening socket and accepted connections.
    private static func descriptors(boundTo port: Int) -> Int {
        (0..<4_096).count { descriptor in
            var address = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let code = withUnsafeMutableBytes(of: &address) {
                getsockname(Int32(descriptor), $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
            }
            return code == 0 && address.sin_family == sa_family_t(AF_INET)
                && Int(UInt16(bigEndian: address.sin_port)) == port
        }
    }

    @Test("a body that is made while it is sent comes whole, the connection goes on, and HEAD makes none of it")
    func streamed() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        let answer = try client.ask("GET", "/streamed")
        #expect(answer.status == 200 && answer["transfer-encoding"] == "chunked" && answer["content-length"] == nil)
        let expected = (0..<40).flatMap { [UInt8](repeating: UInt8($0), count: 100_000) }
        #expect(answer.body == expected)
        #expect(try client.ask("GET", "/").text == "首页")
        #expect(server.connections == 1)
        // Behind the head nothing may come that could be taken for the next answer: its length is unknown, so it ends.
        let head = try client.ask("HEAD", "/streamed")
        #expect(head.status == 200 && head["transfer-encoding"] == nil && head["connection"]?.lowercased() == "close")
        #expect(try client.readToEnd() == [])
    }

    @Test("a body that cannot be made to its end cuts the connection, so that half of it is not taken for the whole")
    func broken() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        #expect(throws: (any Error).self) { try client.ask("GET", "/broken") }
    }

    @Test("what made a body is told once that it ended: at the end, on failure, and when nobody wants it any more")
    func ended() {
        for (breaks, pieces) in [(false, 5), (true, 5), (false, 1)] {
            let ended = Mutex(0)
            do {
                let body = TestSite.streamed(pieces: 2, of: 10, breaks: breaks) { ended.withLock { $0 += 1 } }
                for _ in 0..<pieces * 2 { _ = body.next() }
                if pieces == 5 { #expect(body.next() == .end && ended.withLock { $0 } == 1) }
            }
            #expect(ended.withLock { $0 } == 1)
        }
    }
}
