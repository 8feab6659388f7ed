import CivilTime
import Database
import Disclosure
import DocumentWriting
import Ledger
import LedgerExchange
import Service

extension Command {
    /// `gongkai export`.
    static let export = Command(
        name: "export",
        synopsis:
            "[--agency CODE] --to DIR|FILE [--format xlsx|csv|jsonl] [--actor ID --role ROLE] | template requests|items -o FILE.xlsx",
        summary: "导出一个机关（不写机关时为全部机关）的全部记录；或者生成导入用的台账模板",
        englishSummary: "hands out every record of an office, or of all; or makes a template of a register",
        options: Installation.options + [
            .value("--agency", "CODE", "机关代码或者全称；不写时为全部机关", "the office, by code or full name; all unless told"),
            .value("--to", "DIR|FILE", "写到哪里；csv 每个表一个文件，须是文件夹", "where to; csv needs a folder"),
            .value(
                "--format", "xlsx|csv|jsonl", "格式，默认 xlsx；jsonl 可以原样导入到另一处",
                "form, xlsx unless told; jsonl can be read into another place"),
            .value("--output", short: "-o", "FILE", "模板写到哪个文件", "the file of the template"),
            .value("--officer", "ID", "同 --actor", "the same as --actor"),
            .flag("--overwrite", "覆盖已有的文件", "replaces files that exist"),
        ] + Permission.options, operands: 0...2
    ) { arguments throws(UsageError) in
        if let first = arguments.operands.first { return try template(first, arguments) }
        let format = try arguments.choice("--format", default: ExportFormat.xlsx)
        let target = try arguments.required("--to")
        let isFolder = OutputFile.isFolder(target)
        if format == .csv, !isFolder {
            throw UsageError(
                chinese: "csv 每个表一个文件，--to 须是已有的文件夹。", english: "csv is a file a list: --to must be a folder.")
        }
        guard let installation = Installation.open(arguments, for: "export", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            var office: Office?
            if let agency = arguments.value("--agency") {
                office = try installation.ledger.offices.office(named: agency)
                guard office != nil else {
                    StandardStream.complain("export", "没有机关“\(agency)”。请核对机关代码或者全称。")
                    return .failed
                }
            }
            let act = office == nil ? "ledger.export" : "register.export"
            let permit = try Permission(command: "export").ask(
                act, arguments, in: installation.ledger, on: office?.code)
            guard let permit else { return .findings }
            let now = WallClock.now()
            let name = "\(office?.code.text ?? "all")-\(now.beijingDay)"
            let place = isFolder ? "\(target)/\(name).\(format.rawValue)" : target
            let isFree = arguments.has("--overwrite")
            // Before anything is written down in the ledger.
            if format != .csv { try OutputFile.check(place, overwrites: isFree) }
            let copy = try ExportLedger(ledger: installation.ledger)
                .run(office?.code, format: format.rawValue, by: permit.recorded, today: now.beijingDay, at: now)
            let names = MaskedNames(ledger: installation.ledger, vault: try? installation.vault())
            func tables() throws(ServiceError) -> OfficeTables {
                try OfficeTables(copy) { (office, person) throws(ServiceError) in try names.name(of: person, in: office)
                }
            }
            var written: [String] = []
            switch format {
            case .jsonl:
                try OutputFile.write(copy.bytes(), to: place, overwrites: isFree)
                written = [place]
            case .xlsx:
                let title = "\(office?.fullName.text ?? "全部机关")政府信息公开台账"
                let book = try tables().workbook(title: title, created: now.beijingDay)
                try OutputFile.write(try book.xlsx(), to: place, overwrites: isFree)
                written = [place]
            case .csv:
                for table in try tables().tables {
                    let file = "\(target)/\(name)-\(table.fileName).csv"
                    try OutputFile.write(SeparatedText.bytes(of: table.rows), to: file, overwrites: isFree)
                    written.append(file)
                }
            }
            StandardStream.output.write(
                "已导出 \(copy.entries.count) 条记录：\(written.map(PlainText.line).joined(separator: "、"))\n")
            if format == .jsonl, let part = copy.part, copy.heads.isEmpty {
                StandardStream.output.write(
                    "其中是机关 \(part.office) 一家的记录，可以用 gongkai import ledger 原样导入到另一处；"
                        + "每日锚点涉及其他机关，不在其中，导入时另做一个。\n")
            }
            return .done
        } catch let error as ServiceError {
            StandardStream.complain("export", error.message)
        } catch let error as WorkbookError {
            StandardStream.complain("export", error.message)
        } catch let error as FileError {
            StandardStream.complain("export", about: error.path, error.message)
        } catch {
            StandardStream.complain("export", "\(error)")
        }
        return .failed
    }

    private static func template(_ word: String, _ arguments: Arguments) throws(UsageError) -> ExitCode {
        let kind = arguments.operands.count == 2 ? ImportRecord.Content(rawValue: arguments.operands[1]) : nil
        guard word == "template", let kind else {
            throw UsageError(
                chinese: "应写成 gongkai export template requests 或者 gongkai export template items。",
                english: "It is gongkai export template requests, or … items.")
        }
        let path = try arguments.required("--output")
        let today = WallClock.now().beijingDay
        let book =
            kind == .requests ? RegisterTemplate.requests(created: today) : RegisterTemplate.items(created: today)
        do {
            try OutputFile.write(try book.xlsx(), to: path, overwrites: arguments.has("--overwrite"))
            StandardStream.output.write("模板已生成：\(PlainText.line(path))\n")
            return .done
        } catch let error as FileError {
            StandardStream.complain("export", about: error.path, error.message)
        } catch let error as WorkbookError {
            StandardStream.complain("export", error.message)
        } catch {
            StandardStream.complain("export", "\(error)")
        }
        return .failed
    }
}
