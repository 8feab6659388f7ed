/// An e-mail address of an office: a name, `@` and a domain with a dot, ASCII without blanks, at most 254 characters.
public struct EmailAddress: ContactText {
    /// The address.
    public let text: String
    /// What is told where the form is wrong.
    public static let chineseForm = "电子邮箱地址，例如 xxgk@example.gov.cn"

    /// An address from its text; nil where the form is wrong.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64,
            parts[0].utf8.allSatisfy({ Self.isPlain($0) || "._+-".utf8.contains($0) })
        else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2,
            labels.allSatisfy({ label in
                !label.isEmpty && label.utf8.count <= 63
                    && label.utf8.allSatisfy { Self.isPlain($0) || $0 == UInt8(ascii: "-") }
            })
        else { return nil }
        self.text = text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
