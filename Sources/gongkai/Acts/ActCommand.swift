import Database
import Ledger
import ReaderProcess
import Service
import Vault

extension Command {
    /// `gongkai act`.
    static let act = Command(
        name: "act",
        synopsis:
            "[--agency CODE] [--actor ID --role ROLE] [--file FILE|-] [--each] [--dry-run] [--data DIR | --database URL] "
            + "[--format text|json]",
        summary: "办理一个或者一批事项：读取 JSON（一个对象，或者每行一个），全部登记或者全部不登记",
        englishSummary: "does acts: one JSON object, or one a line; all of them are recorded or none",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称；文件中每行也可以写 agency", "code or name of the office"),
            .value(
                "--actor", "ID", "办理人；每行也可以写 actor；尚未授予角色的可以不写，按本机操作员登记",
                "who acts; the local operator unless told"),
            .value(
                "--role", "ROLE", "办理人的角色，默认是可以办理该事项的角色：\(Role.allCases.map(\.rawValue).joined(separator: "、"))",
                "in which role, the one that may do it unless told"),
            .value("--file", "FILE", "文件，- 或不写表示标准输入", "file of JSON, standard input unless told"),
            .flag(
                "--each", "逐行读取标准输入，每行单独登记，写入磁盘后立即答复一行",
                "records every line of standard input by itself and answers it at once"),
            .flag("--dry-run", "只检查，不登记", "says what would happen and changes nothing"), .format,
        ] + Installation.options
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let caller = PerformActs.Caller(
            agency: arguments.value("--agency"), actor: arguments.value("--actor"), role: arguments.value("--role"))
        if arguments.has("--each") {
            guard arguments.value("--file") ?? "-" == "-" else {
                throw UsageError(chinese: "--each 只读取标准输入，不能与 --file 同用。", english: "--each reads standard input only.")
            }
            return each(arguments, caller, format)
        }
        let limits: ActLimits
        let bytes: [UInt8]
        do throws(SettingError) { limits = try ActLimits.fromEnvironment() } catch {
            StandardStream.complain("act", error.message)
            return .failed
        }
        let file = arguments.value("--file") ?? "-"
        do throws(FileError) {
            bytes = try FileContents.bytes(of: file == "-" ? "/dev/stdin" : file, limit: limits.bytes)
        } catch {
            StandardStream.complain("act", about: error.path, error.message)
            return .failed
        }
        guard let installation = Installation.open(arguments, for: "act") else { return .failed }
        defer { installation.database.close() }
        let isTrial = arguments.has("--dry-run")
        do {
            let acts = try acts(of: installation, isTrial)
            let outcome = try LoadActs(acts, lineLimit: limits.lines).run(
                bytes, by: caller, at: WallClock.now(), isTrial: isTrial)
            let output = ActOutput(outcome: outcome, isTrial: isTrial)
            let isWritten =
                format == .json
                ? StandardStream.output.write(output.document()) : StandardStream.output.write(output.text())
            guard isWritten else { return .failed }
            if case .refused = outcome { return .findings }
            return .done
        } catch {
            return failed(error)
        }
    }

    private static func each(
        _ arguments: Arguments, _ caller: PerformActs.Caller, _ format: AnswerFormat
    ) -> ExitCode {
        guard let installation = Installation.open(arguments, for: "act") else { return .failed }
        defer { installation.database.close() }
        let isTrial = arguments.has("--dry-run")
        do {
            let acts = try acts(of: installation, isTrial)
            return try ActStream(acts: acts, caller: caller, isTrial: isTrial, format: format).run()
        } catch {
            return failed(error)
        }
    }

    private static func acts(of installation: Installation, _ isTrial: Bool) throws -> PerformActs {
        let vault =
            isTrial ? try installation.vault() : try installation.vault { StandardStream.complain("act", $0) }
        var acts = PerformActs(ledger: installation.ledger, calendar: installation.calendar, vault: vault)
        // Children start when the first file comes.
        acts.bodies = try PaperSettings.bodies(ReaderPool(try ReaderSettings.fromEnvironment()))
        return acts
    }

    private static func failed(_ error: any Error) -> ExitCode {
        let message =
            switch error {
            case let error as ServiceError: error.message
            case let error as VaultError: error.message
            case let error as SettingError: error.message
            default: "未能办理：\(error)"
            }
        StandardStream.complain("act", message)
        return .failed
    }
}
