internal import CSodium

/// The code with which an applicant follows an application (查询码): 10 characters that are not taken for one another.
///
/// 28 characters, of which ten give 48 bits: with the limits on tries nobody guesses one. It prints covered.
public struct QueryCode: Sendable, Hashable, CustomStringConvertible {
    /// How many characters it has.
    public static let count = 10
    /// The characters: no 0 and O, 1 and I, B and 8, G and 6, S and 5, Z and 2 beside one another.
    static let signs = Array("2346789ACDEFHJKLMNPQRTUVWXY5".utf8)

    private let signs: [UInt8]

    /// A code from bytes that were drawn at random or derived: two for each character.
    public init?(from bytes: [UInt8]) {
        guard bytes.count >= Self.count * 2 else { return nil }
        signs = (0..<Self.count).map { place in
            Self.signs[(Int(bytes[place * 2]) << 8 | Int(bytes[place * 2 + 1])) % Self.signs.count]
        }
    }

    /// A code as a person types it: small letters, full width, blanks and dashes are taken too. Nil for anything else.
    public init?(typed text: String) {
        var signs: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(200) {
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard let narrow = Unicode.Scalar(value) else { return nil }
            if narrow.properties.isWhitespace || narrow == "-" { continue }
            guard narrow.isASCII else { return nil }
            let byte = UInt8(truncatingIfNeeded: value)
            signs.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
        }
        guard signs.count == Self.count, signs.allSatisfy(Self.signs.contains) else { return nil }
        self.signs = signs
    }

    /// The code in two groups of five, as it is told once.
    public func reveal() -> String {
        String(decoding: signs.prefix(5), as: UTF8.self) + "-" + String(decoding: signs.suffix(5), as: UTF8.self)
    }

    /// Covered.
    public var description: String { "*****-*****" }

    fileprivate var bytes: [CChar] { signs.map { CChar(truncatingIfNeeded: $0) } }
}

extension QueryCode: CustomDebugStringConvertible, CustomReflectable {
    /// Covered.
    public var debugDescription: String { description }
    /// Covered.
    public var customMirror: Mirror { Mirror(self, children: ["code": description]) }
}

/// What is kept of a query code: an Argon2id hash with its own salt, from which the code does not follow.
///
/// It needs no key: a new key of the vault, or a lost one, shuts no applicant out. Source: RFC 9106; OWASP's smallest
/// recommended cost (19 MiB, two passes), as tries are limited besides.
public struct QueryCodeHash: Sendable, Hashable {
    /// The hash as it is kept.
    public let text: String
    private static let passes: UInt64 = 2
    private static let memory = 19 << 20

    /// A hash that was kept.
    public init(kept text: String) { self.text = text }

    /// The hash of a code; a few hundredths of a second.
    public init(of code: QueryCode) throws(VaultError) {
        guard Sodium.isReady else { throw .library }
        var out = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let bytes = code.bytes
        guard crypto_pwhash_str(&out, bytes, UInt64(bytes.count), Self.passes, Self.memory) == 0 else { throw .library }
        text = String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a code is the one; takes the same time whatever differs.
    public func accepts(_ code: QueryCode) -> Bool {
        guard Sodium.isReady else { return false }
        let bytes = code.bytes
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// A hash that no code has, to take the same time where there is nothing to compare with.
    public static let none: QueryCodeHash? = QueryCode(from: Sodium.random(QueryCode.count * 2)).flatMap {
        try? QueryCodeHash(of: $0)
    }
}
