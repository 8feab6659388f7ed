import Database
import Ledger
import Service
import Vault

/// Where the key of personal data comes from.
enum KeySource: Sendable {
    /// From the setting `GONGKAI_KEY`.
    case environment(KeyRing)
    /// From a file, which may not be there yet.
    case file(KeyFile)
    /// Nowhere: a server keeps the data, and no setting names a key.
    case none
}

extension Installation {
    /// Where the key comes from: `GONGKAI_KEY`, `GONGKAI_KEY_FILE`, the file in the data folder.
    func keySource() throws(VaultError) -> KeySource {
        if let text = environmentValue("GONGKAI_KEY"), !text.isEmpty {
            return .environment(try KeyRing(parsing: text, from: "环境变量 GONGKAI_KEY "))
        }
        if let path = environmentValue("GONGKAI_KEY_FILE"), !path.isEmpty { return .file(KeyFile(path)) }
        return folder.map { .file(KeyFile("\($0)/\(KeyFile.name)")) } ?? .none
    }

    /// The vault; nil where there is no key yet and nothing was sealed.
    ///
    /// - Throws: `VaultError` where something was sealed and its key is not at hand, or the key cannot be read.
    func vault() throws(VaultError) -> Vault? {
        switch try keySource() {
        case .environment(let ring): return Vault(ring)
        case .file(let file):
            if file.exists { return Vault(try file.read()) }
        case .none: break
        }
        if let key = try sealedKeys().first { throw .noKey(sealedWith: key) }
        return nil
    }

    /// The vault for a server or a first use: where there is no key and nothing was sealed, one is made.
    ///
    /// - Parameter said: told what was made, and what to do with it.
    func vault(creating said: (String) -> Void) throws(VaultError) -> Vault? {
        if let vault = try vault() { return vault }
        guard case .file(let file) = try keySource() else { return nil }
        let ring = try file.create()
        said("已建立个人信息密钥“\(file.path)”（编号 \(ring.present.identity)）。请立即另存一份，并与数据分开保管：丢失后，加密保存的个人信息无法恢复。")
        return Vault(ring)
    }

    /// The keys that something is sealed with.
    private func sealedKeys() throws(VaultError) -> [KeyIdentity] {
        do throws(DatabaseError) {
            return try (ledger.persons.countByKey().map(\.key) + ledger.sealedPapers.keys()).compactMap {
                KeyIdentity($0)
            }
        } catch {
            // The database says the same, and better, to whoever asks it next.
            return []
        }
    }
}
