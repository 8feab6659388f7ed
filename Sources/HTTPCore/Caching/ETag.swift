/// The tag of one version of an answer. Source: RFC 9110 section 8.8.3.
public struct ETag: Sendable, Hashable {
    /// What stands between the quotes.
    public let value: String

    /// A tag of our own making, such as the digest of a stored version; `nil` unless it is letters, digits, `-`, `_`, `.`.
    public init?(_ value: String) {
        let isPlain = value.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard !value.isEmpty, isPlain else { return nil }
        self.value = value
    }

    /// A tag made from the bytes of the answer: a fast 64-bit hash and the length. It tells versions apart; it is
    /// no protection against someone who wants two answers to look the same.
    public init(of bytes: [UInt8]) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            // Two states side by side, so that neither waits for the other.
            var other = ~state
            while offset + 32 <= buffer.count {
                state = Self.mix(state, Self.word(buffer, offset), Self.word(buffer, offset + 8))
                other = Self.mix(other, Self.word(buffer, offset + 16), Self.word(buffer, offset + 24))
                offset += 32
            }
            state = Self.mix(state, other, 0)
            while offset + 8 <= buffer.count {
                state = Self.mix(state, Self.word(buffer, offset), 0)
                offset += 8
            }
            var rest: UInt64 = 0
            while offset < buffer.count {
                rest = rest << 8 | UInt64(buffer[offset])
                offset += 1
            }
            state = Self.mix(state, rest, 0)
        }
        value = String(bytes.count, radix: 36) + "-" + String(state, radix: 36)
    }

    private static func word(_ buffer: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    private static func mix(_ state: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = (state ^ first ^ 0xA076_1D64_78BD_642F)
            .multipliedFullWidth(by: second ^ 0xE703_7ED1_A0B4_28DB)
        return (product.high ^ product.low) &+ state.byteSwapped
    }

    /// The header's value with its quotes.
    public var headerValue: String { "\"\(value)\"" }

    /// Whether a list of `If-None-Match` names this tag, weak or strong, or any (`*`).
    func isNamed(in list: String) -> Bool {
        list.utf8.split(separator: UInt8(ascii: ",")).contains { entry in
            var text = Substring(entry).trimmedBlanks
            if text == "*" { return true }
            if text.hasPrefix("W/") { text = text.dropFirst(2) }
            return text == headerValue
        }
    }
}
