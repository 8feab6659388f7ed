import Foundation
import TestSupport
import Testing

@Suite("gongkai compile and gongkai rollup")
struct CompileCommandTests {
    /// The demonstration in a folder of its own, loaded once.
    private static let demonstration = Result { () throws -> TemporaryFolder in
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(["demo", "--data", folder.file("")])
        #expect(outcome.status == 0, "\(outcome.error)")
        return folder
    }

    private func run(_ words: String...) throws -> CommandRunner.Outcome {
        let folder = try Self.demonstration.get()
        return try CommandRunner().run(words + ["--data", folder.file("")])
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("a report comes as gongkai.report/1 with every address, by code or by name")
    func report() throws {
        for name in ["xiangzhi", "石狮市祥芝镇人民政府", "祥芝镇人民政府"] {
            let outcome = try run("compile", "--agency", name, "--year", "2020", "--format", "json")
            #expect(outcome.status == 0, "\(outcome.error)")
            let report = try json(outcome.output)
            #expect(report["schema"] as? String == "gongkai.report/1" && report["form"] as? String == "2019")
            let cells = try #require(report["cells"] as? [String: [String: Any]])
            #expect(cells.count == 198 && cells.values.allSatisfy { $0["state"] as? String == "number" })
            #expect(cells["t2_art20_6.administrative_penalty.change_this_year"]?["value"] as? Int == 44)
        }
    }

    @Test("a cell leads to its records, a fact to its own")
    func records() throws {
        let cell = "t3_applications.unable_not_held.total"
        let one = try run("compile", "--agency", "yantai-bigdata", "--year", "2021", "--cell", cell)
        #expect(one.status == 0 && one.output == "申请  2021-1\n\(cell)：共 1 条记录\n")
        let fact = try run(
            "compile", "--agency", "yantai-bigdata", "--year", "2021", "--fact", "items.published.channel.wechat",
            "--format", "json")
        #expect(try json(fact.output)["count"] as? Int == 209)
        let facts = try run("compile", "--agency", "xiangzhi", "--year", "2020", "--facts")
        #expect(facts.status == 0 && facts.output.contains("items.timely_rate"))
    }

    @Test(
        "every format is written, or says plainly why not", arguments: ["text", "html", "csv", "xlsx", "docx", "pdf"])
    func formats(_ format: String) throws {
        let folder = TemporaryFolder()
        let file = folder.file("report.\(format)")
        let outcome = try run(
            "compile", "--agency", "yantai-bigdata", "--year", "2021", "--format", format, "-o", file)
        if format == "pdf", outcome.status == 2 {
            #expect(outcome.error.contains("weasyprint") && outcome.error.contains("docx"))
            #expect(!FileManager.default.fileExists(atPath: file))
        } else {
            #expect(outcome.status == 0, "\(outcome.error)")
            #expect(try Data(contentsOf: URL(filePath: file)).count > 1_000)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("")).count == 1)
        }
    }

    @Test(
        "wrong arguments are named",
        arguments: [
            (["--year", "2020"], 64, "--agency"), (["--agency", "xiangzhi"], 64, "--year"),
            (["--agency", "xiangzhi", "--year", "二〇二〇"], 64, "二〇二〇"),
            (["--agency", "xiangzhi", "--year", "1999"], 64, "2003至2099"),
            (["--agency", "xiangzhi", "--year", "2099"], 2, "2099年还没有到"),
            (["--agency", "xiangzhi", "--year", "2099", "--facts"], 2, "2099年还没有到"),
            (["--agency", "xiangzhi", "--year", "2099", "--fact", "items.published"], 2, "2099年还没有到"),
            (["--agency", "xiangzhi", "--year", "2020", "--form", "2020"], 64, "2020"),
            (["--agency", "xiangzhi", "--year", "2020", "--cell", "t3.x.y"], 64, "t3.x.y"),
            (["--agency", "没有这个局", "--year", "2020"], 2, "没有这个局"),
            (["--agency", "xiangzhi", "--year", "2016"], 2, "2016"),
            (["--agency", "xiangzhi", "--year", "2020", "-o", "/proc/nowhere/x"], 2, "/proc/nowhere/x"),
        ])
    func refusals(_ words: [String], _ status: Int32, _ named: String) throws {
        let folder = try Self.demonstration.get()
        let outcome = try CommandRunner().run(["compile"] + words + ["--data", folder.file("")])
        #expect(outcome.status == status && outcome.error.contains(named), "\(outcome.error)")
    }

    @Test("a year before the register was kept gives no zeros")
    func before() throws {
        let outcome = try run("compile", "--agency", "yantai-bigdata", "--year", "2020", "--format", "json")
        let cells = try #require(try json(outcome.output)["cells"] as? [String: [String: Any]])
        #expect(cells["t3_applications.new_received.total"]?["state"] as? String == "absent")
        #expect(cells["t2_art20_5.administrative_licensing.decisions"]?["state"] as? String == "blank")
    }

    @Test("the year that runs is compiled beforehand, one that has not come is neither compiled nor summed")
    func years() throws {
        let parts = Calendar(identifier: .gregorian).dateComponents(
            in: try #require(TimeZone(secondsFromGMT: 8 * 3_600)), from: Date())
        let year = try #require(parts.year)
        let now = try run("compile", "--agency", "xiangzhi", "--year", "\(year)", "--format", "json")
        #expect(now.status != 2 && now.output.contains("gongkai.report/1"), "\(now.error)")
        for words in [["compile", "--agency"], ["rollup", "--parent"]] {
            // The year may turn between two lines of the test, so the one after next is asked for.
            let later = try CommandRunner().run(
                words + ["xiangzhi", "--year", "\(year + 2)", "--data", try Self.demonstration.get().file("")])
            #expect(later.status == 2 && later.output.isEmpty)
            #expect(later.error.contains("\(year + 2)年还没有到") && later.error.contains("最晚为今年"), "\(later.error)")
        }
    }

    @Test("a table that the ledger cannot fill in another form is not said to be missing from a file")
    func otherForm() throws {
        let outcome = try run("compile", "--agency", "xiangzhi", "--year", "2020", "--form", "2021")
        #expect(!outcome.output.contains("文件中"), "\(outcome.output)")
        #expect(outcome.output.contains("台账中没有可以填入这张表的数"), "\(outcome.output)")
    }

    @Test("a sum over one office is its report")
    func rollup() throws {
        let outcome = try run("rollup", "--parent", "xiangzhi", "--year", "2020", "--scope", "own", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.error)")
        let report = try json(outcome.output)
        let cells = try #require(report["cells"] as? [String: [String: Any]])
        #expect(cells["t2_art20_5.other_external_services.change_this_year"]?["value"] as? Int == 220)
        let unknown = try run("rollup", "--parent", "没有这个市", "--year", "2020")
        #expect(unknown.status == 2 && unknown.error.contains("没有这个市"))
    }
}
