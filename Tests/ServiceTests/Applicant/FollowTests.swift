import CivilTime
import Database
import Disclosure
import Ledger
import Service
import TestSupport
import Testing
import Vault

@Suite("following an application by number and code")
struct FollowTests {
    @Test("number and code together open the application, and nothing else does")
    func admit() throws {
        try ApplicantOffice.with { site in
            let one = try site.applied()
            let two = try site.applied()
            let number = one.key.description
            let code = one.code.reveal()
            #expect(try site.follow.admit(number: number, code: code) == one.key)
            #expect(try site.follow.admit(number: " OFFICE－2025－1 ", code: code.lowercased()) == one.key)
            for (number, code) in [
                (number, two.code.reveal()), (two.key.description, code), (number, ""), ("", code), ("office", code),
                ("office-2025-9", code), ("street-2025-1", code), ("nowhere-2025-1", code), (number, "' OR 1=1 --"),
                (String(repeating: "9-", count: 5_000), code),
            ] {
                #expect(try site.follow.admit(number: number, code: code) == nil, "\(number.prefix(20))")
            }
        }
    }

    @Test("an applicant is asked to correct, answers, receives the answer and rates it")
    func wholeWay() throws {
        try ApplicantOffice.with { site in
            let key = try site.applied().key
            func see(_ day: String) throws -> ApplicantCase {
                try #require(try site.follow.see(key, at: ActOffice.moment(day)))
            }
            func go(_ deed: GoOnWithRequest.Deed, _ day: String) throws -> [Finding] {
                try site.goOn.run(deed, on: key, at: ActOffice.moment(day))
            }
            #expect(try see("2025-06-03").person?[.name]?.reveal() == "测试张三")
            try site.office.done(
                #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-04"}"# + "\n"
                    + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-06","points":"请写明年份","deadline":"2025-06-30"}"#,
                today: "2025-06-06")
            #expect(try see("2025-06-06").can(.receiveCorrection))
            #expect(try go(.correct(matter: "", files: []), "2025-06-09").map(\.field) == ["matter"])
            let wrong = HandedInFile(.attachments, name: "a.exe", bytes: [1])
            #expect(try go(.correct(matter: "", files: [wrong]), "2025-06-09").count == 2)
            #expect(
                try go(.correct(matter: "2024年测试路改造工程的验收报告", files: [ApplicantOffice.proof]), "2025-06-09")
                    .isEmpty)
            #expect(try see("2025-06-09").request.matter.text.hasPrefix("2024年"))
            #expect(try see("2025-06-09").papers.count == 2)
            #expect(try go(.confirmAnswer, "2025-06-10").first?.code == .requestStillHandled)
            #expect(try go(.rate(.satisfied, remark: ""), "2025-06-10").first?.code == .requestStillHandled)
            try site.office.done(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-12","leaf":"disclosed","mode":"supplied","access":"在查询页面下载"}"#,
                today: "2025-06-12")
            #expect(try see("2025-06-12").showsAnswer && see("2025-06-12").can(.serve))
            #expect(try go(.confirmAnswer, "2025-06-13").isEmpty)
            let served = try see("2025-06-13")
            #expect(served.request.stage == .served && served.request.round.service?.manner == .internet)
            #expect(served.remedies?.review.due == Day("2025-08-12"))
            #expect(try go(.rate(.verySatisfied, remark: "谢谢"), "2025-06-16").isEmpty)
            #expect(try go(.rate(.satisfied, remark: ""), "2025-06-16").first?.code == .requestAlreadyRated)
            #expect(try go(.withdraw, "2025-06-16").first?.code == .requestAlreadyServed)
            let remark = try #require(try see("2025-06-16").request.round.rating?.remark)
            #expect(try site.follow.paper(remark, of: key) == Array("谢谢".utf8))
        }
    }

    @Test("a letter stays as it was sent: what is known later stands beside it")
    func letters() throws {
        try ApplicantOffice.with { site in
            let key = try site.applied().key
            func see(_ day: String) throws -> ApplicantCase {
                try #require(try site.follow.see(key, at: ActOffice.moment(day)))
            }
            func letters(_ day: String) throws -> [ApplicantLetter] { ApplicantLetter.all(of: try see(day)) }
            try site.office.done(
                #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-04"}"# + "\n"
                    + #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-06","points":"请写明年份","deadline":"2025-06-30"}"#,
                today: "2025-06-06")
            let corrected = GoOnWithRequest.Deed.correct(matter: "2024年测试路改造工程的验收报告", files: [])
            #expect(try site.goOn.run(corrected, on: key, at: ActOffice.moment("2025-06-09")).isEmpty)
            try site.office.done(
                #"{"act":"request.extend","subject":"2025-1","day":"2025-06-09","days":15,"reasons":"测试理由","drafter":"zhang-san"}"#,
                as: "leader", by: "zhao-liu", today: "2025-06-09")
            // The period began anew with the correction of that day, and is longer by the extension.
            #expect(try see("2025-06-09").status.due == Day("2025-07-28"))
            let extended = try letters("2025-06-09")
            #expect(extended.last?.paragraphs.last == "延长后最迟2025年7月28日答复。")
            try site.office.done(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-12","leaf":"denied_internal_affairs","internal_kind":"personnel","reasons":"测试理由","drafter":"zhang-san"}"#,
                as: "leader", by: "zhao-liu", today: "2025-06-12")
            let sent = try letters("2025-06-12")
            #expect(sent.starts(with: extended))
            #expect(sent.last?.remedies.count == 1 && sent.last?.remedies[0].contains("第二十三条") == true)
            #expect(try !ApplicantLetter.advice(on: see("2025-06-12")).contains { $0.chinese.contains("最迟") })
            #expect(try site.goOn.run(.confirmAnswer, on: key, at: ActOffice.moment("2025-06-13")).isEmpty)
            #expect(try letters("2025-06-13") == sent)
            let advice = ApplicantLetter.advice(on: try see("2025-06-13"))
            #expect(advice.contains { $0.chinese.contains("最迟2025年8月12日") && $0.english.contains("by 12 August 2025") })
            // Whoever writes the same number of a document changes nothing of it.
            _ = try site.applied(
                ApplicantOffice.form { form in
                    form[.name] = "测试冒名"
                    form[.phone] = "000-11223344"
                })
            let after = try see("2025-06-13")
            #expect(after.person == (try see("2025-06-12").person))
            #expect(after.person?[.name]?.reveal() == "测试张三" && after.person?[.phone]?.reveal() == "000-55667788")
            #expect(try letters("2025-06-13") == sent)
        }
    }

    @Test(
        "who applies again under another name or telephone is kept beside the first, and found by the document, on both engines",
        arguments: DatabaseEngine.allCases)
    func sameDocument(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            _ = try site.applied()
            _ = try site.applied(ApplicantOffice.form { $0[.phone] = "000-11223344" })
            _ = try site.applied(
                ApplicantOffice.form { form in
                    form[.document] = "T00000001"
                    form[.phone] = "000-99887766"
                    form[.email] = ""
                })
            let applicants = try ["2025-1", "2025-2", "2025-3"].map { number in
                try #require(try site.office.request(number)).registration.applicant
            }
            #expect(Set(applicants).count == 3)
            let code = try #require(AgencyCode("office"))
            let found = try site.office.ledger.entries.transact(
                by: EntryActor(Sample.reference("o-1"), as: ActorRole(.handler)), at: ApplicantOffice.now
            ) { (transaction) throws(DatabaseError) in
                var found: [[String]] = []
                for one in applicants {
                    found.append(try transaction.requests(ofAllMarkedAs: one, office: code).map(\.description))
                }
                return .commit(found)
            }
            #expect(found == [["2025-1", "2025-2"], ["2025-1", "2025-2"], ["2025-3"]])
        }
    }

    @Test("an application is taken back once")
    func withdraw() throws {
        try ApplicantOffice.with { site in
            let key = try site.applied().key
            #expect(try site.goOn.run(.withdraw, on: key, at: ApplicantOffice.now).isEmpty)
            #expect(try site.goOn.run(.withdraw, on: key, at: ApplicantOffice.now).count == 1)
            #expect(try site.office.request("2025-1")?.stage == .decided)
        }
    }

    @Test("a paper opens for its own application only")
    func papers() throws {
        try ApplicantOffice.with { site in
            let (one, two) = (try site.applied(), try site.applied())
            let paper = try #require(try site.follow.see(one.key, at: ApplicantOffice.now)?.papers.first)
            #expect(paper.label.name == "测试张三的证件.jpg" && paper.label.format == .jpg)
            #expect(try site.follow.paper(paper.reference, of: one.key) == ApplicantOffice.proof.bytes)
            #expect(try site.follow.paper(paper.reference, of: two.key) == nil)
        }
    }

    @Test("papers are sealed anew under a new key, and the code stays the same")
    func rotation() throws {
        try ApplicantOffice.with { site in
            let one = try site.applied()
            let vault = Vault(try #require(site.office.vault).ring.adding(.random()))
            #expect(try RotateKey(ledger: site.office.ledger, vault: vault).run(at: ApplicantOffice.now) == 2)
            #expect(try site.office.ledger.sealedPapers.keys() == [vault.ring.present.identity.text])
            let follow = FollowRequest(
                ApplicantSetting(ledger: site.office.ledger, calendar: site.office.calendar, vault: vault))
            #expect(try follow.admit(number: one.key.description, code: one.code.reveal()) == one.key)
            let paper = try #require(try follow.see(one.key, at: ApplicantOffice.now)?.papers.first)
            #expect(try follow.paper(paper.reference, of: one.key) == ApplicantOffice.proof.bytes)
        }
    }

    @Test("what an applicant handed in goes with the data of the person")
    func erased() throws {
        try ApplicantOffice.with { site in
            let key = try site.applied().key
            let applicant = try #require(try site.office.request("2025-1")).registration.applicant
            #expect(try site.goOn.run(.withdraw, on: key, at: ApplicantOffice.now).isEmpty)
            try site.office.done(
                #"{"act":"request.close","subject":"2025-1","day":"2025-06-03"}"# + "\n"
                    + #"{"act":"person.erase","subject":"\#(applicant)","day":"2025-06-03","reasons":"保存期限届满"}"#,
                today: "2025-06-03")
            #expect(try site.office.ledger.sealedPapers.papers(of: key.request, office: key.office).isEmpty)
            #expect(try site.office.ledger.sealedPapers.codeHash(of: key.request, office: key.office) == nil)
        }
    }
}

@Suite("what an office sees of what applicants hand in")
struct SeePaperTests {
    @Test("a paper opens for those who may see who applied, for a reason, and the look is recorded first")
    func see() throws {
        try ApplicantOffice.with { site in
            let key = try site.applied().key
            let request = try #require(try site.office.request("2025-1"))
            let paper = try #require(request.registration.identityProof)
            let offices = try site.office.ledger.offices.list()
            let see = SeePaper(
                ledger: site.office.ledger,
                setting: ActSetting(
                    calendar: site.office.calendar, policy: Policy(OfficeHierarchy(offices)), vault: site.office.vault))
            func look(_ role: Role, at office: AgencyCode, because reasons: String = "核对身份") throws -> SeePaper.Outcome
            {
                try see.run(
                    paper, of: key.office, reasons: reasons, by: Actor(Sample.reference("o-1"), as: role, of: office),
                    at: ApplicantOffice.now)
            }
            let other = try #require(AgencyCode("street"))
            for (role, office, reasons) in [
                (Role.reportEditor, key.office, "想看"), (.officer, other, "想看"), (.officer, key.office, " "),
            ] {
                guard case .refused(let findings) = try look(role, at: office, because: reasons) else {
                    Issue.record("\(role) saw it")
                    continue
                }
                #expect(!findings.isEmpty)
            }
            let before = try site.office.ledger.entries.count()
            guard case .seen(let name, let bytes) = try look(.officer, at: key.office) else {
                Issue.record("not seen")
                return
            }
            #expect(name == "测试张三的证件.jpg" && bytes == ApplicantOffice.proof.bytes)
            #expect(try site.office.ledger.entries.count() == before + 1)
            let looks = try site.office.ledger.entries.entries(
                of: Subject<PersonAct>(request.registration.applicant), office: key.office)
            #expect(looks.last?.kind == "person.looked" && looks.last?.payload.contains("papers") == true)
        }
    }
}
