import Foundation
import Synchronization
import TestSupport
import Testing

/// The server under an even load of every page, of errors, uploads and visitors who leave: what it holds must not grow.
///
/// Seconds are 20 in the tests; `scripts/soak.sh` runs the same for ten minutes over a release build.
@Suite("Soak", .slow, .serialized)
struct SoakTests {
    private static let seconds = ProcessInfo.processInfo.environment["GONGKAI_SOAK_SECONDS"].flatMap { Int($0) } ?? 20
    private static let visitors = 4

    @Test("memory, descriptors and threads of the server do not grow under a long load")
    func noGrowth() throws {
        let data = TemporaryFolder()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", data.url.path, "--listen", "127.0.0.1:0"],
            environment: ["GONGKAI_CHECKS_PER_MINUTE": "100000"], limit: Double(Self.seconds) + 300)
        defer { server.end() }
        let site = LiveSite(port: try server.waitUntilReady().port)
        let addresses =
            try site.pages().map(\.address)
            + PageSample.all.filter { !$0.isPage }.flatMap { try $0.addresses + site.found($0) }
        let gauge = ProcessGauge(process: server.processIdentifier)
        let end = ContinuousClock.now + .seconds(Self.seconds)
        let counts = Mutex((answers: 0, strange: [String]()))
        let group = DispatchGroup()
        for number in 0..<Self.visitors {
            DispatchQueue.global().async(group: group) {
                var turn = number
                while ContinuousClock.now < end {
                    turn += 1
                    let problem = Self.visit(site, addresses[turn % addresses.count], turn: turn)
                    counts.withLock {
                        $0.answers += 1
                        if let problem { $0.strange.append(problem) }
                    }
                }
            }
        }
        var readings: [ProcessGauge.Reading] = []
        repeat {
            if let reading = gauge.read() { readings.append(reading) }
        } while group.wait(
            timeout: .now() + .milliseconds(max(250, Self.seconds * 5))) == .timedOut
        let (answers, strange) = counts.withLock { ($0.answers, $0.strange) }
        #expect(strange.prefix(5) == [])
        #expect(answers > Self.seconds, "hardly any load")
        #expect(ProcessGauge.growth(readings) == [], "\(readings)")
        #expect(server.terminate() == 0)
        if let first = readings.first, let last = readings.last {
            print(
                "note: \(answers) answers in \(Self.seconds) s; memory \(first.memory) to \(last.memory) kB,",
                "descriptors \(first.descriptors) to \(last.descriptors)")
        }
    }

    /// One visit: mostly a page; now and then a visitor who leaves in the middle, or one who has a report checked.
    private static func visit(_ site: LiveSite, _ address: String, turn: Int) -> String? {
        do {
            if turn.isMultiple(of: 50) {
                let file = try Data(
                    contentsOf: TestEnvironment.packageFolder.appending(
                        path: "Resources/demo/sample-with-mistakes-2021.docx"))
                return try upload(site, [UInt8](file)) ? nil : "an upload was not checked"
            }
            if turn.isMultiple(of: 7) {
                try HTTPExchange.leave("GET \(address) HTTP/1.1\r\nHost: loc", port: site.port)
                return nil
            }
            let status = try site.get(address).status
            return [200, 400, 404, 410, 429, 503].contains(status) ? nil : "\(status) for \(address)"
        } catch {
            return "\(error)"
        }
    }

    /// Has a report checked, with the token of a form as a visitor gets it.
    private static func upload(_ site: LiveSite, _ file: [UInt8]) throws -> Bool {
        let form = try HTTPExchange.get("/check", port: site.port)
        guard let visit = form.range(of: "gongkai_visit=").map({ form[$0.upperBound...].prefix(32) }),
            let token = form.range(of: "name=\"csrf\" value=\"").map({ form[$0.upperBound...].prefix { $0 != "\"" } })
        else { return false }
        var body = Array("--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n".utf8)
        body += Array("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n".utf8)
        body += file + Array("\r\n--b--\r\n".utf8)
        let answer = try HTTPExchange.post(
            "/check", port: site.port, type: "multipart/form-data; boundary=b", cookie: "gongkai_visit=\(visit)",
            body: body)
        // Where others have reports checked at the moment, a visitor may be told to wait.
        return answer.contains("核对完毕") || answer.hasPrefix("HTTP/1.1 503")
    }

    @Test("growth is seen in what a process holds, and an even load is not taken for it")
    func judgement() {
        func readings(_ memory: (Int) -> Int, _ descriptors: (Int) -> Int) -> [ProcessGauge.Reading] {
            (0..<60).map { .init(memory: memory($0), descriptors: descriptors($0), threads: 20) }
        }
        #expect(ProcessGauge.growth(readings({ 30_000 + ($0 % 5) * 800 }, { 30 + $0 % 9 })) == [])
        #expect(ProcessGauge.growth(readings({ min($0, 15) * 3_000 }, { _ in 30 })) == [], "warming up")
        #expect(ProcessGauge.growth(readings({ 30_000 + $0 * 600 }, { _ in 30 })).count == 1)
        #expect(ProcessGauge.growth(readings({ _ in 30_000 }, { 30 + $0 * 2 })).count == 1)
        #expect(ProcessGauge.growth([]) == ["only 0 readings"])
    }
}
