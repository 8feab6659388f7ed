import Foundation
import TestSupport
import Testing

@Suite("the folder of resources")
struct ResourceFolderTests {
    static let words = ["deadline", "--received", "2021-09-13"]
    let built: CommandRunner
    let folder: TemporaryFolder

    init() throws {
        built = try CommandRunner()
        folder = TemporaryFolder()
    }

    /// The program at another place, away from the source tree.
    ///
    /// Copied by a program of its own: a file that this process has open for writing may be held open for a moment by a
    /// program that another test starts meanwhile, and cannot be run until then.
    private func moved(to path: String) throws -> CommandRunner {
        let place = folder.url.appending(path: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        let copy = Process()
        copy.executableURL = TestEnvironment.tool("cp")
        copy.arguments = [built.executable.path, place.path]
        try copy.run()
        copy.waitUntilExit()
        try #require(copy.terminationStatus == 0)
        return CommandRunner(executable: place)
    }

    @Test(
        "it is found beside the program, in the share folder of an installation, and above a build folder",
        arguments: [
            ("opt/gongkai", "opt/Resources"), ("usr/bin/gongkai", "usr/share/gongkai"),
            ("tree/.build/debug/gongkai", "tree/Resources"),
        ])
    func found(program: String, resources: String) throws {
        let gongkai = try moved(to: program)
        try folder.write(try OfficialCalendar.text(), to: "\(resources)/holidays.tsv")
        let outcome = try gongkai.run(Self.words)
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("2021年10月15日"))
    }

    @Test("where there is none, the program says where it looked and how to name it")
    func missing() throws {
        let outcome = try moved(to: "opt/gongkai").run(Self.words)
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("找不到资源文件夹"))
        #expect(outcome.error.contains("\(folder.url.path)/opt/Resources"))
        #expect(outcome.error.contains("GONGKAI_RESOURCES"))
    }

    @Test("the setting goes before everything else")
    func setting() throws {
        try folder.write("official\t2021\n", to: "other/holidays.tsv")
        let other = folder.url.appending(path: "other").path
        let outcome = try built.run(Self.words, environment: ["GONGKAI_RESOURCES": other])
        // Without any day off, 20 working days after 2021-09-13 is 2021-10-11.
        #expect(outcome.output.contains("2021年10月11日"))
    }

    @Test("a setting that leads nowhere is an error, not passed over")
    func wrongSetting() throws {
        let outcome = try built.run(Self.words, environment: ["GONGKAI_RESOURCES": folder.url.path])
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("环境变量 GONGKAI_RESOURCES"))
        #expect(outcome.error.contains(folder.url.path))
    }

    @Test("a damaged calendar is named with its line")
    func damaged() throws {
        try folder.write("official\t2021\noff\t2021-13-01\t测试\n", to: "other/holidays.tsv")
        let other = folder.url.appending(path: "other").path
        let outcome = try built.run(Self.words, environment: ["GONGKAI_RESOURCES": other])
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("\(other)/holidays.tsv"))
        #expect(outcome.error.contains("第 2 行"))
    }
}
