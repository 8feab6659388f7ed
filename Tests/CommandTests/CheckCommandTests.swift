import Foundation
import TestSupport
import Testing

@Suite("gongkai check")
struct CheckCommandTests {
    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    @Test("a report with mistakes ends with 1 and an object that lists them")
    func json() throws {
        let outcome = try gongkai.run(["check", DemoDocuments.withMistakes, "--format", "json"])
        #expect(outcome.status == 1)
        let objects = try DemoDocuments.objects(outcome.output)
        #expect(objects.count == 1)
        #expect(objects.first?["schema"] as? String == "gongkai.check/1")
        let summary = try #require(objects.first?["summary"] as? [String: Int])
        let findings = try #require(objects.first?["findings"] as? [[String: Any]])
        #expect(summary["fail"] == findings.count { $0["outcome"] as? String == "fail" })
        #expect(findings.contains { $0["rule"] as? String == "T4_SUM_REVIEW" })
    }

    @Test("text for people marks the wrong cell in an excerpt and says how to mend it")
    func text() throws {
        let outcome = try gongkai.run(["check", DemoDocuments.withMistakes])
        #expect(outcome.status == 1)
        for words in ["测试市示例局  2021 年度", "[错误] T4_SUM_REVIEW", "▶3◀", "改法：", "位置："] {
            #expect(outcome.output.contains(words), "\(words)")
        }
    }

    @Test("a report without mistakes ends with 0 and says so")
    func clean() throws {
        let outcome = try gongkai.run(["check", DemoDocuments.text])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("没有发现不一致之处。"))
    }

    @Test("a folder is a table of offices with the worst first, what could not be read, and totals")
    func folder() throws {
        try DemoDocuments.inScratch { scratch in
            for path in [DemoDocuments.text, DemoDocuments.withMistakes] {
                let copy = scratch.appending(path: (path as NSString).lastPathComponent)
                try FileManager.default.copyItem(atPath: path, toPath: copy.path)
            }
            try Data("会议通知\n明天上午开会。\n".utf8).write(to: scratch.appending(path: "notice.txt"))
            let outcome = try gongkai.run(["check", scratch.path])
            #expect(outcome.status == 1)
            #expect(outcome.error.isEmpty)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.first?.hasPrefix("机关") == true)
            #expect(lines.dropFirst().first?.hasPrefix("测试市示例局") == true)
            #expect(outcome.output.contains("没有读成的文件 1 份"))
            #expect(outcome.output.contains("共 3 份：读成 2 份，其中 1 份有错误"))
            #expect(!outcome.output.contains("T4_SUM_REVIEW"))

            let details = try gongkai.run(["check", scratch.path, "--details"])
            #expect(details.output.contains("T4_SUM_REVIEW"))
            let json = try DemoDocuments.objects(
                try gongkai.run(["check", scratch.path, "--format", "json"]).output)
            #expect(
                json.map { $0["schema"] as? String } == ["gongkai.error/1", "gongkai.check/1", "gongkai.check/1"])
        }
    }

    @Test("reports of one office for two years running are compared, in whatever order they come")
    func years() throws {
        try DemoDocuments.inScratch { scratch in
            let text = try String(contentsOfFile: DemoDocuments.text, encoding: .utf8)
            let next = text.replacingOccurrences(of: "2019年", with: "2020年")
            try Data(next.utf8).write(to: scratch.appending(path: "a.txt"))
            try Data(text.utf8).write(to: scratch.appending(path: "b.txt"))
            func previous(_ environment: [String: String] = [:]) throws -> [String?] {
                let outcome = try gongkai.run(["check", scratch.path, "--format", "json"], environment: environment)
                return try DemoDocuments.objects(outcome.output).map {
                    ($0["report"] as? [String: Any])?["previous"] as? String
                }
            }
            #expect(try previous() == ["b.txt", nil])
            // What lies beyond the most documents that are held back is not looked at.
            #expect(try previous(["GONGKAI_READ_MAX_FILES": "1"]) == [nil, nil])

            let table = try gongkai.run(["check", scratch.path, "--details"])
            #expect(table.output.contains("对照：上一年报告 b.txt"))
            #expect(table.output.contains("1 份与上一年的报告作了对照"))
            #expect(table.output.contains("COPIED_TEXT"))

            // A second report of that year that says the same changes nothing; one that says something else does.
            try Data(text.utf8).write(to: scratch.appending(path: "c.txt"))
            #expect(try previous() == ["b.txt", nil, nil])
            let other = text.replacingOccurrences(of: "行政强制\t0\t0\t0", with: "行政强制\t0\t0\t7")
            #expect(other != text)
            try Data(other.utf8).write(to: scratch.appending(path: "c.txt"))
            #expect(try previous() == [nil, nil, nil])
        }
    }

    @Test("the report of the year before and those of the offices below are read from any document")
    func company() throws {
        let alone = try gongkai.run(["check", DemoDocuments.text, "--format", "json"])
        let compared = try gongkai.run([
            "check", DemoDocuments.text, "--previous", DemoDocuments.pdf, "--children",
            DemoDocuments.folder.path, "--format", "json",
        ])
        #expect(alone.status == 0)
        #expect(compared.output != alone.output)
    }

    @Test(
        "what is compared with must be readable",
        arguments: [["--previous", "/nonexistent"], ["--children", "/nonexistent"]])
    func unreadable(words: [String]) throws {
        let outcome = try gongkai.run(["check", DemoDocuments.text] + words)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("/nonexistent"))
    }

    @Test("nothing readable ends with 2, a part not readable with 1")
    func status() throws {
        #expect(try gongkai.run(["check", "/nonexistent"]).status == 2)
        #expect(try gongkai.run(["check", "/nonexistent", "/nonexistent2"]).status == 2)
        #expect(try gongkai.run(["check", "/nonexistent", DemoDocuments.text]).status == 1)
        #expect(try gongkai.run(["check"]).status == 64)
    }

    @Test("nothing readable in a folder is said on standard error as well", arguments: ["text", "json"])
    func nothing(format: String) throws {
        try DemoDocuments.inScratch { scratch in
            try Data("会议通知\n明天上午开会。\n".utf8).write(to: scratch.appending(path: "notice.txt"))
            let outcome = try gongkai.run(["check", scratch.path, "--format", format])
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("notice.txt"))
            #expect(outcome.error == "gongkai check：没有读成一份文件，原因见上。\n")
        }
    }

    @Test("an empty file name and a dash are wrong arguments", arguments: [[""], ["-"], ["a.txt", "-"]])
    func odd(words: [String]) throws {
        let outcome = try gongkai.run(["check"] + words)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("用法：gongkai check"))
    }

    @Test("a narrow window keeps lines within it", arguments: [60, 80, 120])
    func width(columns: Int) throws {
        let outcome = try gongkai.run(
            ["check", DemoDocuments.withMistakes], environment: ["COLUMNS": String(columns)])
        let widest =
            outcome.output.split(separator: "\n").map { line in
                line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            }.max() ?? 0
        // A closing mark may hang over by its own width.
        #expect(widest <= columns + 2)
    }
}
