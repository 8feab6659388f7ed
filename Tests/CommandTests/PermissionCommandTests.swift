import Foundation
import TestSupport
import Testing

@Suite("Who may give a command")
struct PermissionCommandTests {
    private let folder = TemporaryFolder()
    private let runner: CommandRunner

    init() throws { runner = try CommandRunner() }

    private func run(
        _ words: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> CommandRunner.Outcome {
        try runner.run(words + ["--data", folder.file("var")], input: input, environment: environment)
    }

    /// One line a grant: the person joins and gets the role.
    private static func grant(_ officer: String, _ role: String) -> String {
        """
        {"act":"office.join_officer","subject":"test-office","day":"2025-01-06","officer":"\(officer)","name":"测试员"}
        {"act":"office.grant_role","subject":"test-office","day":"2025-01-06","officer":"\(officer)","granted":"\(role)","basis":"岗位安排"}

        """
    }

    @Test("commands without a name are given by the local operator until roles are granted, then they need a name")
    func names() throws {
        let office = try run(["office", "add", "--agency", "test-office", "--name", "测试局", "--region", "测试省"])
        #expect(office.status == 0 && office.output == "已登记：测试局（test-office）\n", "\(office.error)")
        #expect(try run(["office", "add", "--agency", "test-office", "--name", "测试局"]).status == 0)
        let taken = try run(["office", "add", "--agency", "second", "--name", "测试局"])
        #expect(taken.status == 1 && taken.output.contains("没有登记：") && taken.output.contains("同名机关"))
        let register =
            #"{"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person","applicant":"p-1","applicant_type":"natural_person","matter":"测试文件"}"#
        let who = ["--agency", "test-office", "--actor", "zhang-san", "--role", "officer"]
        #expect(try run(["act"] + who, input: register).status == 0)

        let text = try folder.write("测试正文", to: "text.md").path
        let paper =
            try run(["paper", "add", "--agency", "test-office", "--text", text]).output
            .split(separator: "\n").first.map(String.init) ?? ""
        /// Every command that asks, with the role that it asks for.
        let asking: [(words: [String], role: String)] = [
            (["verify"], "audit_administrator"), (["rebuild"], "system_administrator"),
            (["key", "show"], "system_administrator"),
            (["backup", "--to", folder.file("backups")], "system_administrator"),
            (["export", "--to", folder.file("all.jsonl"), "--format", "jsonl", "--overwrite"], "system_administrator"),
            (["show", "request", "2025-1", "--agency", "test-office"], "officer"),
            (
                [
                    "export", "--agency", "test-office", "--to", folder.file("one.jsonl"), "--format", "jsonl",
                    "--overwrite",
                ], "officer"
            ),
            (["office", "add", "--agency", "test-office", "--name", "测试局"], "system_administrator"),
            (["compile", "--agency", "test-office", "--year", "2025", "--format", "csv"], "report_editor"),
            (["rollup", "--parent", "测试局", "--year", "2025", "--scope", "own", "--format", "csv"], "oversight"),
            (["role", "list", "--agency", "test-office"], "audit_administrator"),
            (["paper", "add", "--agency", "test-office", "--text", text], "officer"),
            (["paper", "show", paper, "--agency", "test-office"], "officer"),
        ]
        for (words, _) in asking {
            let free = try run(words)
            // A report of a year in which little was recorded has findings, which is 1, not a refusal.
            #expect(free.status == 0 || free.status == 1 && free.error.isEmpty, "\(words): \(free.error)")
        }
        let grants =
            Self.grant("zhang-san", "officer") + Self.grant("admin-1", "system_administrator")
            + Self.grant("admin-3", "audit_administrator")
            + Self.grant("wang-wu", "report_editor") + Self.grant("zhao-liu", "oversight")
        let granted = try run(
            ["act", "--agency", "test-office", "--actor", "admin-2", "--role", "security_administrator"],
            input: Self.grant("admin-2", "security_administrator") + grants)
        #expect(granted.status == 0, "\(granted.output)")
        let people = [
            "officer": "zhang-san", "system_administrator": "admin-1", "audit_administrator": "admin-3",
            "report_editor": "wang-wu", "oversight": "zhao-liu",
        ]
        for (words, role) in asking {
            let nameless = try run(words)
            #expect(nameless.status == 1, "\(words)")
            #expect(nameless.error.contains("没有写明由谁办理") && nameless.error.contains("--actor"), "\(words)")
            let other = try run(words + ["--actor", "li-si", "--role", role])
            #expect(other.status == 1 && other.error.contains("没有被授予"), "\(words)")
            let named = try run(words + ["--actor", people[role] ?? "", "--role", role])
            #expect(named.status == 0 || named.status == 1 && named.error.isEmpty, "\(words): \(named.error)")
        }
        // A place without anything has no roles yet.
        let backups = try FileManager.default.contentsOfDirectory(atPath: folder.file("backups"))
        let backup = folder.file("backups/\(try #require(backups.sorted().first))")
        let restored = try runner.run(["restore", backup, "--data", folder.file("new")])
        #expect(restored.status == 0, "\(restored.error)")
    }

    @Test(
        "acts are done and masked persons seen under no name until roles are granted, but nobody is granted or opened so"
    )
    func namelessActs() throws {
        #expect(try run(["office", "add", "--agency", "test-office", "--name", "测试局"]).status == 0)
        let register =
            #"{"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person","applicant":{"name":"张三丰"},"applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}"#
        let at = ["--agency", "test-office"]
        let done = try run(["act", "--format", "json"] + at, input: register)
        #expect(done.status == 0, "\(done.output) \(done.error)")
        let answer = try JSONSerialization.jsonObject(with: Data(done.output.utf8)) as? [String: Any]
        let entries = try #require((answer?["acts"] as? [[String: Any]])?.first?["entries"] as? [[String: Any]])
        let person = try #require(entries.first?["subject"] as? String)
        let shown = try run(["show", "request", "2025-1", "--format", "json"] + at)
        #expect(shown.output.contains(#""operator""#), "\(shown.output)")
        // The number as its applicant was told it.
        for told in ["test-office-2025-1", "TEST-OFFICE—2025－1"] {
            #expect(try run(["show", "request", told, "--format", "json"] + at).output == shown.output, "\(told)")
        }
        let other = try run(["show", "request", "other-office-2025-1"] + at)
        #expect(other.status == 2 && other.error.contains("登记号 other-office-2025-1 不是“测试局”的"), "\(other.error)")

        let masked = try run(["person", "show", person] + at)
        #expect(masked.status == 0 && masked.output.contains("张**"), "\(masked.output) \(masked.error)")
        let opened = try run(["person", "show", person, "--reason", "联系申请人"] + at)
        #expect(opened.status == 1 && opened.output.contains("本机操作员不能"), "\(opened.output) \(opened.error)")
        let granting = try run(["act"] + at, input: Self.grant("zhang-san", "officer"))
        #expect(granting.status == 1 && granting.output.contains("本机操作员不能"), "\(granting.output)")
        let role = try run(["act", "--role", "officer"] + at, input: register)
        #expect(role.status == 1 && role.output.contains("没有写明由谁办理"), "\(role.output)")
        let second = register.replacingOccurrences(of: "2025-1\"", with: "2025-2\"")
        let named = try run(["act", "--actor", "zhang-san"] + at, input: second)
        #expect(named.status == 0, "the role may be left out: \(named.output)")

        let granted = try run(
            ["act", "--actor", "admin-2", "--role", "security_administrator"] + at,
            input: Self.grant("admin-2", "security_administrator") + Self.grant("zhang-san", "officer"))
        #expect(granted.status == 0, "\(granted.output)")
        let third = register.replacingOccurrences(of: "2025-1\"", with: "2025-3\"")
        for words in [["act"], ["person", "show", person]] {
            let nameless = try run(words + at, input: third)
            #expect(nameless.status == 1, "\(words)")
            #expect(nameless.output.contains("已经授予过角色，没有写明由谁办理"), "\(nameless.output) \(nameless.error)")
        }
        #expect(try run(["act", "--actor", "zhang-san"] + at, input: third).status == 0)
        // Matters of the installation are for who holds the role, once anybody does.
        let founding = #"{"act":"office.found","subject":"second","day":"2025-06-03","name":"测试二局"}"#
        let founded = try run(["act", "--agency", "second"], input: founding)
        #expect(founded.status == 0, "nobody administers yet: \(founded.output)")
    }

    @Test("nothing expires until a time is set, and then by whoever may")
    func expiry() throws {
        #expect(try run(["office", "add", "--agency", "test-office", "--name", "测试局"]).status == 0)
        let unset = try run(["person", "expire"])
        #expect(unset.status == 2 && unset.error.contains("GONGKAI_PERSON_YEARS"))
        let wrong = try run(["person", "expire"], environment: ["GONGKAI_PERSON_YEARS": "0"])
        #expect(wrong.status == 2 && wrong.error.contains("1 到 100"))
        let trial = try run(["person", "expire", "--trial"], environment: ["GONGKAI_PERSON_YEARS": "5"])
        #expect(trial.status == 0 && trial.output.contains("共 0 人，没有删除"))
        let json = try run(
            ["person", "expire", "--format", "json", "--actor", "admin-1", "--role", "system_administrator"],
            environment: ["GONGKAI_PERSON_YEARS": "5"])
        #expect(json.status == 0 && json.output.contains(#""schema":"gongkai.expiry/1""#))
        let refused = try run(
            ["person", "expire", "--actor", "zhang-san", "--role", "officer"],
            environment: ["GONGKAI_PERSON_YEARS": "5"])
        #expect(refused.status == 1 && refused.error.contains("系统管理员"))
    }
}
