import TestSupport
import Testing

@Suite("the program")
struct ProgramTests {
    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    @Test("its version is one line on standard output", arguments: ["--version", "version"])
    func version(word: String) throws {
        let outcome = try gongkai.run([word])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("gongkai "))
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(outcome.error.isEmpty)
    }

    @Test("help is asked for in three ways and is no error", arguments: ["--help", "-h", "help"])
    func help(word: String) throws {
        let outcome = try gongkai.run([word])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("用法：gongkai 命令"))
        #expect(outcome.error.isEmpty)
    }

    @Test(
        "help speaks English where the locale does, else Chinese",
        arguments: [
            (["LANG": "en_US.UTF-8"], true),
            (["LANG": "en_GB"], true),
            (["LANG": "zh_CN.UTF-8"], false),
            (["LANG": "C.UTF-8"], false),
            (["LANG": ""], false),
            (["LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"], false),
            (["LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"], true),
        ])
    func language(environment: [String: String], isEnglish: Bool) throws {
        let outcome = try gongkai.run(["--help"], environment: environment)
        #expect(outcome.output.contains("Usage: gongkai COMMAND") == isEnglish)
        #expect(outcome.output.contains("用法：gongkai 命令") == !isEnglish)
    }

    @Test("without a command it shows the commands on standard error and exits 64")
    func nothing() throws {
        let outcome = try gongkai.run([])
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("用法：gongkai 命令"))
    }

    @Test("an unknown command is named and exits 64", arguments: [["没有的命令"], ["help", "没有的命令"]])
    func unknown(words: [String]) throws {
        let outcome = try gongkai.run(words)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("没有名为“没有的命令”的命令"))
    }
}
