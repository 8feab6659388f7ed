import Foundation
import TestSupport
import Testing

/// Runs `scripts/install.sh` on machines that lack something: a folder of tools is all that the script can see.
@Suite("Installing what is missing")
struct InstallationTests {
    /// What the script itself is made of.
    private static let basics = ["bash", "dirname", "sed", "head", "grep", "env", "cat"]

    @Test("without the Swift toolchain it says where to get it and ends with 2")
    func noToolchain() throws {
        let result = try run(tools: [])
        #expect(result.status == 2)
        #expect(result.message.contains("没有找到 Swift 工具链"))
        #expect(result.message.contains("swift.org"))
        #expect(result.message.contains("以 root 身份执行"), "it tells of missing packages in the same breath")
    }

    @Test(
        "a Swift that is too old is named with its version",
        arguments: ["5.10", "6.2.4", "6.1"])
    func oldToolchain(version: String) throws {
        let result = try run(tools: [("swift", "echo 'Swift version \(version) (swift-\(version)-RELEASE)'")])
        #expect(result.status == 2)
        #expect(result.message.contains("Swift 版本是 \(version)，需要 6.3 或更新版本"))
    }

    @Test("a Swift that says nothing of its version is not taken for a good one")
    func brokenToolchain() throws {
        let result = try run(tools: [("swift", "exit 1")])
        #expect(result.status == 2)
        #expect(result.message.contains("Swift 版本是 未知"))
    }

    @Test("without apt it names what is missing")
    func noApt() throws {
        let result = try run(tools: [Self.goodSwift])
        #expect(result.status == 2)
        #expect(result.message.contains("本系统没有 apt"))
        #expect(result.message.contains("libsqlite3-dev"))
    }

    @Test("without root it gives the exact command")
    func noRoot() throws {
        let result = try run(tools: [Self.goodSwift, ("apt-get", "echo called; exit 1"), ("id", "echo 1000")])
        #expect(result.status == 2)
        #expect(result.message.contains("请以 root 身份执行：apt-get update && apt-get install -y"))
        #expect(!result.message.contains("called"))
    }

    @Test("an installation that fails, or that changes nothing, is not taken for a success")
    func failedInstallation() throws {
        let root = ("id", "echo 0")
        let failed = try run(tools: [Self.goodSwift, root, ("apt-get", "echo no network; exit 100")])
        #expect(failed.status == 2)
        #expect(failed.message.contains("no network"))
        #expect(failed.message.contains("安装失败"))
        let idle = try run(tools: [Self.goodSwift, root, ("apt-get", "exit 0")])
        #expect(idle.status == 2)
        #expect(idle.message.contains("安装之后仍然缺少"))
    }

    @Test("where everything is there it says nothing, calls no apt and ends with 0")
    func complete() throws {
        let there = ["pkg-config", "c++", "curl", "python3", "pdftotext"].map { ($0, "exit 0") }
        let package = ("dpkg-query", "printf installed")
        let result = try run(
            mode: "test-quick", tools: [Self.goodSwift, package, ("apt-get", "echo called")] + there)
        #expect(result.status == 0)
        #expect(result.message == "")
    }

    @Test("a wrong word is answered with the usage and 64", arguments: ["tests", "--quick", "all"])
    func usage(word: String) throws {
        let result = try run(mode: word, tools: [])
        #expect(result.status == 64)
        #expect(result.message.contains("用法：scripts/install.sh"))
    }

    private static let goodSwift = ("swift", "echo 'Swift version 6.4-dev (x)'")

    /// Runs the script with nothing on the path but its basics and the given tools, each a line of shell.
    private func run(mode: String = "run", tools: [(name: String, line: String)]) throws -> (
        status: Int32, message: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "install-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in Self.basics {
            let tool = try #require(TestEnvironment.tool(name))
            try FileManager.default.createSymbolicLink(at: folder.appending(path: name), withDestinationURL: tool)
        }
        try write(tools, into: folder)
        let process = Process()
        process.executableURL = TestEnvironment.tool("bash")
        process.arguments =
            [TestEnvironment.packageFolder.appending(path: "scripts/install.sh").path] + [mode]
        process.environment = ["PATH": folder.path]
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let message = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, message)
    }

    /// Writes the tools by a shell of its own: a file that this process has open for writing may be held open for a
    /// moment by a program that another test starts meanwhile, and cannot be run until then.
    private func write(_ tools: [(name: String, line: String)], into folder: URL) throws {
        let shell = Process()
        shell.executableURL = TestEnvironment.tool("bash")
        let lines =
            "while (($#)); do printf '#!/usr/bin/env bash\\n%s\\n' \"$2\" >\"$1\"; chmod 755 \"$1\"; shift 2; done"
        shell.arguments =
            ["-c", lines, "write"] + tools.flatMap { [folder.appending(path: $0.name).path, $0.line] }
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0)
    }
}
