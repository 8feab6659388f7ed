internal import CSodium

/// Bytes as they are kept: unreadable without the key, and nowhere else than where they were put.
public struct SealedBytes: Sendable, Hashable {
    /// The key they are sealed with.
    public let key: KeyIdentity
    /// The version of the form, the nonce, what is sealed, and its seal.
    public let bytes: [UInt8]

    /// What was kept.
    public init(key: KeyIdentity, bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }

    /// What stands in a cookie; nil where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let key = KeyIdentity(String(parts[0])), let bytes = Hexadecimal.bytes(parts[1].utf8)
        else { return nil }
        self.init(key: key, bytes: bytes)
    }

    /// As it stands in a cookie: letters, digits and a dot.
    public var text: String { "\(key).\(Hexadecimal.text(bytes))" }
}

extension Vault {
    /// Seals bytes with the present key.
    ///
    /// - Parameters:
    ///   - purpose: what they are (`paper`): bytes sealed for one purpose never open for another.
    ///   - place: where they are kept; they open nowhere else.
    public func seal(_ plain: [UInt8], for purpose: String, at place: String) throws(VaultError) -> SealedBytes {
        let key = ring.present.identity
        return SealedBytes(key: key, bytes: try encrypt(plain, boundTo: Self.bound(purpose, place, key)))
    }

    /// Opens bytes.
    ///
    /// - Throws: `VaultError` when the key is not at hand, or they were changed or moved.
    public func open(_ sealed: SealedBytes, for purpose: String, at place: String) throws(VaultError) -> [UInt8] {
        guard let key = ring.key(sealed.key) else { throw .unknownKey(sealed.key, having: ring.keys.map(\.identity)) }
        return try decrypt(sealed.bytes, boundTo: Self.bound(purpose, place, key.identity), under: key)
    }

    /// Bytes that follow from a secret text and a key, always the same and telling nothing about either.
    ///
    /// - Parameters:
    ///   - count: how many, 16 to 64.
    ///   - identity: the key; nil for the present one.
    /// - Throws: `VaultError` when the key is not at hand.
    public func derive(
        _ count: Int, from secret: String, for purpose: String, under identity: KeyIdentity? = nil
    ) throws(VaultError) -> [UInt8] {
        guard Sodium.isReady, (16...64).contains(count) else { throw .library }
        let wanted = identity ?? ring.present.identity
        guard let key = ring.key(wanted) else { throw .unknownKey(wanted, having: ring.keys.map(\.identity)) }
        let text = Array("gongkai.\(purpose)/1\u{0}\(secret)".utf8)
        var hash = [UInt8](repeating: 0, count: count)
        // It fails only for sizes out of range, and these are within.
        _ = key.marking.read { crypto_generichash(&hash, count, text, UInt64(text.count), $0, VaultKey.count) }
        return hash
    }

    /// What a seal is bound to besides its content. The parts cannot run into one another: none has a zero byte.
    private static func bound(_ purpose: String, _ place: String, _ key: KeyIdentity) -> [UInt8] {
        Array("gongkai.\(purpose)/1\u{0}\(place)\u{0}\(key)".utf8)
    }
}
