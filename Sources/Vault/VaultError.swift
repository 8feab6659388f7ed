/// Why personal data cannot be sealed or opened. No text of it says anything about a person.
public struct VaultError: Error, Sendable, Hashable {
    /// What kind of trouble.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// There is no key.
        case noKey = "no_key"
        /// The key file can be read by others.
        case openToOthers = "open_to_others"
        /// The key file cannot be read or written.
        case file
        /// What stands there is no key.
        case format
        /// Sealed with a key that is not at hand.
        case unknownKey = "unknown_key"
        /// Does not open: changed, or moved from another record or office.
        case damaged
        /// The library refused.
        case library
    }

    /// What kind of trouble.
    public let kind: Kind
    /// What is wrong and what to do, in plain Chinese.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// There is no key, though something was sealed.
    public static func noKey(sealedWith id: KeyIdentity) -> VaultError {
        VaultError(
            .noKey,
            "数据库中有加密保存的个人信息（密钥编号 \(id)），但没有找到密钥。数据没有丢失：请从备份恢复密钥文件，或者用 GONGKAI_KEY_FILE、GONGKAI_KEY 指明密钥。"
        )
    }

    static func unknownKey(_ id: KeyIdentity, having ids: [KeyIdentity]) -> VaultError {
        let known = ids.map(\.text).joined(separator: "、")
        return VaultError(
            .unknownKey,
            "这条个人信息用编号为 \(id) 的密钥加密，现有的密钥是 \(known)。数据没有丢失：请从备份恢复原来的密钥文件后再试。")
    }

    /// A record that was changed or moved.
    public static let unreadable = VaultError(
        .damaged, "这条个人信息不能解密：内容被改动过，或者是从别的记录、别的机关移来的。请从备份恢复，并运行 gongkai verify 核验台账。")
    static let library = VaultError(.library, "加密组件 libsodium 不能工作，请检查它是否完整安装。")
}
