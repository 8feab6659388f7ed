import CivilTime
import DatabaseSQLite
import Disclosure
import Foundation
import Ledger
import Service
import TestSupport
import Testing
import Vault

@Suite("applying at the site")
struct ApplyTests {
    @Test("an application is registered with its papers, by the internet channel, without a day of receipt yet")
    func registers() throws {
        try ApplicantOffice.with { site in
            let attachment = HandedInFile(.attachments, name: "说明.pdf", bytes: Array("%PDF-1.7 测试%%EOF".utf8))
            let registered = try site.applied(files: [ApplicantOffice.proof, attachment])
            #expect(registered.key.description == "office-2025-1")
            let request = try #require(try site.office.request("2025-1"))
            #expect(request.registration.channel == .internet && request.receiptDate == nil)
            #expect(request.stage == .awaitingConfirmation)
            #expect(request.registration.supply == SupplyForm(.electronic, by: .internet))
            #expect(request.messages.map(\.papers.count) == [1])
            let papers = try site.office.ledger.sealedPapers.papers(
                of: registered.key.request, office: registered.key.office)
            #expect(Set(papers.map(\.role)) == [.identityProof, .attachment])
            #expect(papers.contains { $0.reference == request.registration.identityProof })
            let entries = try site.office.ledger.entries.entries(
                of: Subject<RequestAct>(registered.key.request), office: registered.key.office)
            #expect(entries.map(\.kind) == ["request.registered", "request.message_received"])
            #expect(Set(entries.map(\.actor)) == [.applicant])
        }
    }

    @Test("two pages of one browser that keep a file at once both do", arguments: DatabaseEngine.allCases)
    func atOnce(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let secret = try DraftSecret()
            for round in 0..<8 {
                try site.drafts.forget(secret)
                DispatchQueue.concurrentPerform(iterations: 3) { page in
                    let file = HandedInFile(
                        .attachments, name: "\(round)-\(page).pdf", bytes: Array("%PDF-\(page)%%EOF".utf8))
                    let kept = try? site.drafts.keep(
                        ApplicantOffice.form(), adding: [file], as: secret, at: ApplicantOffice.now)
                    guard case .kept(_, let findings)? = kept, findings.isEmpty else {
                        Issue.record("\(String(describing: kept))")
                        return
                    }
                }
                let names = try site.drafts.contents(secret).map(\.file.name)
                #expect(Set(names) == Set((0..<3).map { "\(round)-\($0).pdf" }) && names.count == 3)
            }
        }
    }

    @Test("a form that is sent twice registers once and gives the same code")
    func twice() throws {
        try ApplicantOffice.with { site in
            let secret = try DraftSecret()
            _ = try site.drafts.keep(
                ApplicantOffice.form(), adding: [ApplicantOffice.proof], as: secret, at: ApplicantOffice.now)
            var seen: Set<String> = []
            for _ in 0..<3 {
                guard case .registered(let registered) = try site.apply.submit(secret, at: ApplicantOffice.now) else {
                    Issue.record("not registered")
                    return
                }
                seen.insert("\(registered.key) \(registered.code.reveal())")
            }
            #expect(seen.count == 1)
            #expect(try site.office.request("2025-2") == nil)
            let later = Moment(milliseconds: ApplicantOffice.now.milliseconds + 61 * 60_000)
            #expect(try site.apply.receipt(secret, at: later) == nil, "the code is not told for ever")
            guard case .gone = try site.apply.submit(secret, at: later) else {
                Issue.record("a draft that expired is gone")
                return
            }
        }
    }

    @Test(
        "what is missing or wrong is named with its field, and nothing is registered",
        arguments: [
            ("name", ApplicationField.name, ""), ("id_number", .document, "12"), ("phone", .phone, "abc"),
            ("email", .email, "x"), ("matter", .matter, ""), ("medium", .medium, "tape"),
            ("delivery", .delivery, ""), ("address", .delivery, "post"), ("agent_name", .hasAgent, "yes"),
            ("credit_code", .type, "commercial_enterprise"), ("matter", .matter, "查 11010519491231002X 的记录"),
            ("matter", .matter, "查 110105 19491231 002X 的记录"), ("matter", .matter, "卡号6222 0200 1111 2222 028 的流水"),
            ("applicant_type", .type, "robot"), ("postcode", .postcode, "12"), ("name", .name, "张\u{7}三"),
        ] as [(String, ApplicationField, String)])
    func wrong(field: String, changed: ApplicationField, text: String) throws {
        try ApplicantOffice.with { site in
            let form = ApplicantOffice.form { $0[changed] = text }
            let findings = form.findings(files: [.proof: 1])
            #expect(findings.contains { $0.field == field }, "\(findings.map(\.text))")
            #expect(
                !findings.contains { !text.isEmpty && text.count > 4 && $0.text.contains(text) && changed != .type })
            let secret = try DraftSecret()
            _ = try site.drafts.keep(form, adding: [ApplicantOffice.proof], as: secret, at: ApplicantOffice.now)
            guard case .refused(let draft, _) = try site.apply.submit(secret, at: ApplicantOffice.now) else {
                Issue.record("registered")
                return
            }
            #expect(draft.form == form, "what was written is kept")
            #expect(try site.office.request("2025-1") == nil)
        }
    }

    @Test("each type of applicant gives what it has, and an agent an authorisation")
    func types() throws {
        try ApplicantOffice.with { site in
            for type in ApplicantType.allCases where type != .naturalPerson {
                let registered = try site.applied(
                    ApplicantOffice.form {
                        $0[.type] = type.rawValue
                        $0[.creditCode] = "91350100M000100Y43"
                        $0[.representative] = "测试李四"
                        $0[.document] = "不计"
                    })
                let request = try #require(try site.office.request(registered.key.request.description))
                #expect(request.registration.applicantType == type)
            }
            let agent = ApplicantOffice.form {
                $0[.hasAgent] = "yes"
                $0[.agentName] = "测试王五"
                $0[.agentDocument] = "T11223344"
                $0[.agentPhone] = "000-99887766"
            }
            #expect(agent.findings(files: [.proof: 1]).map(\.field) == ["authorisation"])
            // What was written of an agent is never left out without a word.
            var forgotten = agent
            forgotten[.hasAgent] = "no"
            #expect(forgotten.findings(files: [.proof: 1]).map(\.field) == ["agent"])
            let paper = HandedInFile(.authorisation, name: "委托书.png", bytes: Array("\u{89}PNG".utf8))
            #expect(paper.finding(site.setting.limits)?.code == .fileFormat)
            let good = HandedInFile(
                .authorisation, name: "委托书.png", bytes: SampleFile.png)
            let registered = try site.applied(agent, files: [ApplicantOffice.proof, good])
            let request = try #require(try site.office.request(registered.key.request.description))
            #expect(request.registration.agent?.authorisation != nil)
        }
    }

    @Test("a file that cannot be taken is named, and the others are kept")
    func files() throws {
        var limits = ApplicationLimits()
        limits.fileBytes = 100
        limits.attachments = 1
        try ApplicantOffice.with(limits: limits) { site in
            let secret = try DraftSecret()
            let large = HandedInFile(
                .attachments, name: "太大.pdf", bytes: Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 100))
            let wrong = HandedInFile(.attachments, name: "../../程序.exe", bytes: [0x4D, 0x5A, 1])
            let empty = HandedInFile(.attachments, name: "空.pdf", bytes: [])
            let fine = HandedInFile(.attachments, name: "好.pdf", bytes: Array("%PDF-1%%EOF".utf8))
            guard
                case .kept(let draft, let findings) = try site.drafts.keep(
                    ApplicantOffice.form(), adding: [ApplicantOffice.proof, large, wrong, empty, fine, fine],
                    as: secret, at: ApplicantOffice.now)
            else {
                Issue.record("not kept")
                return
            }
            #expect(findings.map(\.code) == [.fileTooLarge, .fileFormat, .fileEmpty, .fileTooMany])
            #expect(findings[0].message.contains("太大.pdf") && findings[1].message.contains("程序.exe"))
            #expect(!findings[1].message.contains(".."))
            #expect(draft.files.map(\.label.name) == ["测试张三的证件.jpg", "好.pdf"])
            let other = HandedInFile(
                .proof, name: "新证件.jpg", bytes: [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9])
            _ = try site.drafts.keep(
                ApplicantOffice.form(), adding: [other], removing: [2], as: secret, at: ApplicantOffice.now)
            let kept = try #require(try site.drafts.find(secret, at: ApplicantOffice.now))
            #expect(kept.files.map(\.label.name) == ["新证件.jpg"], "a new proof takes the place of the old one")
        }
    }

    @Test("without a key nothing is taken, and it is said how else to apply")
    func noKey() throws {
        try ApplicantOffice.with(key: false) { site in
            let secret = try DraftSecret()
            #expect {
                _ = try site.drafts.keep(ApplicantOffice.form(), adding: [], as: secret, at: ApplicantOffice.now)
            } throws: { error in
                guard case ServiceError.noKey? = error as? ServiceError else { return false }
                return ServiceError.noKey.message.contains("邮寄")
            }
            #expect(try site.office.ledger.drafts.count() == 0)
        }
    }

    @Test("a form that a session left behind is found as it was, on both engines", arguments: DatabaseEngine.allCases)
    func draft(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let secret = try DraftSecret()
            let form = ApplicantOffice.form { $0[.matter] = "<script>alert(1)</script>\r\n第二行" }
            _ = try site.drafts.keep(form, adding: [ApplicantOffice.proof], as: secret, at: ApplicantOffice.now)
            let draft = try #require(try site.drafts.find(secret, at: ApplicantOffice.now))
            #expect(draft.form == form && draft.form[.matter].contains("\n第二行") && !draft.form[.matter].contains("\r"))
            #expect(try site.drafts.find(DraftSecret(), at: ApplicantOffice.now) == nil)
            let registered = try #require(try? site.apply.submit(secret, at: ApplicantOffice.now))
            guard case .registered(let done) = registered else {
                Issue.record("not registered")
                return
            }
            #expect(try site.follow.admit(number: done.key.description, code: done.code.reveal()) == done.key)
        }
    }

    @Test("nothing of the applicant stands readable in the database, in entries or in errors")
    func sealed() throws {
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let path = folder.file("gongkai.sqlite")
        let database = try SQLiteDatabase(SQLiteSettings(path: path))
        defer { database.close() }
        try ActOffice.with(in: database) { office in
            let site = ApplicantOffice(
                office: office,
                setting: ApplicantSetting(ledger: office.ledger, calendar: office.calendar, vault: office.vault))
            let registered = try site.applied()
            _ = try site.goOn.run(
                .send(text: "测试张三的补充说明", files: [ApplicantOffice.proof]), on: registered.key,
                at: ApplicantOffice.now)
            let begun = ApplicantOffice.form { $0[.matter] = "测试路改造工程的图纸" }
            _ = try site.drafts.keep(
                begun, adding: [ApplicantOffice.proof], as: DraftSecret(), at: ApplicantOffice.now)
            var bytes = try Data(contentsOf: URL(filePath: path))
            bytes += (try? Data(contentsOf: URL(filePath: path + "-wal"))) ?? Data()
            for secret in [
                "测试张三", "T00998877", "55667788", "zhangsan@mail", "测试照片内容", "补充说明",
                registered.code.reveal(), registered.code.reveal().replacing("-", with: ""),
            ] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret.prefix(2))…")
            }
            #expect(bytes.range(of: Data("测试路改造工程".utf8)) != nil, "the search does find what is there")
        }
    }
}
