import Foundation
import TestSupport
import Testing

@Suite("gongkai read")
struct ReadCommandTests {
    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    @Test(
        "one document is one object of JSON on one line, whatever the format",
        arguments: [DemoDocuments.text, DemoDocuments.page, DemoDocuments.pdf, DemoDocuments.withMistakes])
    func json(path: String) throws {
        let outcome = try gongkai.run(["read", path, "--format", "json"])
        #expect(outcome.status == 0)
        #expect(outcome.error.isEmpty)
        let objects = try DemoDocuments.objects(outcome.output)
        #expect(objects.count == 1)
        #expect(objects.first?["schema"] as? String == "gongkai.report/1")
        #expect(objects.first?["source"] as? String == (path as NSString).lastPathComponent)
        let cells = try #require(objects.first?["cells"] as? [String: [String: Any]])
        #expect(cells.values.contains { $0["state"] as? String == "number" })
    }

    @Test("text for people names office, year, sections and every table with its numbers in columns")
    func text() throws {
        let outcome = try gongkai.run(["read", DemoDocuments.withMistakes])
        #expect(outcome.status == 0)
        for words in [
            "测试市示例局  2021 年度", "2021 年格式", "一、总体情况", "第二十条第（八）项", "（七）总计", "复议后起诉", "空＝空白未填",
        ] {
            #expect(outcome.output.contains(words), "\(words)")
        }
        #expect(!outcome.output.contains("\u{1B}"), "no colours in a file")
        // The numbers of a column stand below one another: every row of the table is equally wide.
        let rows = outcome.output.split(separator: "\n").filter { $0.contains("1.属于国家秘密") || $0.contains("2.重复申请") }
        #expect(rows.count == 2)
        #expect(Set(rows.map { $0.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }).count == 1)
    }

    @Test("a batch answers one line a path in order and does not stop at a bad one")
    func batch() throws {
        try DemoDocuments.inScratch { scratch in
            let random = scratch.appending(path: "random.pdf")
            var generator = SystemRandomNumberGenerator()
            try Data((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) }).write(to: random)
            let paths = [
                DemoDocuments.text, "/nonexistent/没有.txt", DemoDocuments.pdf, random.path, scratch.path, "",
                DemoDocuments.page, DemoDocuments.text,
            ]
            for words in [["read", "--batch"], ["read", "--batch", "-"], ["read", "-"]] {
                let outcome = try gongkai.run(words, input: paths.joined(separator: "\n"))
                let objects = try DemoDocuments.objects(outcome.output)
                let expected = [
                    "quanzhou-digital-2019.txt", "没有.txt", "yantai-bigdata-2021.pdf", "random.pdf",
                    scratch.lastPathComponent, "shishi-bigdata-2020.html", "quanzhou-digital-2019.txt",
                ]
                #expect(objects.map { $0["source"] as? String } == expected)
                let isReport = objects.map { $0["schema"] as? String == "gongkai.report/1" }
                #expect(isReport == [true, false, true, false, false, true, true])
                for object in objects where object["schema"] as? String == "gongkai.error/1" {
                    #expect((object["code"] as? String)?.isEmpty == false)
                    #expect((object["message"] as? String)?.contains("。") == true)
                }
                #expect(objects[1]["code"] as? String == "not_found")
                #expect(objects[4]["code"] as? String == "not_a_file")
                #expect(outcome.status == 1)
                #expect(outcome.error.isEmpty)
            }
        }
    }

    @Test("a line longer than any path and one with a zero are bad paths like others")
    func oddLines() throws {
        let long = String(repeating: "年", count: 100_000)
        let lines = [DemoDocuments.text, long, DemoDocuments.text + "\0.txt", DemoDocuments.text]
        let outcome = try gongkai.run(["read", "--batch"], input: lines.joined(separator: "\r\n"))
        let objects = try DemoDocuments.objects(outcome.output)
        #expect(objects.map { $0["code"] as? String } == [nil, "not_found", "not_found", nil])
    }

    @Test("many documents in a batch keep their order")
    func order() throws {
        try DemoDocuments.inScratch { scratch in
            var paths: [String] = []
            for index in 0..<60 {
                let source = [DemoDocuments.text, DemoDocuments.page, DemoDocuments.pdf][index % 3]
                let copy = scratch.appending(path: "\(index).\((source as NSString).pathExtension)")
                try FileManager.default.copyItem(atPath: source, toPath: copy.path)
                paths.append(copy.path)
            }
            let outcome = try gongkai.run(["read", "--batch"], input: paths.joined(separator: "\n"))
            let sources = try DemoDocuments.objects(outcome.output).map { $0["source"] as? String }
            #expect(sources == paths.map { ($0 as NSString).lastPathComponent })
            #expect(outcome.status == 0)
        }
    }

    @Test("a process a document leaves no descriptor behind: more documents than descriptors can be read")
    func descriptors() throws {
        let paths = Array(repeating: DemoDocuments.page, count: 60)
        let shell = CommandRunner(executable: try #require(TestEnvironment.tool("bash")))
        let outcome = try shell.run(
            ["-c", "ulimit -n 40 && exec \"$0\" \"$@\"", gongkai.executable.path, "read", "--format", "json"] + paths,
            environment: ["GONGKAI_READ_DOCUMENTS_PER_CHILD": "1", "GONGKAI_READERS": "2"])
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.count { $0 == "\n" } == 60)
    }

    @Test("a folder means every document in it, those below by their path")
    func folder() throws {
        try DemoDocuments.inScratch { scratch in
            try FileManager.default.createDirectory(
                at: scratch.appending(path: "乙"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: DemoDocuments.text, toPath: scratch.path + "/甲.txt")
            try FileManager.default.copyItem(atPath: DemoDocuments.pdf, toPath: scratch.path + "/乙/丙.pdf")
            try Data([1, 2, 3]).write(to: scratch.appending(path: "图.png"))
            try Data("锁".utf8).write(to: scratch.appending(path: "~$甲.docx"))
            let outcome = try gongkai.run(["read", scratch.path, "--format", "json"])
            #expect(try DemoDocuments.objects(outcome.output).map { $0["source"] as? String } == ["乙/丙.pdf", "甲.txt"])
            #expect(outcome.status == 0)
        }
    }

    @Test("a document that cannot be read ends with 2 and a sentence on standard error")
    func unreadable() throws {
        for path in ["/nonexistent.docx", "/dev/null", TestEnvironment.packageFolder.path + "/Package.swift"] {
            for format in ["text", "json"] {
                let outcome = try gongkai.run(["read", path, "--format", format])
                #expect(outcome.status == 2)
                #expect(outcome.output.isEmpty)
                #expect(outcome.error.hasPrefix("gongkai read："))
                #expect(outcome.error.hasSuffix("。\n"))
            }
        }
    }

    @Test("an empty folder is said to be one")
    func empty() throws {
        try DemoDocuments.inScratch { scratch in
            let outcome = try gongkai.run(["read", scratch.path])
            #expect(outcome.status == 2)
            #expect(outcome.error.contains("没有可以读取的文件"))
        }
    }

    @Test("limits are settings, and a wrong setting is refused by name")
    func limits() throws {
        let small = try gongkai.run(["read", DemoDocuments.pdf], environment: ["GONGKAI_READ_MAX_BYTES": "1K"])
        #expect(small.status == 2)
        #expect(small.error.contains("GONGKAI_READ_MAX_BYTES"))
        let wrong = try gongkai.run(["read", DemoDocuments.pdf], environment: ["GONGKAI_READ_SECONDS": "many"])
        #expect(wrong.status == 2)
        #expect(wrong.error.contains("GONGKAI_READ_SECONDS") && wrong.error.contains("“many”"))
    }

    @Test("a text of a document cannot move the cursor or change colours on a terminal")
    func control() throws {
        try DemoDocuments.inScratch { scratch in
            let text = try String(contentsOfFile: DemoDocuments.text, encoding: .utf8)
            let path = scratch.appending(path: "a\u{1B}[31m\u{202E}b.txt")
            try Data(text.replacingOccurrences(of: "泉州市", with: "泉州\u{1B}[2J市").utf8).write(to: path)
            let outcome = try gongkai.run(["read", path.path])
            #expect(outcome.status == 0)
            #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        }
    }

    @Test(
        "arguments that do not fit are usage errors",
        arguments: [
            ["read"], ["read", "--batch", "--format", "text"], ["read", "a", "--speed"], ["read", ""],
            ["read", "a", "-"],
        ])
    func usage(words: [String]) throws {
        let outcome = try gongkai.run(words)
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("用法：gongkai read"))
    }
}
