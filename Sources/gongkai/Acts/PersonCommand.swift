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
        synopsis: "show|paper REFERENCE --agency CODE --actor ID --role ROLE [--reason TEXT] [--field NAME]… [-o FILE] "
            + "[--data DIR | --database URL] [--format text|json]",
        summary: "查看申请人等的个人信息（show）或者其提交的材料（paper）：写明理由的，登记后显示；不写理由的，只显示遮盖后的内容",
        englishSummary:
            "shows what is known of a person, or a paper they handed in: in full and recorded with a reason",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value("--actor", "ID", "查看人", "who looks"), .value("--role", "ROLE", "查看人的角色", "in which role"),
            .value("--reason", "TEXT", "查看的理由，登记在台账中", "why, which is recorded"),
            .value(
                "--field", "NAME", repeats: true,
                "只看某一项，可多次：\(PersonField.allCases.map(\.rawValue).joined(separator: "、"))", "one field only; may repeat"
            ),
            .format,
            .value("--output", short: "-o", "FILE", "材料写入的文件，默认为标准输出", "where the paper goes"),
        ] + Installation.options, operands: 2...2
    ) { arguments throws(UsageError) in
        guard ["show", "paper"].contains(arguments.operands[0]) else {
            throw UsageError(
                chinese: "person 之后应写 show 或者 paper。登记和删除请用 gongkai act。",
                english: "Write show or paper after person.")
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
        let (agency, name, role) = (
            try arguments.required("--agency"), try arguments.required("--actor"), try arguments.required("--role")
        )
        guard let installation = Installation.open(arguments, for: "person") else { return .failed }
        defer { installation.database.close() }
        do {
            let officer: OfficerReference = try Reference(parsing: name, field: "actor")
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("person", "没有名为“\(agency)”的机关，请核对代码或者全称。")
                return .failed
            }
            let offices = try installation.ledger.offices.list()
            let setting = ActSetting(
                calendar: installation.calendar, policy: Policy(OfficeHierarchy(offices)),
                vault: try installation.vault())
            let actor = Actor(officer, as: try Role(parsing: role), of: office.code)
            if isPaper { return try paper(arguments, office.code, actor, installation, setting) }
            let reference: PersonReference = try Reference(parsing: arguments.operands[1], field: "person")
            let outcome = try SeePerson(ledger: installation.ledger, setting: setting).run(
                reference, of: office.code, fields: fields, reasons: arguments.value("--reason"),
                by: actor, at: WallClock.now())
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
