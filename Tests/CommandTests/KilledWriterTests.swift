import Foundation
import Synchronization
import TestSupport
import Testing

/// A recording program that is killed at any moment loses no act that it answered, and leaves a ledger that verifies.
@Suite("A killed writer", .slow)
struct KilledWriterTests {
    private static let kills = 100

    /// Where a writer keeps its ledger, and the setting of its key.
    private struct Place {
        let options: [String]
        let environment: [String: String]
    }

    private func place(_ engine: DatabaseEngine, _ folder: TemporaryFolder) throws -> Place {
        guard engine == .postgresql else { return Place(options: ["--data", folder.file("var")], environment: [:]) }
        let cluster = try #require(PostgresCluster.shared)
        return Place(
            options: ["--database", cluster.address(schema: try cluster.freshSchema())],
            environment: ["GONGKAI_KEY": String(repeating: "5a", count: 32)])
    }

    @Test(
        "killed a hundred times under load, the ledger holds every answered act, and every chain verifies",
        arguments: DatabaseEngine.allCases)
    func killed(_ engine: DatabaseEngine) throws {
        let folder = TemporaryFolder()
        let runner = try CommandRunner()
        let place = try place(engine, folder)
        let office = try runner.run(["office", "add", "--agency", "test-office", "--name", "测试局"] + place.options)
        #expect(office.status == 0, "\(office.error)")
        var random = SeededGenerator(seed: 20_260_101)
        var answered: Set<String> = []
        var next = 1
        for _ in 0..<Self.kills {
            let (acknowledged, last) = try oneLife(
                runner, place, from: next, answers: Int.random(in: 1...12, using: &random))
            answered.formUnion(acknowledged)
            next = last
        }
        #expect(answered.count >= Self.kills)
        let verified = try runner.run(["verify", "--projections"] + place.options)
        #expect(verified.status == 0, "\(verified.output)\(verified.error)")
        let out = folder.file("all.jsonl")
        let exported = try runner.run(["export", "--to", out, "--format", "jsonl"] + place.options)
        #expect(exported.status == 0, "\(exported.error)")
        let kept = try String(contentsOfFile: out, encoding: .utf8)
        let missing = answered.filter { !kept.contains("\"\($0)\"") }
        #expect(missing.isEmpty, "answered, but not kept: \(missing.sorted().prefix(5))")
    }

    /// Starts a writer, hands it acts without end, and kills it after some answers.
    ///
    /// - Returns: the numbers of the applications that it answered as recorded, and the first one that was never handed over.
    private func oneLife(
        _ runner: CommandRunner, _ place: Place, from first: Int, answers: Int
    ) throws -> (Set<String>, Int) {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = runner.executable
        process.arguments =
            [
                "act", "--each", "--format", "json", "--agency", "test-office", "--actor", "zhang-san", "--role",
                "officer",
            ] + place.options
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"].merging(place.environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var lines = ""
        let end = first + 40
        for number in first..<end { lines += Self.register(number) + "\n" }
        input.fileHandleForWriting.write(Data(lines.utf8))
        var said = Data()
        while said.count(where: { $0 == 0x0A }) < answers {
            let piece = output.fileHandleForReading.availableData
            if piece.isEmpty { break }
            said += piece
        }
        kill(process.processIdentifier, SIGKILL)
        said += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        // A last line that was cut off was never answered.
        let whole = said.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        var recorded: Set<String> = []
        for line in whole {
            let answer = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
            guard answer["outcome"] as? String == "recorded" else { continue }
            let acts = try #require(answer["acts"] as? [[String: Any]])
            recorded.formUnion(acts.compactMap { $0["subject"] as? String })
        }
        return (recorded, end)
    }

    private static func register(_ number: Int) -> String {
        """
        {"act":"request.register","subject":"2025-\(number)","day":"2025-06-03","channel":"in_person",\
        "applicant":{"name":"测试申请人甲"},"applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}
        """
    }
}
