public import Foundation

/// A program that runs beside a test: the server, or the driver of a browser.
public final class RunningProgram {
    private let process = Process()
    private let output = Pipe()
    private let folder: TemporaryFolder
    private let errorFile: URL
    private var said = ""

    /// Why a program is not what the test needs.
    public struct Failure: Error, CustomStringConvertible {
        /// What went wrong, with what the program said.
        public let description: String

        /// A failure.
        public init(description: String) { self.description = description }
    }

    /// Starts a program; it is killed after `limit` seconds, so that one that hangs fails the test and no more.
    public init(_ executable: URL, _ arguments: [String], environment: [String: String] = [:], limit: Double = 300)
        throws
    {
        folder = TemporaryFolder()
        errorFile = try folder.write("", to: "errors")
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "zh_CN.UTF-8", "HOME": folder.url.path]
            .merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let identifier = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + limit) { [weak process] in
            if process?.isRunning == true { Foundation.kill(identifier, SIGKILL) }
        }
    }

    deinit { end() }

    /// Starts the built `gongkai`.
    public static func gongkai(_ arguments: [String], environment: [String: String] = [:], limit: Double = 300) throws
        -> RunningProgram
    {
        try RunningProgram(try CommandRunner().executable, arguments, environment: environment, limit: limit)
    }

    /// The number of its process.
    public var processIdentifier: Int32 { process.processIdentifier }

    /// What it wrote on standard error.
    public var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

    /// Waits for a line of its output that holds some words.
    public func waitForLine(containing words: String) throws -> String {
        while true {
            if let line = said.components(separatedBy: "\n").dropLast().first(where: { $0.contains(words) }) {
                return line
            }
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Failure(description: "it ended without “\(words)”: \(said)\(errors)") }
            said += String(decoding: piece, as: UTF8.self)
        }
    }

    /// Waits until the server of `gongkai serve` is ready; gives the line it says then, and its port.
    public func waitUntilReady() throws -> (line: String, port: UInt16) {
        let line = try waitForLine(containing: "ready")
        guard let port = line.dropLast().split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw Failure(description: "no port in “\(line)”")
        }
        return (line, port)
    }

    /// Sends TERM and gives the exit status; of a program that a signal ended, its negative number.
    public func terminate() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Ends it at once where it still runs.
    public func end() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
