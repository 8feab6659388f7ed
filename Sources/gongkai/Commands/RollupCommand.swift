import AnnualReport
import Database
import Ledger
import Service

extension Command {
    private static let rollupOptions: [ArgumentOption] =
        [
            .value("--parent", "CODE|NAME", "上级机关的代码或者全称", "code or full name of the government"),
            .value("--year", "YYYY", "报告年度", "the report year"),
            .value(
                "--scope", "own|with-subordinates", "汇总范围：本级（own）或者含下级，默认含下级",
                "its own level, or with all offices below, which is the default"),
            .value("--form", "2019|2021", "所用格式，默认按年度", "the form, that of the year unless told"),
            .value(
                "--format", CompileFormat.allCases.map(\.rawValue).joined(separator: "|"), "输出格式，默认 text",
                "form of the answer, text unless told"),
            .value("--output", short: "-o", "FILE", "写入文件，默认标准输出", "the file to write, standard output unless told"),
            .flag(
                "--partial", "缺少机关的数时，仍填写其余机关之和", "prints sums that leave out offices that give no number"),
        ] + Permission.options + Installation.options

    /// `gongkai rollup`.
    static let rollup = Command(
        name: "rollup", synopsis: "--parent CODE|NAME --year YYYY [--scope own|with-subordinates] [-o FILE]",
        summary: "把各机关的年度报告汇总成政府的年度报告，列明缺少的机关",
        englishSummary: "sums the reports of a government's offices and names those that are missing",
        options: rollupOptions
    ) { arguments throws(UsageError) in
        let name = try arguments.required("--parent")
        let year = try year(of: arguments)
        let form = try form(of: arguments)
        let scope = try arguments.choice("--scope", default: Rollup.Scope.withSubordinates)
        let format = try arguments.choice("--format", default: CompileFormat.text)
        guard let installation = Installation.open(arguments, for: "rollup", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do throws(ServiceError) {
            guard let office = try installation.office(named: name) else { return unknownOffice("rollup", name) }
            let permission = Permission(command: "rollup")
            guard try permission.ask("report.roll_up", arguments, in: installation.ledger, on: office.code) != nil
            else { return .findings }
            let outcome = try RollUpReports(ledger: installation.ledger)
                .run(
                    name, year: year, scope: scope, in: form, showingPartial: arguments.has("--partial"),
                    on: WallClock.now().beijingDay)
            switch outcome {
            case .unknownOffice: return unknownOffice("rollup", name)
            case .noForm: return noForm("rollup", year)
            case .toCome(let finding): return toCome("rollup", finding)
            case .summed(let rollup, let check, let members):
                guard
                    let bytes = bytes(
                        rollup.report, check, format, installation.resources, command: "rollup",
                        json: {
                            CompileJSON.write(
                                rollup, check, scope: scope, members: members.map(\.fullName.text))
                        }),
                    OutputFile.write(bytes, arguments, "rollup", isBinary: format.isBinary)
                else { return .failed }
                // Who is missing is an error of the sum, whatever the rules say of the rest.
                return check.hasErrors || !rollup.report.notes.isEmpty ? .findings : .done
            }
        } catch {
            StandardStream.complain("rollup", error.message)
            return .failed
        }
    }
}
