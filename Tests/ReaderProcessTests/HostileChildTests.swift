import DocumentReading
import Foundation
import TestSupport
import Testing

@testable import ReaderProcess

@Suite("a child that a document has taken over")
struct HostileChildTests {
    /// A program in place of ours that says the given bytes and then waits for the end of its input.
    private func outcome(saying messages: [[UInt8]], read: Bool = false) throws -> DocumentError {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let said = folder.appending(path: "said")
        try Data(messages.flatMap { $0 }).write(to: said)
        let draft = folder.appending(path: "draft")
        let program = folder.appending(path: "program")
        try Data("#!/bin/sh\ncat '\(said.path)'\nexec cat >/dev/null\n".utf8).write(to: draft)
        // Copied by another process: were it written here, a child that another test starts at this moment would hold
        // it open for writing, and the system refuses to run such a file.
        let copy = Process()
        copy.executableURL = URL(filePath: "/usr/bin/install")
        copy.arguments = ["-m", "755", draft.path, program.path]
        try copy.run()
        copy.waitUntilExit()
        let pool = try SelfTestReader.pool { $0.executable = program.path }
        guard read else { return SelfTestReader.outcome(pool, "a.txt", bytes: [0x41]) }
        do throws(DocumentError) {
            _ = try pool.read(name: "a.txt", bytes: [0x41])
            return DocumentError(code: "read", message: "")
        } catch {
            return error
        }
    }

    private func message(_ kind: FrameKind, _ name: String = "", _ body: String = "") -> [UInt8] {
        let head = FrameHead(kind: kind, nameLength: name.utf8.count, bodyLength: body.utf8.count)
        return head.bytes + Array(name.utf8) + Array(body.utf8)
    }

    @Test("a child that could not be shut in is not sent the document, and the setting to read anyway is named")
    func notConfined() throws {
        let error = try outcome(saying: [message(.notReady, "no_seccomp", "seccomp_load 22")])
        #expect(error.code == "reader_not_confined")
        #expect(error.message.contains("GONGKAI_READ_WITHOUT_SECCOMP=1"))
        let other = try outcome(saying: [message(.notReady, "no_confinement", "rlimit 9")])
        #expect(other.code == "reader_not_confined")
        #expect(!other.message.contains("GONGKAI_READ_WITHOUT_SECCOMP"))
    }

    @Test("an answer longer than allowed is not waited for")
    func long() throws {
        let head = FrameHead(kind: .report, nameLength: 0, bodyLength: 1 << 40).bytes
        #expect(try outcome(saying: [message(.ready), head]).code == "reader_crashed")
    }

    @Test(
        "an answer of another kind, or to no question, is not taken",
        arguments: [FrameKind.part, .end, .ready, .unpack])
    func kind(kind: FrameKind) throws {
        #expect(try outcome(saying: [message(.ready), message(kind, "a", "b")]).code == "reader_crashed")
    }

    @Test("a report of several lines cannot slip a second answer into a batch")
    func lines() throws {
        #expect(try outcome(saying: [message(.ready), message(.report, "", "{}\n{}")]).code == "damaged_answer")
    }

    @Test("a report that is none is not taken")
    func noReport() throws {
        #expect(
            try outcome(saying: [message(.ready), message(.report, "", "{\"cells\":3}")], read: true).code
                == "damaged_answer")
    }

    @Test("a refusal with a code that is none of ours is not passed on", arguments: ["", "A B", "a\u{1B}[2J", "a-b"])
    func code(code: String) throws {
        #expect(try outcome(saying: [message(.ready), message(.refusal, code, "x")]).code == "reader_crashed")
        #expect(try outcome(saying: [message(.ready), message(.refusal, "damaged", "x")]).code == "damaged")
    }
}
