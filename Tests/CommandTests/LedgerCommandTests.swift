import Foundation
import TestSupport
import Testing

/// The ledger looked through and rebuilt by command.
@Suite("gongkai verify and rebuild")
struct LedgerCommandTests {
    private static func shell(_ folder: TemporaryFolder, _ sql: String) throws {
        let tool = try #require(TestEnvironment.tool("sqlite3"), "the shell of SQLite is not installed")
        let process = Process()
        process.executableURL = tool
        process.arguments = [folder.file("gongkai.sqlite"), sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("a sound ledger gives 0, an anchor on request, and finds a head that was noted down")
    func sound() throws {
        let folder = TemporaryFolder()
        let data = ["--data", folder.path]
        #expect(try CommandRunner().run(["migrate"] + data).status == 0)
        let anchored = try CommandRunner().run(["verify", "--anchor", "--projections"] + data)
        #expect(anchored.status == 0, "\(anchored.error)")
        #expect(anchored.output.contains("相符") && anchored.output.contains("最近的锚点：第1号"))
        let digest = try #require(anchored.output.split(separator: "\n").last?.split(separator: " ").last)
        let found = try CommandRunner().run(["verify", "--head", String(digest)] + data)
        #expect(found.status == 0 && found.output.contains("抄录的锚点在台账中"))
        let other = try CommandRunner().run(["verify", "--head", String(repeating: "0", count: 64)] + data)
        #expect(other.status == 1 && other.output.contains("没有这个锚点"))
        let rebuilt = try CommandRunner().run(["rebuild"] + data)
        #expect(rebuilt.status == 0 && rebuilt.output.contains("已由0条记录"))
    }

    @Test("a folder without a ledger is refused, and none is made in it", arguments: ["verify", "rebuild"])
    func nothing(command: String) throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run([command, "--data", folder.file("mistyped")])
        #expect(outcome.status == 2 && outcome.error.contains("没有数据库文件"), "\(outcome.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("mistyped")))
    }

    @Test("what does not fit is told with its place and 1, as text and as JSON")
    func faults() throws {
        let folder = TemporaryFolder()
        let data = ["--data", folder.path]
        #expect(try CommandRunner().run(["migrate"] + data).status == 0)
        try Self.shell(
            folder,
            """
            INSERT INTO office (code, full_name) VALUES ('ceshi', '测试局');
            INSERT INTO entry VALUES (1, 1, 1, 'item', 'i-1', 1, 'item.drafted', '2025-06-03', 0, 'o-1', 'handler', 1, '{}',
                'sm3', '\(String(repeating: "0", count: 64))', '\(String(repeating: "1", count: 64))');
            """)
        let text = try CommandRunner().run(["verify"] + data)
        #expect(text.status == 1 && text.output.contains("机关 ceshi 第1条 总序号1 “digest”"), "\(text.output)")
        let json = try CommandRunner().run(["verify", "--format", "json"] + data)
        #expect(json.status == 1)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "gongkai.verify/1" && object["sound"] as? Bool == false)
        let faults = try #require(object["faults"] as? [[String: Any]])
        #expect(faults.map { $0["kind"] as? String } == ["content", "head_missing"])
        #expect(faults.first?["office"] as? String == "ceshi" && faults.first?["serial"] as? Int == 1)
        let rebuilt = try CommandRunner().run(["rebuild", "--format", "json"] + data)
        #expect(rebuilt.status == 2 && rebuilt.error.contains("gongkai verify"))
    }

    @Test("wrong arguments and settings are refused by name")
    func wrong() throws {
        let folder = TemporaryFolder()
        #expect(try CommandRunner().run(["verify", "--head", "abc"]).status == 64)
        #expect(try CommandRunner().run(["rebuild", "extra"]).status == 64)
        #expect(try CommandRunner().run(["migrate", "--data", folder.path]).status == 0)
        let setting = try CommandRunner().run(
            ["verify", "--data", folder.path], environment: ["GONGKAI_DIGEST": "md5"])
        #expect(setting.status == 2 && setting.error.contains("GONGKAI_DIGEST"))
        let rule = try CommandRunner().run(
            ["verify", "--data", folder.path], environment: ["GONGKAI_INDEX_RULE": "{agency}-{serial:5}"])
        #expect(rule.status == 2 && rule.error.contains("GONGKAI_INDEX_RULE") && rule.error.contains("{year}"))
        let carried = try CommandRunner().run(
            ["verify", "--data", folder.path], environment: ["GONGKAI_APPEALS_CARRIED_IN": "yes"])
        #expect(carried.status == 2 && carried.error.contains("GONGKAI_APPEALS_CARRIED_IN"))
        let sha = try CommandRunner().run(
            ["verify", "--data", folder.path, "--anchor"], environment: ["GONGKAI_DIGEST": "sha256"])
        #expect(sha.status == 0 && sha.output.contains("sha256 "))
    }
}
