internal import Glibc

/// Where a server listens.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// A numeric address or a name of this machine.
    public let host: String
    /// The port, 0 to 65535; 0 lets the system choose a free one.
    public let port: Int

    /// An address; this machine only, port 8080, when nothing is said.
    ///
    /// - Throws: `ServerError` of `badAddress` for an empty host or a port out of range.
    public init(host: String, port: Int) throws(ServerError) {
        guard !host.isEmpty, (0...65_535).contains(port) else {
            throw ServerError(.badAddress, address: "\(host):\(port)")
        }
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`.
    ///
    /// - Throws: `ServerError` of `badAddress`.
    public init(parsing text: String) throws(ServerError) {
        guard let colon = text.lastIndex(of: ":") else { throw ServerError(.badAddress, address: text) }
        let digits = text[text.index(after: colon)...]
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw ServerError(.badAddress, address: text)
        }
        guard !host.isEmpty, (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let port = Int(digits), port <= 65_535
        else { throw ServerError(.badAddress, address: text) }
        self.host = String(host)
        self.port = port
    }

    /// An address in numbers as a client's is written, `127.0.0.1` or `2001:db8::7`; nil for what is none.
    public static func numeric(_ text: String) -> String? {
        for family in [AF_INET, AF_INET6] {
            var number = in6_addr()
            guard inet_pton(family, text, &number) == 1 else { continue }
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
                guard let start = buffer.baseAddress,
                    let text = inet_ntop(family, &number, start, socklen_t(buffer.count))
                else { return nil }
                return String(cString: text)
            }
        }
        return nil
    }

    private init(loopbackPort port: Int) {
        host = "127.0.0.1"
        self.port = port
    }

    /// This machine only, port 8080.
    public static let standard = ListenAddress(loopbackPort: 8_080)
    /// This machine only, any free port.
    public static let anyLoopbackPort = ListenAddress(loopbackPort: 0)

    /// The address as it is written in settings.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
