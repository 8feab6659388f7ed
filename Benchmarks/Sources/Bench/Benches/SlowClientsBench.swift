internal import Glibc

/// A server with a thousand clients that send or take a byte a second, and what that does to everyone else.
struct SlowClientsBench {
    private let setting: BenchSetting
    private let data: String
    private static let clients = 1_000
    /// Milliseconds in which 99 of 100 usual requests are answered, at most.
    private static let limit = 50.0

    /// - Parameter data: a data folder with the demonstration.
    init(_ setting: BenchSetting, data: String) {
        self.setting = setting
        self.data = data
    }

    /// Milliseconds of usual requests with the slow clients and without.
    func run() throws(BenchFailure) -> [Measure] {
        var files = rlimit(rlim_cur: 4_096, rlim_max: 4_096)
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0, files.rlim_cur < 4_096 {
            files.rlim_cur = min(4_096, files.rlim_max)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
        }
        let port = try Loopback.freePort()
        let server = try RunningServer.start(
            [
                "env", "GONGKAI_HTTP_CONNECTIONS=2000", "GONGKAI_HTTP_CONNECTIONS_PER_ADDRESS=1900", setting.program,
                "serve", "--data", data, "--listen", "127.0.0.1:\(port)",
            ], port: port, path: "/")
        defer { server.process.end() }
        var slow = Measure("slow.p99", unit: "ms")
        var alone = Measure("slow.none", unit: "ms")
        let seconds = setting.isQuick ? 2.0 : 15.0
        for _ in 0..<(setting.isQuick ? 1 : 3) {
            alone.add(ours: try percentile(server, seconds: seconds / 3, against: nil), peer: Self.limit)
            let crowd = try SlowCrowd(port: port, count: Self.clients)
            defer { crowd.leave() }
            slow.add(ours: try percentile(server, seconds: seconds, against: crowd), peer: Self.limit)
            // A server that turned them away has nothing to be slowed by.
            guard crowd.connected >= Self.clients * 9 / 10 else {
                throw BenchFailure("only \(crowd.connected) of \(Self.clients) slow clients were kept")
            }
        }
        return [slow, alone]
    }

    /// The 99th percentile of the time that requests take, one after the other on connections of ten requests each.
    private func percentile(_ server: RunningServer, seconds: Double, against crowd: SlowCrowd?) throws(BenchFailure)
        -> Double
    {
        let pages = ["/", "/reports", "/check", "/gongkai.css"]
        var times: [Double] = []
        let end = ProcessorTime.wall() + seconds
        while ProcessorTime.wall() < end {
            guard let descriptor = server.client.connection() else { throw BenchFailure("nobody answers") }
            defer { close(descriptor) }
            for turn in 0..<10 {
                let begin = ProcessorTime.wall()
                guard server.client.get(pages[turn % pages.count], on: descriptor) != nil else {
                    throw BenchFailure("a usual request was refused beside slow clients")
                }
                times.append(ProcessorTime.wall() - begin)
                crowd?.drip()
                usleep(1_000)
            }
        }
        return times.sorted()[times.count * 99 / 100] * 1e3
    }
}

/// Clients that send the head or the body of a request, or take an answer, a byte a second.
final class SlowCrowd {
    private struct Client {
        var descriptor: Int32
        /// Bytes it has sent.
        var sent: Int
        let text: [UInt8]
    }

    private let port: UInt16
    private var clients: [Client] = []
    private var turn = 0
    private var last = ProcessorTime.wall()

    /// Connects them all. A third sends heads, a third bodies, a third takes answers.
    init(port: UInt16, count: Int) throws(BenchFailure) {
        self.port = port
        for number in 0..<count { clients.append(try client(number % 3)) }
    }

    /// Clients that the server still keeps.
    var connected: Int {
        clients.count { client in
            var byte: UInt8 = 0
            let found = recv(client.descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
            return found > 0 || (found < 0 && errno == EAGAIN)
        }
    }

    /// Lets as many of them send or take a byte as the time since the last call makes due: each once a second. One that
    /// the server has sent away comes again.
    func drip() {
        let now = ProcessorTime.wall()
        let due = min(clients.count, Int((now - last) * Double(clients.count)))
        guard due > 0 else { return }
        last = now
        for _ in 0..<due {
            turn = (turn + 1) % clients.count
            var client = clients[turn]
            if client.sent < client.text.count {
                let sent = send(
                    client.descriptor, [client.text[client.sent]], 1, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
                if sent == 1 { client.sent += 1 } else { client = renewed(client) }
            } else {
                var byte: UInt8 = 0
                if recv(client.descriptor, &byte, 1, Int32(MSG_DONTWAIT)) == 0 { client = renewed(client) }
            }
            clients[turn] = client
        }
    }

    /// Closes every connection.
    func leave() {
        for client in clients { close(client.descriptor) }
        clients = []
    }

    private func renewed(_ old: Client) -> Client {
        close(old.descriptor)
        return (try? client(turn % 3)) ?? Client(descriptor: -1, sent: 0, text: old.text)
    }

    private func client(_ kind: Int) throws(BenchFailure) -> Client {
        let host = "Host: 127.0.0.1:\(port)\r\n"
        // The head ends in the last byte, which comes after minutes.
        let long = String(repeating: "X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", count: 20)
        let (text, atOnce): (String, Int)
        switch kind {
        case 0: (text, atOnce) = ("GET / HTTP/1.1\r\n\(host)\(long)\r\n", 1)
        case 1:
            let head =
                "POST /check HTTP/1.1\r\n\(host)Content-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: 4000\r\n\r\n"
            (text, atOnce) = (head + String(repeating: "-", count: 4_000), head.utf8.count)
        default:
            let request = "GET /reports HTTP/1.1\r\n\(host)\r\n"
            (text, atOnce) = (request, request.utf8.count)
        }
        guard let descriptor = Loopback(port: port).connection() else {
            throw BenchFailure("a slow client has no way in")
        }
        let bytes = Array(text.utf8)
        guard send(descriptor, bytes, atOnce, Int32(MSG_NOSIGNAL)) == atOnce else {
            close(descriptor)
            throw BenchFailure("a slow client was refused")
        }
        return Client(descriptor: descriptor, sent: atOnce, text: bytes)
    }
}
