import Database
import Ledger
import Service
import Vault

extension Command {
    /// `gongkai key`.
    static let key = Command(
        name: "key", synopsis: "show|rotate [--actor ID --role ROLE] [--data DIR | --database URL]",
        summary: "查看个人信息密钥的编号和使用情况（show），或者更换密钥并重新加密全部个人信息（rotate）",
        englishSummary: "shows the identities of the keys of personal data, or makes a new one and seals all anew",
        options: Installation.options + Permission.options, operands: 1...1
    ) { arguments throws(UsageError) in
        let word = arguments.operands[0]
        guard word == "show" || word == "rotate" else {
            throw UsageError(chinese: "key 之后应写 show 或者 rotate。", english: "Write show or rotate after key.")
        }
        guard let installation = Installation.open(arguments, for: "key") else { return .failed }
        defer { installation.database.close() }
        do {
            let permission = Permission(command: "key")
            let act = word == "show" ? "key.see" : "key.rotate"
            guard try permission.ask(act, arguments, in: installation.ledger) != nil else { return .findings }
            return word == "show" ? try show(installation) : try rotate(installation)
        } catch let error as VaultError {
            StandardStream.complain("key", error.message)
        } catch let error as ServiceError {
            StandardStream.complain("key", error.message)
        } catch let error as DatabaseError {
            StandardStream.complain("key", error.message)
        } catch {
            StandardStream.complain("key", "未能完成。")
        }
        return .failed
    }

    private static func show(_ installation: Installation) throws -> ExitCode {
        let counts = try installation.ledger.persons.countByKey()
        guard let vault = try installation.vault() else {
            StandardStream.output.write("还没有密钥，也没有加密保存的个人信息。第一次启动或者登记申请人时建立。\n")
            return .done
        }
        for (index, key) in vault.ring.keys.enumerated() {
            let count = counts.first { $0.key == key.identity.text }?.count ?? 0
            StandardStream.output.write("\(key.identity)\(index == 0 ? "（现用）" : "")：\(count) 人\n")
        }
        let known = vault.ring.keys.map(\.identity.text)
        let missing = counts.filter { !known.contains($0.key) }
        for count in missing { StandardStream.output.write("\(count.key)（没有找到）：\(count.count) 人，请从备份恢复该密钥\n") }
        return missing.isEmpty ? .done : .findings
    }

    /// The new key is written to the file before anything is sealed with it, and the old ones stay in the file: backups
    /// of the data still need them.
    private static func rotate(_ installation: Installation) throws -> ExitCode {
        var ring: KeyRing
        switch try installation.keySource() {
        case .environment(let given):
            ring = given
            StandardStream.output.write("密钥来自 GONGKAI_KEY：用其中第一个密钥重新加密。需要新密钥的，请先把它写在最前面。\n")
        case .file(let file):
            guard file.exists else {
                guard let vault = try installation.vault(creating: { StandardStream.output.write($0 + "\n") }) else {
                    return .failed
                }
                ring = vault.ring
                break
            }
            ring = try file.read().adding(try VaultKey.random())
            try file.replace(with: ring)
            StandardStream.output.write("已在“\(file.path)”中增加新密钥（编号 \(ring.present.identity)）。请立即另存一份，旧密钥保留以便打开备份。\n")
        case .none:
            StandardStream.complain("key", "没有设置密钥，请用 GONGKAI_KEY_FILE 指明密钥文件。")
            return .failed
        }
        let count = try RotateKey(ledger: installation.ledger, vault: Vault(ring)).run(at: WallClock.now())
        StandardStream.output.write("已重新加密 \(count) 人的个人信息。\n")
        return .done
    }
}
