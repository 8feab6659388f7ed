import HTTPCore
import Synchronization
import Testing

@testable import HTTPServer

@Suite("Slow lines over a live socket, on a clock that goes on when a test says so")
struct SlowLineTests {
    /// A clock in seconds that stands still.
    private final class StandingClock: Sendable {
        private let milliseconds = Atomic<UInt64>(0)
        func set(_ seconds: UInt64) { milliseconds.store(seconds * 1_000, ordering: .releasing) }
        var server: ServerClock { ServerClock { self.milliseconds.load(ordering: .acquiring) } }
    }

    /// Sets the clock, and waits until the sweeper has looked at every connection at that time: one that began at the time before
    /// without a word is ended.
    private func pass(to seconds: UInt64, _ clock: StandingClock, _ server: HTTPServer) throws {
        let count = server.connections
        let silent = try server.connect()
        #expect(eventually { server.connections == count + 1 })
        clock.set(seconds)
        #expect(try silent.readToEnd().isEmpty)
        #expect(eventually { server.connections == count })
    }

    @Test("a body goes on while it comes at the least rate, and is refused a stretch after it has stalled")
    func slowBody() throws {
        let clock = StandingClock()
        // 120 s must bring 1,200 bytes.
        let server = try TestSite.start(clock: clock.server) { $0.bodyBytesPerSecond = 10 }
        defer { server.stop() }
        let (slow, stalled) = (try server.connect(), try server.connect())
        func send(_ count: Int, _ client: SocketClient) throws {
            try client.send("\(String(count, radix: 16))\r\n" + String(repeating: "x", count: count) + "\r\n")
        }
        for client in [slow, stalled] {
            try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
            try send(1_199, client)
        }
        #expect(eventually { server.bodyBytesInFlight == 2_398 })
        clock.set(100)
        try send(1, slow)
        #expect(eventually { server.bodyBytesInFlight == 2_399 })
        clock.set(121)
        #expect(try stalled.answer().status == 408)
        #expect(eventually { server.bodyBytesInFlight == 1_200 && server.connections == 1 })
        for (sent, passed) in [(200, 319), (300, 419)] as [(UInt64, UInt64)] {
            clock.set(sent)
            let before = server.bodyBytesInFlight
            try send(1_200, slow)
            #expect(eventually { server.bodyBytesInFlight == before + 1_200 })
            try pass(to: passed, clock, server)
        }
        try slow.send("0\r\n\r\n")
        #expect(try slow.answer().text.hasPrefix("3600 "))
    }

    @Test("a slow body is promised room for what comes next only, and others get the rest")
    func promisedRoom() throws {
        let clock = StandingClock()
        let server = try TestSite.start(clock: clock.server) {
            $0.bodyBytesPerSecond = 10
            $0.maximumBodyBytesInFlight = 1_000_000
        }
        defer { server.stop() }
        let client = try server.connect()
        func send(_ count: Int) throws { try client.send(String(repeating: "x", count: count)) }
        try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n")
        #expect(eventually { server.bodyBytesInFlight == 900_000 })
        func isRefused() throws -> Bool {
            try server.connect().ask("POST", "/sum", headers: "Content-Length: 200000\r\nExpect: 100-continue\r\n")
                .status == 503
        }
        #expect(try isRefused())
        clock.set(100)
        try send(1_200)
        // Within the first stretch nothing changes; the second quota is full after it.
        try pass(to: 130, clock, server)
        #expect(server.bodyBytesInFlight == 900_000)
        try send(1_200)
        #expect(eventually { server.bodyBytesInFlight == 3_600 })
        #expect(
            try server.connect().ask(
                "POST", "/sum", headers: "Content-Length: 200000\r\n", body: String(repeating: "y", count: 200_000)
            ).status == 200)
        try send(897_600)
        #expect(try client.answer().text.hasPrefix("900000 "))
        #expect(eventually { server.bodyBytesInFlight == 0 })
    }

    @Test("no body lasts longer than the longest time, however well it comes")
    func longestBody() throws {
        let clock = StandingClock()
        let server = try TestSite.start(clock: clock.server) {
            $0.bodyBytesPerSecond = 10
            $0.longestBody = .seconds(150)
        }
        defer { server.stop() }
        let client = try server.connect()
        try client.send("POST /sum HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n")
        #expect(eventually { server.bodyBytesInFlight == 1 })
        clock.set(100)
        try client.send("4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n")
        #expect(eventually { server.bodyBytesInFlight == 0x4001 })
        try pass(to: 149, clock, server)
        clock.set(150)
        #expect(try client.answer().status == 408)
    }

    @Test(
        "an answer goes on while its client takes it, and is cut a stretch after it has stopped",
        arguments: [true, false])
    func slowReader(isStreamed: Bool) throws {
        let clock = StandingClock()
        let size = 64 << 20
        let route = Route(.get, "/large", access: .public) { _ in
            isStreamed
                ? Response(streaming: TestSite.streamed(pieces: 64, of: 1 << 20), type: .bytes)
                : Response([UInt8](repeating: 7, count: size), type: .bytes)
        }
        let server = try TestSite.start([route], clock: clock.server)
        defer { server.stop() }
        let client = try SocketClient(port: server.address.port, receiveBuffer: 64 << 10)
        try client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        try client.read(1_000)
        clock.set(100)
        // More than lies in the buffers of the system: the server must have sent of it at this time.
        try client.read(40 << 20)
        try pass(to: 219, clock, server)
        try client.read(size)
        #expect(eventually { server.activeRequests == 0 })
        let idle = try SocketClient(port: server.address.port, receiveBuffer: 64 << 10)
        try idle.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        try idle.read(1_000)
        clock.set(100_000)
        #expect(eventually { server.connections == 0 })
        #expect(try idle.readToEnd().count < size)
    }
}
