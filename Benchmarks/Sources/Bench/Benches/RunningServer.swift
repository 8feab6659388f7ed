internal import Glibc

/// A server started for a benchmark, on a port of its own on 127.0.0.1.
struct RunningServer {
    /// Its process.
    let process: ChildProcess
    /// How to ask it.
    let client: Loopback
    /// Seconds from its start to the first whole answer.
    let secondsToAnswer: Double

    /// Starts a server and waits until it answers a page.
    static func start(_ arguments: [String], port: UInt16, path: String, within seconds: Double = 30)
        throws(BenchFailure) -> RunningServer
    {
        let begin = ProcessorTime.wall()
        let process = try ChildProcess.start(arguments)
        let client = Loopback(port: port)
        while ProcessorTime.wall() - begin < seconds {
            if client.get(path) != nil {
                return RunningServer(
                    process: process, client: client, secondsToAnswer: ProcessorTime.wall() - begin)
            }
            usleep(500)
        }
        let outcome = process.end()
        throw BenchFailure("\(arguments.joined(separator: " ")) does not answer \(path) (status \(outcome.status))")
    }

    /// Begins a command that keeps to one core. Under load a server has one of its own and the client another: whether
    /// its threads fall asleep between two requests must not depend on what else the client has to do.
    static func onCore(_ core: Int) -> [String] {
        sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 && ChildProcess.has("taskset") ? ["taskset", "-c", "\(core)"] : []
    }

    /// Processor time for each of the requests that wrk sends over kept connections in so many seconds.
    ///
    /// - Parameter script: a script of wrk that makes the addresses; without one, all are `path`.
    func load(_ path: String, seconds: Int, scratch: String, script: String? = nil) throws(BenchFailure) -> Double {
        let output = "\(scratch)/wrk"
        let before = ProcessorTime.ofFamily(process.id)
        _ = try ChildProcess.run(
            Self.onCore(0) + ["wrk", "-t1", "-c8", "-d\(seconds)s"] + (script.map { ["-s", $0] } ?? []) + [
                "http://127.0.0.1:\(client.port)\(path)"
            ],
            output: output)
        let used = ProcessorTime.ofFamily(process.id) - before
        let text = TextFile.read(output) ?? ""
        guard !text.contains("Non-2xx"), !text.contains("Socket errors") else {
            throw BenchFailure("\(path) failed under load: \(text)")
        }
        for line in text.split(separator: "\n") where line.contains("requests in") {
            if let count = line.split(separator: " ").first.flatMap({ Double($0) }), count > 0 { return used / count }
        }
        throw BenchFailure("wrk told no number of requests")
    }
}
