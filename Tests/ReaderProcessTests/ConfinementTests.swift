import DocumentReading
import Foundation
import ReaderProcess
import TestSupport
import Testing

@Suite("the confinement of a reading process")
struct ConfinementTests {
    @Test(
        "a child can neither send, write, start, signal nor lift its limits",
        arguments: ["socket", "write", "append", "rename", "remove", "folder", "start", "signal", "limit"])
    func denied(what: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gongkai-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("a")
        if what != "write" { try Data("x".utf8).write(to: file) }
        let path = what == "folder" ? folder.appendingPathComponent("b").path : file.path

        let pool = try SelfTestReader.pool()
        #expect(SelfTestReader.outcome(pool, "self-test \(what) \(path)").code == "self_test_denied")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == (what == "write" ? [] : ["a"]))
        // The same child goes on with the next document.
        #expect(SelfTestReader.outcome(pool, "self-test nothing").code == "self_test_done")
    }

    @Test("the fonts and character maps of the system can be read")
    func systemData() throws {
        let pool = try SelfTestReader.pool()
        #expect(SelfTestReader.outcome(pool, "self-test read /usr/share").code == "self_test_allowed")
    }

    @Test("the files of this machine cannot be read, where the kernel has Landlock", .enabled(if: Kernel.hasLandlock))
    func otherFiles() throws {
        let pool = try SelfTestReader.pool()
        for path in ["/etc/passwd", FileManager.default.temporaryDirectory.path, "/proc/self/environ"] {
            #expect(SelfTestReader.outcome(pool, "self-test read \(path)").code == "self_test_denied")
        }
    }
}

/// What the running kernel has.
enum Kernel {
    static let hasLandlock: Bool = {
        let pool = try? SelfTestReader.pool()
        return pool.map { SelfTestReader.outcome($0, "self-test landlock").code == "self_test_allowed" } ?? false
    }()
}
