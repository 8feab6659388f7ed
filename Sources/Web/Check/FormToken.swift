internal import HTTPCore
internal import Ledger

/// Proves that a form was filled in on a page of this site: a signed double submit.
///
/// A random name of the visit stands in a cookie; the form carries the signature of that name under a key that only
/// this server knows. Another site can make a browser send the cookie, but cannot know the signature.
struct FormToken: Sendable {
    /// The cookie with the name of the visit.
    static let cookieName = "gongkai_visit"
    /// The field of forms with the signature.
    static let fieldName = "csrf"

    private let key: [UInt8]

    /// A token.
    ///
    /// - Parameter key: what all servers of an installation know, so that a form opened at one is taken by another. Without
    ///   it one is made at random when the server starts: forms opened before a restart are refused then.
    init(key: [UInt8]? = nil) {
        var random = SystemRandomNumberGenerator()
        self.key = key ?? (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// The name of the visit of a request; nil where it has none that this server could have given.
    func visit(of request: Request) -> String? {
        guard let name = request.cookie(Self.cookieName), name.utf8.count == 32,
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        return name
    }

    /// A name for a new visit: 128 random bits.
    func newVisit() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max, using: &random), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// The signature of a visit. Made as RFC 2104 does, over SHA-256 with the inner digest in hexadecimal.
    func signature(of visit: String) -> String {
        let padded = key + [UInt8](repeating: 0, count: 64 - key.count)
        let inner = Digest(of: padded.map { $0 ^ 0x36 } + Array(visit.utf8))
        return Digest(of: padded.map { $0 ^ 0x5C } + Array(inner.hex.utf8)).hex
    }

    /// Whether a signature is that of a visit; takes the same time whatever differs.
    func accepts(_ signature: String, of visit: String) -> Bool {
        let given = Array(signature.utf8)
        let wanted = Array(self.signature(of: visit).utf8)
        guard given.count == wanted.count else { return false }
        return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
