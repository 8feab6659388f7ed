public import Foundation

/// Runs the built `gongkai` as a person or a script would: arguments and standard input in, exit status and both
/// outputs out.
public struct CommandRunner: Sendable {
    /// What came of one run.
    public struct Outcome: Sendable {
        /// The exit status; for a run ended by a signal, 128 and its number.
        public let status: Int32
        /// Everything on standard output.
        public let output: String
        /// Everything on standard error.
        public let error: String
    }

    /// Why a run could not be made.
    public struct Failure: Error, CustomStringConvertible {
        /// What is missing, and how to mend it.
        public let description: String
    }

    /// The program that is run.
    public let executable: URL

    /// The program beside the running test bundle; `GONGKAI_EXECUTABLE` names another.
    ///
    /// - Throws: `Failure` when there is none.
    public init() throws {
        let named = ProcessInfo.processInfo.environment["GONGKAI_EXECUTABLE"].map { URL(fileURLWithPath: $0) }
        let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("gongkai")
        executable = named ?? beside
        guard FileManager.default.isExecutableFile(atPath: executable.path) else {
            throw Failure(description: "no program at \(executable.path); build it, or set GONGKAI_EXECUTABLE")
        }
    }

    /// A program at a place of its own.
    public init(executable: URL) { self.executable = executable }

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - arguments: the words after `gongkai`.
    ///   - input: what stands on standard input.
    ///   - environment: settings laid over a clean environment with `PATH` and a Chinese locale only.
    ///   - folder: where it runs; the folder of the test run unless told.
    ///   - limit: seconds after which it is killed, so that a run that hangs fails the test in place of hanging it.
    public func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL? = nil,
        limit: Double = 60
    ) throws -> Outcome {
        // Outputs go to files: pipes would have to be drained side by side while the program runs.
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let places = ["input", "output", "error"].map { scratch.appendingPathComponent($0) }
        try input.write(to: places[0])
        try Data().write(to: places[1])
        try Data().write(to: places[2])

        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "zh_CN.UTF-8",
        ].merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: places[0])
        process.standardOutput = try FileHandle(forWritingTo: places[1])
        process.standardError = try FileHandle(forWritingTo: places[2])
        try process.run()
        let identifier = process.processIdentifier
        let watch = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watch)
        process.waitUntilExit()
        watch.cancel()
        let ended = process.terminationReason == .uncaughtSignal ? 128 : Int32(0)
        return Outcome(
            status: ended + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: places[1]), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self))
    }

    /// Runs it to its end with a text on standard input.
    public func run(_ arguments: [String], input: String, environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, input: Data(input.utf8), environment: environment)
    }
}
