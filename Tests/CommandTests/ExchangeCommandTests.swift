import Foundation
import TestSupport
import Testing

@Suite("Registers in and out on the command line")
struct ExchangeCommandTests {
    static let agency = "测试市测试局"

    /// A data folder with one office that has nothing yet.
    private func withOffice(_ body: (_ run: ([String]) throws -> CommandRunner.Outcome, URL) throws -> Void) throws {
        let folder = TemporaryFolder()
        let runner = try CommandRunner()
        let seed = try folder.write(
            """
            {"schema":"gongkai.ledger/1","type":"ledger"}
            {"code":"test","full_name":"\(Self.agency)","type":"office"}
            {"entries":0,"heads":0,"offices":1,"type":"end"}

            """, to: "seed.jsonl")
        let data = ["--data", folder.file("data")]
        let made = try runner.run(["import", "ledger", seed.path] + data)
        #expect(made.status == 0, "\(made.error)")
        try body({ try runner.run($0 + data) }, folder.url)
    }

    private func register(_ rows: [String], in folder: URL, named name: String = "台账.xlsx") throws -> String {
        var book = XlsxBuilder()
        let head = ["测试局台账", "登记号|收到日期|申请人|申请人类型|申请渠道|申请内容|答复日期|办理结果"]
        let lines = (head + rows).enumerated().map { row, line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { column, text in
                let letter = String(UnicodeScalar(UInt8(65 + column)))
                return "<c r=\"\(letter)\(row + 1)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }
        book.add("2023", rows: lines.joined())
        let file = folder.appending(path: name)
        try Data(book.bytes()).write(to: file)
        return file.path
    }

    private func batch(_ output: String) throws -> String {
        let rest = try #require(output.components(separatedBy: "导入编号 ").dropFirst().first)
        return String(rest.prefix { $0 != "。" })
    }

    @Test("a register is looked at, written, refused a second time, undone and written again")
    func lifeOfAnImport() throws {
        try withOffice { run, folder in
            let file = try register(
                ["1|2023-5-6|张三|自然人|当面|测试路批复|2023-5-20|予以公开", "2|2023年6月5日|李四|自然人|网上|测试项目环评||"], in: folder)
            let words = ["import", "requests", file, "--agency", Self.agency, "--opaque"]
            let look = try run(words)
            #expect(look.status == 0 && look.output.contains("可以导入2件") && look.output.contains("预览"), "\(look)")
            let written = try run(words + ["--apply"])
            #expect(written.status == 0 && written.output.contains("已写入台账"), "\(written)")
            let again = try run(words + ["--apply"])
            #expect(again.status == 1 && again.output.contains("A3") && again.output.contains("已有这个登记号"), "\(again)")
            let undone = try run(
                ["undo", try batch(written.output), "--agency", "test", "--reason", "列对错了"])
            #expect(undone.status == 0 && undone.output.contains("2件作废"), "\(undone)")
            let twice = try run(["undo", try batch(written.output), "--agency", "test", "--reason", "列对错了"])
            #expect(twice.status == 2 && twice.error.contains("已经撤销"))
            let third = try run(words + ["--apply"])
            #expect(third.status == 0 && third.output.contains("已写入台账"), "\(third)")
        }
    }

    @Test("one faulty cell keeps the whole register out, unless its row is skipped")
    func allOrNothing() throws {
        try withOffice { run, folder in
            let file = try register(
                ["1|2023-5-6|张三|自然人|当面|测试路批复|2023-5-20|予以公开", "2|2023-2-30|李四|自然人|当面|测试项目|2023-6-20|不予公开"], in: folder)
            let words = ["import", "requests", file, "--agency", "test", "--apply", "--opaque"]
            let refused = try run(words)
            #expect(refused.status == 1 && refused.output.contains("没有写入任何记录"))
            #expect(
                refused.output.contains("工作表“2023” B4") && refused.output.contains("工作表“2023” H4"), "\(refused.output)")
            let skipped = try run(words + ["--skip-bad-rows", "--format", "json"])
            #expect(skipped.status == 1)
            let answer = try #require(
                try JSONSerialization.jsonObject(with: Data(skipped.output.utf8)) as? [String: Any])
            #expect(answer["schema"] as? String == "gongkai.import/1")
            #expect(answer["good"] as? Int == 1 && answer["applied"] as? Bool == true)
            let problems = answer["problems"] as? [[String: Any]] ?? []
            #expect(problems.contains { $0["cell"] as? String == "B4" && $0["severity"] as? String == "error" })
        }
    }

    @Test("an exported ledger read into an empty place is the same ledger, and a changed one is refused")
    func ledgerRoundTrip() throws {
        try withOffice { run, folder in
            let file = try register(["1|2023-5-6|张三|自然人|当面|测试路批复|2023-5-20|予以公开"], in: folder)
            #expect(try run(["import", "requests", file, "--agency", "test", "--apply", "--opaque"]).status == 0)
            let out = folder.appending(path: "a.jsonl").path
            let exported = try run(["export", "--agency", "test", "--to", out, "--format", "jsonl"])
            #expect(exported.status == 0, "\(exported.error)")
            let text = try String(contentsOfFile: out, encoding: .utf8)
            #expect(text.contains("exchange.imported") && text.contains("exchange.exported") && !text.contains("张三"))
            let runner = try CommandRunner()
            let second = ["--data", folder.appending(path: "second").path]
            let read = try runner.run(["import", "ledger", out] + second)
            #expect(read.status == 0 && read.output.contains("校验值全部相符"), "\(read.error)")
            let back = folder.appending(path: "b.jsonl").path
            #expect(try runner.run(["export", "--to", back, "--format", "jsonl"] + second).status == 0)
            func entries(_ path: String) throws -> [Substring] {
                try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
                    $0.contains("\"type\":\"entry\"")
                }
            }
            let before = try entries(out)
            let after = try entries(back)
            #expect(before.count >= 5 && Array(after.prefix(before.count)) == before)
            let full = try runner.run(["import", "ledger", out] + second)
            #expect(full.status == 2 && full.error.contains("已有"))
            for (from, to) in [("测试路批复", "测试路批文"), ("\"type\":\"end\"", "\"type\":\"ende\"")] {
                let changed = folder.appending(path: "c.jsonl")
                try text.replacingOccurrences(of: from, with: to).write(to: changed, atomically: true, encoding: .utf8)
                let third = ["--data", folder.appending(path: "third").path]
                #expect(try runner.run(["import", "ledger", changed.path] + third).status == 2, "\(from)")
            }
        }
    }

    @Test("records are handed out as a workbook and as lists, and nothing is overwritten unasked")
    func formats() throws {
        try withOffice { run, folder in
            let file = try register(["1|2023-5-6|张三|自然人|当面|=1+1|2023-5-20|予以公开"], in: folder)
            #expect(try run(["import", "requests", file, "--agency", "test", "--apply", "--opaque"]).status == 0)
            let place = folder.appending(path: "out")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            #expect(try run(["export", "--agency", "test", "--to", place.path]).status == 0)
            #expect(try run(["export", "--agency", "test", "--to", place.path, "--format", "csv"]).status == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
            #expect(names.count == 7 && names.filter { $0.hasSuffix(".csv") }.count == 6, "\(names)")
            let list = try #require(names.first { $0.hasSuffix("requests.csv") })
            let text = try String(contentsOf: place.appending(path: list), encoding: .utf8)
            #expect(text.contains("2023-1") && text.contains("'=1+1") && !text.contains("张三"))
            let again = try run(["export", "--agency", "test", "--to", place.path])
            #expect(again.status == 2 && again.error.contains("已经存在"))
            let attributes = try FileManager.default.attributesOfItem(atPath: place.appending(path: list).path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a register in csv is taken over like a workbook, names sealed, and shown masked only")
    func separated() throws {
        try withOffice { run, folder in
            let head = "登记号,收到日期,申请人,申请人类型,申请渠道,申请内容,答复日期,办理结果\r\n"
            let file = folder.appending(path: "台账.csv")
            try Data((head + "1,2023-5-6,张三丰,自然人,当面,测试路批复,2023-2-30,予以公开\r\n").utf8).write(to: file)
            let words = ["import", "requests", file.path, "--agency", "test"]
            let look = try run(words)
            #expect(look.status == 1 && look.output.contains("台账.csv” G2"), "\(look)")
            try Data((head + "1,2023-5-6,张三丰,自然人,当面,测试路批复,2023-5-20,予以公开\r\n").utf8).write(to: file)
            let keyless = try run(words + ["--apply"])
            #expect(keyless.status == 2 && keyless.error.contains("--opaque"))
            let key = folder.appending(path: "data/gongkai.key")
            try Data((String(repeating: "5a", count: 32) + "\n").utf8).write(to: key)
            #expect(chmod(key.path, 0o600) == 0)
            let written = try run(words + ["--apply"])
            #expect(written.status == 0 && written.output.contains("加密保存"), "\(written)")
            #expect(try run(["export", "--agency", "test", "--to", folder.path, "--format", "csv"]).status == 0)
            let lists = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
            let texts = try lists.filter { $0.hasPrefix("test-") }.map {
                try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
            }
            #expect(texts.count == 6 && texts.contains { $0.contains("张*") })
            #expect(texts.allSatisfy { !$0.contains("张三丰") })
        }
    }

    @Test("wrong words, files and offices get a clear answer")
    func refusals() throws {
        try withOffice { run, folder in
            let file = try register(["1|2023-5-6|张三|自然人|当面|测试"], in: folder)
            let text = folder.appending(path: "a.txt")
            try Data("不是工作簿".utf8).write(to: text)
            #expect(try run(["import", "people", file]).status == 64)
            #expect(try run(["import", "requests", file]).status == 64)
            #expect(try run(["export"]).status == 64)
            #expect(try run(["export", "template", "people", "-o", "x"]).status == 64)
            #expect(try run(["import", "requests", file, "--agency", "没有的局"]).error.contains("没有机关"))
            let picture = folder.appending(path: "a.xlsx")
            try Data([0x89, 0x50, 0x4E, 0x47]).write(to: picture)
            #expect(try run(["import", "requests", picture.path, "--agency", "test"]).error.contains("不是 xlsx 工作簿"))
            #expect(try run(["import", "requests", text.path, "--agency", "test"]).status == 1)
            #expect(try run(["import", "requests", "/nowhere.xlsx", "--agency", "test"]).status == 2)
            #expect(try run(["import", "ledger", text.path]).status == 2)
            #expect(try run(["undo", "imp-1", "--agency", "test", "--reason", "无"]).status == 2)
        }
    }

    @Test("the templates are made, and an empty one has nothing to import")
    func templates() throws {
        try withOffice { run, folder in
            for kind in ["requests", "items"] {
                let file = folder.appending(path: "\(kind).xlsx").path
                let made = try run(["export", "template", kind, "-o", file])
                #expect(made.status == 0, "\(made.error)")
                let empty = try run(["import", kind, file, "--agency", "test"])
                #expect(empty.status == 1 && empty.output.contains("没有可以导入的行"), "\(empty)")
            }
        }
    }
}
