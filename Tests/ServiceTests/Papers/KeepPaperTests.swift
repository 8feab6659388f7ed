import Disclosure
import DocumentReading
import Foundation
import Ledger
import Service
import TestSupport
import Testing

@Suite("Keeping papers")
struct KeepPaperTests {
    /// Says for every file what a test wants to hear.
    private struct FixedText: TextReadingPort {
        var answer: Result<String, DocumentError>
        func text(name: String, bytes: [UInt8]) throws(DocumentError) -> String { try answer.get() }
    }

    private func keep(
        _ office: ActOffice, _ text: String, _ files: [PreparePaper.File] = [], as role: Role = .officer,
        of agency: String = "office", limits: PaperLimits = PaperLimits(),
        reader: any TextReadingPort = InProcessTextReader()
    ) throws -> KeepPaper.Outcome {
        let code = try #require(AgencyCode(agency))
        return try KeepPaper(ledger: office.ledger, prepare: PreparePaper(reader: reader, limits: limits)).run(
            text, files: files,
            by: Actor(OfficerReference(known: "zhang-san"), as: role, of: try #require(AgencyCode("office"))),
            for: code, at: ActOffice.moment("2026-01-05"))
    }

    @Test("the text of docx, xlsx, pdf and html files is read for the search")
    func read() throws {
        let folder = TestEnvironment.packageFolder.appending(path: "Resources/demo/files")
        let words = [
            "演示权责清单.docx": "演示蓝鲸计划", "演示预算表.xlsx": "演示青鸟工程", "演示应急预案.pdf": "台风白海豚", "演示办事流程.html": "演示红鹤",
        ]
        let names = words.keys.sorted()
        let files = try names.map { name in
            PreparePaper.File(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
        }
        try ActOffice.with { office in
            guard case .kept(let paper) = try keep(office, "见附件", files) else {
                Issue.record("not kept")
                return
            }
            for file in paper.files {
                let text = try #require(try office.ledger.papers.text(of: file), "\(file.name): \(file.remark ?? "")")
                #expect(text.contains(try #require(words[file.name])), "\(file.name)")
            }
        }
    }

    @Test("a file that cannot be read is kept with the reason; one that is too long is cut and says so")
    func unreadable() throws {
        try ActOffice.with { office in
            let file = PreparePaper.File(name: "a.bin", bytes: [0, 1, 2])
            var limits = PaperLimits()
            limits.extractCharacters = 3
            for (answer, remark, text) in [
                (Result<String, DocumentError>.failure(DocumentError(code: "x", message: "读不了。")), "读不了。", nil),
                (.success(" \n"), "没有可以检索的文字。", nil), (.success("一二三四"), "只有前 3 个字可以检索。", "一二三"),
                (.success("一\u{0}"), nil, "一 "),
            ] as [(Result<String, DocumentError>, String?, String?)] {
                let bytes = Array("\(remark ?? "")\(text ?? "")".utf8)
                guard
                    case .kept(let paper) = try keep(
                        office, "", [.init(name: file.name, bytes: bytes)], limits: limits,
                        reader: FixedText(answer: answer))
                else {
                    Issue.record("not kept")
                    continue
                }
                #expect(paper.files[0].remark == remark)
                #expect(try office.ledger.papers.text(of: paper.files[0]) == text)
            }
        }
    }

    @Test(
        "only an officer of the office may keep a paper",
        arguments: [
            (Role.reviewer, "office", "policy.role_refused"), (.officer, "street", "policy.other_office"),
            (.officer, "nobody", "ledger.unknown_office"), (.visitor, "office", "policy.role_refused"),
        ])
    func refused(role: Role, agency: String, code: String) throws {
        try ActOffice.with { office in
            guard case .refused(let findings) = try keep(office, "正文", as: role, of: agency) else {
                Issue.record("kept")
                return
            }
            #expect(findings.first?.code.rawValue == code)
        }
    }

    @Test("a body may be written into the act: it is kept with the act, and with a refused one nothing is")
    func written() throws {
        try ActOffice.with { office in
            var acts = office.acts
            acts.bodies = WrittenBodies(prepare: PreparePaper(reader: InProcessTextReader())) { path throws(Refusal) in
                PreparePaper.File(name: path, bytes: Array("附件内容".utf8))
            }
            func load(_ line: String, isTrial: Bool = false) throws -> PerformActs.Outcome {
                try LoadActs(acts).run(
                    Array(line.utf8), by: .init(agency: "office", actor: "zhang-san", role: "officer"),
                    at: ActOffice.moment("2026-01-05"), isTrial: isTrial)
            }
            func draft(_ body: String, formed: String = "2026-01-05") -> String {
                #"{"act":"item.draft","subject":"i-1","day":"2026-01-05","title":"测试","formed":"\#(formed)","category":"art20_3","body":\#(body)}"#
            }
            let body = ##"{"text":"# 正文","files":["甲.txt"]}"##
            let reference = try Paper("# 正文", files: [.init("甲.txt", Array("附件内容".utf8))]).reference
            guard case .refused = try load(draft(body, formed: "2027-01-01")) else { throw Missing() }
            guard case .recorded = try load(draft(body), isTrial: true) else { throw Missing() }
            #expect(try office.ledger.papers.paper(reference) == nil)
            guard case .recorded(let done) = try load(draft(body)) else { throw Missing() }
            #expect(done.first?.entries.first?.payload.contains(reference.text) == true)
            #expect(try office.ledger.papers.paper(reference)?.files.first?.hasText == true)
            for (wrong, field) in [
                (#"{"txt":"一"}"#, "body.txt"), (#"{"text":3}"#, "body"), (#"{"files":"a"}"#, "body"),
                ("{}", "body.text"),
            ] {
                guard case .refused(let problems) = try load(draft(wrong)) else { throw Missing() }
                #expect(problems.first?.findings.first?.field == field, "\(wrong)")
            }
            acts.bodies = nil
            guard case .refused(let problems) = try load(draft(body)) else { throw Missing() }
            #expect(problems.first?.findings.first?.field == "body")
        }
    }

    private struct Missing: Error {}
}
