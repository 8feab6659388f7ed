import Foundation
import TestSupport

/// A server started for a test.
final class RunningServer {
    private let process = Process()
    private let output = Pipe()
    private let folder: TemporaryFolder
    private let errorFile: URL

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(arguments: [String], environment: [String: String] = [:]) throws {
        folder = TemporaryFolder()
        errorFile = try folder.write("", to: "errors")
        process.executableURL = try CommandRunner().executable
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"].merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errorFile)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // A server that never answers ends its output when it is killed, and with that the test.
        let identifier = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + 120) { [weak process] in
            if process?.isRunning == true { Foundation.kill(identifier, SIGKILL) }
        }
    }

    /// What it wrote on standard error.
    var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

    /// The first line of its output.
    func waitUntilReady() throws -> String {
        var text = ""
        while !text.contains("\n") {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw Failure(description: "the server ended: \(errors)") }
            text += String(decoding: piece, as: UTF8.self)
        }
        return String(text.prefix { $0 != "\n" })
    }

    /// Sends TERM and gives the exit status; of a server that a signal ended, the negative number of it.
    func terminate() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Ends it at once where it still runs.
    func kill() { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }
}

/// One request over a socket.
enum HTTPExchange {
    /// The whole answer, head and body.
    static func get(_ path: String, port: UInt16) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw RunningServer.Failure(description: "nobody listens on \(port)") }
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw RunningServer.Failure(description: "the request was not taken")
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += piece[..<count]
        }
    }
}
