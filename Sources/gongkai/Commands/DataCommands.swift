import Database
import Ledger
import ReaderProcess
import Service

extension Command {
    /// `gongkai migrate`.
    static let migrate = Command(
        name: "migrate", synopsis: "[--data DIR | --database URL]",
        summary: "把数据库升级到本程序需要的结构，并按本程序的规则重新核对已收录的年报",
        englishSummary: "brings the database to what this program needs and checks what is kept with its rules",
        options: Installation.options
    ) { arguments throws(UsageError) in
        guard let installation = Installation.open(arguments, for: "migrate") else { return .failed }
        defer { installation.database.close() }
        do throws(ServiceError) {
            let changed = try installation.recheck()
            StandardStream.output.write("数据库结构已是最新。\n")
            if let changed { StandardStream.output.write("已按本程序的规则重新核对，\(changed)份年报的核对结果有变化。\n") }
            return .done
        } catch {
            StandardStream.complain("migrate", error.message)
            return .failed
        }
    }

    /// `gongkai demo`.
    static let demo = Command(
        name: "demo", synopsis: "[--data DIR | --database URL] [--actor ID --role ROLE]",
        summary: "载入演示用的机关、年报和台账；已经有的不重复载入",
        englishSummary:
            "loads the demonstration offices, reports and registers; what is there already is left as it is",
        options: Installation.options + Permission.options
    ) { arguments throws(UsageError) in
        guard let installation = Installation.open(arguments, for: "demo") else { return .failed }
        defer { installation.database.close() }
        guard let list = installation.demonstration(for: "demo"), let pool = DocumentRun.pool(for: "demo") else {
            return .failed
        }
        var failures = 0
        do throws(ServiceError) {
            let permission = Permission(command: "demo")
            guard try permission.ask("demonstration.load", arguments, in: installation.ledger) != nil else {
                return .findings
            }
            try installation.load(list, pool) { entry, outcome in
                if let failure = outcome.failure {
                    failures += 1
                    StandardStream.complain("demo", "\(entry.file)：\(failure)")
                } else {
                    StandardStream.output.write("\(entry.office.fullName.text) \(entry.year)：\(outcome.words)\n")
                }
                return true
            }
            if try !installation.loadDemonstrationActs(pool, { StandardStream.output.write("\($0)\n") }) {
                failures += 1
            }
        } catch {
            StandardStream.complain("demo", error.message)
            return .failed
        }
        return failures == 0 ? .done : .failed
    }
}

extension LoadDemonstration.Outcome {
    /// What was done with a document that was kept.
    fileprivate var words: String {
        switch self {
        case .kept(.newVersion(_)): "已载入"
        case .keptOfNewOffice(_): "已载入，机关此前没有登记，已由系统登记"
        case .kept(.checkedAgain(_)): "已重新核对"
        case .kept(.unchanged(_)): "已有，未变"
        default: ""
        }
    }
}
