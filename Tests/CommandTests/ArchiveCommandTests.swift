import Foundation
import TestSupport
import Testing

@Suite("archives on the command line")
struct ArchiveCommandTests {
    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    @Test("a zip means every document in it, also where it lies in a folder")
    func zip() throws {
        try DemoDocuments.inScratch { scratch in
            var builder = ZipBuilder()
            builder.add("甲/年报.txt", Array(try Data(contentsOf: URL(filePath: DemoDocuments.text))))
            builder.add("乙.pdf", Array(try Data(contentsOf: URL(filePath: DemoDocuments.pdf))))
            builder.add("图.png", [1, 2, 3])
            let path = scratch.appending(path: "年报.zip")
            try Data(builder.bytes()).write(to: path)

            let alone = try gongkai.run(["read", path.path, "--format", "json"])
            #expect(try DemoDocuments.objects(alone.output).map { $0["source"] as? String } == ["乙.pdf", "甲/年报.txt"])
            #expect(alone.status == 0)

            let folder = try gongkai.run(["check", scratch.path, "--format", "json"])
            let sources = try DemoDocuments.objects(folder.output).map { ($0["report"] as? [String: Any])?["source"] }
            #expect(sources.map { $0 as? String } == ["年报.zip/乙.pdf", "年报.zip/甲/年报.txt"])
            #expect(try gongkai.run(["check", path.path]).output.contains("共 2 份：读成 2 份"))
        }
    }

    @Test("a zip that unpacks without end costs itself only")
    func bomb() throws {
        try DemoDocuments.inScratch { scratch in
            var builder = ZipBuilder()
            builder.add("bomb.txt", [UInt8](repeating: 0x20, count: 30 << 20))
            try Data(builder.bytes()).write(to: scratch.appending(path: "a.zip"))
            try FileManager.default.copyItem(atPath: DemoDocuments.text, toPath: scratch.path + "/b.txt")
            let outcome = try gongkai.run(["read", scratch.path, "--format", "json"])
            let objects = try DemoDocuments.objects(outcome.output)
            #expect(objects.map { $0["schema"] as? String } == ["gongkai.error/1", "gongkai.report/1"])
            #expect(objects.first?["code"] as? String == "suspicious_ratio")
            #expect(outcome.status == 1)
        }
    }

    @Test("a document with the name of a zip is read as what it is; what is neither is refused as what it is")
    func misnamed() throws {
        try DemoDocuments.inScratch { scratch in
            let word = scratch.appending(path: "a.zip")
            try FileManager.default.copyItem(atPath: DemoDocuments.withMistakes, toPath: word.path)
            #expect(try gongkai.run(["read", word.path]).status == 0)
            let text = scratch.appending(path: "b.zip")
            try Data("PK\u{3}\u{4}".utf8).write(to: text)
            let outcome = try gongkai.run(["read", text.path])
            #expect(outcome.status == 2)
            #expect(outcome.error.contains("损坏"))
        }
    }

    @Test("an empty zip is said to be one")
    func empty() throws {
        try DemoDocuments.inScratch { scratch in
            var builder = ZipBuilder()
            builder.add("图.png", [1, 2, 3])
            let path = scratch.appending(path: "a.zip")
            try Data(builder.bytes()).write(to: path)
            let outcome = try gongkai.run(["check", path.path])
            #expect(outcome.status == 2)
            #expect(outcome.output.contains("没有可以读取的文件"))
        }
    }
}
