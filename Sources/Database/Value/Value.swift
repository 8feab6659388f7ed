/// A value bound to a placeholder or read from a column.
///
/// Both engines keep these five apart: `null` is not empty text, empty text is not zero bytes, and none of them is 0.
public enum Value: Sendable, Hashable {
    /// Nothing known.
    case null
    /// A whole number of 64 bits; also true (1) and false (0).
    case int64(Int64)
    /// A floating number; not-a-number is refused when it is bound.
    case double(Double)
    /// Text in UTF-8; U+0000 is refused when it is bound, because one of the engines cannot keep it.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// A whole number.
    public static func int(_ value: Int) -> Value { .int64(Int64(value)) }
    /// A whole number, or nothing.
    public static func int(_ value: Int?) -> Value { value.map { .int64(Int64($0)) } ?? .null }
    /// A whole number, or nothing.
    public static func int64(_ value: Int64?) -> Value { value.map { .int64($0) } ?? .null }
    /// True as 1, false as 0.
    public static func bool(_ value: Bool) -> Value { .int64(value ? 1 : 0) }
    /// Text, or nothing.
    public static func text(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
    /// Bytes, or nothing.
    public static func blob(_ value: [UInt8]?) -> Value { value.map { .blob($0) } ?? .null }

    /// Which of the five it is.
    public var kind: ValueKind {
        switch self {
        case .null: .null
        case .int64: .int64
        case .double: .double
        case .text: .text
        case .blob: .blob
        }
    }
}

/// The five kinds of value.
public enum ValueKind: String, Sendable, Hashable, CaseIterable {
    case null
    case int64
    case double
    case text
    case blob
}
