internal import CSodium

/// By which name a key is known: 16 hexadecimal digits that follow from it and tell nothing about it.
public struct KeyIdentity: Sendable, Hashable, CustomStringConvertible {
    /// The digits.
    public let text: String

    /// An identity from its text; nil unless it is 16 lower-case hexadecimal digits.
    public init?(_ text: String) {
        guard text.utf8.count == 16, text.utf8.allSatisfy(Hexadecimal.isLowerDigit) else { return nil }
        self.text = text
    }

    init(of bytes: some Sequence<UInt8>) { text = Hexadecimal.text(bytes) }

    /// The digits.
    public var description: String { text }
}

/// One key of 32 bytes, from which one key for sealing and one for marks are derived.
///
/// It prints as its identity.
public struct VaultKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// How many bytes a key has.
    static let count = 32

    /// Its name.
    public let identity: KeyIdentity
    let sealing: SecretBytes
    let marking: SecretBytes
    private let whole: SecretBytes

    /// A new key.
    public static func random() throws(VaultError) -> VaultKey {
        try VaultKey(SecretBytes(count: count) { randombytes_buf($0, count) })
    }

    /// A key from its 64 hexadecimal digits; nil when it is written otherwise.
    init?(hexadecimal text: some StringProtocol) throws(VaultError) {
        guard text.utf8.count == Self.count * 2, let bytes = Hexadecimal.bytes(text.utf8) else { return nil }
        try self.init(SecretBytes(count: Self.count) { $0.update(from: bytes, count: bytes.count) })
    }

    private init(_ whole: SecretBytes) throws(VaultError) {
        self.whole = whole
        sealing = try Self.derive(1, from: whole)
        marking = try Self.derive(2, from: whole)
        identity = try Self.derive(3, from: whole).read { KeyIdentity(of: UnsafeBufferPointer(start: $0, count: 8)) }
    }

    /// A key that follows from another one; what is derived tells nothing about its source.
    private static func derive(_ number: UInt64, from key: SecretBytes) throws(VaultError) -> SecretBytes {
        try SecretBytes(count: count) { target in
            _ = key.read { crypto_kdf_derive_from_key(target, count, number, "gongkai1", $0) }
        }
    }

    /// The digits that the key file keeps.
    var hexadecimal: String { whole.read { Hexadecimal.text(UnsafeBufferPointer(start: $0, count: Self.count)) } }
    /// Its identity, never the key.
    public var description: String { "key \(identity)" }
    /// Shows the identity only.
    public var customMirror: Mirror { Mirror(self, children: ["identity": identity.text]) }
}

/// Bytes as hexadecimal digits.
enum Hexadecimal {
    static func isLowerDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for byte in text {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x61 + 10
            case 0x41...0x46: digit = byte - 0x41 + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? bytes : nil
    }
}
