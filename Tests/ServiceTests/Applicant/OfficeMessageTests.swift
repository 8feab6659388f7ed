import CivilTime
import Disclosure
import Foundation
import Ledger
import Service
import TestSupport
import Testing
import Vault

@Suite("what an office sends to an applicant")
struct OfficeMessageTests {
    private static let pdf = Array("%PDF-1.7 答复附件".utf8)

    /// Does acts whose documents may name the files of the test.
    private func perform(
        _ site: ApplicantOffice, _ lines: String, as role: String = "officer", by actor: String = "li-si",
        on day: String = ApplicantOffice.day
    ) throws -> PerformActs.Outcome {
        var acts = site.office.acts
        acts.bodies = WrittenBodies(prepare: PreparePaper(reader: InProcessTextReader())) { path throws(Refusal) in
            switch path {
            case "附件.pdf": PreparePaper.File(name: path, bytes: Self.pdf)
            case "表.xlsx": PreparePaper.File(name: path, bytes: [0x50, 0x4B, 0x03, 0x04, 1])
            case "页面.html": PreparePaper.File(name: path, bytes: Array("<script>".utf8))
            default: PreparePaper.File(name: path, bytes: [])
            }
        }
        return try LoadActs(acts).run(
            Array(lines.utf8), by: .init(agency: "office", actor: actor, role: role), at: ActOffice.moment(day))
    }

    private func done(_ site: ApplicantOffice, _ lines: String, on day: String = ApplicantOffice.day) throws {
        guard case .recorded = try perform(site, lines, on: day) else {
            Issue.record("\(try perform(site, lines, on: day))")
            return
        }
    }

    private func refused(
        _ site: ApplicantOffice, _ lines: String, as role: String = "officer"
    ) throws -> [Finding.Code] {
        let before = try site.office.ledger.entries.count()
        guard case .refused(let problems) = try perform(site, lines, as: role) else {
            Issue.record("allowed: \(lines)")
            return []
        }
        #expect(try site.office.ledger.entries.count() == before)
        return problems.flatMap(\.findings).map(\.code)
    }

    @Test(
        "a message of the office is sealed, read once by its applicant, and no entry tells what it says",
        arguments: DatabaseEngine.allCases)
    func message(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let key = try site.applied().key
            try done(
                site,
                #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-03","text":{"text":"测试张三您好：\n请看附件。"},"papers":[{"file":"附件.pdf"}]}"#
            )
            let view = try #require(try site.follow.see(key, at: ApplicantOffice.now))
            let message = try #require(view.messages.last)
            #expect(message.isFromOffice && message.isUnread && message.text == "测试张三您好：\n请看附件。")
            #expect(message.papers.map(\.label.fileName) == ["附件.pdf"] && view.request.unreadMessages == 1)
            #expect(view.handedIn.map(\.label.name) == ["测试张三的证件.jpg"], "what the office sent is not the applicant's")
            let reference = try #require(message.papers.first).reference
            #expect(try site.follow.file(reference, of: key, at: ApplicantOffice.now)?.bytes == Self.pdf)
            #expect(try site.goOn.run(.readMessages, on: key, at: ApplicantOffice.now).isEmpty)
            #expect(
                try site.goOn.run(.readMessages, on: key, at: ApplicantOffice.now).map(\.code) == [.messageNoneUnread])
            #expect(try site.follow.see(key, at: ApplicantOffice.now)?.messages.last?.isUnread == false)
            let entries = try site.office.ledger.entries.entries(
                of: Subject<RequestAct>(key.request), office: key.office)
            #expect(entries.suffix(2).map(\.kind) == ["request.message_sent", "request.messages_read"])
            #expect(entries.last?.actor == .applicant && entries.suffix(2).first?.actor != .applicant)
            for entry in entries {
                #expect(!entry.payload.contains("张三") && !entry.payload.contains("附件"), "\(entry.kind)")
            }
        }
    }

    @Test("what is no message is refused and leaves nothing behind, and only who handles may write")
    func refusals() throws {
        try ApplicantOffice.with { site in
            let (one, two) = (try site.applied().key, try site.applied().key)
            func line(_ fields: String) -> String {
                #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-03"\#(fields)}"#
            }
            #expect(try refused(site, line("")) == [.messageEmpty])
            #expect(try refused(site, line(#","text":{"text":"  "}"#)) == [.valueForm])
            #expect(try refused(site, line(#","text":{"text":"a","file":"附件.pdf"}"#)) == [.valueForm])
            #expect(try refused(site, line(#","papers":[{"file":"页面.html"}]"#)) == [.fileFormat])
            #expect(try refused(site, line(#","papers":[{"file":"没有"}]"#)) == [.fileEmpty])
            #expect(try refused(site, line(#","text":"d-0123456789"# + "\"")).count == 1)
            #expect(try refused(site, line(#","text":{"text":"x"}"#), as: "leader").count == 1)
            let papers = try site.office.ledger.sealedPapers.papers(of: one.request, office: one.office)
            #expect(papers.map(\.role) == [.identityProof], "nothing of a refused act is kept")
            // The proof of another application cannot be sent in a message.
            let other = try #require(
                try site.office.ledger.sealedPapers.papers(of: two.request, office: two.office).first)
            #expect(try refused(site, line(#","papers":["\#(other.reference)"]"#)).count == 1)
            let acts = site.office.acts
            let outcome = try LoadActs(acts).run(
                Array(line(#","text":{"text":"x"}"#).utf8),
                by: .init(agency: "office", actor: "li-si", role: "officer"), at: ApplicantOffice.now)
            guard case .refused = outcome else {
                Issue.record("a form names no files")
                return
            }
        }
    }

    @Test("the files of an answer open to its applicant only, and only once the answer may be read")
    func answer() throws {
        try ApplicantOffice.with { site in
            let online = try site.applied().key
            let posted = try site.applied(
                ApplicantOffice.form {
                    $0[.delivery] = "post"
                    $0[.address] = "测试路1号"
                }
            ).key
            for number in ["2025-1", "2025-2"] {
                try done(
                    site,
                    #"{"act":"request.confirm_receipt","subject":"\#(number)","day":"2025-06-03"}"# + "\n"
                        + #"{"act":"request.decide","subject":"\#(number)","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"随本答复提供","files":[{"file":"附件.pdf"},{"file":"表.xlsx"}]}"#
                )
            }
            let view = try #require(try site.follow.see(online, at: ApplicantOffice.now))
            #expect(view.answerFiles.map(\.label.format) == [.pdf, .xlsx])
            let file = try #require(view.answerFiles.first).reference
            #expect(try site.follow.file(file, of: online, at: ApplicantOffice.now)?.bytes == Self.pdf)
            #expect(try site.follow.file(file, of: posted, at: ApplicantOffice.now) == nil)
            let proof = try #require(view.papers.first { $0.role == .identityProof }).reference
            #expect(try site.follow.file(proof, of: online, at: ApplicantOffice.now) == nil)
            let hidden = try #require(try site.follow.see(posted, at: ApplicantOffice.now))
            let waiting = try #require(hidden.papers.first { $0.role == .answer && $0.label.format == .pdf }).reference
            #expect(hidden.answerFiles.isEmpty && !hidden.showsAnswer)
            #expect(try site.follow.file(waiting, of: posted, at: ApplicantOffice.now) == nil)
            try done(
                site, #"{"act":"request.serve","subject":"2025-2","day":"2025-06-04","manner":"post","proof":"挂号1"}"#,
                on: "2025-06-04")
            let later = ActOffice.moment("2025-06-05")
            #expect(try site.follow.file(waiting, of: posted, at: later)?.bytes == Self.pdf)
        }
    }

    @Test("an answer that gives nothing has no files")
    func refusal() throws {
        try ApplicantOffice.with { site in
            _ = try site.applied()
            try done(site, #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-03"}"#)
            let codes = try refused(
                site,
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-03","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路","day":"2025-06-03"},"files":[{"file":"附件.pdf"}]}"#
            )
            #expect(codes == [.decisionFiles])
        }
    }

    @Test(
        "letters are numbered by the office's rule, each series from one each year, receipts not at all",
        arguments: DatabaseEngine.allCases)
    func numbers(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let (one, two) = (try site.applied().key, try site.applied().key)
            func numbers(_ key: CaseKey) throws -> [String?] {
                ApplicantLetter.all(of: try #require(try site.follow.see(key, at: ApplicantOffice.now)))
                    .map(\.documentNumber)
            }
            func confirm(_ number: String) -> String {
                #"{"act":"request.confirm_receipt","subject":"\#(number)","day":"2025-06-03"}"#
            }
            func correct(_ number: String) -> String {
                #"{"act":"request.ask_correction","subject":"\#(number)","day":"2025-06-03","points":"请写明年份","deadline":"2025-06-30"}"#
            }
            guard
                case .recorded = try perform(
                    site,
                    #"{"act":"office.found","subject":"office","day":"2019-01-02","name":"测试局","kind":"department"}"#
                        + "\n"
                        + #"{"act":"office.set_letter_rule","subject":"office","day":"2025-06-03","word":"测数","scheme":"by_kind"}"#,
                    as: "system_administrator")
            else {
                let rule =
                    #"{"act":"office.set_letter_rule","subject":"office","day":"2025-06-03","word":"测数","scheme":"by_kind"}"#
                guard case .recorded = try perform(site, rule, as: "system_administrator") else {
                    Issue.record("\(try perform(site, rule, as: "system_administrator"))")
                    return
                }
                try finish()
                return
            }
            try finish()

            func finish() throws {
                try done(site, confirm("2025-1") + "\n" + correct("2025-1"))
                try done(site, confirm("2025-2") + "\n" + correct("2025-2"))
                #expect(try numbers(one) == [nil, nil, "测数公补〔2025〕1号"])
                #expect(try numbers(two) == [nil, nil, "测数公补〔2025〕2号"])
                try done(
                    site,
                    #"{"act":"request.receive_correction","subject":"2025-2","day":"2025-06-03","matter":"测试路合同"}"#
                        + "\n"
                        + #"{"act":"request.decide","subject":"2025-2","day":"2025-06-03","leaf":"disclosed","mode":"supplied","access":"在本页下载"}"#
                )
                #expect(try numbers(two).last == "测数公复〔2025〕1号")
                try done(
                    site,
                    #"{"act":"request.deem_abandoned","subject":"2025-1","day":"2026-01-05","ground":"no_correction"}"#,
                    on: "2026-01-05")
                #expect(try numbers(one).last == "测数公告〔2026〕1号", "each year begins at one")
                // What is counted can be made anew from the entries, and goes on where it was.
                try site.office.ledger.rebuild()
                let third = try site.applied().key
                try done(site, confirm("2025-3") + "\n" + correct("2025-3"))
                #expect(try numbers(third).last == "测数公补〔2025〕3号")
                #expect(try site.office.ledger.verify(projections: true).isSound)
            }
        }
    }
}
