import Dispatch
import HTTPCore
import HTTPServer
import Testing

@Suite("Start and stop of a server")
struct LifeTests {
    @Test("a request under way is finished on stop while new connections are refused")
    func drain() throws {
        let entered = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        let stopped = DispatchSemaphore(value: 0)
        let route = Route(.get, "/slow", access: .public) { _ in
            entered.signal()
            release.wait()
            return .text("finished")
        }
        let server = try TestSite.start([route])
        let idle = try server.connect()
        #expect(try idle.ask("GET", "/").status == 200)
        let client = try server.connect()
        try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
        entered.wait()
        DispatchQueue.global().async {
            server.stop()
            stopped.signal()
        }
        #expect(eventually { (try? server.connect()) == nil })
        #expect(stopped.wait(timeout: .now()) == .timedOut)
        release.signal()
        let answer = try client.answer()
        #expect(answer.text == "finished")
        #expect(answer["connection"] == "close")
        #expect(stopped.wait(timeout: .now() + 20) == .success)
        #expect(try idle.readToEnd().isEmpty)
        #expect(server.connections == 0)
        server.stop()
    }

    @Test("stop waits no longer than its bound for a client that does not finish")
    func boundedDrain() throws {
        let server = try TestSite.start { $0.drainDeadline = .milliseconds(100) }
        let client = try server.connect()
        try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc")
        #expect(eventually { server.activeRequests == 1 })
        server.stop()
        #expect(server.connections == 0)
        #expect(server.bodyBytesInFlight == 0)
        #expect(!(try client.readToEnd()).starts(with: "HTTP/1.1 200".utf8))
    }

    @Test("a port in use is said in plain words")
    func portInUse() throws {
        let server = try TestSite.start()
        defer { server.stop() }
        let error = #expect(throws: ServerError.self) {
            try TestSite.start { $0.address = server.address }
        }
        #expect(error?.code == .portInUse)
        #expect(error?.message.contains("127.0.0.1:\(server.address.port)") == true)
        #expect(error?.message.contains("已被占用") == true)
    }

    @Test("a port that is reserved is refused to others, serves once, and is free when nobody wants it any more")
    func reservedPort() throws {
        var reserved: ReservedAddress? = try ReservedAddress(.anyLoopbackPort)
        let address = try #require(reserved).address
        let server = try HTTPServer(on: reserved, responder: TestSite.router())
        #expect(server.address == address)
        #expect(try server.connect().ask("GET", "/").status == 200)
        let refused = #expect(throws: ServerError.self) { try ReservedAddress(address) }
        #expect(refused?.code == .portInUse)
        let again = #expect(throws: ServerError.self) { try HTTPServer(on: reserved, responder: TestSite.router()) }
        #expect(again?.code == .systemRefused)
        server.stop()
        reserved = try ReservedAddress(address)
        reserved = nil
        let next = try TestSite.start { $0.address = address }
        next.stop()
    }

    @Test("a port is free again as soon as the server has stopped")
    func portIsFreed() throws {
        let first = try TestSite.start()
        let client = try first.connect()
        #expect(try client.ask("GET", "/").status == 200)
        first.stop()
        let second = try TestSite.start { $0.address = first.address }
        defer { second.stop() }
        #expect(try second.connect().ask("GET", "/").status == 200)
    }

    @Test(
        "an address of another machine or of nowhere is refused",
        arguments: [("192.0.2.1", ServerError.Code.addressNotHere), ("no.such.host.invalid", .badAddress)])
    func badAddresses(host: String, code: ServerError.Code) throws {
        let address = try ListenAddress(host: host, port: 0)
        let error = #expect(throws: ServerError.self) { try TestSite.start { $0.address = address } }
        #expect(error?.code == code)
    }

    @Test(
        "an address is read as host and port",
        arguments: [
            ("127.0.0.1:8080", "127.0.0.1", 8080), ("[::1]:0", "::1", 0), ("localhost:65535", "localhost", 65535),
        ])
    func addresses(text: String, host: String, port: Int) throws {
        let address = try ListenAddress(parsing: text)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == text)
    }

    @Test(
        "what is no address is refused",
        arguments: ["", "8080", ":8080", "a:", "a:b", "a:-1", "a:65536", "::1:80", "a:080808", "a: 80"])
    func notAddresses(text: String) {
        let error = #expect(throws: ServerError.self) { try ListenAddress(parsing: text) }
        #expect(error?.code == .badAddress)
        #expect(error?.message.contains("127.0.0.1:8080") == true)
    }

    @Test("it serves IPv6 as well")
    func ipv6() throws {
        let address = try ListenAddress(parsing: "[::1]:0")
        let server: HTTPServer
        do {
            server = try TestSite.start { $0.address = address }
        } catch let error as ServerError where error.code == .addressNotHere {
            return
        }
        #expect(server.url.hasPrefix("http://[::1]:"))
        server.stop()
    }

    @Test("a setting out of its range is named")
    func badSettings() {
        let changes: [(String, (inout ServerSettings) -> Void)] = [
            ("workerThreads", { $0.workerThreads = 0 }), ("connectionLimit", { $0.connectionLimit = 0 }),
            ("connectionsPerAddress", { $0.connectionsPerAddress = 0 }),
            ("headerDeadline", { $0.headerDeadline = .zero }),
            ("bodyDeadline", { $0.bodyDeadline = .zero }), ("sendDeadline", { $0.sendDeadline = .zero }),
            ("bodyBytesPerSecond", { $0.bodyBytesPerSecond = 0 }), ("longestBody", { $0.longestBody = .zero }),
            ("sendBytesPerSecond", { $0.sendBytesPerSecond = 0 }), ("longestSend", { $0.longestSend = .zero }),
            ("idleDeadline", { $0.idleDeadline = .zero }), ("maximumHeaderBytes", { $0.maximumHeaderBytes = 10 }),
            ("maximumBodyBytes", { $0.maximumBodyBytes = -1 }),
            ("maximumReceivedBytes", { $0.maximumReceivedBytes = -1 }), ("lingerBytes", { $0.lingerBytes = -1 }),
        ]
        for (name, change) in changes {
            let error = #expect(throws: ServerError.self) { try TestSite.start(settings: change) }
            #expect(error == ServerError(.badSetting, address: name))
        }
    }
}
