import Database
import Disclosure
import Ledger
import ReaderProcess
import Service

extension Command {
    /// `gongkai paper`.
    static let paper = Command(
        name: "paper",
        synopsis:
            "add --agency CODE [--text FILE|-] [--file FILE]… | show REFERENCE --agency CODE [--actor ID --role ROLE] "
            + "[--data DIR | --database URL] [--format text|json]",
        summary: "保存信息的正文和附件并给出编号（add），或者查看已保存的（show）",
        englishSummary: "keeps the text and the files of an item and prints their reference, or shows what is kept",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value("--text", "FILE", "正文（UTF-8，CommonMark 标记），- 表示标准输入", "the text, UTF-8 with CommonMark"),
            .value("--file", "FILE", repeats: true, "附件，可多次", "a file; may repeat"), .format,
        ] + Permission.options + Installation.options, operands: 1...2
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        switch (arguments.operands[0], arguments.operands.count) {
        case ("add", 1):
            let agency = try arguments.required("--agency")
            guard arguments.has("--text") || arguments.has("--file") else {
                throw UsageError(chinese: "请用 --text 写明正文，或者用 --file 附文件。", english: "Give --text or --file.")
            }
            return add(agency, arguments, format)
        case ("show", 2):
            guard let reference = PaperReference(arguments.operands[1]) else {
                throw UsageError(chinese: "“\(arguments.operands[1])”不是编号。", english: "That is no reference.")
            }
            return show(reference, of: try arguments.required("--agency"), arguments, format)
        default:
            throw UsageError(chinese: "paper 之后应写 add，或者 show 和编号。", english: "Write add, or show and a reference.")
        }
    }

    private static func add(
        _ agency: String, _ arguments: Arguments, _ format: AnswerFormat
    ) -> ExitCode {
        guard let pool = DocumentRun.pool(for: "paper"),
            let installation = Installation.open(arguments, for: "paper")
        else { return .failed }
        defer { installation.database.close() }
        do {
            let limits = try PaperSettings.limits()
            let text = try arguments.value("--text").map { path throws(FileError) in
                try FileContents.text(of: path == "-" ? "/dev/stdin" : path, limit: 64 << 20)
            }
            var files: [PreparePaper.File] = []
            for path in arguments.values("--file") { files.append(try PaperSettings.file(path, limits)) }
            guard let office = try known(agency, installation) else { return .failed }
            guard
                let permit = try Permission(command: "paper").ask(
                    KeepPaper.act, arguments, in: installation.ledger, on: office.code)
            else { return .findings }
            let keep = KeepPaper(
                ledger: installation.ledger, prepare: PreparePaper(reader: pool, limits: limits))
            return write(
                try keep.run(text ?? "", files: files, by: permit.actor, for: office.code, at: WallClock.now()), format)
        } catch let error as SettingError {
            StandardStream.complain("paper", error.message)
        } catch let error as FileError {
            StandardStream.complain("paper", about: error.path, error.message)
        } catch let error as ServiceError {
            StandardStream.complain("paper", error.message)
        } catch let error as DatabaseError {
            StandardStream.complain("paper", error.message)
        } catch {
            StandardStream.complain("paper", "未能保存。")
        }
        return .failed
    }

    private static func show(
        _ reference: PaperReference, of agency: String, _ arguments: Arguments, _ format: AnswerFormat
    ) -> ExitCode {
        guard let installation = Installation.open(arguments, for: "paper", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            guard let office = try known(agency, installation) else { return .failed }
            let permission = Permission(command: "paper")
            guard try permission.ask("paper.see", arguments, in: installation.ledger, on: office.code) != nil else {
                return .findings
            }
            guard let paper = try installation.ledger.papers.paper(reference) else {
                StandardStream.complain("paper", "没有编号为“\(reference)”的正文和附件。")
                return .failed
            }
            guard format == .text else { return written(PaperOutput.json(paper, isWhole: true)) }
            return written(Array((paper.text + "\n" + PaperOutput.files(paper)).utf8))
        } catch {
            StandardStream.complain("paper", Permission.message(of: error))
            return .failed
        }
    }

    private static func known(_ agency: String, _ installation: Installation) throws(ServiceError) -> Office? {
        let office = try installation.office(named: agency)
        if office == nil {
            StandardStream.complain("paper", "没有名为“\(PlainText.line(agency))”的机关，请核对代码或者全称。")
        }
        return office
    }

    private static func write(_ outcome: KeepPaper.Outcome, _ format: AnswerFormat) -> ExitCode {
        switch (outcome, format) {
        case (.kept(let paper), .json): return written(PaperOutput.json(paper, isWhole: false))
        case (.kept(let paper), .text):
            return written(Array("\(paper.reference.text)\n\(PaperOutput.files(paper))".utf8))
        case (.refused(let findings), _):
            let problem = PerformActs.Problem(place: 1, act: KeepPaper.act, subject: nil, findings: findings)
            let output = ActOutput(outcome: .refused([problem]), isTrial: false)
            let bytes = format == .json ? output.document() : Array(output.text().utf8)
            return StandardStream.output.write(bytes) ? .findings : .failed
        }
    }

    private static func written(_ bytes: [UInt8]) -> ExitCode { StandardStream.output.write(bytes) ? .done : .failed }
}
