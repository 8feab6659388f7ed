public import Foundation

/// One request over a socket on this machine.
public enum HTTPExchange {
    /// The whole answer to GET, head and body.
    public static func get(_ path: String, port: UInt16, cookie: String = "") throws -> String {
        let more = cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n"
        return String(decoding: try send("GET", path, port: port, body: [], more: more), as: UTF8.self)
    }

    /// The answer to GET in parts: its head as text, its body as it came.
    public static func parts(_ path: String, port: UInt16, more: String = "") throws -> (head: String, body: [UInt8]) {
        let answer = Data(try send("GET", path, port: port, body: [], more: more))
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else {
            throw RunningProgram.Failure(description: "an answer without an end of its head")
        }
        return (String(decoding: answer[..<end.lowerBound], as: UTF8.self), [UInt8](answer[end.upperBound...]))
    }

    /// The body of the answer to a request with a JSON body.
    public static func json(_ method: String, _ path: String, port: UInt16, body: Data? = nil) throws -> Data {
        let answer = Data(try send(method, path, port: port, body: body.map { [UInt8]($0) } ?? []))
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else {
            throw RunningProgram.Failure(description: "an answer without an end of its head")
        }
        return answer[end.upperBound...]
    }

    /// The whole answer to a form sent by POST, head and body.
    public static func post(_ path: String, port: UInt16, type: String, cookie: String, body: [UInt8]) throws -> String
    {
        String(
            decoding: try send("POST", path, port: port, body: body, type: type, more: "Cookie: \(cookie)\r\n"),
            as: UTF8.self)
    }

    /// Sends the begin of a request and goes away without waiting for anything.
    public static func leave(_ text: String, port: UInt16) throws {
        let descriptor = try connection(port)
        defer { close(descriptor) }
        try write(Array(text.utf8), to: descriptor)
    }

    private static func send(
        _ method: String, _ path: String, port: UInt16, body: [UInt8], type: String = "application/json",
        more: String = ""
    ) throws -> [UInt8] {
        let descriptor = try connection(port)
        defer { close(descriptor) }
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\(more)"
        if !body.isEmpty { head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n" }
        try write(Array((head + "\r\n").utf8) + body, to: descriptor)
        return read(descriptor)
    }

    private static func connection(_ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(descriptor)
            throw RunningProgram.Failure(description: "nobody listens on \(port)")
        }
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw RunningProgram.Failure(description: "the request was not taken") }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads to the end of the answer: of its length where the head tells it, else of the connection.
    private static func read(_ descriptor: Int32) -> [UInt8] {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while !isWhole(answer) {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer += piece[..<count]
        }
        return answer
    }

    private static func isWhole(_ answer: [UInt8]) -> Bool {
        guard let end = Data(answer).range(of: Data("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        let line = head.components(separatedBy: "\r\n").first { $0.hasPrefix("content-length:") }
        guard let length = line.flatMap({ Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }) else {
            return false
        }
        return answer.count >= end.upperBound + length
    }
}
