import Database
import Ledger
import Markup
import Service

extension Command {
    /// `gongkai verify`.
    static let verify = Command(
        name: "verify",
        synopsis: "[--data DIR | --database URL] [--projections] [--anchor] [--head DIGEST] "
            + "[--actor ID --role ROLE] [--format text|json]",
        summary: "检查台账：逐条核对摘要、次序和每日锚点，指出第一处不符",
        englishSummary: "walks the ledger and names the first entry that does not fit",
        options: Installation.options + Permission.options + [
            .flag("--projections", "同时核对由记录推算的各表（期间不能登记）", "compares the tables that follow from the entries too"),
            .flag("--anchor", "检查无误后新建一个锚点，可抄录到台账之外保存", "makes a head over everything once it is found sound"),
            .value("--head", "DIGEST", "核对以前抄录的锚点摘要是否仍在台账中", "looks for a head that was noted down before"),
            .format,
        ]
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let noted = try arguments.value("--head").map { text throws(UsageError) in
            guard let digest = Digest(hex: text) else {
                throw UsageError(
                    chinese: "选项 --head 的值不对：应为 64 位十六进制数字。", english: "--head: 64 hexadecimal digits are needed.")
            }
            return digest
        }
        guard let installation = Installation.open(arguments, for: "verify", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            let permission = Permission(command: "verify")
            guard try permission.ask("ledger.verify", arguments, in: installation.ledger) != nil else {
                return .findings
            }
            let line = PercentLine("检查台账")
            var result = try installation.ledger.verify(projections: arguments.has("--projections")) { line.show($0) }
            line.finish()
            if arguments.has("--anchor"), result.isSound {
                result = result.anchored(by: try installation.ledger.heads.anchor(at: WallClock.now()))
            }
            var isHeadThere: Bool?
            if let noted { isHeadThere = try installation.ledger.heads.list().contains { $0.digest == noted } }
            let answer = VerificationOutput(result: result, isNotedHeadThere: isHeadThere)
            StandardStream.output.write(format == .json ? answer.json : Array(answer.text.utf8))
            return answer.isSound ? .done : .findings
        } catch {
            StandardStream.complain("verify", Permission.message(of: error))
            return .failed
        }
    }

    /// `gongkai rebuild`.
    static let rebuild = Command(
        name: "rebuild", synopsis: "[--data DIR | --database URL] [--actor ID --role ROLE] [--format text|json]",
        summary: "由台账记录重新推算各表；完成之前他人看到的仍是原来的内容，不能登记",
        englishSummary: "makes every table that follows from the entries anew",
        options: Installation.options + Permission.options + [.format]
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        guard let installation = Installation.open(arguments, for: "rebuild", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            let permission = Permission(command: "rebuild")
            guard try permission.ask("ledger.rebuild", arguments, in: installation.ledger) != nil else {
                return .findings
            }
            let line = PercentLine("重新推算")
            let count = try installation.ledger.rebuild { line.show($0) }
            line.finish()
            let tables = Ledger.projectedTables
            switch format {
            case .text: StandardStream.output.write("已由\(count)条记录重新推算\(tables.count)张表。\n")
            case .json:
                var json = JSONWriter()
                json.object { json in
                    json.member("schema", "gongkai.rebuild/1")
                    json.member("entries", count)
                    json.member("tables", tables)
                }
                StandardStream.output.write(json.finish() + [0x0A])
            }
            return .done
        } catch {
            StandardStream.complain("rebuild", Permission.message(of: error))
            return .failed
        }
    }
}
