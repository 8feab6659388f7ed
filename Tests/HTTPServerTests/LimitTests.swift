import Dispatch
import HTTPCore
import HTTPServer
import Synchronization
import Testing

@Suite("Limits and deadlines over a live socket")
struct LimitTests {
    @Test("a body that is too large by its length is refused before it is sent")
    func refusedByLength() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        for headers in ["", "Expect: 100-continue\r\n"] {
            let client = try server.connect()
            let answer = try client.ask("POST", "/small", headers: "Content-Length: 101\r\n" + headers)
            #expect(answer.status == 413)
            #expect(answer.text.contains("超过 100 B 的大小限制"))
            #expect(answer["connection"] == "close")
            #expect(answer["x-request-id"] != nil)
        }
        #expect(
            try server.connect().ask(
                "POST", "/small", headers: "Content-Length: 100\r\n", body: String(repeating: "a", count: 100)
            ).text == "100")
        #expect(try server.connect().ask("GET", "/", headers: "Content-Length: 1\r\n").status == 413)
        #expect(
            try server.connect().ask("POST", "/small", headers: "Content-Length: 99999999999999999999\r\n").status
                >= 400)
    }

    @Test("a client that sends its too large body all the same can read the refusal")
    func refusalIsReadable() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n")
        try client.send([UInt8](repeating: 65, count: 8_000_000))
        #expect(try client.answer().status == 413)
        #expect(try client.readToEnd().isEmpty)
    }

    @Test("a chunked body counts against the limit while it comes")
    func chunkedOverLimit() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        try client.send("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        try client.send("40\r\n" + String(repeating: "a", count: 64) + "\r\n")
        try client.send("40\r\n" + String(repeating: "a", count: 64) + "\r\n")
        let answer = try client.answer()
        #expect(answer.status == 413)
        #expect(answer.text.contains("超过 100 B 的大小限制"))
        #expect(try client.readToEnd().isEmpty)
        #expect(eventually { server.bodyBytesInFlight == 0 && server.connections == 0 })
    }

    private static let formType = "Content-Type: multipart/form-data; boundary=B\r\n"

    private static func form(_ bytes: Int) -> String {
        func part(_ head: String, _ content: String) -> String {
            "--B\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
        }
        return part("name=a", "text") + part("name=f; filename=x", String(repeating: "x", count: bytes))
            + part("name=f; filename=y", "small") + part("name=z", "end") + "--B--\r\n"
    }

    @Test("a file over its limit is thrown away while it comes, and the rest of the form is read")
    func droppedFile() throws {
        let server = try TestSite.start { $0.maximumReceivedBytes = 4_000_000 }
        defer { server.stop() }
        let form = Self.form(3_000_000)
        let head = "POST /files HTTP/1.1\r\nHost: a\r\n" + Self.formType
        let expected = "a:4:-1 f:0:3000000 f:5:-1 z:3:-1"
        let client = try server.connect()
        try client.send(head + "Content-Length: \(form.utf8.count)\r\n\r\n")
        try client.send(String(form.prefix(2_000_000)))
        // No more is held, and none is promised, than the form may have without such files.
        #expect(eventually { server.bodyBytesInFlight == 20_000 })
        try client.send(String(form.dropFirst(2_000_000)))
        let answer = try client.answer()
        #expect(answer.status == 200 && answer.text == expected && answer["connection"] == nil)
        // The same without a length, on the same connection.
        try client.send(head + "Transfer-Encoding: chunked\r\n\r\n")
        try client.send("\(String(form.utf8.count, radix: 16))\r\n" + form + "\r\n0\r\n\r\n")
        #expect(try client.answer().text == expected)
        #expect(eventually { server.bodyBytesInFlight == 0 })
    }

    @Test("a form beyond what is received at most is refused, by its length or while it comes")
    func receivedLimit() throws {
        let server = try TestSite.start { $0.maximumReceivedBytes = 100_000 }
        defer { server.stop() }
        let form = Self.form(100_000)
        let announced = try server.connect().ask(
            "POST", "/files", headers: Self.formType + "Content-Length: \(form.utf8.count)\r\n")
        #expect(announced.status == 413 && announced.text.contains("超过 97 KB 的大小限制"))
        let client = try server.connect()
        try client.send("POST /files HTTP/1.1\r\nHost: a\r\n\(Self.formType)Transfer-Encoding: chunked\r\n\r\n")
        try client.send("\(String(form.utf8.count, radix: 16))\r\n" + form + "\r\n0\r\n\r\n")
        #expect(try client.answer().status == 413)
        #expect(eventually { server.bodyBytesInFlight == 0 && server.connections == 0 })
    }

    @Test("the sum of all bodies is bounded")
    func bodiesInFlight() throws {
        let server = try TestSite.start { $0.maximumBodyBytesInFlight = 1_500 }
        defer { server.stop() }
        let first = try server.connect()
        try first.send("POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc")
        #expect(eventually { server.bodyBytesInFlight == 1_000 })
        #expect(try server.connect().ask("POST", "/sum", headers: "Content-Length: 501\r\n").status == 503)
        #expect(try server.connect().ask("POST", "/sum", headers: "Content-Length: 2\r\n", body: "ab").status == 200)
        try first.send([UInt8](repeating: 65, count: 997))
        #expect(try first.answer().status == 200)
        #expect(eventually { server.bodyBytesInFlight == 0 })
    }

    @Test("a client that sends its headers slowly is cut at the deadline while others are served")
    func slowHeaders() throws {
        let server = try TestSite.start { $0.headerDeadline = .milliseconds(200) }
        defer { server.stop() }
        let slow = [try server.connect(), try server.connect(), try server.connect()]
        try slow[0].send("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        try slow[1].send("GE")
        var served = 0
        // Bytes go on coming on the first connection; only the absolute deadline can end it.
        while (try? slow[0].send("x")) != nil, served < 100_000 {
            #expect(try server.connect().ask("GET", "/").status == 200)
            served += 1
        }
        #expect(served > 0)
        #expect(served < 100_000)
        for client in slow { #expect(try client.readToEnd().isEmpty) }
    }

    @Test("a slow second request on a kept connection is cut as well")
    func slowSecondRequest() throws {
        let server = try TestSite.start {
            $0.headerDeadline = .milliseconds(200)
            $0.idleDeadline = .milliseconds(200)
        }
        defer { server.stop() }
        let halfLine = try server.connect()
        let halfHead = try server.connect()
        #expect(try halfLine.ask("GET", "/").status == 200)
        #expect(try halfHead.ask("GET", "/").status == 200)
        try halfLine.send("GET /ec")
        try halfHead.send("GET / HTTP/1.1\r\nHost")
        #expect(try halfLine.readToEnd().isEmpty)
        #expect(try halfHead.readToEnd().isEmpty)
    }

    @Test("an idle connection is closed")
    func idle() throws {
        let server = try TestSite.start { $0.idleDeadline = .milliseconds(100) }
        defer { server.stop() }
        let client = try server.connect()
        #expect(try client.ask("GET", "/").status == 200)
        #expect(try client.readToEnd().isEmpty)
        #expect(eventually { server.connections == 0 })
    }

    @Test("a body that does not come in time is refused and says so")
    func slowBody() throws {
        let seen = Mutex<[AnsweredRequest]>([])
        let server = try TestSite.start(observe: { request in seen.withLock { $0.append(request) } }) {
            $0.bodyDeadline = .milliseconds(200)
        }
        defer { server.stop() }
        let client = try server.connect()
        try client.send("POST /sum?a=b HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc")
        let answer = try client.answer()
        #expect(answer.status == 408)
        #expect(answer.text.contains("规定时间"))
        #expect(eventually { seen.withLock { $0.count } == 1 })
        let told = seen.withLock { $0.first }
        #expect(told?.status == .requestTimeout && told?.path == "/sum" && told?.id == answer["x-request-id"])
        #expect(try client.readToEnd().isEmpty)
        #expect(eventually { server.connections == 0 && server.bodyBytesInFlight == 0 && server.activeRequests == 0 })
    }

    @Test("a client that does not take its answer is cut")
    func slowReader() throws {
        let server = try TestSite.start { $0.sendDeadline = .milliseconds(200) }
        defer { server.stop() }
        let client = try server.connect()
        try client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(eventually { server.activeRequests == 1 })
        #expect(eventually { server.connections == 0 })
        #expect(try client.readToEnd().count < 20 << 20)
    }

    @Test("a handler that takes long is not cut by any deadline")
    func slowHandler() throws {
        let entered = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        let route = Route(.get, "/slow", access: .public) { _ in
            entered.signal()
            release.wait()
            return .text("done")
        }
        let server = try TestSite.start([route]) {
            $0.headerDeadline = .milliseconds(50)
            $0.bodyDeadline = .milliseconds(50)
        }
        defer { server.stop() }
        let client = try server.connect()
        try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        entered.wait()
        // A connection that began later is cut meanwhile, so the sweeper has passed over both.
        #expect(try server.connect().readToEnd().isEmpty)
        release.signal()
        #expect(try client.answer().text == "done")
    }

    @Test("too many connections from one address are told so, and room comes back")
    func perAddress() throws {
        let server = try TestSite.start { $0.connectionsPerAddress = 2 }
        defer { server.stop() }
        var clients = [try server.connect(), try server.connect()]
        for client in clients { #expect(try client.ask("GET", "/").status == 200) }
        let third = try server.connect()
        let answer = try third.answer()
        #expect(answer.status == 429)
        #expect(answer.text.contains("同一地址"))
        #expect(try third.readToEnd().isEmpty)
        clients.removeAll()
        #expect(eventually { server.connections == 0 })
        #expect(try server.connect().ask("GET", "/").status == 200)
    }

    @Test("a trusted proxy is not counted by its address, but the whole server has its limit")
    func connectionLimit() throws {
        let server = try TestSite.start {
            $0.connectionsPerAddress = 1
            $0.connectionLimit = 3
            $0.trustedProxies = ["127.0.0.1"]
        }
        defer { server.stop() }
        let clients = [try server.connect(), try server.connect(), try server.connect()]
        for client in clients { #expect(try client.ask("GET", "/").status == 200) }
        #expect(try server.connect().answer().status == 503)
        #expect(try clients[0].ask("GET", "/").status == 200)
    }

    @Test("headers over the limit are refused with 431, those within are read")
    func headerLimit() throws {
        let server = try TestSite.start { $0.maximumHeaderBytes = 2_048 }
        defer { server.stop() }
        let client = try server.connect()
        #expect(
            try client.ask("GET", "/", headers: "X: " + String(repeating: "a", count: 1_900) + "\r\n").status == 200)
        #expect(
            try client.ask("GET", "/", headers: "X: " + String(repeating: "a", count: 2_048) + "\r\n").status == 431)
        #expect(try client.ask("GET", "/" + String(repeating: "a", count: 2_048)).status == 431)
        let flood = try server.connect()
        try? flood.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 200_000) + "\r\n\r\n")
        #expect(!(try flood.readToEnd()).starts(with: "HTTP/1.1 200".utf8))
    }

    @Test("a query of very many short fields is answered, read whole or refused, and the connection goes on")
    func manyFields() throws {
        let server = try TestSite.start { $0.headerDeadline = .seconds(5) }
        defer { server.stop() }
        let client = try server.connect()
        for (count, status) in [(1, 200), (400, 200), (490, 200), (498, 200), (700, 413), (7_000, 414)] {
            let answer = try client.ask("GET", "/echo/a?q=kept" + String(repeating: "&a", count: count))
            #expect(answer.status == status, "\(count)")
            if status == 200 { #expect(answer.text.hasPrefix("a|kept|"), "\(count)") }
        }
        #expect(try client.ask("GET", "/echo/a?").text.hasPrefix("a||"))
        #expect(try client.ask("GET", "/echo/a?q=a?b%26c&q2=d").text.hasPrefix("a|a?b&c|"))
    }

    @Test(
        "what is no proper request is refused and never reaches a page",
        arguments: [
            "GET\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
            "POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /sum HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nab",
            "POST /sum HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
            "GET /é HTTP/1.1 x\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", "GET / HTTP/1.1\r\nHost: 局.example\r\n\r\n",
        ])
    func malformed(request: String) throws {
        let server = try TestSite.start { $0.headerDeadline = .seconds(1) }
        defer { server.stop() }
        let client = try server.connect()
        try client.send(request)
        client.finish()
        let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
        #expect(
            answer.isEmpty || answer.hasPrefix("HTTP/1.1 4") || answer.hasPrefix("HTTP/1.1 5")
                || answer.hasPrefix("HTTP/1.0 4"), "\(answer)")
        #expect(try server.connect().ask("GET", "/").status == 200)
    }

    @Test(
        "a host is a name or an address, with or without a port",
        arguments: [
            "a", "a.example", "A_b-c.example:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[2001:db8::7]:8443", "",
        ])
    func hosts(host: String) throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let client = try server.connect()
        try client.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        #expect(try client.answer().status == 200)
    }

    @Test(
        "an address in numbers is written as those of clients are",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("::0001", "::1"), ("2001:DB8::7", "2001:db8::7"), ("localhost", nil),
            ("zz", nil),
            ("1.2.3", nil), ("", nil), ("10.0.0.0/8", nil),
        ] as [(String, String?)])
    func numericAddress(text: String, expected: String?) {
        #expect(ListenAddress.numeric(text) == expected)
    }

    @Test("a NUL in the request line ends the target, as the library reads it, and nothing behind it reaches a page")
    func nulInTarget() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let answer = try server.connect().ask("GET", "/echo/a\0b?q=behind")
        #expect(answer.status >= 400 || answer.text.hasPrefix("a||"))
    }
}
