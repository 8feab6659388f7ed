/// The short code of an office in addresses and commands: 1 to 32 ASCII letters, digits and dashes.
///
/// Begins and ends with a letter or digit. Kept as written; two codes that differ in case only are the same code.
public struct AgencyCode: Sendable, CustomStringConvertible {
    /// The code as written.
    public let text: String
    /// The most characters a code may have.
    public static let limit = 32

    /// A code from its text; nil where the form is wrong.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(Self.limit + 1))
        guard let first = bytes.first, let last = bytes.last, bytes.count <= Self.limit else { return nil }
        guard first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return nil }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                continue
            default: return nil
            }
        }
        self.text = String(text)
    }

    /// The code as written.
    public var description: String { text }
    /// The form in which codes are compared.
    public var folded: String { text.lowercased() }
}

extension AgencyCode: Hashable {
    /// True where the codes are the same but for case.
    public static func == (a: AgencyCode, b: AgencyCode) -> Bool { a.folded == b.folded }
    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
