/// The short code of an office in addresses and commands: 1 to 32 ASCII letters, digits and dashes.
///
/// Begins and ends with a letter or digit. Kept as written; two codes that differ in case only are the same code.
public struct AgencyCode: Sendable, CustomStringConvertible {
    /// The code as written.
    public let text: String
    /// The most characters a code may have.
    public static let limit = 32

    /// A code from its text; nil where the form is wrong.
    public init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// A code from its text; nil where the form is wrong.
    public init?(_ text: String) {
        var count = 0
        var last: UInt8 = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "-") where count > 0: break
            default: return nil
            }
            count += 1
            last = byte
            guard count <= Self.limit else { return nil }
        }
        guard last != UInt8(ascii: "-") else { return nil }
        self.text = text
    }

    /// The code as written.
    public var description: String { text }
    /// The form in which codes are compared.
    public var folded: String { text.lowercased() }
}

extension AgencyCode: Hashable {
    /// True where the codes are the same but for case.
    public static func == (a: AgencyCode, b: AgencyCode) -> Bool { a.text == b.text || a.folded == b.folded }
    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
