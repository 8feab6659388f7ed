/// A short text by which an office is reached, in a form of its own: a telephone number, a post code, an address on the net.
///
/// It cannot exist in a wrong form, so a page may make a link of it.
public protocol ContactText: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The text as written.
    var text: String { get }
    /// What is told where the form is wrong, in Chinese.
    static var chineseForm: String { get }
    /// A value from its text; nil where the form is wrong.
    init?(_ text: String)
}

extension ContactText {
    /// The text.
    public var description: String { text }

    /// A value from what a user wrote.
    ///
    /// - Throws: `Refusal` naming the field where the form is wrong.
    public init(parsing text: String, field: String) throws(Refusal) {
        guard let value = Self(text) else {
            throw Refusal(
                Finding(
                    .contactForm, field: field, "“\(field)”的格式不对。", article: .regulation(12),
                    remedy: "应为\(Self.chineseForm)。"))
        }
        self = value
    }

    /// A value from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no \(Self.self)")
        }
        self = value
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Finding.Code {
    /// A telephone number, post code or address on the net is not written as one.
    public static let contactForm = Self("contact.form")
}
