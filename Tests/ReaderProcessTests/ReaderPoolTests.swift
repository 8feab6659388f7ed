import DocumentReading
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ReaderProcess

@Suite("reading in child processes")
struct ReaderPoolTests {
    @Test(
        "a document that ruins its child gets its own error, and the next one is read by a new child",
        arguments: [
            ("self-test memory", "too_much_memory"), ("self-test crash", "reader_crashed"),
            ("self-test exit", "reader_crashed"), ("self-test nonsense", "reader_crashed"),
        ])
    func ruin(name: String, code: String) throws {
        let pool = try SelfTestReader.pool { $0.limits.memoryBytes = 64 << 20 }
        #expect(SelfTestReader.outcome(pool, "self-test nothing").code == "self_test_done")
        let error = SelfTestReader.outcome(pool, name)
        #expect(error.code == code)
        #expect(error.message.contains("。"))
        #expect(SelfTestReader.outcome(pool, "self-test nothing").code == "self_test_done")
    }

    @Test("a document that never ends is stopped at the deadline, and the next one is read")
    func loop() throws {
        let pool = try SelfTestReader.pool(deadline: .milliseconds(300))
        let error = SelfTestReader.outcome(pool, "self-test loop")
        #expect(error.code == "too_slow")
        #expect(error.message.contains("GONGKAI_READ_SECONDS"))
        let patient = try SelfTestReader.pool()
        #expect(SelfTestReader.outcome(patient, "self-test nothing").code == "self_test_done")
    }

    @Test("a file over the limit is refused before a child is started")
    func tooLarge() throws {
        let pool = try SelfTestReader.pool {
            $0.limits.fileBytes = 1_000
            $0.executable = "/nonexistent"
        }
        #expect(SelfTestReader.outcome(pool, "a.txt", bytes: Array(repeating: 0x20, count: 1_001)).code == "too_large")
        #expect(
            SelfTestReader.outcome(pool, "a.txt", bytes: Array(repeating: 0x20, count: 1_000)).code
                == "reader_not_started")
    }

    @Test("an old file is handed to LibreOffice only where the settings allow it, else refused with what to do")
    func oldFiles() throws {
        let doc = Self.emptyOldFile
        #expect(LegacyOffice.needsConversion(doc))
        let careful = try SelfTestReader.pool { $0.convertsOldFiles = false }
        let refusal = SelfTestReader.outcome(careful, "年报.doc", bytes: doc)
        #expect(refusal.code == "legacy_format")
        #expect(refusal.message.contains("另存为docx"))
        // No time to convert: where there is a program for it, it was started.
        let willing = try SelfTestReader.pool { $0.limits.conversionSeconds = 0 }
        #expect(
            SelfTestReader.outcome(willing, "年报.doc", bytes: doc).code
                == (LegacyOffice.canConvert ? "conversion_timeout" : "legacy_format"))
    }

    /// A compound file whose directory names a text of Word, and that holds nothing.
    static var emptyOldFile: [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 632)
        for (index, byte) in "WordDocument".utf8.enumerated() { bytes[512 + index * 2] = byte }
        bytes[512 + 64] = 26
        return bytes
    }

    @Test("a large document goes through whole")
    func large() throws {
        let pool = try SelfTestReader.pool()
        let error = SelfTestReader.outcome(pool, "a.txt", bytes: Array(repeating: 0x41, count: 1_000_000))
        #expect(error.code == "not_a_report")
    }

    @Test("two hundred documents, good and bad, leave no child behind, alive or dead")
    func leaks() throws {
        // Tests run side by side in one process: the children of this one are told by a name of their own.
        let folder = TemporaryFolder()
        let program = folder.file("leak-reader")
        try FileManager.default.createSymbolicLink(
            atPath: program, withDestinationPath: try CommandRunner().executable.path)
        let pool = try SelfTestReader.pool { $0.executable = program }
        let names = ["nothing", "crash", "nothing", "exit", "nonsense"].map { "self-test \($0)" }
        for index in 0..<200 {
            let code = SelfTestReader.outcome(pool, names[index % names.count]).code
            #expect(
                code == (index % names.count % 2 == 0 && index % names.count < 4 ? "self_test_done" : "reader_crashed"))
            #expect(Children.ofThisProcess(named: "leak-reader").count <= 1)
        }
        pool.dismissIdleChildren()
        #expect(Children.ofThisProcess(named: "leak-reader") == [])
    }

    @Test("a child is replaced after as many documents by C libraries as are allowed; text does not count")
    func replacement() throws {
        let pool = try SelfTestReader.pool(documentsPerChild: 1)
        let first = SelfTestReader.outcome(pool, "self-test pid").message
        #expect(SelfTestReader.outcome(pool, "self-test pid").message == first)
        // A fresh child for the page, and another one after it.
        let page = SelfTestReader.outcome(pool, "self-test pid .html").message
        #expect(page != first)
        #expect(SelfTestReader.outcome(pool, "self-test pid").message != page)
    }

    @Test("threads share the children without mixing up answers")
    func threads() async throws {
        let pool = try SelfTestReader.pool(readers: 2)
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<40 {
                group.addTask {
                    SelfTestReader.outcome(pool, "self-test echo \(index)").message == "echo \(index)"
                }
            }
            for await same in group { #expect(same) }
        }
    }

    @Test("when every child is at work for too long, the next document is refused as busy")
    func busy() throws {
        let pool = try SelfTestReader.pool(deadline: .seconds(1)) { $0.patience = .zero }
        let slow = Mutex<String?>(nil)
        let thread = Thread {
            // Refused as busy itself where the other side holds the child just then.
            var code = "reader_busy"
            while code == "reader_busy" { code = SelfTestReader.outcome(pool, "self-test loop").code }
            slow.withLock { $0 = code }
        }
        thread.start()
        var codes: Set<String> = []
        while slow.withLock({ $0 }) == nil { codes.insert(SelfTestReader.outcome(pool, "self-test nothing").code) }
        #expect(codes.contains("reader_busy"))
        #expect(slow.withLock { $0 } == "too_slow")
    }

    @Test(
        "a program that cannot be started, or is none of ours, is a clear error",
        arguments: ["/nonexistent", "/bin/true"])
    func wrongProgram(path: String) throws {
        let pool = try SelfTestReader.pool { $0.executable = path }
        #expect(SelfTestReader.outcome(pool, "a.txt").code == "reader_not_started")
    }
}

/// The child processes of this process, by the files of the kernel.
enum Children {
    /// Those of a program, whether they run or are dead and not collected.
    static func ofThisProcess(named name: String) -> [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { process in
            guard Int32(process) != nil,
                let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            else { return false }
            return status.hasPrefix("Name:\t\(name)\n") && status.contains("\nPPid:\t\(getpid())\n")
        }
    }
}
