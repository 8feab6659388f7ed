import Foundation
import TestSupport
import Testing

@Suite("Measuring the machine on the command line")
struct BenchCommandTests {
    @Test("every figure is told, and nothing stays behind")
    func figures() throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(["bench", "--quick", "--format", "json", "--in", folder.path])
        #expect(outcome.status == 0, "\(outcome.error)")
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(answer["schema"] as? String == "gongkai.bench/1")
        let lines = try #require(answer["lines"] as? [[String: Any]])
        #expect(
            lines.compactMap { $0["id"] as? String } == [
                "disk.sync", "acts.single", "acts.bulk", "verify.entries", "statistics.year", "page.report",
            ])
        #expect(lines.allSatisfy { ($0["value"] as? Double ?? 0) > 0 && $0["unit"] is String })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("the table names each figure with its unit")
    func table() throws {
        let folder = TemporaryFolder()
        let outcome = try CommandRunner().run(["bench", "--quick", "--in", folder.path])
        #expect(outcome.status == 0 && outcome.output.contains("件/秒") && outcome.output.contains("微秒"))
    }

    @Test("a folder that cannot be written is named")
    func refused() throws {
        let outcome = try CommandRunner().run(["bench", "--quick", "--in", "/nonexistent/place"])
        #expect(outcome.status == 2 && outcome.error.contains("/nonexistent/place"))
    }
}
