internal import Glibc

/// The running server: a report page against nginx with a file of the same bytes, the start, the memory.
struct ServingBench {
    private let setting: BenchSetting
    private let data: String

    init(_ setting: BenchSetting) {
        self.setting = setting
        data = "\(setting.scratch)/data"
    }

    /// The lines of the table.
    func run() throws(BenchFailure) -> [Measure] {
        guard ChildProcess.has("wrk") else { throw BenchFailure("wrk is missing (apt: wrk)") }
        guard ChildProcess.has("nginx") else { throw BenchFailure("nginx is missing (apt: nginx-light)") }
        // The first start fills the empty installation with the demonstration data.
        try serve().process.end()
        var start = Measure("start.answer", unit: "ms")
        var memory = Measure("memory.idle", unit: "MB")
        for _ in 0..<(setting.isQuick ? 1 : 5) {
            let server = try serve()
            defer { server.process.end() }
            start.add(ours: server.secondsToAnswer * 1000, peer: 100)
            let page = try reportPage(server)
            guard server.client.get(page, times: 500), server.client.get("/", times: 500) else {
                throw BenchFailure("the server refused a request")
            }
            memory.add(ours: ProcessorTime.residentMegabytes(of: server.process.id), peer: 40)
        }
        return [try comparePage(), start, memory]
            + (try SlowClientsBench(setting, data: data).run())
    }

    private func serve(on core: [String] = []) throws(BenchFailure) -> RunningServer {
        let port = try Loopback.freePort()
        return try .start(
            core + [setting.program, "serve", "--data", data, "--listen", "127.0.0.1:\(port)"], port: port, path: "/")
    }

    /// The first report that the list of reports links to.
    private func reportPage(_ server: RunningServer) throws(BenchFailure) -> String {
        guard let list = server.client.get("/reports").map({ String(decoding: $0, as: UTF8.self) }) else {
            throw BenchFailure("/reports does not answer")
        }
        for part in list.split(separator: "\"") where part.hasPrefix("/reports/") {
            let fields = part.split(separator: "/")
            if fields.count == 3, Int(fields[2]) != nil { return String(part) }
        }
        throw BenchFailure("/reports links to no report")
    }

    private func comparePage() throws(BenchFailure) -> Measure {
        var measure = Measure("page.report", unit: "µs/req")
        let server = try serve(on: RunningServer.onCore(1))
        defer { server.process.end() }
        let page = try reportPage(server)
        guard let body = server.client.get(page) else { throw BenchFailure("\(page) does not answer") }
        let nginx = NginxPeer(setting, in: "nginx")
        try nginx.put(body, at: "/page.html")
        let peer = try nginx.start(answering: "/page.html")
        defer { peer.process.end() }
        let seconds = setting.isQuick ? 1 : 4
        for _ in 0..<(setting.isQuick ? 1 : 5) {
            let ours = try server.load(page, seconds: seconds, scratch: setting.scratch)
            let theirs = try peer.load("/page.html", seconds: seconds, scratch: setting.scratch)
            measure.add(ours: ours * 1e6, peer: theirs * 1e6)
        }
        return measure
    }
}
