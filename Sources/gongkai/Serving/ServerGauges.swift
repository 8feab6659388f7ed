import Glibc
import HTTPServer
import Ledger
import ReaderProcess
import Synchronization
import Web

/// What `/metrics` tells of the running server.
final class ServerGauges: Sendable {
    /// Counts the answered requests.
    let tally = RequestTally()
    private let server = Mutex<HTTPServer?>(nil)
    private let begun = WallClock.now()

    /// Counts a request and writes it into the log.
    func answered(_ request: AnsweredRequest) {
        tally.add(request)
        ServerLog.write(request)
    }

    /// Takes the server once it runs.
    func watch(_ running: HTTPServer) { server.withLock { $0 = running } }

    /// The numbers now.
    func read() -> [Measurement] {
        let counts = tally.counts
        var within = 0
        var buckets: [Measurement.Sample] = []
        for (bound, count) in zip(RequestTally.bounds, counts.byTime) {
            within += count
            buckets.append(
                .init(Double(within), suffix: "_bucket", label: ("le", "\(Double(bound) / 1_000)")))
        }
        buckets += [
            .init(Double(counts.total), suffix: "_bucket", label: ("le", "+Inf")),
            .init(Double(counts.microseconds) / 1_000_000, suffix: "_sum"),
            .init(Double(counts.total), suffix: "_count"),
        ]
        let classes = (1...5).map { digit in
            Measurement.Sample(Double(counts.byClass[digit] ?? 0), label: ("status", "\(digit)xx"))
        }
        let state = server.withLock { server in
            (server?.connections ?? 0, server?.activeRequests ?? 0, server?.bodyBytesInFlight ?? 0)
        }
        return [
            Measurement("gongkai_requests_total", "Answered requests by class of status.", .counter, classes),
            Measurement("gongkai_request_seconds", "From the request line to the last byte.", .histogram, buckets),
            Measurement("gongkai_connections", "Open connections.", .gauge, state.0),
            Measurement("gongkai_requests_active", "Requests under way.", .gauge, state.1),
            Measurement("gongkai_body_bytes", "Bytes of request bodies in memory.", .gauge, state.2),
            Measurement(
                "process_start_time_seconds", "When the server began.", .gauge, Int(begun.milliseconds / 1_000)),
        ] + Self.ofProcess()
    }

    /// Memory and descriptors, as the system counts them; left out where it does not tell.
    private static func ofProcess() -> [Measurement] {
        var measured: [Measurement] = []
        if let pages = (try? FileContents.text(of: "/proc/self/statm", limit: 4_096))?.split(separator: " ").dropFirst()
            .first.flatMap({ Int($0) })
        {
            measured.append(
                Measurement(
                    "process_resident_memory_bytes", "Resident memory.", .gauge, pages * sysconf(Int32(_SC_PAGESIZE))))
        }
        if let folder = opendir("/proc/self/fd") {
            defer { closedir(folder) }
            // Two are no files, and one is the folder itself.
            var count = -3
            while readdir(folder) != nil { count += 1 }
            measured.append(Measurement("process_open_fds", "Open descriptors.", .gauge, count))
        }
        return measured
    }
}
