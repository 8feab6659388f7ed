import CivilTime
import Database
import Disclosure
import Ledger
import Markup
import Service

extension Command {
    /// `gongkai office`.
    static let office = Command(
        name: "office",
        synopsis: "list | add --agency CODE --name NAME [--short NAME] [--region TEXT] [--parent CODE] [--since DATE] "
            + "[--actor ID --role ROLE] "
            + "[--data DIR | --database URL] [--format text|json]",
        summary: "列出机关（list），或者登记、修改一个机关（add）",
        englishSummary: "lists the offices, or keeps one with its particulars",
        options: [
            .value("--agency", "CODE", "机关代码", "code of the office"),
            .value("--name", "NAME", "机关全称", "full name"), .value("--short", "NAME", "简称", "short name"),
            .value("--region", "TEXT", "所在地区", "place"), .value("--parent", "CODE", "上级机关代码", "office above"),
            .value("--since", "DATE", "设立日期", "first day"), .format,
        ] + Permission.options + Installation.options, operands: 1...1
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        switch arguments.operands[0] {
        case "list":
            guard let installation = Installation.open(arguments, for: "office") else { return .failed }
            defer { installation.database.close() }
            return list(installation, format)
        case "add":
            let office = try office(arguments)
            guard let installation = Installation.open(arguments, for: "office") else { return .failed }
            defer { installation.database.close() }
            return add(office, arguments, installation)
        default: throw UsageError(chinese: "office 之后应写 list 或者 add。", english: "Write list or add after office.")
        }
    }

    private static func office(_ arguments: Arguments) throws(UsageError) -> Office {
        func line(_ name: String) throws(UsageError) -> PlainLine? {
            guard let text = arguments.value(name) else { return nil }
            guard let line = PlainLine(text) else {
                throw UsageError(chinese: "选项 \(name) 的值为空、过长或者不是一行。", english: "\(name): not one line of text.")
            }
            return line
        }
        func code(_ name: String) throws(UsageError) -> AgencyCode? {
            guard let text = arguments.value(name) else { return nil }
            guard let code = AgencyCode(text) else {
                throw UsageError(
                    chinese: "选项 \(name) 的值“\(text)”不是机关代码：应为 1 至 32 个字母、数字和横线。",
                    english: "\(name): “\(text)” is no code: 1 to 32 letters, digits, dashes.")
            }
            return code
        }
        _ = try arguments.required("--agency")
        _ = try arguments.required("--name")
        guard let own = try code("--agency"), let name = try line("--name") else {
            throw UsageError(chinese: "缺少选项 --agency 或者 --name。", english: "--agency and --name are required.")
        }
        return Office(
            code: own, fullName: name, shortName: try line("--short"), region: try line("--region"),
            parent: try code("--parent"), since: try arguments.day("--since"))
    }

    private static func add(
        _ office: Office, _ arguments: Arguments, _ installation: Installation
    ) -> ExitCode {
        do throws(ServiceError) {
            let keep = KeepOffice(
                PerformActs(ledger: installation.ledger, calendar: installation.calendar, vault: nil))
            let permission = Permission(command: "office")
            guard let permit = try permission.ask("office.found", arguments, in: installation.ledger) else {
                return .findings
            }
            switch try keep.run(office, by: permit.caller, at: WallClock.now()) {
            case .recorded:
                StandardStream.output.write("已登记：\(office.fullName.text)（\(office.code)）\n")
                return .done
            case .refused(let problems):
                for finding in problems.flatMap(\.findings) {
                    StandardStream.output.write("没有登记：\(finding.text)\n")
                }
                return .findings
            }
        } catch {
            StandardStream.complain("office", error.message)
            return .failed
        }
    }

    private static func list(_ installation: Installation, _ format: AnswerFormat) -> ExitCode {
        do throws(DatabaseError) {
            let offices = try installation.ledger.offices.list()
            guard format == .json else {
                var text = offices.isEmpty ? "还没有登记机关。登记：gongkai office add --agency CODE --name NAME\n" : ""
                for office in offices {
                    let parent = office.parent.map { "，上级 \($0)" } ?? ""
                    text += "\(office.code)  \(PlainText.line(office.fullName.text))\(parent)\n"
                }
                return StandardStream.output.write(text) ? .done : .failed
            }
            var json = JSONWriter()
            json.object { json in
                json.member("schema", "gongkai.offices/1")
                json.array("offices") { json in
                    for office in offices {
                        json.object { json in
                            json.member("code", office.code.text)
                            json.member("name", office.fullName.text)
                            json.member("parent", office.parent?.text)
                            json.member("since", office.since?.description)
                            json.member("until", office.until?.description)
                        }
                    }
                }
            }
            return StandardStream.output.write(json.finish() + [UInt8(ascii: "\n")]) ? .done : .failed
        } catch {
            StandardStream.complain("office", error.message)
            return .failed
        }
    }
}
