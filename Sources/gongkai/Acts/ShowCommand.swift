import CivilTime
import Database
import Disclosure
import Ledger
import Markup
import Service

extension Command {
    /// `gongkai show`.
    static let show = Command(
        name: "show",
        synopsis: "request|item|appeal NUMBER --agency CODE [--actor ID --role ROLE] [--data DIR | --database URL] "
            + "[--format text|json]",
        summary: "查看一件申请、信息或者案件：办理状态、经过、期限的算法、接下来可以办理的事项",
        englishSummary:
            "shows a case: where it stands, what was done, its clock with the arithmetic, what can be done next",
        options: [.value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"), .format]
            + Permission.options + Installation.options, operands: 2...2
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let agency = try arguments.required("--agency")
        let kinds = [SubjectKind.request, .item, .appeal]
        guard let kind = kinds.first(where: { $0.rawValue == arguments.operands[0] }) else {
            throw UsageError(
                chinese: "show 之后应写 request、item 或者 appeal。", english: "Write request, item or appeal after show.")
        }
        guard let installation = Installation.open(arguments, for: "show", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("show", "没有名为“\(agency)”的机关，请核对代码或者全称。")
                return .failed
            }
            let permission = Permission(command: "show")
            guard try permission.ask("case.see", arguments, in: installation.ledger, on: office.code) != nil else {
                return .findings
            }
            // A request is named as its office counts it, or as its applicant was told.
            var name = arguments.operands[1]
            if kind == .request, let told = CaseKey(typed: name) {
                guard told.office == office.code else {
                    StandardStream.complain(
                        "show", "登记号 \(name) 不是“\(office.fullName.text)”的，请核对编号和机关。")
                    return .failed
                }
                name = told.request.description
            }
            let subject = SubjectKey(kind: kind, name: name)
            let case_ = try ShowCase(ledger: installation.ledger, calendar: installation.calendar).run(
                subject, of: office.code, on: WallClock.now().beijingDay)
            guard let view = case_ else {
                StandardStream.complain("show", "没有登记 \(subject.name)，请核对编号和机关。")
                return .failed
            }
            let isWritten =
                format == .json
                ? StandardStream.output.write(CaseOutput(view: view).document())
                : StandardStream.output.write(CaseOutput(view: view).text())
            return isWritten ? .done : .failed
        } catch let error as ServiceError {
            StandardStream.complain("show", error.message)
        } catch let error as DatabaseError {
            StandardStream.complain("show", error.message)
        } catch {
            StandardStream.complain("show", "未能查看。")
        }
        return .failed
    }
}
