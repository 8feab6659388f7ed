import AnnualReport
import CivilTime
import Database
import Disclosure
import DocumentWriting
import Ledger
import ReaderProcess
import Service
import Web

extension Command {
    private static let compileOptions: [ArgumentOption] =
        [
            .value("--agency", "CODE|NAME", "机关的代码或者全称", "code or full name of the office"),
            .value("--year", "YYYY", "报告年度", "the report year"),
            .value("--form", "2019|2021", "所用格式，默认按年度", "the form, that of the year unless told"),
            .value(
                "--format", CompileFormat.allCases.map(\.rawValue).joined(separator: "|"), "输出格式，默认 text",
                "form of the answer, text unless told"),
            .value("--output", short: "-o", "FILE", "写入文件，默认标准输出", "the file to write, standard output unless told"),
            .value("--cell", "ADDRESS", "列出一格背后的记录", "lists the records behind one cell"),
            .value("--fact", "ID", "列出一个叙述数据背后的记录", "lists the records behind one fact"),
            .flag("--facts", "列出可以写进正文的数据", "lists the numbers for the text"),
        ] + Permission.options + Installation.options

    /// `gongkai compile`.
    static let compile = Command(
        name: "compile", synopsis: "--agency CODE|NAME --year YYYY [--cell ADDRESS | --facts] [-o FILE]",
        summary: "由登记台账编制年度报告的各张表，每一格都能查到背后的记录",
        englishSummary: "compiles the tables of an annual report from the ledger, every number with its records",
        options: compileOptions
    ) { arguments throws(UsageError) in
        let name = try arguments.required("--agency")
        let year = try year(of: arguments)
        let form = try form(of: arguments)
        let format = try arguments.choice("--format", default: CompileFormat.text)
        let cell = try arguments.value("--cell").map { text throws(UsageError) in try address(text, form, year) }
        let today = WallClock.now().beijingDay
        if let finding = CompileReport.obstacle(in: year, on: today) { return toCome("compile", finding) }
        guard let installation = Installation.open(arguments, for: "compile", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do throws(ServiceError) {
            guard let office = try installation.office(named: name) else { return unknownOffice("compile", name) }
            let permission = Permission(command: "compile")
            guard try permission.ask("report.compile", arguments, in: installation.ledger, on: office.code) != nil
            else { return .findings }
            let work = CompileReport(ledger: installation.ledger)
            if let cell {
                let records = try work.records(of: cell, name, year: year)
                return list(records, of: cell.description, name, year, format)
            }
            if let fact = arguments.value("--fact") {
                return list(try work.records(ofFact: fact, name, year: year), of: fact, name, year, format)
            }
            switch try work.run(name, year: year, in: form, on: today) {
            case .unknownOffice: return unknownOffice("compile", name)
            case .noForm: return noForm("compile", year)
            case .toCome(let finding): return toCome("compile", finding)
            case .compiled(let answer):
                return tell(answer, format, arguments, installation.resources)
            }
        } catch {
            StandardStream.complain("compile", error.message)
            return .failed
        }
    }

    /// The report year of the arguments.
    static func year(of arguments: Arguments) throws(UsageError) -> ReportYear {
        let text = try arguments.required("--year")
        let years = ReportYear.range
        guard let year = ReportYear(text) else {
            throw UsageError(
                chinese: "选项 --year 的值“\(text)”不对：应为\(years.lowerBound)至\(years.upperBound)之间的四位年份，如 2020。",
                english: "--year: “\(text)” is no year from \(years.lowerBound) to \(years.upperBound).")
        }
        return year
    }

    /// The form asked for; nil for that of the year.
    static func form(of arguments: Arguments) throws(UsageError) -> FormEdition? {
        guard arguments.has("--form") else { return nil }
        return try arguments.choice("--form", default: FormEdition.edition2021)
    }

    private static func address(
        _ text: String, _ form: FormEdition?, _ year: ReportYear
    ) throws(UsageError) -> CellAddress {
        let edition = form ?? FormEdition.prescribed(for: year.number) ?? .edition2021
        guard let address = CellAddress(text), StatutoryForm.of(edition).index(of: address) != nil else {
            throw UsageError(
                chinese: "选项 --cell 的值“\(text)”不是\(edition.rawValue)年格式的单元格地址，如 t3_applications.new_received.total。",
                english: "--cell: “\(text)” is no cell of the form, as t3_applications.new_received.total.")
        }
        return address
    }

    static func unknownOffice(_ command: String, _ name: String) -> ExitCode {
        StandardStream.complain(command, "没有名称或者代码为“\(PlainText.line(name))”的机关，请核对。")
        return .failed
    }

    static func noForm(_ command: String, _ year: ReportYear) -> ExitCode {
        StandardStream.complain(command, "\(year)年还没有法定的年度报告格式（2019年起才有）。可用 --form 指定一种。")
        return .failed
    }

    static func toCome(_ command: String, _ finding: Finding) -> ExitCode {
        StandardStream.complain(command, finding.text)
        return .failed
    }

    private static func list(
        _ records: [RecordName]?, of what: String, _ name: String, _ year: ReportYear, _ format: CompileFormat
    ) -> ExitCode {
        guard let records else { return unknownOffice("compile", name) }
        if format == .json {
            StandardStream.output.write(
                CompileJSON.write(records: records, of: what, agency: name, year: year.number))
        } else {
            StandardStream.output.write(CompileText.records(records, of: PlainText.line(what)))
        }
        return .done
    }

    private static func tell(
        _ answer: CompileReport.Answer, _ format: CompileFormat, _ arguments: Arguments, _ resources: ResourceFolder
    ) -> ExitCode {
        let report = answer.compiled.report
        if arguments.has("--facts") {
            let facts = answer.compiled.facts
            let bytes =
                format == .json
                ? CompileJSON.write(facts: facts, agency: report.agency, year: report.reportYear ?? 0)
                : Array(CompileText.facts(facts, .of(.output)).utf8)
            return OutputFile.write(bytes, arguments, "compile") ? .done : .failed
        }
        guard
            let bytes = bytes(
                report, answer.check, format, resources, command: "compile", json: { CompileJSON.write(answer) })
        else { return .failed }
        guard OutputFile.write(bytes, arguments, "compile", isBinary: format.isBinary) else { return .failed }
        return answer.check.hasErrors ? .findings : .done
    }

    /// A compiled or summed report in a format; nil with the reason said where it cannot be written.
    static func bytes(
        _ report: Report, _ check: CheckResult, _ format: CompileFormat, _ resources: ResourceFolder, command: String,
        json: () -> [UInt8]
    ) -> [UInt8]? {
        switch format {
        case .json: return json()
        case .csv: return CompileText.separated(report)
        case .text:
            let style = TextStyle.of(.output)
            return Array((ReportOutput.compiled(report, style) + CompileText.check(check, style)).utf8)
        case .html:
            let style = (try? resources.text(of: "web/gongkai.css")) ?? ""
            return SingleReportPage.bytes(of: report, check, style: style)
        case .xlsx, .docx, .pdf:
            do {
                return try file(report, format)
            } catch let error as WorkbookError {
                StandardStream.complain(command, error.message)
            } catch let error as DocumentWritingError {
                StandardStream.complain(command, error.message)
            } catch let error as SettingError {
                StandardStream.complain(command, error.message)
            } catch {
                StandardStream.complain(command, "没有写成：\(error)")
            }
            return nil
        }
    }

    /// The report as a file that no terminal shows.
    private static func file(_ report: Report, _ format: CompileFormat) throws -> [UInt8] {
        let today = WallClock.now().utcDay
        if format == .xlsx { return try ReportWorkbook.workbook(of: report, created: today).xlsx() }
        let document = ReportDocument.document(of: report, created: today, emptySection: "（本部分由编制机关撰写。）")
        if format == .docx { return try document.docx() }
        return try PrintPDF.bytes(of: document, try PrintSettings.fromEnvironment())
    }
}
