internal import CSodium
public import Disclosure

/// A person as it is kept: unreadable without the key.
public struct SealedPerson: Sendable, Hashable {
    /// The key it is sealed with.
    public let key: KeyIdentity
    /// The version of the form, the nonce, what is sealed, and its seal.
    public let bytes: [UInt8]

    /// What was kept.
    public init(key: KeyIdentity, bytes: [UInt8]) {
        self.key = key
        self.bytes = bytes
    }
}

/// By what a person is found again without opening anything: a keyed hash of the identity, 32 hexadecimal digits.
public struct IdentityMark: Sendable, Hashable {
    /// The digits.
    public let text: String
}

/// Seals and opens what is known about persons: XChaCha20-Poly1305, with a nonce of its own each time.
///
/// Reference and office are bound into the seal, so that a record moved to another place does not open. Identities are
/// hashed by BLAKE2b under a key, office by office: the same person is found again in one office, and not across them.
public struct Vault: Sendable {
    private static let version: UInt8 = 1
    private static let nonceCount = 24
    private static let sealCount = 16
    /// The most bytes a sealed person may have.
    public static let byteLimit = 16_384

    /// The keys.
    public let ring: KeyRing

    /// A vault with keys.
    public init(_ ring: KeyRing) { self.ring = ring }

    /// A new name for a person; it tells nothing.
    public static func newReference() throws(VaultError) -> PersonReference {
        let bytes = Sodium.random(16)
        guard bytes.count == 16, let reference = PersonReference("p-\(Hexadecimal.text(bytes))") else { throw .library }
        return reference
    }

    /// Seals a person with the present key.
    ///
    /// - Parameter office: the code of the office, in lower case.
    public func seal(_ person: Person, as reference: PersonReference, of office: String) throws(VaultError)
        -> SealedPerson
    {
        var plain = PersonBytes.write(person)
        defer { for index in plain.indices { plain[index] = 0 } }
        let bound = Self.bound(reference, office, ring.present.identity)
        return SealedPerson(key: ring.present.identity, bytes: try encrypt(plain, boundTo: bound))
    }

    /// Version, nonce and what is sealed with the present key.
    func encrypt(_ plain: [UInt8], boundTo bound: [UInt8]) throws(VaultError) -> [UInt8] {
        let nonce = Sodium.random(Self.nonceCount)
        guard nonce.count == Self.nonceCount else { throw .library }
        let start = 1 + Self.nonceCount
        var sealed = [UInt8](repeating: 0, count: start + plain.count + Self.sealCount)
        sealed[0] = Self.version
        sealed.replaceSubrange(1..<start, with: nonce)
        var length: UInt64 = 0
        let status = sealed.withUnsafeMutableBufferPointer { target -> Int32 in
            // Never empty: it holds the version at least.
            guard let base = target.baseAddress else { return -1 }
            return ring.present.sealing.read { key in
                crypto_aead_xchacha20poly1305_ietf_encrypt(
                    base + start, &length, plain, UInt64(plain.count), bound,
                    UInt64(bound.count), nil, nonce, key)
            }
        }
        guard status == 0, Int(length) == plain.count + Self.sealCount else { throw .library }
        return sealed
    }

    /// What was sealed under a key.
    ///
    /// - Throws: `VaultError` where it was changed or moved.
    func decrypt(_ bytes: [UInt8], boundTo bound: [UInt8], under key: VaultKey) throws(VaultError) -> [UInt8] {
        let head = 1 + Self.nonceCount
        guard bytes.count >= head + Self.sealCount, bytes[0] == Self.version else { throw .unreadable }
        let nonce = Array(bytes[1..<head])
        var plain = [UInt8](repeating: 0, count: bytes.count - head - Self.sealCount)
        var length: UInt64 = 0
        let status = bytes.withUnsafeBufferPointer { source -> Int32 in
            guard let base = source.baseAddress else { return -1 }
            return key.sealing.read { key in
                crypto_aead_xchacha20poly1305_ietf_decrypt(
                    &plain, &length, nil, base + head, UInt64(bytes.count - head), bound,
                    UInt64(bound.count), nonce, key)
            }
        }
        guard status == 0, Int(length) == plain.count else { throw .unreadable }
        return plain
    }

    /// Opens a person.
    ///
    /// - Throws: `VaultError` when the key is not at hand, or the record was changed or moved.
    public func open(_ sealed: SealedPerson, as reference: PersonReference, of office: String) throws(VaultError)
        -> Person
    {
        guard let key = ring.key(sealed.key) else { throw .unknownKey(sealed.key, having: ring.keys.map(\.identity)) }
        guard sealed.bytes.count <= Self.byteLimit else { throw .unreadable }
        var plain = try decrypt(sealed.bytes, boundTo: Self.bound(reference, office, key.identity), under: key)
        defer { for index in plain.indices { plain[index] = 0 } }
        guard let person = PersonBytes.read(plain) else { throw .unreadable }
        return person
    }

    /// The marks of a person in an office, under the present key.
    public func marks(of person: Person, in office: String) throws(VaultError) -> [IdentityMark] {
        try marks(of: person, in: office, under: ring.present)
    }

    /// The marks of a person in an office under every key, to look for what was kept before the last rotation too.
    public func allMarks(of person: Person, in office: String) throws(VaultError) -> [IdentityMark] {
        var marks: [IdentityMark] = []
        for key in ring.keys { marks += try self.marks(of: person, in: office, under: key) }
        return marks
    }

    private func marks(of person: Person, in office: String, under key: VaultKey) throws(VaultError) -> [IdentityMark] {
        guard Sodium.isReady else { throw .library }
        return person.identities.map { identity in
            let text = Array("\(office)\u{0}\(identity)".utf8)
            var hash = [UInt8](repeating: 0, count: 16)
            // It fails only for sizes out of range, and these are fixed.
            _ = key.marking.read { crypto_generichash(&hash, hash.count, text, UInt64(text.count), $0, VaultKey.count) }
            return IdentityMark(text: Hexadecimal.text(hash))
        }
    }

    /// What a seal is bound to besides its content. The parts cannot run into one another: none has a zero byte.
    private static func bound(_ reference: PersonReference, _ office: String, _ key: KeyIdentity) -> [UInt8] {
        Array("gongkai.person/1\u{0}\(reference)\u{0}\(office)\u{0}\(key)".utf8)
    }
}
