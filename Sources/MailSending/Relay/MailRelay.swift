/// A mail server that takes messages, as the operator names it.
public struct MailRelay: Sendable, Hashable {
    /// How the connection is kept secret.
    public enum Secrecy: Sendable, Hashable {
        /// Encrypted from its first byte (`smtps://`), or by STARTTLS before anything is told; otherwise nothing is sent.
        case needed
        /// As the server offers it: for a server of the same machine or of a closed network.
        case offered
    }

    /// `smtp` or `smtps`.
    public let scheme: String
    /// Name or address of the server.
    public let host: String
    /// Its port, 1 to 65535.
    public let port: Int
    /// How the connection is kept secret.
    public var secrecy: Secrecy
    /// The name this program signs in with; empty where it does not.
    public var user = ""
    /// The password for it.
    public var password = ""
    /// How long handing over one message may take, in seconds, 1 to 600; 30.
    public var seconds = 30

    /// A server by its address: `smtp://host`, `smtp://host:587`, `smtps://host:465`, `smtp://[::1]:25`. Nil for anything
    /// else. A server of this machine needs no secrecy, all others do.
    public init?(parsing text: String) {
        guard let scheme = ["smtp", "smtps"].first(where: { text.lowercased().hasPrefix($0 + "://") }) else {
            return nil
        }
        var rest = text.dropFirst(scheme.count + 3)
        if rest.last == "/" { rest = rest.dropLast() }
        guard let (host, after) = Self.host(rest) else { return nil }
        var port = scheme == "smtp" ? 25 : 465
        if !after.isEmpty {
            guard after.first == ":", after.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(after.dropFirst()), (1...65_535).contains(number)
            else { return nil }
            port = number
        }
        self.scheme = scheme
        self.host = host
        self.port = port
        secrecy = ["localhost", "127.0.0.1", "[::1]"].contains(host) ? .offered : .needed
    }

    /// The name before the port, and what stands after it.
    private static func host(_ text: Substring) -> (String, Substring)? {
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let inner = text[text.index(after: text.startIndex)..<end]
            guard !inner.isEmpty, inner.utf8.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") }) else {
                return nil
            }
            return ("[\(inner)]", text[text.index(after: end)...])
        }
        let end = text.firstIndex(of: ":") ?? text.endIndex
        let name = text[..<end]
        guard !name.isEmpty, name.utf8.count <= 253,
            name.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        else { return nil }
        return (name.lowercased(), text[end...])
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// The address without name and password.
    public var address: String { "\(scheme)://\(host):\(port)" }
}
