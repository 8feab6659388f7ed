/// What a program calls one application, so that sending it again registers nothing more: the header `Idempotency-Key`.
///
/// Long enough that nobody guesses another's; a random UUID is one. Source: draft-ietf-httpapi-idempotency-key-header.
public struct HandInKey: Sendable, Hashable {
    /// How many characters it may have.
    public static let length = 16...64

    /// As it was sent.
    public let text: String

    /// A key from its text: ASCII letters, digits, dashes and underscores; nil for anything else.
    public init?(_ text: String) {
        guard Self.length.contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
                default: false
                }
            })
        else { return nil }
        self.text = text
    }
}
