import ChildProgram
import Testing

@Suite("Running another program")
struct ChildProgramTests {
    private func shell(
        _ script: String, input: [UInt8] = [], outputLimit: Int = 1 << 20, seconds: Int = 60
    ) -> ChildProgram.Outcome {
        ChildProgram.run(
            "/bin/sh", arguments: ["-c", script], home: "/nonexistent", input: input, outputLimit: outputLimit,
            seconds: seconds)
    }

    @Test("what is written to it comes back whole, however much it is")
    func wholeText() {
        let text = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(shell("cat", input: text, outputLimit: 4 << 20) == .ended(status: 0, output: text))
    }

    @Test("its status is told, and the signal that ended it")
    func status() {
        #expect(shell("exit 3") == .ended(status: 3, output: []))
        #expect(shell("kill -KILL $$") == .ended(status: 137, output: []))
    }

    @Test("it sees a home, a path and a language, and nothing else of the environment")
    func environment() {
        guard case .ended(0, let output) = shell("/usr/bin/env") else { return #expect(Bool(false)) }
        let names = String(decoding: output, as: UTF8.self).split(separator: "\n").map {
            String($0.prefix { $0 != "=" })
        }
        #expect(Set(names).subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == ["HOME", "PATH", "LANG"])
    }

    @Test("one that does not read its input is no failure")
    func deaf() {
        let text = [UInt8](repeating: 0x61, count: 2_000_000)
        #expect(shell("echo done", input: text) == .ended(status: 0, output: Array("done\n".utf8)))
    }

    @Test("one that takes too long, or writes too much, is ended with its children")
    func limits() {
        #expect(shell("sleep 600 & sleep 600", seconds: 1) == .tooSlow)
        #expect(shell("yes", outputLimit: 1000) == .tooMuch)
    }

    @Test("a program that is not there is not started")
    func missing() {
        let outcome = ChildProgram.run(
            "/nonexistent/program", arguments: [], home: "/nonexistent", outputLimit: 1, seconds: 1)
        #expect(outcome == .notStarted)
    }
}
