/// A cookie to keep in the browser. Source: RFC 6265.
public struct Cookie: Sendable, Hashable {
    /// When the browser sends a cookie along with requests that began on another site.
    public enum SameSite: String, Sendable {
        /// Only on following a link.
        case lax = "Lax"
        /// Never.
        case strict = "Strict"
    }

    /// The name.
    public let name: String
    /// The value.
    public let value: String
    /// The paths it is sent to.
    public let path: String
    /// How long it is kept, in seconds; until the browser closes when `nil`; removed at once when 0.
    public let maximumAge: Int?
    /// Whether it is sent over TLS only; set it whenever the request was.
    public let isSecure: Bool
    /// Its rule for other sites.
    public let sameSite: SameSite

    /// `nil` when the name is no token or the value holds more than plain characters (RFC 6265 section 4.1.1).
    /// A cookie is never readable by scripts.
    public init?(
        name: String, value: String, path: String = "/", maximumAge: Int? = nil, isSecure: Bool,
        sameSite: SameSite = .lax
    ) {
        let isPlainValue = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\".utf8.contains($0) }
        let isPlainPath =
            path.utf8.first == UInt8(ascii: "/")
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
        guard Headers.isToken(name), isPlainValue, isPlainPath else { return nil }
        self.name = name
        self.value = value
        self.path = path
        self.maximumAge = maximumAge
        self.isSecure = isSecure
        self.sameSite = sameSite
    }

    /// The value of `Set-Cookie`.
    public var headerValue: String {
        var text = "\(name)=\(value); Path=\(path)"
        if let maximumAge { text += "; Max-Age=\(maximumAge)" }
        if isSecure { text += "; Secure" }
        return text + "; HttpOnly; SameSite=\(sameSite.rawValue)"
    }

    /// The value of a name in a `Cookie` header; the first counts. Pairs that are malformed are passed over, as
    /// other programs on the same host may have set them.
    static func value(of name: String, inHeader header: String) -> String? {
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, Substring(sides[0]).trimmedBlanks == name else { continue }
            var value = Substring(sides[1]).trimmedBlanks
            if value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = value.dropFirst().dropLast()
            }
            return String(value)
        }
        return nil
    }
}
