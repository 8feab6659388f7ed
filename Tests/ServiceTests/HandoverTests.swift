import CivilTime
import Disclosure
import Foundation
import Ledger
import Service
import TestSupport
import Testing

@Suite("What goes to archives and library")
struct HandoverTests {
    private static func publish(_ item: String, on day: String, body: String) -> String {
        """
        {"act":"item.draft","subject":"\(item)","day":"\(day)","title":"测试信息/\(item)","formed":"\(day)","category":"art20_5","body":"\(body)"}
        {"act":"item.submit","subject":"\(item)","day":"\(day)","secrecy":"不涉密"}
        {"act":"item.approve","subject":"\(item)","day":"\(day)","actor":"li-si","role":"reviewer"}
        {"act":"item.approve","subject":"\(item)","day":"\(day)","actor":"wang-wu","role":"leader"}
        {"act":"item.publish","subject":"\(item)","day":"\(day)","channels":["website"]}

        """
    }

    private static func prepare(_ number: String, _ items: [String], on day: String) -> String {
        let list = items.isEmpty ? "" : ",\"items\":[\(items.map { "\"\($0)\"" }.joined(separator: ","))]"
        return "{\"act\":\"handover.prepare\",\"subject\":\"\(number)\",\"day\":\"\(day)\"\(list)}\n"
    }

    /// Two items, the first with a file; handed over on 10 March.
    private func with(_ engine: DatabaseEngine = .sqlite, _ body: (ActOffice, Office) throws -> Void) throws {
        try ActOffice.with(engine) { office in
            let paper = try Paper("测试正文", files: [Paper.File("测试附件.txt", Array("附件内容".utf8))])
            try office.ledger.papers.keep(paper, at: ActOffice.moment("2025-03-01"))
            try office.done(
                Self.publish("i-1", on: "2025-03-03", body: paper.reference.text)
                    + Self.publish("i-2", on: "2025-03-12", body: "elsewhere-1")
                    + Self.prepare("2025-1", ["i-1"], on: "2025-03-10"))
            let code = try #require(AgencyCode("office"))
            try body(office, try #require(try office.ledger.offices.office(code: code)))
        }
    }

    @Test(
        "what is on line and in no batch is due; what was handed over is not handed over again as it is",
        arguments: DatabaseEngine.allCases)
    func due(_ engine: DatabaseEngine) throws {
        try with(engine) { office, own in
            let list = ListHandovers(ledger: office.ledger, calendar: office.calendar)
            let today = try #require(Day("2025-04-30"))
            let schedule = HandoverSchedule([5, 20])
            let view = try list.run(own.code, today: today, schedule: schedule)
            #expect(view.due.map(\.item.text) == ["i-2"] && view.batches.map(\.number.description) == ["2025-1"])
            // The batch of 10 March stands for the 5th; 20 March and both of April (the 5th and 20th are days off) are missing.
            #expect(view.missing.map(\.description) == ["2025-03-20", "2025-04-07", "2025-04-21"])
            #expect(try list.run(own.code, today: today).missing.isEmpty)

            let again = try office.refused(Self.prepare("2025-2", ["i-1"], on: "2025-03-20"))
            #expect(again.map(\.code) == [.handoverItemKnown])
            // Published anew, it goes again; a nil return is a batch too.
            try office.done(
                """
                {"act":"item.amend","subject":"i-1","day":"2025-03-21","title":"测试信息","formed":"2025-03-21","category":"art20_5","body":"elsewhere-2"}
                {"act":"item.submit","subject":"i-1","day":"2025-03-21","secrecy":"不涉密"}
                {"act":"item.approve","subject":"i-1","day":"2025-03-21","actor":"li-si","role":"reviewer"}
                {"act":"item.approve","subject":"i-1","day":"2025-03-21","actor":"wang-wu","role":"leader"}
                {"act":"item.publish","subject":"i-1","day":"2025-03-22","channels":["website"]}

                """ + Self.prepare("2025-2", ["i-1", "i-2"], on: "2025-03-24")
                    + Self.prepare("2025-3", [], on: "2025-04-07"))
            let after = try list.run(own.code, today: today, schedule: schedule)
            #expect(after.due.isEmpty && after.missing.map(\.description) == ["2025-04-21"])
        }
    }

    @Test("a batch is packed with its paper, list, texts and files, and digests that fit")
    func packing() throws {
        try with { office, own in
            try office.done(
                Self.prepare("2025-2", ["i-2"], on: "2025-03-20") + Self.prepare("2025-3", [], on: "2025-04-07"))
            let today = try #require(Day("2025-04-30"))
            let pack = PackHandover(ledger: office.ledger)
            let parts = try Self.parts(of: try pack.run(try #require(HandoverNumber("2025-1")), of: own, today: today))
            #expect(
                Set(parts.keys) == [
                    "交接文据.docx", "目录.csv", "001 测试信息_i-1/正文.md", "001 测试信息_i-1/附件1 测试附件.txt", "清单.json",
                ])
            #expect(parts["001 测试信息_i-1/附件1 测试附件.txt"].map { String(decoding: $0, as: UTF8.self) } == "附件内容")
            #expect(parts["目录.csv"].map { String(decoding: $0, as: UTF8.self).contains("office/2025-00001") } == true)
            struct Manifest: Decodable {
                struct File: Decodable {
                    let path: String
                    let size: Int
                    let sha256: String
                }
                let schema: String
                let number: String
                let items: Int
                let files: [File]
            }
            let manifest = try JSONDecoder().decode(Manifest.self, from: try #require(parts["清单.json"]))
            #expect(manifest.schema == "gongkai.handover/1" && manifest.number == "2025-1" && manifest.items == 1)
            #expect(manifest.files.count == 4)
            for file in manifest.files {
                let bytes = [UInt8](try #require(parts[file.path]))
                #expect(bytes.count == file.size && Digest(of: bytes).hex == file.sha256, "\(file.path)")
            }
            // A body that is kept elsewhere goes on paper; a nil return is its paper alone.
            let elsewhere = try Self.parts(
                of: try pack.run(try #require(HandoverNumber("2025-2")), of: own, today: today))
            #expect(Set(elsewhere.keys) == ["交接文据.docx", "目录.csv", "清单.json"])
            let none = try Self.parts(of: try pack.run(try #require(HandoverNumber("2025-3")), of: own, today: today))
            #expect(none.count == 3)
        }
    }

    @Test("what cannot be packed is said")
    func refusals() throws {
        try with { office, own in
            let today = try #require(Day("2025-04-30"))
            func codes(_ number: String, limit: Int = PackHandover.standardByteLimit) throws -> [Finding.Code] {
                let pack = PackHandover(ledger: office.ledger, byteLimit: limit)
                guard
                    case .refused(let findings) = try pack.run(
                        try #require(HandoverNumber(number)), of: own, today: today)
                else { return [] }
                return findings.map(\.code)
            }
            #expect(try codes("2025-9") == [.handoverNotPrepared])
            #expect(try codes("2025-1", limit: 11) == [.valueTooLong])
            #expect(try codes("2025-1", limit: 12).isEmpty)
            try office.done(#"{"act":"item.withdraw","subject":"i-1","day":"2025-04-01","reasons":"内容有误"}"#)
            #expect(try codes("2025-1") == [.handoverNotPublished])
            try office.done(#"{"act":"handover.void","subject":"2025-1","day":"2025-04-02","reasons":"登记有误"}"#)
            #expect(try codes("2025-1") == [.handoverVoided])
        }
    }

    /// The files of a zip, as another program unpacks it.
    private static func parts(of outcome: PackHandover.Outcome) throws -> [String: Data] {
        guard case .packed(let bytes) = outcome else { throw Refused(outcome: "\(outcome)") }
        let folder = TemporaryFolder()
        try Data(bytes).write(to: folder.url.appending(path: "a.zip"))
        let python = Process()
        python.executableURL = TestEnvironment.tool("python3")
        python.arguments = [
            "-c",
            "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])",
            folder.file("a.zip"), folder.file("out"),
        ]
        try python.run()
        python.waitUntilExit()
        guard python.terminationStatus == 0 else { throw Refused(outcome: "python3") }
        let root = folder.url.appending(path: "out")
        var parts: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            let file = root.appending(path: name)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                parts[name] = try Data(contentsOf: file)
            }
        }
        return parts
    }

    private struct Refused: Error { let outcome: String }
}
