internal import Glibc

/// A small HTTP client for addresses of this machine.
struct Loopback {
    /// The port of the server on 127.0.0.1.
    let port: UInt16

    /// A port that nobody listens on at the moment.
    static func freePort() throws(BenchFailure) -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BenchFailure("no socket") }
        defer { close(descriptor) }
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw BenchFailure("no free port on 127.0.0.1") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The body of an answer with status 200; nil where nobody answers so.
    func get(_ path: String) -> [UInt8]? {
        guard let descriptor = connection() else { return nil }
        defer { close(descriptor) }
        return get(path, on: descriptor)
    }

    /// Asks for a page so many times over one connection; true when every answer has status 200.
    func get(_ path: String, times: Int) -> Bool {
        guard let descriptor = connection() else { return false }
        defer { close(descriptor) }
        for _ in 0..<times where get(path, on: descriptor) == nil { return false }
        return true
    }

    /// The body of an answer with status 200 over a connection; nil where nobody answers so.
    func get(_ path: String, on descriptor: Int32) -> [UInt8]? {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return nil
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var expected: Int?
        while expected.map({ answer.count < $0 }) ?? true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            answer += buffer[..<count]
            if expected == nil { expected = Self.length(answer) }
        }
        guard answer.starts(with: Array("HTTP/1.1 200".utf8)), let end = Self.headEnd(answer) else { return nil }
        return Array(answer[end...])
    }

    /// A connection; nil where nobody listens. The caller closes it.
    func connection() -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = Self.address(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if connected { return descriptor }
        close(descriptor)
        return nil
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    /// The length of the whole answer once its head has come.
    private static func length(_ answer: [UInt8]) -> Int? {
        guard let end = headEnd(answer) else { return nil }
        let head = String(decoding: answer[..<end], as: UTF8.self)
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
            return end + (Int(line.dropFirst(15).drop { $0 == " " }) ?? 0)
        }
        return end
    }

    private static func headEnd(_ answer: [UInt8]) -> Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard answer.count >= 4 else { return nil }
        for start in 0...answer.count - 4 where answer[start] == 13 && answer[start..<start + 4].elementsEqual(mark) {
            return start + 4
        }
        return nil
    }
}
