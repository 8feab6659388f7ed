import CivilTime
import Database
import Disclosure
import Ledger
import Markup
import ReaderProcess
import Service

extension Command {
    /// `gongkai handover`.
    static let handover = Command(
        name: "handover",
        synopsis: "due --agency CODE | pack NUMBER --agency CODE -o FILE.zip [--actor ID --role ROLE]",
        summary: "列出待移交国家档案馆、公共图书馆的信息（due），或者把一批移交打包：交接文据、目录、正文、附件和清单（pack）",
        englishSummary: "lists what is to be handed over to archives and library, or packs a batch with its papers",
        options: [
            .value("--agency", "CODE", "机关的代码或者全称", "code or name of the office"),
            .value("--output", short: "-o", "FILE.zip", "写到哪个文件", "the file to write"),
            .flag("--overwrite", "覆盖已有的文件", "replaces a file that exists"), .format,
        ] + Permission.options + Installation.options, operands: 1...2
    ) { arguments throws(UsageError) in
        let agency = try arguments.required("--agency")
        let format = try arguments.format()
        var number: HandoverNumber?
        switch (arguments.operands[0], arguments.operands.count) {
        case ("due", 1): break
        case ("pack", 2):
            number = HandoverNumber(arguments.operands[1])
            guard number != nil else {
                throw UsageError(
                    chinese: "“\(PlainText.line(arguments.operands[1]))”不是交接文据的编号，应如 2025-3。",
                    english: "That is no number of a batch, as 2025-3.")
            }
            _ = try arguments.required("--output")
        default:
            throw UsageError(chinese: "handover 之后应写 due，或者 pack 和编号。", english: "Write due, or pack and a number.")
        }
        guard let installation = Installation.open(arguments, for: "handover", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            guard let office = try installation.office(named: agency) else {
                StandardStream.complain("handover", "没有名为“\(PlainText.line(agency))”的机关，请核对代码或者全称。")
                return .failed
            }
            guard
                try Permission(command: "handover").ask(
                    "register.export", arguments, in: installation.ledger, on: office.code) != nil
            else { return .findings }
            guard let number else { return try due(office, installation, format) }
            return try pack(number, office, installation, arguments)
        } catch let error as FileError {
            StandardStream.complain("handover", about: error.path, error.message)
        } catch let error as SettingError {
            StandardStream.complain("handover", error.message)
        } catch {
            StandardStream.complain("handover", Permission.message(of: error))
        }
        return .failed
    }

    private static func pack(
        _ number: HandoverNumber, _ office: Office, _ installation: Installation, _ arguments: Arguments
    ) throws -> ExitCode {
        let path = try arguments.required("--output")
        let isFree = arguments.has("--overwrite")
        try OutputFile.check(path, overwrites: isFree)
        let limit =
            try NumberSetting(name: "GONGKAI_HANDOVER_MAX_BYTES", range: 1...(4 << 30), isBytes: true)
            .value(in: environmentValue) ?? PackHandover.standardByteLimit
        let work = PackHandover(ledger: installation.ledger, byteLimit: limit)
        switch try work.run(number, of: office, today: WallClock.now().beijingDay) {
        case .packed(let bytes):
            try OutputFile.write(bytes, to: path, overwrites: isFree)
            StandardStream.output.write("已打包交接文据\(number.chineseText)：\(PlainText.line(path))\n")
            return .done
        case .refused(let findings):
            for finding in findings { StandardStream.complain("handover", finding.text) }
            return .findings
        }
    }

    private static func due(
        _ office: Office, _ installation: Installation, _ format: AnswerFormat
    ) throws -> ExitCode {
        var schedule: HandoverSchedule?
        if let text = environmentValue("GONGKAI_HANDOVER_DAYS"), !text.isEmpty {
            let days = text.split(separator: ",").map { Int($0.filter { $0 != " " }) ?? 0 }
            schedule = HandoverSchedule(days)
            guard schedule != nil else {
                throw SettingError(
                    name: "GONGKAI_HANDOVER_DAYS", message: "设置 GONGKAI_HANDOVER_DAYS 的值不对：应如 5,20，每个为 1 至 28。")
            }
        }
        let view = try ListHandovers(ledger: installation.ledger, calendar: installation.calendar)
            .run(office.code, today: WallClock.now().beijingDay, schedule: schedule)
        return StandardStream.output.write(format == .json ? json(view) : Array(text(view).utf8)) ? .done : .failed
    }

    private static func text(_ view: ListHandovers.View) -> String {
        var text = ""
        for day in view.missing { text += "\(day.chineseText)应移交，没有登记移交，也没有零报告。\n" }
        if view.due.isEmpty {
            text += "没有待移交的信息。当期没有的，登记零报告：handover.prepare，不写 items。\n"
        } else {
            text += "待移交的信息\(view.due.count)件：\n"
            for item in view.due {
                let day = item.published.map(\.description) ?? ""
                text += "  \(item.item)  \(day)  \(PlainText.line(item.title.text))\n"
            }
        }
        if view.isCut { text += "只查看了最近公开的 \(ListHandovers.limit) 件。\n" }
        if let last = view.batches.first(where: { !$0.isVoided }) {
            let halls = (last.archives == nil ? ["国家档案馆"] : []) + (last.library == nil ? ["公共图书馆"] : [])
            let missing = last.items == 0 || halls.isEmpty ? "" : "，\(halls.joined(separator: "、"))尚未签收"
            text += "最近一批：\(last.number.chineseText)，\(last.prepared)，\(last.items)件\(missing)\n"
        }
        return text
    }

    private static func json(_ view: ListHandovers.View) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.handovers/1")
            json.array("due") { json in
                for item in view.due {
                    json.object { json in
                        json.member("item", item.item.text)
                        json.member("title", item.title.text)
                        json.member("published", item.published?.description)
                    }
                }
            }
            json.array("missing_days") { json in for day in view.missing { json.string(day.description) } }
            json.array("batches") { json in
                for batch in view.batches {
                    json.object { json in
                        json.member("number", batch.number.description)
                        json.member("prepared", batch.prepared.description)
                        json.member("items", batch.items)
                        json.member("archives", batch.archives?.description)
                        json.member("library", batch.library?.description)
                        json.member("voided", batch.isVoided)
                    }
                }
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }
}
