import Foundation
import TestSupport
import Testing

@Suite("The handbook of offices")
struct HandbookTests {
    private enum Block {
        case commands(String)
        case output([String])
    }

    /// The commands of the page and what it says they print, in order.
    private static func blocks() throws -> [Block] {
        let page = try String(
            contentsOf: TestEnvironment.packageFolder.appending(path: "docs/handbook.zh-CN.md"), encoding: .utf8)
        var blocks: [Block] = []
        for (index, piece) in page.components(separatedBy: "```").enumerated() where !index.isMultiple(of: 2) {
            let lines = piece.split(separator: "\n", omittingEmptySubsequences: false)
            let body = lines.dropFirst()
            switch lines.first {
            case "sh": blocks.append(.commands(body.joined(separator: "\n")))
            case "text": blocks.append(.output(body.map(String.init).filter { !$0.isEmpty }))
            default: Issue.record("a block of the page is neither sh nor text: \(piece.prefix(40))")
            }
        }
        return blocks
    }

    @Test("every command of the page works as written, one after the other, and prints what the page says")
    func commands() throws {
        let folder = TemporaryFolder()
        let programs = folder.file("programs")
        try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: programs + "/gongkai", withDestinationPath: try CommandRunner().executable.path)
        let shell = CommandRunner(executable: URL(filePath: "/bin/bash"))
        var output = ""
        var ran = 0
        for block in try Self.blocks() {
            switch block {
            case .commands(let text):
                let outcome = try shell.run(
                    ["-e", "-c", text],
                    environment: [
                        "PATH": programs + ":/usr/local/bin:/usr/bin:/bin", "GONGKAI_DATA": folder.file("data"),
                    ], in: folder.url, limit: 120)
                #expect(outcome.status == 0, "\(text)\n\(outcome.output)\n\(outcome.error)")
                output = outcome.output
                ran += 1
            case .output(let lines):
                for line in lines { #expect(output.contains(line), "“\(line)” is not in:\n\(output)") }
            }
        }
        #expect(ran >= 10)
    }
}
