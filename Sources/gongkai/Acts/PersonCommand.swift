import CivilTime
import Database
import Disclosure
import Ledger
import Markup
import Service
import Vault

extension Command {
    /// `gongkai person`.
    static let person = Command(
        name: "person",
        synopsis: "show|paper REFERENCE --agency CODE [--actor ID --role ROLE] [--reason TEXT] [--field NAME]… "
            + "[-o FILE] | expire [--trial] [--actor ID --role ROLE] [--data DIR | --database URL] [--format text|json]",
        summary: "查看申请人等的个人信息（show）或者其提交的材料（paper）：写明理由的，登记后显示；不写理由的，只显示遮盖后的内容；"
            + "或者删除保存期限已经届满的个人信息（expire）",
        englishSummary: "shows what is known of a person, or a paper they handed in: in full and recorded with a "
            + "reason, masked without; or erases the persons whose time of retention is over",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value(
                "--actor", "ID", "查看人；尚未授予角色的，只看遮盖后的内容可以不写",
                "who looks; may be left out without a reason, before roles are granted"),
            .value("--role", "ROLE", "查看人的角色，默认是可以查看的角色", "in which role, the one that may look unless told"),
            .value("--reason", "TEXT", "查看的理由，登记在台账中", "why, which is recorded"),
            .value(
                "--field", "NAME", repeats: true,
                "只看某一项，可多次：\(PersonField.allCases.map(\.rawValue).joined(separator: "、"))", "one field only; may repeat"
            ),
            .flag("--trial", "只列出将要删除的人数，不删除", "erases nothing and says how many it would be"), .format,
            .value("--output", short: "-o", "FILE", "材料写入的文件，默认为标准输出", "where the paper goes"),
        ] + Installation.options, operands: 1...2
    ) { arguments throws(UsageError) in
        if arguments.operands == ["expire"] { return expire(arguments, try arguments.format()) }
        guard arguments.operands.count == 2, ["show", "paper"].contains(arguments.operands[0]) else {
            throw UsageError(
                chinese: "person 之后应写 show 或者 paper 和编号，或者 expire。登记和删除一人请用 gongkai act。",
                english: "Write show or paper and a reference, or expire, after person.")
        }
        let isPaper = arguments.operands[0] == "paper"
        if isPaper { _ = try arguments.required("--reason") }
        var fields: [PersonField] = []
        for name in arguments.values("--field") {
            guard let field = PersonField(rawValue: name) else {
                throw UsageError(chinese: "没有名为“\(name)”的个人信息项目。", english: "There is no field “\(name)”.")
            }
            fields.append(field)
        }
        let format = try arguments.format()
        let agency = try arguments.required("--agency")
        guard let installation = Installation.open(arguments, for: "person") else { return .failed }
        defer { installation.database.close() }
        do {
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("person", "没有名为“\(agency)”的机关，请核对代码或者全称。")
                return .failed
            }
            let act = arguments.value("--reason") == nil ? "case.see" : "person.see"
            let answer = try AskPolicy(ledger: installation.ledger).run(
                act, by: .init(actor: arguments.value("--actor"), role: arguments.value("--role")), on: office.code,
                at: WallClock.now())
            guard case .allowed(let permit) = answer else {
                if case .refused(let findings) = answer {
                    return PersonOutput(outcome: .refused(findings)).write(format)
                }
                return .failed
            }
            let offices = try installation.ledger.offices.list()
            let setting = ActSetting(
                calendar: installation.calendar, policy: Policy(OfficeHierarchy(offices)),
                vault: try installation.vault())
            if isPaper { return try paper(arguments, office.code, permit.actor, installation, setting) }
            let reference: PersonReference = try Reference(parsing: arguments.operands[1], field: "person")
            let outcome = try SeePerson(ledger: installation.ledger, setting: setting).run(
                reference, of: office.code, fields: fields, reasons: arguments.value("--reason"),
                by: permit.actor, at: WallClock.now())
            return PersonOutput(outcome: outcome).write(format)
        } catch let refusal as Refusal {
            return PersonOutput(outcome: .refused(refusal.findings)).write(format)
        } catch let error as ServiceError {
            StandardStream.complain("person", error.message)
        } catch let error as VaultError {
            StandardStream.complain("person", error.message)
        } catch let error as DatabaseError {
            StandardStream.complain("person", error.message)
        } catch {
            StandardStream.complain("person", "未能查看。")
        }
        return .failed
    }

    /// Opens a paper that an applicant handed in.
    private static func paper(
        _ arguments: Arguments, _ office: AgencyCode, _ actor: Actor, _ installation: Installation,
        _ setting: ActSetting
    ) throws -> ExitCode {
        let reference: PaperReference = try Reference(parsing: arguments.operands[1], field: "paper")
        let outcome = try SeePaper(ledger: installation.ledger, setting: setting).run(
            reference, of: office, reasons: arguments.value("--reason") ?? "", by: actor, at: WallClock.now())
        switch outcome {
        case .refused(let findings): return PersonOutput(outcome: .refused(findings)).write(try arguments.format())
        case .seen(_, let bytes):
            return OutputFile.write(bytes, arguments, "person", isBinary: true) ? .done : .failed
        }
    }
}
