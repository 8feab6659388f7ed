import Foundation
import TestSupport
import Testing

@Suite("gongkai deadline")
struct DeadlineCommandTests {
    /// The parts of `gongkai.deadline/1` that the tests look at.
    struct Answer: Decodable {
        struct Step: Decodable {
            struct Run: Decodable, Equatable {
                var from: String
                var to: String
                var why: String
            }
            var rule: String
            var kind: String
            var from: String
            var days: Int
            var due: String
            var skipped: [Run]
            var text: String
        }
        struct Finding: Decodable {
            var code: String
            var severity: String
            var message: String
            var remedy: String
        }
        var schema: String
        var due: String?
        var provisional: Bool
        var state: String
        var steps: [Step]
        var findings: [Finding]
    }

    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    private func answer(_ words: String..., status: Int32 = 0) throws -> Answer {
        let outcome = try gongkai.run(["deadline", "--format", "json"] + words)
        #expect(outcome.status == status, "\(outcome.error)")
        return try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    }

    @Test("the answer as JSON is that of the contract")
    func json() throws {
        let answer = try answer("--received", "2021-09-13")
        #expect(answer.schema == "gongkai.deadline/1")
        #expect(answer.due == "2021-10-15")
        #expect(!answer.provisional)
        #expect(answer.state == "running")
        #expect(answer.findings.isEmpty)
        let step = try #require(answer.steps.first)
        #expect(step.rule == "Art 33")
        #expect(step.from == "2021-09-13")
        #expect(step.days == 20)
        #expect(step.due == "2021-10-15")
        #expect(step.skipped.contains(.init(from: "2021-10-01", to: "2021-10-07", why: "国庆节")))
    }

    @Test(
        "each option moves the day as the law says",
        arguments: [
            (["--received", "2025-06-03"], "2025-07-01", ["Art 33"]),
            (["--received=2021-09-13", "--extended"], "2021-11-12", ["Art 33", "Art 33(2)"]),
            (
                ["--received", "2025-06-03", "--suspended", "2025-06-10..2025-06-24"], "2025-07-15",
                ["Art 33", "Art 33(3)"]
            ),
            (
                [
                    "--received", "2025-06-03", "--suspended", "2025-06-10..2025-06-17", "--suspended",
                    "2025-06-18..2025-06-24",
                ], "2025-07-14", ["Art 33", "Art 33(3)", "Art 33(3)"]
            ),
            (
                [
                    "--received", "2025-06-03", "--correction-asked", "2025-06-06", "--correction-received",
                    "2025-06-16",
                ],
                "2025-07-14", ["Art 33", "Art 30"]
            ),
            (
                ["--received", "2025-06-03", "--fee-notice", "2025-06-09", "--paid", "2025-06-16"], "2025-07-14",
                ["Art 33", "109号 Art 6", "109号 Art 6"]
            ),
            (
                [
                    "--received", "2025-06-03", "--fee-notice-sent", "2025-07-01", "--fee-notice", "2025-07-03",
                    "--paid", "2025-07-04",
                ], "2025-08-01", ["Art 33", "109号 Art 6", "109号 Art 6"]
            ),
        ])
    func options(words: [String], due: String, rules: [String]) throws {
        let outcome = try gongkai.run(["deadline", "--format=json"] + words)
        #expect(outcome.status == 0, "\(outcome.error)")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
        #expect(answer.due == due)
        #expect(answer.steps.map(\.rule) == rules)
        #expect(answer.steps.last?.due == due)
    }

    @Test("while something is awaited nothing is due, and the answer says what")
    func awaiting() throws {
        let correction = try answer("--received", "2025-06-03", "--correction-asked", "2025-06-06")
        #expect(correction.due == nil)
        #expect(correction.state == "awaiting_correction")
        let payment = try answer("--received", "2025-09-01", "--fee-notice", "2025-09-19")
        #expect(payment.due == nil)
        #expect(payment.state == "awaiting_payment")
        #expect(payment.steps.last?.due == "2025-10-23")
        let opinion = try answer("--received", "2025-06-03", "--suspended", "2025-06-10..")
        #expect(opinion.state == "running")
        #expect(opinion.findings.map(\.code) == ["clock.opinion_awaited"])
    }

    @Test("a year without official calendar makes it provisional, and the text says so")
    func provisional() throws {
        let answer = try answer("--received", "2026-12-20")
        #expect(answer.provisional)
        #expect(answer.findings.map(\.code) == ["clock.provisional"])
        let text = try gongkai.run(["deadline", "--received", "2026-12-20"])
        #expect(text.output.contains("暂定"))
        #expect(text.output.contains("2027年没有官方放假安排"))
    }

    @Test("a holiday that the law fixes is left out with its reason before its year is announced")
    func statutory() throws {
        let answer = try answer("--received", "2026-12-07")
        #expect(answer.due == "2027-01-05" && answer.provisional)
        let text = try gongkai.run(["deadline", "--received", "2026-12-07"])
        #expect(text.output.contains("2027年1月5日") && text.output.contains("2027年1月1日，元旦（法定节日）"))
    }

    @Test("an order of days that cannot be is a finding, with exit status 1")
    func findings() throws {
        let words = [
            "--received", "2025-06-03", "--correction-asked", "2025-06-20", "--correction-received", "2025-06-16",
        ]
        let outcome = try gongkai.run(["deadline"] + words)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("收到补正日期 2025-06-16 早于补正告知日期 2025-06-20"))
        let answer = try answer("--received", "2025-06-03", "--suspended", "2025-06-20..2025-06-10", status: 1)
        #expect(answer.due == nil)
        #expect(answer.state == "refused")
        #expect(answer.findings.map(\.code) == ["clock.opinion_before_request"])
        #expect(answer.findings.allSatisfy { $0.severity == "error" && !$0.remedy.isEmpty })
    }

    @Test("the text names the day, the article and every day skipped")
    func text() throws {
        let outcome = try gongkai.run(["deadline", "--received", "2021-09-13"])
        #expect(outcome.status == 0)
        for words in [
            "答复期限：2021年10月15日（周五）", "《政府信息公开条例》第三十三条", "2021年10月1日至10月7日，国庆节",
            "2021年9月25日，周末", "2021年10月9日（周六），国庆节调休上班",
        ] {
            #expect(outcome.output.contains(words))
        }
    }

    @Test(
        "arguments that do not fit end with 64, the reason and the synopsis",
        arguments: [
            ([], "缺少选项 --received"),
            (["--received"], "后面缺少值（DATE）"),
            (["--received", "--extended"], "后面缺少值（DATE）"),
            (["--received", "2021-9-13"], "“2021-9-13”不是日期"),
            (["--received", "2021-02-30"], "“2021-02-30”这一天不存在"),
            (["--received", "2021-09-13", "--received", "2021-09-14"], "只能写一次"),
            (["--received", "2021-09-13", "--extended=20"], "不带值"),
            (["--recieved", "2021-09-13"], "是否要写 --received？"),
            (["--received", "2021-09-13", "--x"], "没有名为 --x 的选项"),
            (["--received", "2021-09-13", "多余"], "多出的参数“多余”"),
            (["--received", "2021-09-13", "--format", "xml"], "可用的是 text、json"),
            (["--received", "2021-09-13", "--suspended", "2021-09-14"], "应写成"),
            (["--received", "2021-09-13", "--suspended", "x..y"], "“x”不是日期"),
            (["--received", "2021-09-13", "--correction-received", "2021-09-14"], "还需要写 --correction-asked"),
            (["--received", "2021-09-13", "--paid", "2021-09-14"], "还需要写 --fee-notice"),
        ])
    func usage(words: [String], reason: String) throws {
        let outcome = try gongkai.run(["deadline"] + words)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(reason))
        #expect(outcome.error.contains("用法：gongkai deadline --received DATE"))
    }

    @Test("its help lists every option in both languages")
    func help() throws {
        for (language, head) in [("zh_CN.UTF-8", "选项："), ("en_US.UTF-8", "Options:")] {
            let outcome = try gongkai.run(["deadline", "--help"], environment: ["LANG": language])
            #expect(outcome.status == 0)
            #expect(outcome.output.contains(head))
            for option in ["--received", "--suspended", "--extended", "--paid", "--calendar", "--format"] {
                #expect(outcome.output.contains("\n  \(option)"))
            }
        }
        let english = try gongkai.run(["deadline", "--received", "x"], environment: ["LANG": "en_US.UTF-8"])
        #expect(english.error.contains("“x” is not a date"))
        #expect(english.error.contains("Usage: gongkai deadline"))
    }
}

@Suite("gongkai deadline with a local calendar")
struct DeadlineOverlayTests {
    let gongkai: CommandRunner
    let folder: TemporaryFolder

    init() throws {
        gongkai = try CommandRunner()
        folder = TemporaryFolder()
    }

    @Test("local days off are skipped and named")
    func overlay() throws {
        let file = try folder.write("off\t2025-06-12..2025-06-13\t测试节\n", to: "local.tsv")
        let outcome = try gongkai.run(["deadline", "--received", "2025-06-03", "--calendar", file.path])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("答复期限：2025年7月3日"))
        #expect(outcome.output.contains("2025年6月12日至6月13日，测试节"))
    }

    @Test("lines without effect are told on standard error")
    func noEffect() throws {
        let file = try folder.write("off\t2025-10-01\t测试节\n", to: "local.tsv")
        let outcome = try gongkai.run(["deadline", "--received", "2025-06-03", "--calendar", file.path])
        #expect(outcome.status == 0)
        #expect(outcome.error.contains("第 1 行：2025-10-01 在原日历中已是放假日（国庆节）"))
    }

    @Test(
        "a calendar that cannot be used ends with 2, the file, the line and what to do",
        arguments: [
            ("off 2025-06-12 测试节", "第 1 行：行首“off 2025-06-12 测试节”无法识别"),
            ("off\t2025-04-27\t测试节", "请先加一行“remove 2025-04-27”"),
            ("off\t2025-06-31\t测试节", "“2025-06-31”这一天不存在"),
        ])
    func malformed(text: String, reason: String) throws {
        let file = try folder.write(text, to: "local.tsv")
        let outcome = try gongkai.run(["deadline", "--received", "2025-06-03", "--calendar", file.path])
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(file.path))
        #expect(outcome.error.contains(reason))
    }

    @Test("a calendar that is not there, is a folder, or is no text ends with 2")
    func unreadable() throws {
        let bytes = folder.url.appending(path: "bytes.tsv")
        try Data([0xFF, 0xFE, 0x00]).write(to: bytes)
        for (path, reason) in [
            (folder.url.path + "/missing.tsv", "文件不存在"), (folder.url.path, "文件夹"), (bytes.path, "不是 UTF-8"),
        ] {
            let outcome = try gongkai.run(["deadline", "--received", "2025-06-03", "--calendar", path])
            #expect(outcome.status == 2)
            #expect(outcome.error.contains(reason))
        }
    }
}
