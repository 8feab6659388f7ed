import CivilTime
import Database
import Disclosure
import DocumentReading
import Ledger
import LedgerExchange
import ReaderProcess
import Service
import Vault

extension Command {
    /// `gongkai import`.
    static let importing = Command(
        name: "import",
        synopsis:
            "requests|items FILE.xlsx|FILE.csv --agency CODE [--mapping FILE] [--apply [--skip-bad-rows]] [--opaque] "
            + "[--actor ID --role ROLE] | ledger FILE.jsonl",
        summary: "导入机关原有的申请台账、信息台账（xlsx、csv），默认只预览；或者把导出的台账（jsonl）原样导入到空的数据文件夹",
        englishSummary: "takes over an office's own registers, only looking unless told to write; "
            + "or reads an exported ledger into an empty place",
        options: Installation.options + [
            .value("--agency", "CODE", "机关代码或者全称", "the office, by code or full name"),
            .value("--mapping", "FILE", "映射文件：写明台账的表头和用语", "what the office says about its headings and words"),
            .flag("--apply", "写入台账；不写时只预览", "writes; without it the register is only looked at"),
            .flag("--skip-bad-rows", "跳过有错误的行，写入其余各行；不写时有一处错误就全部不写入", "leaves out faulty lines and writes the others"),
            .flag(
                "--opaque", "不保存申请人的姓名，只以代号登记", "keeps no names of applicants, only opaque references"),
            .value("--officer", "ID", "同 --actor", "the same as --actor"), .format,
        ] + Permission.options, operands: 2...2
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let path = arguments.operands[1]
        if arguments.operands[0] == "ledger" { return restore(path, arguments) }
        guard let content = ImportRecord.Content(rawValue: arguments.operands[0]) else {
            throw UsageError(
                chinese: "“\(arguments.operands[0])”不能导入：可用的是 requests、items、ledger。",
                english: "“\(arguments.operands[0])” is none of requests, items, ledger.")
        }
        let agency = try arguments.required("--agency")
        guard let pool = DocumentRun.pool(for: "import") else { return .failed }
        let mapping: ImportMapping
        let bytes: [UInt8]
        do throws(FileError) {
            mapping = try Self.mapping(arguments.value("--mapping"), content)
            bytes = try FileContents.bytes(of: path, limit: pool.settings.limits.fileBytes)
        } catch {
            StandardStream.complain("import", about: error.path, error.message)
            return .failed
        }
        guard let installation = Installation.open(arguments, for: "import") else { return .failed }
        defer { installation.database.close() }
        do {
            let calendar = try CalendarFile.load()
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("import", "没有机关“\(agency)”。请核对机关代码或者全称，或者先登记该机关。")
                return .failed
            }
            let permit = try Permission(command: "import").ask(
                "register.import", arguments, in: installation.ledger, on: office.code)
            guard let permit else { return .findings }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            var order = ImportRegister.Order(
                content, fileName: name, bytes: bytes, office: office.code, mapping: mapping, actor: permit.recorded,
                isApplied: arguments.has("--apply"), skipsBadLines: arguments.has("--skip-bad-rows"))
            if content == .requests, !arguments.has("--opaque") {
                order.vault = try installation.vault()
                guard order.vault != nil || !order.isApplied else {
                    StandardStream.complain(
                        "import",
                        "没有个人信息密钥，申请人的姓名不能加密保存，没有写入任何记录。请先用 ./run 或者 gongkai serve 启动一次以建立密钥，"
                            + "或者设置 GONGKAI_KEY_FILE；只以代号登记、不保存姓名的，加 --opaque。")
                    return .failed
                }
            }
            let now = WallClock.now()
            let answer = try ImportRegister(ledger: installation.ledger, reader: pool, calendar: calendar)
                .run(order, today: now.beijingDay, at: now)
            let output = ImportOutput(answer: answer, order: order, office: office)
            if format == .json { output.json() } else { output.text() }
            return answer.hasErrors ? .findings : .done
        } catch let error as ServiceError {
            StandardStream.complain("import", about: path, error.message)
        } catch let error as VaultError {
            StandardStream.complain("import", error.message)
        } catch let error as FileError {
            StandardStream.complain("import", about: error.path, error.message)
        } catch {
            StandardStream.complain("import", "\(error)")
        }
        return .failed
    }

    /// `gongkai undo`.
    static let undo = Command(
        name: "undo", synopsis: "ID --agency CODE --reason TEXT [--actor ID --role ROLE] [--data DIR | --database URL]",
        summary: "撤销一次导入：导入的事项作废，另记一条记录，原有记录不删除",
        englishSummary: "undoes an import: what it brought in becomes void, by entries of its own",
        options: Installation.options + [
            .value("--agency", "CODE", "机关代码或者全称", "the office, by code or full name"),
            .value("--reason", "TEXT", "撤销的理由", "why"),
            .value("--officer", "ID", "同 --actor", "the same as --actor"),
        ] + Permission.options, operands: 1...1
    ) { arguments throws(UsageError) in
        let agency = try arguments.required("--agency")
        guard let batch = BatchReference(arguments.operands[0]) else {
            throw UsageError(
                chinese: "“\(arguments.operands[0])”不是导入的编号，应是 imp-20260115-0a1b2c3d 的样子。",
                english: "“\(arguments.operands[0])” is not the name of an import.")
        }
        let why = try arguments.required("--reason")
        let reasons: Statement
        do throws(Refusal) {
            reasons = try Statement(parsing: why, field: "reason")
        } catch {
            throw UsageError(
                chinese: "选项 --reason：\(error.findings.first?.text ?? "")", english: "--reason: not a usable text.")
        }
        guard let installation = Installation.open(arguments, for: "undo", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            guard let office = try installation.ledger.offices.office(named: agency) else {
                StandardStream.complain("undo", "没有机关“\(agency)”。请核对机关代码或者全称。")
                return .failed
            }
            let permit = try Permission(command: "undo").ask(
                "register.undo", arguments, in: installation.ledger, on: office.code)
            guard let permit else { return .findings }
            let now = WallClock.now()
            switch try UndoImport(ledger: installation.ledger)
                .run(batch, of: office.code, reasons: reasons, by: permit.recorded, today: now.beijingDay, at: now)
            {
            case .undone(let count):
                StandardStream.output.write("已撤销导入 \(batch)：\(count)件作废，原有记录保留。\n")
                return .done
            case .refused(let findings):
                // Nothing was looked at for its own sake: the work asked for could not be done.
                for finding in findings.prefix(20) { StandardStream.complain("undo", finding.text) }
                return .failed
            }
        } catch let error as ServiceError {
            StandardStream.complain("undo", error.message)
        } catch {
            StandardStream.complain("undo", "\(error)")
        }
        return .failed
    }

    private static func mapping(_ path: String?, _ content: ImportRecord.Content) throws(FileError) -> ImportMapping {
        guard let path else { return ImportMapping() }
        let text = try FileContents.text(of: path, limit: ImportMapping.limit)
        let fields =
            content == .requests ? RequestField.allCases.map(\.heading) : ItemField.allCases.map(\.heading)
        do throws(ImportMapping.Fault) {
            return try ImportMapping(parsing: text, fields: fields)
        } catch {
            throw FileError(path: path, message: error.message)
        }
    }

    /// The most bytes of an exported ledger that is read in one piece.
    private static let copyLimit = 2 << 30

    private static func restore(_ path: String, _ arguments: Arguments) -> ExitCode {
        do {
            let copy = try LedgerCopy(parsing: try FileContents.bytes(of: path, limit: copyLimit))
            guard let installation = Installation.open(arguments, for: "import") else { return .failed }
            defer { installation.database.close() }
            let permission = Permission(command: "import")
            guard try permission.ask("ledger.restore", arguments, in: installation.ledger) != nil else {
                return .findings
            }
            if let refusal = try installation.ledger.copies.restore(copy, at: WallClock.now()) {
                StandardStream.complain("import", about: path, refusal.message)
                return .failed
            }
            StandardStream.output.write(
                "已导入 \(copy.offices.count) 个机关的 \(copy.entries.count) 条记录，校验值全部相符。\n")
            return .done
        } catch let error as LedgerCopy.Fault {
            let place = error.line.map { "第 \($0) 行：" } ?? ""
            StandardStream.complain("import", about: path, place + error.message)
        } catch let error as FileError {
            StandardStream.complain("import", about: error.path, error.message)
        } catch {
            StandardStream.complain("import", "\(error)")
        }
        return .failed
    }
}
