/// The keys of an installation: the first seals, the others still open what was sealed before.
public struct KeyRing: Sendable, CustomStringConvertible {
    /// The keys; never empty, each once.
    public let keys: [VaultKey]
    /// The most keys that are kept at a time.
    public static let limit = 32

    /// Keys, the present one first; nil when there is none or too many.
    public init?(_ keys: [VaultKey]) {
        var seen: Set<KeyIdentity> = []
        let distinct = keys.filter { seen.insert($0.identity).inserted }
        guard (1...Self.limit).contains(distinct.count) else { return nil }
        self.keys = distinct
    }

    /// Keys as the key file and the setting write them: 64 hexadecimal digits each, parted by commas or lines; what
    /// follows `#` in a line is a remark.
    ///
    /// - Throws: `VaultError` naming the place, never quoting what stands there.
    public init(parsing text: String, from source: String) throws(VaultError) {
        var keys: [VaultKey] = []
        var place = 0
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split { $0 == "," || $0 == " " || $0 == "\t" }
            for word in words {
                place += 1
                guard let key = try VaultKey(hexadecimal: word) else {
                    throw VaultError(
                        .format, "\(source)中第 \(place) 个密钥的格式不对：应为 64 个十六进制数字。请从备份恢复原来的密钥，不要新建。")
                }
                keys.append(key)
            }
        }
        guard let ring = KeyRing(keys) else {
            throw VaultError(.format, "\(source)中没有密钥，或者多于 \(Self.limit) 个。请从备份恢复原来的密钥，不要新建。")
        }
        self = ring
    }

    /// The key that seals.
    public var present: VaultKey { keys[0] }
    /// The ring with a new key before the others.
    ///
    /// - Throws: `VaultError` when there are too many already.
    public func adding(_ key: VaultKey) throws(VaultError) -> KeyRing {
        guard let ring = KeyRing([key] + keys) else {
            throw VaultError(.format, "密钥已有 \(Self.limit) 个，不能再增加。请先从密钥文件中删去不再使用的旧密钥。")
        }
        return ring
    }

    func key(_ identity: KeyIdentity) -> VaultKey? { keys.first { $0.identity == identity } }

    /// As the key file keeps it.
    var fileText: String {
        var text = "# Gongkai: the keys of personal data, the present one first. Keep a copy apart from the data.\n"
        text += "# 公开：个人信息的密钥，第一个为现用密钥。请与数据分开另存一份；丢失后加密的个人信息无法恢复。\n"
        for key in keys { text += "\(key.hexadecimal) # \(key.identity)\n" }
        return text
    }

    /// The identities, never the keys.
    public var description: String { keys.map(\.description).joined(separator: ", ") }
}
