import Foundation
import TestSupport
import Testing

/// The path of the command line into the ledger: `gongkai office`, `act`, `acts`, `person`, `key`.
@Suite("Acts on the command line")
struct ActCommandTests {
    let runner: CommandRunner
    let folder = TemporaryFolder()

    init() throws { runner = try CommandRunner() }

    private func run(_ arguments: [String], input: String = "") throws -> CommandRunner.Outcome {
        try runner.run(arguments + ["--data", folder.path], input: input)
    }

    private func act(_ input: String, as role: String = "officer", _ more: [String] = []) throws
        -> CommandRunner.Outcome
    {
        try run(["act", "--agency", "测试局", "--actor", "zhang-san", "--role", role] + more, input: input)
    }

    private static let register = """
        {"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person",\
        "applicant":{"name":"张三丰","phone":"13812345678"},"applicant_type":"natural_person","identity_proof":"paper-1",\
        "matter":"测试文件"}
        """

    @Test("with --each every line is recorded by itself, and a refused one stops nothing")
    func eachLine() throws {
        #expect(try run(["office", "add", "--agency", "test-office", "--name", "测试局"]).status == 0)
        let lines = Self.register + "\n{\n" + Self.register.replacingOccurrences(of: "2025-1", with: "2025-2") + "\n"
        let outcome = try act(lines, as: "officer", ["--each", "--format", "json"])
        #expect(outcome.status == 1, "\(outcome.error)")
        let answers = try outcome.output.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(answers.map { $0?["outcome"] as? String } == ["recorded", "refused", "recorded"])
        #expect(((answers.last??["acts"] as? [[String: Any]])?.first?["line"] as? Int) == 3)
        #expect(try run(["act", "--each", "--file", "x"]).status == 64)
    }

    @Test("an office is kept, a request recorded, a forbidden act answered with 1, a look recorded, the key changed")
    func journey() throws {
        let office = try run(["office", "add", "--agency", "test-office", "--name", "测试局"])
        #expect(office.status == 0, "\(office.error)")
        #expect(try run(["office", "list"]).output.contains("测试局"))
        let short = try run(
            ["act", "--agency", "没有这个局", "--actor", "zhang-san", "--role", "officer", "--dry-run"], input: Self.register
        )
        #expect(short.status == 1 && short.output.contains("没有名为“没有这个局”的机关"))
        let trial = try act(Self.register, as: "officer", ["--dry-run"])
        #expect(trial.status == 1 && trial.output.contains("没有密钥"), "a trial makes no key")
        let done = try act(Self.register, as: "officer", ["--format", "json"])
        #expect(done.status == 0, "\(done.error)")
        #expect(done.error.contains("请立即另存一份"), "the key was made, and that is said")
        let answer = try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any]
        #expect(answer?["schema"] as? String == "gongkai.act/1" && answer?["outcome"] as? String == "recorded")
        #expect(
            try FileManager.default.attributesOfItem(atPath: folder.file("gongkai.key"))[.posixPermissions] as? Int
                == 0o600)

        let forbidden = try act(#"{"act":"request.close","subject":"2025-1","day":"2025-06-05"}"#)
        #expect(forbidden.status == 1)
        #expect(forbidden.output.contains("不能办结") && forbidden.output.contains("没有登记"))
        #expect(try act(Self.register, as: "public").status == 1)
        #expect(try act("", as: "officer").status == 1)
        #expect(try run(["act", "--file", folder.file("none")]).status == 2)
        for secret in ["张三丰", "13812345678"] {
            #expect(!done.output.contains(secret) && !done.error.contains(secret) && !forbidden.output.contains(secret))
        }

        let entries = try #require((answer?["acts"] as? [[String: Any]])?.first?["entries"] as? [[String: Any]])
        let person = try #require(entries.first?["subject"] as? String)
        let who = ["--agency", "test-office", "--actor", "zhang-san", "--role", "officer"]
        let masked = try run(["person", "show", person] + who)
        #expect(masked.output.contains("张**") && !masked.output.contains("张三丰"))
        let seen = try run(["person", "show", person, "--reason", "联系申请人"] + who)
        #expect(seen.status == 0 && seen.output.contains("张三丰") && seen.output.contains("本次查看已登记"))
        #expect(
            try run(["person", "show", person, "--reason", "想看"] + who.dropLast() + ["audit_administrator"]).status == 1
        )

        let rotated = try run(["key", "rotate"])
        #expect(rotated.status == 0 && rotated.output.contains("已重新加密 1 人"), "\(rotated.error)")
        let keys = try run(["key", "show"])
        #expect(keys.status == 0 && keys.output.contains("（现用）：1 人"))
        #expect(try run(["person", "show", person, "--reason", "联系申请人"] + who).output.contains("张三丰"))

        let file = try Data(contentsOf: URL(filePath: folder.file("gongkai.sqlite")))
        #expect(file.range(of: Data("张三丰".utf8)) == nil && file.range(of: Data("13812345678".utf8)) == nil)

        try FileManager.default.moveItem(atPath: folder.file("gongkai.key"), toPath: folder.file("elsewhere.key"))
        let lost = try run(["person", "show", person, "--reason", "联系申请人"] + who)
        #expect(lost.status == 2 && lost.error.contains("数据没有丢失"))
        #expect(
            !FileManager.default.fileExists(atPath: folder.file("gongkai.key")), "no new key in the place of a lost one"
        )
        let named = try runner.run(
            ["person", "show", person, "--data", folder.path, "--reason", "联系申请人"] + who,
            environment: ["GONGKAI_KEY_FILE": folder.file("elsewhere.key")])
        #expect(named.output.contains("张三丰"))
    }

    @Test("the acts are listed, and one of them with its fields")
    func list() throws {
        let all = try runner.run(["acts"])
        #expect(all.status == 0 && all.output.contains("request.register") && all.output.contains("登记申请"))
        let one = try runner.run(["acts", "request.extend"])
        #expect(one.output.contains("分管领导（leader）") && one.output.contains("day（必填）"))
        #expect(try runner.run(["acts", "request.extnd"]).status == 64)
        let json = try runner.run(["acts", "--format", "json"])
        let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(((list?["acts"] as? [Any])?.count ?? 0) > 40)
    }
}
