import Glibc

/// A client of plain blocking sockets that gives up after a while, so that no test can hang.
final class SocketClient {
    enum Failure: Error, Equatable {
        case refused
        case timeout
        case closed
        case reset
        case malformed(String)
    }

    struct Answer {
        var status: Int
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
        subscript(name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
    }

    let descriptor: Int32
    private var buffer: [UInt8] = []

    /// - Parameter receiveBuffer: how much the system takes for us beforehand; nil for what it likes.
    init(port: Int, seconds: Int = 20, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let code = withUnsafeBytes(of: &address) {
            connect(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
        }
        guard code == 0 else { throw Failure.refused }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw errno == EAGAIN ? Failure.timeout : Failure.reset }
            rest = rest.dropFirst(count)
        }
    }

    /// Ends the sending direction.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Sends a request line and headers and reads the answer.
    func ask(_ method: String = "GET", _ target: String, headers: String = "", body: String = "") throws -> Answer {
        try send("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\(body)")
        return try answer(hasBody: method != "HEAD")
    }

    /// Reads one answer.
    func answer(hasBody: Bool = true) throws -> Answer {
        while true {
            if let end = headEnd() {
                var answer = try parse(Array(buffer[..<end]))
                buffer.removeFirst(end + 4)
                if answer.status == 100 { continue }
                if answer["transfer-encoding"] == "chunked" {
                    if hasBody { answer.body = try chunks() }
                    return answer
                }
                let length = answer["content-length"].flatMap { Int($0) } ?? 0
                while hasBody, buffer.count < length { try fill() }
                if hasBody {
                    answer.body = Array(buffer.prefix(length))
                    buffer.removeFirst(length)
                }
                return answer
            }
            try fill()
        }
    }

    /// Reads a chunked body to its last chunk. Source: RFC 9112 section 7.1.
    private func chunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let line = buffer.firstIndex(of: 10)
            guard let line else {
                try fill()
                continue
            }
            let text = String(decoding: buffer[..<line], as: UTF8.self).filter { $0.isHexDigit }
            guard let size = Int(text, radix: 16) else { throw Failure.malformed(text) }
            buffer.removeFirst(line + 1)
            while buffer.count < size + 2 { try fill() }
            body += buffer.prefix(size)
            buffer.removeFirst(size + 2)
            if size == 0 { return body }
        }
    }

    /// Reads until so many bytes have come.
    func read(_ count: Int) throws { while buffer.count < count { try fill() } }

    /// Reads until the server closes; what was left in the buffer is part of it.
    func readToEnd() throws -> [UInt8] {
        while true {
            do { try fill() } catch Failure.closed { return buffer } catch Failure.reset { return buffer }
        }
    }

    private func headEnd() -> Int? {
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4)).first { buffer[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    private func parse(_ head: [UInt8]) throws -> Answer {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            throw Failure.malformed(String(decoding: head, as: UTF8.self))
        }
        let headers = lines.dropFirst().map { line -> (name: String, value: String) in
            let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count > 1 ? sides[1].drop { $0 == " " } : ""
            return (sides[0].lowercased(), String(value))
        }
        return Answer(status: status, headers: headers, body: [])
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count > 0 {
            buffer += chunk.prefix(count)
        } else if count == 0 {
            throw Failure.closed
        } else {
            throw errno == EAGAIN ? Failure.timeout : Failure.reset
        }
    }
}

/// Waits until something has come about; `false` when it has not after a long while.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<10_000 {
        if condition() { return true }
        _ = poll(nil, 0, 2)
    }
    return false
}
