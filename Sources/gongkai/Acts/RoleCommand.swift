import CanonicalJSON
import CivilTime
import Database
import Disclosure
import Ledger
import Service

extension Command {
    /// `gongkai role`.
    static let role = Command(
        name: "role",
        synopsis: "list --agency CODE | grant|revoke --agency CODE --officer ID --granted ROLE --basis TEXT "
            + "[--day DATE] --actor ID [--data DIR | --database URL]",
        summary: "列出一个机关的人员和角色（list），授予（grant）或者取消（revoke）角色；由安全管理员办理",
        englishSummary: "lists the people and roles of an office, grants or revokes a role",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value("--officer", "ID", "人员", "who gets or loses the role"),
            .value("--granted", "ROLE", "角色：\(StaffRole.allCases.map(\.rawValue).joined(separator: "、"))", "the role"),
            .value("--basis", "TEXT", "依据", "on which basis"),
            .value("--day", "DATE", "日期，默认今天", "day, today unless told"),
            .format,
        ] + Permission.options + Installation.options, operands: 1...1
    ) { arguments throws(UsageError) in
        let verbs = ["grant": "office.grant_role", "revoke": "office.revoke_role"]
        let word = arguments.operands[0]
        let format = try arguments.format()
        let agency = try arguments.required("--agency")
        guard let verb = verbs[word] else {
            guard word == "list" else {
                throw UsageError(
                    chinese: "role 之后应写 list、grant 或者 revoke。", english: "Write list, grant or revoke after role.")
            }
            return list(arguments, agency)
        }
        let day = try arguments.day("--day") ?? WallClock.now().beijingDay
        let members: [JSONValue.Member] = [
            .init(name: "day", value: .string(day.description)),
            .init(name: "officer", value: .string(try arguments.required("--officer"))),
            .init(name: "granted", value: .string(try arguments.required("--granted"))),
            .init(name: "basis", value: .string(try arguments.required("--basis"))),
        ]
        let actor = try arguments.required("--actor")
        return run(arguments) { (installation, office) throws in
            let document = ActDocument(verb, on: office.code.text, fields: .object(members))
            let acts = PerformActs(ledger: installation.ledger, calendar: installation.calendar, vault: nil)
            let outcome = try acts.run(
                [document],
                by: .init(agency: office.code.text, actor: actor, role: Role.securityAdministrator.rawValue),
                at: WallClock.now())
            let output = ActOutput(outcome: outcome, isTrial: false)
            StandardStream.output.write(format == .json ? output.document() : Array(output.text().utf8))
            if case .refused = outcome { return .findings }
            return .done
        }
    }

    private static func list(_ arguments: Arguments, _ agency: String) -> ExitCode {
        run(arguments) { (installation, office) throws in
            let permission = Permission(command: "role")
            guard try permission.ask("office.see_roles", arguments, in: installation.ledger) != nil,
                let code = AgencyReference(office.code.text)
            else { return .findings }
            let record = try installation.ledger.entries.state(of: Subject<OfficeAct>(code), office: office.code)?.value
            let today = WallClock.now().beijingDay
            let staff = record?.staff(on: today) ?? []
            if staff.isEmpty { StandardStream.output.write("还没有登记人员。登记：gongkai act（office.join_officer）\n") }
            for one in staff {
                let roles = one.roles(on: today).map(\.chineseText).joined(separator: "、")
                StandardStream.output.write("\(one.officer)  \(PlainText.line(one.name.text))  \(roles)\n")
            }
            return .done
        }
    }

    private static func run(
        _ arguments: Arguments, _ work: (Installation, Office) throws -> ExitCode
    ) -> ExitCode {
        guard let installation = Installation.open(arguments, for: "role") else { return .failed }
        defer { installation.database.close() }
        do {
            let agency = arguments.value("--agency") ?? ""
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("role", "没有名为“\(agency)”的机关，请核对代码或者全称。")
                return .failed
            }
            return try work(installation, office)
        } catch let error as ServiceError {
            StandardStream.complain("role", error.message)
        } catch let error as DatabaseError {
            StandardStream.complain("role", error.message)
        } catch {
            StandardStream.complain("role", "未能完成。")
        }
        return .failed
    }
}
