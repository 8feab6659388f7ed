import CanonicalJSON
import Database
import DatabaseSQLite
import Glibc
import Ledger
import Service

extension Command {
    /// `gongkai backup`.
    static let backup = Command(
        name: "backup",
        synopsis: "[--data DIR] (--to DIR | --check BACKUP) [--actor ID --role ROLE] [--format text|json]",
        summary: "在系统运行时备份数据文件夹，或者检查一份备份是否完整",
        englishSummary: "copies the data folder while it is used, or looks through a backup",
        options: [
            dataFolder, .value("--to", "DIR", "备份放在哪个文件夹，每次备份在其中新建一个子文件夹", "folder that gets a folder a backup"),
            .value("--check", "BACKUP", "只检查这份备份：清单、每个文件的摘要", "only looks through this backup"),
            .format,
        ] + Permission.options
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        if let backup = arguments.value("--check") {
            guard arguments.value("--to") == nil else {
                throw UsageError(chinese: "--to 和 --check 只能用一个。", english: "--to and --check exclude each other.")
            }
            return end("backup") { () throws(BackupFailure) in
                let manifest = try RestoreBackup(backup: backup).checkedManifest()
                say(manifest, in: backup, "备份完整", format)
            }
        }
        let target = try arguments.required("--to")
        if let refusal = serverRefusal(arguments, "备份请用 pg_dump 或 pg_basebackup") {
            StandardStream.complain("backup", refusal)
            return .failed
        }
        guard let isAllowed = mayTouch(folder(arguments), "ledger.back_up", arguments, for: "backup") else {
            return .failed
        }
        guard isAllowed else { return .findings }
        return end("backup") { () throws(BackupFailure) in
            let made = try MakeBackup(folder: folder(arguments), target: target).run(at: WallClock.now())
            say(made.manifest, in: made.folder, "备份完成", format)
        }
    }

    /// `gongkai restore`.
    static let restore = Command(
        name: "restore", synopsis: "BACKUP [--data DIR] [--actor ID --role ROLE] [--format text|json]",
        summary: "把一份备份恢复到空的数据文件夹，恢复前后都做校验",
        englishSummary: "puts a backup into an empty data folder, and verifies it before and after",
        options: [dataFolder, .format] + Permission.options, operands: 1...1
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        if let refusal = serverRefusal(arguments, "恢复请用 pg_restore") {
            StandardStream.complain("restore", refusal)
            return .failed
        }
        let folder = folder(arguments)
        guard let isAllowed = mayTouch(folder, "ledger.restore", arguments, for: "restore") else { return .failed }
        guard isAllowed else { return .findings }
        return end("restore") { () throws(BackupFailure) in
            let manifest = try RestoreBackup(backup: arguments.operands[0]).run(into: folder)
            say(manifest, in: folder, "恢复完成", format)
        }
    }

    private static let dataFolder = ArgumentOption.value(
        "--data", "DIR", "数据文件夹，默认为 GONGKAI_DATA，再默认为 ./var", "folder of the data, ./var unless told")

    private static func folder(_ arguments: Arguments) -> String {
        let configured = environmentValue("GONGKAI_DATA") ?? ""
        let path = arguments.value("--data") ?? (configured.isEmpty ? "./var" : configured)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Whether whoever gave the command may do it with a data folder; nil where that cannot be told, which is said.
    ///
    /// A folder without a database, or with one of an older program, has no roles that this program knows: who may touch
    /// its files may copy them. It is not brought up to date here, since it may be copied for just that reason.
    private static func mayTouch(
        _ folder: String, _ act: String, _ arguments: Arguments, for command: String
    ) -> Bool? {
        do {
            let permission = Permission(command: command)
            let file = "\(folder)/\(Ledger.fileName)"
            guard access(file, F_OK) == 0 else { return try permission.ask(act, arguments, in: nil) != nil }
            let database = try SQLiteDatabase(SQLiteSettings(path: file))
            defer { database.close() }
            let isKnown = try Ledger.missingSteps(in: database) == 0
            let ledger = isKnown ? try Ledger(in: database, now: WallClock.now()) : nil
            return try permission.ask(act, arguments, in: ledger) != nil
        } catch {
            StandardStream.complain(command, Permission.message(of: error))
            return nil
        }
    }

    /// A server's database has tools of its own: what to say where one is set and no folder is named.
    private static func serverRefusal(_ arguments: Arguments, _ remedy: String) -> String? {
        guard arguments.value("--data") == nil, environmentValue("GONGKAI_DATABASE")?.isEmpty == false else {
            return nil
        }
        return "GONGKAI_DATABASE 指定的是数据库服务器。\(remedy)，然后用 gongkai verify 校验，步骤见 docs/operations.md；"
            + "要处理数据文件夹，请写明 --data。"
    }

    private static func end(_ command: String, _ work: () throws(BackupFailure) -> Void) -> ExitCode {
        do throws(BackupFailure) {
            try work()
            return .done
        } catch {
            StandardStream.complain(command, error.message)
            return .failed
        }
    }

    private static func say(_ manifest: BackupManifest, in folder: String, _ what: String, _ format: AnswerFormat) {
        switch format {
        case .json:
            if let bytes = try? CanonicalEncoder.encode(manifest) { StandardStream.output.write(bytes + [0x0A]) }
        case .text:
            let size = manifest.files.reduce(0) { $0 + $1.size }
            var text = "\(what)：\(PlainText.line(folder))\n"
            text += "时间 \(manifest.created)，\(manifest.files.count)个文件，共\(size)字节。\n"
            if let entries = manifest.entries, let heads = manifest.heads {
                text += "台账\(entries)条记录、\(heads.count)个机关，全部通过校验。\n"
            } else {
                text += "数据库的结构比本程序旧，只检查了文件本身；升级（gongkai migrate）后再用 gongkai verify 校验台账。\n"
            }
            if what == "备份完成" { text += "个人信息的密钥不在备份中，请另行妥善保管。\n" }
            StandardStream.output.write(text)
        }
    }
}
