import Database
import Disclosure
import Ledger
import ReaderProcess
import Service

extension Command {
    /// `gongkai paper`.
    static let paper = Command(
        name: "paper",
        synopsis: "add --agency CODE --actor ID --role ROLE [--text FILE|-] [--file FILE]… | show REFERENCE "
            + "[--data DIR | --database URL] [--format text|json]",
        summary: "保存信息的正文和附件并给出编号（add），或者查看已保存的（show）",
        englishSummary: "keeps the text and the files of an item and prints their reference, or shows what is kept",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value("--actor", "ID", "办理人", "who hands it in"), .value("--role", "ROLE", "办理人的角色", "in which role"),
            .value("--text", "FILE", "正文（UTF-8，CommonMark 标记），- 表示标准输入", "the text, UTF-8 with CommonMark"),
            .value("--file", "FILE", repeats: true, "附件，可多次", "a file; may repeat"), .format,
        ] + Installation.options, operands: 1...2
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        switch (arguments.operands[0], arguments.operands.count) {
        case ("add", 1):
            let names = (
                try arguments.required("--agency"), try arguments.required("--actor"), try arguments.required("--role")
            )
            guard arguments.has("--text") || arguments.has("--file") else {
                throw UsageError(chinese: "请用 --text 写明正文，或者用 --file 附文件。", english: "Give --text or --file.")
            }
            return add(names, arguments, format)
        case ("show", 2):
            guard let reference = PaperReference(arguments.operands[1]) else {
                throw UsageError(chinese: "“\(arguments.operands[1])”不是编号。", english: "That is no reference.")
            }
            return show(reference, arguments, format)
        default:
            throw UsageError(chinese: "paper 之后应写 add，或者 show 和编号。", english: "Write add, or show and a reference.")
        }
    }

    private static func add(
        _ names: (agency: String, actor: String, role: String), _ arguments: Arguments, _ format: AnswerFormat
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
            guard let office = try installation.ledger.offices.office(named: names.agency) else {
                StandardStream.complain("paper", "没有名为“\(PlainText.line(names.agency))”的机关，请核对代码或者全称。")
                return .failed
            }
            let officer: OfficerReference = try Reference(parsing: names.actor, field: "actor")
            let actor = Actor(officer, as: try Role(parsing: names.role), of: office.code)
            let keep = KeepPaper(
                ledger: installation.ledger, prepare: PreparePaper(reader: pool, limits: limits))
            return write(
                try keep.run(text ?? "", files: files, by: actor, for: office.code, at: WallClock.now()), format)
        } catch let refusal as Refusal {
            return write(.refused(refusal.findings), format)
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
        _ reference: PaperReference, _ arguments: Arguments, _ format: AnswerFormat
    ) -> ExitCode {
        guard let installation = Installation.open(arguments, for: "paper", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do throws(DatabaseError) {
            guard let paper = try installation.ledger.papers.paper(reference) else {
                StandardStream.complain("paper", "没有编号为“\(reference)”的正文和附件。")
                return .failed
            }
            guard format == .text else { return written(PaperOutput.json(paper, isWhole: true)) }
            return written(Array((paper.text + "\n" + PaperOutput.files(paper)).utf8))
        } catch {
            StandardStream.complain("paper", error.message)
            return .failed
        }
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
