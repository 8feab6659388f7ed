import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing
import Vault

@Suite("an application that goes on elsewhere, and what can be done against silence")
struct FollowOnTests {
    private static let confirmed = #"{"act":"request.confirm_receipt","subject":"2025-1","day":"2025-06-04"}"# + "\n"

    private func load(_ site: ApplicantOffice, _ lines: String, at office: String, on day: String) throws {
        let outcome = try LoadActs(site.office.acts).run(
            Array(lines.utf8), by: .init(agency: office, actor: "li-si", role: "officer"), at: ActOffice.moment(day))
        guard case .recorded = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test(
        "what is passed on is followed at the receiving office with the same code, on both engines",
        arguments: DatabaseEngine.allCases)
    func transfer(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let registered = try site.applied()
            let other = try site.applied()
            let code = registered.code.reveal()
            try site.office.done(
                Self.confirmed
                    + #"{"act":"request.transfer","subject":"2025-1","day":"2025-06-05","to":"street","reasons":"经申请人同意"}"#,
                today: "2025-06-05")
            let view = try #require(try site.follow.see(registered.key, at: ActOffice.moment("2025-06-05")))
            let receiver = try #require(view.receiver)
            #expect(receiver.office.fullName.text == "测试街道" && receiver.unit == nil && receiver.contact == nil)
            #expect(receiver.key?.description == "street-2025-1")
            let letter = try #require(ApplicantLetter.all(of: view).first { $0.title == "转办告知书" })
            #expect(letter.paragraphs == ["您的申请已经转由测试街道办理。经申请人同意"])
            let key = try #require(try site.follow.admit(number: "street-2025-1", code: code))
            #expect(key == receiver.key)
            let there = try #require(try site.follow.see(key, at: ActOffice.moment("2025-06-05")))
            #expect(there.request.registration.origin?.request.description == "2025-1")
            #expect(there.coveredName == view.coveredName && there.receiver == nil)
            #expect(try site.follow.admit(number: "street-2025-1", code: other.code.reveal()) == nil)
            #expect(try site.follow.admit(number: registered.key.description, code: code) == registered.key)
        }
    }

    @Test(
        "an office that registers later what was passed on to it lets the same code open it; a number alone gives nothing",
        arguments: DatabaseEngine.allCases)
    func registeredLater(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let registered = try site.applied()
            let other = try site.applied()
            let line = { (number: Int, origin: Int) in
                #"{"act":"request.register","subject":"2025-\#(number)","day":"2025-06-06","channel":"in_person","applicant":{"name":"测试张三"},"applicant_type":"natural_person","matter":"测试路的验收报告","transferred_from":"office","transferred_number":"2025-\#(origin)"}"#
            }
            // Nothing was passed on yet: naming a number lays hold of nothing.
            try load(site, line(1, 1), at: "street", on: "2025-06-06")
            #expect(try site.follow.admit(number: "street-2025-1", code: registered.code.reveal()) == nil)
            try site.office.done(
                Self.confirmed
                    + #"{"act":"request.transfer","subject":"2025-1","day":"2025-06-06","to":"street","reasons":"经申请人同意","register":false}"#,
                today: "2025-06-06")
            let waiting = try site.follow.see(registered.key, at: ActOffice.moment("2025-06-06"))?.receiver
            #expect(waiting != nil && waiting?.key == nil)
            try load(site, line(2, 1), at: "street", on: "2025-06-06")
            try load(site, line(3, 2), at: "street", on: "2025-06-06")
            let key = try site.follow.admit(number: "street-2025-2", code: registered.code.reveal())
            #expect(key?.description == "street-2025-2")
            #expect(try site.follow.see(registered.key, at: ActOffice.moment("2025-06-06"))?.receiver?.key == key)
            #expect(try site.follow.admit(number: "street-2025-3", code: other.code.reveal()) == nil)
        }
    }

    @Test("the parts of a letter are followed with its code, on both engines", arguments: DatabaseEngine.allCases)
    func split(engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let registered = try site.applied()
            try site.office.done(
                Self.confirmed
                    + #"{"act":"request.split","subject":"2025-1","day":"2025-06-05","kept":"验收报告","parts":[{"matter":"施工合同"},{"matter":"预算"}]}"#,
                today: "2025-06-05")
            let view = try #require(try site.follow.see(registered.key, at: ActOffice.moment("2025-06-05")))
            #expect(view.parts.map(\.description) == ["office-2025-2", "office-2025-3"])
            for part in view.parts {
                #expect(try site.follow.admit(number: part.description, code: registered.code.reveal()) == part)
                #expect(try site.follow.see(part, at: ActOffice.moment("2025-06-05")) != nil)
            }
        }
    }

    @Test("the review body is named by the tree of offices; where it holds none, in general words")
    func reviewBody() throws {
        try ApplicantOffice.with { site in
            let keep = KeepOffice(site.office.acts)
            let caller = PerformActs.Caller(actor: "admin", role: "system_administrator")
            for (code, name, parent, kind) in [
                ("gov", "测试区人民政府", nil, OfficeKind.government), ("dept", "测试区测试局", "gov", .department),
                ("branch", "测试区测试分局", "dept", .department), ("alone", "测试县测试局", nil, .department),
                ("tax", "测试税务所", "dept", .verticallyLed),
            ] {
                let outcome = try keep.run(
                    Office(
                        code: try #require(AgencyCode(code)), fullName: try #require(PlainLine(name)),
                        parent: parent.flatMap { AgencyCode($0) }), kind: kind, by: caller,
                    at: ActOffice.moment("2025-01-02"))
                guard case .recorded = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
            }
            for (code, body) in [
                ("dept", "向测试区人民政府申请"), ("branch", "向测试区人民政府申请"), ("alone", "向本级人民政府申请"), ("gov", "向上一级人民政府申请"),
                ("tax", "向测试区测试局申请"), ("office", "向有管辖权的行政复议机关申请"),
            ] {
                var form = ApplicantOffice.form()
                form.agency = code
                let registered = try site.applied(form)
                try load(
                    site,
                    Self.confirmed
                        + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-12","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路","day":"2025-06-12"}}"#,
                    at: code, on: "2025-06-12")
                let view = try #require(try site.follow.see(registered.key, at: ActOffice.moment("2025-06-12")))
                let letter = try #require(ApplicantLetter.all(of: view).last)
                #expect(
                    letter.remedies.allSatisfy { $0.contains(body) } && !letter.remedies.isEmpty, "\(letter.remedies)")
                // Before the receipt is confirmed the ways stand here too, without a last day.
                let advice = ApplicantLetter.advice(on: view)
                #expect(
                    advice.first?.chinese.contains(body) == true && advice.first?.chinese.contains("收到答复之日") == true)
                #expect(!advice.contains { $0.chinese.contains("最迟") })
            }
        }
    }

    @Test("a refusal names the law once, with the item that asks for a review first")
    func lawOnce() throws {
        try ApplicantOffice.with { site in
            let registered = try site.applied()
            try site.office.done(
                Self.confirmed
                    + #"{"act":"request.decide","subject":"2025-1","day":"2025-06-12","leaf":"denied_internal_affairs","internal_kind":"workflow","reasons":"属于内部工作流程","role":"leader","actor":"wang-wu","drafter":"li-si"}"#,
                today: "2025-06-12")
            let view = try #require(try site.follow.see(registered.key, at: ActOffice.moment("2025-06-12")))
            let remedies = try #require(ApplicantLetter.all(of: view).last?.remedies.first)
            #expect(remedies.contains("（《行政复议法》第二十条、第二十三条第一款第四项）"), "\(remedies)")
            #expect(ApplicantLetter.advice(on: view).first?.english.contains("Art 23(1)(4)") == true)
        }
    }

    @Test(
        "an overdue case tells what can be done against silence, with its days; the setting says whether a suit is direct",
        arguments: [true, false])
    func silence(reviewFirst: Bool) throws {
        try ApplicantOffice.with { plain in
            let site = ApplicantOffice(
                office: plain.office,
                setting: ApplicantSetting(
                    ledger: plain.office.ledger, calendar: plain.office.calendar, vault: plain.office.vault,
                    silenceNeedsReviewFirst: reviewFirst))
            let registered = try site.applied()
            try site.office.done(Self.confirmed, today: "2025-06-04")
            func advice(_ day: String) throws -> [ApplicantLetter.Advice] {
                let view = try #require(try site.follow.see(registered.key, at: ActOffice.moment(day)))
                return ApplicantLetter.advice(on: view)
            }
            // Received 2025-06-04: due 2025-07-02, twenty working days after it.
            #expect(try advice("2025-07-02").isEmpty)
            let late = try advice("2025-07-03")
            #expect(
                late.first?.chinese.contains("2025年7月2日") == true && late.first?.english.contains("2 July 2025") == true
            )
            #expect(late[1].chinese.contains("最迟2025年9月1日") && late[1].chinese.hasPrefix("可以先") == reviewFirst)
            #expect(late[2].chinese.contains("直接向人民法院") == !reviewFirst)
            #expect(late.last?.chinese.contains("投诉、举报") == true)
            try site.office.done(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-07-04","leaf":"disclosed","mode":"supplied","access":"在查询页面下载"}"#,
                today: "2025-07-04")
            #expect(try advice("2025-07-04").first?.chinese.contains("收到答复之日") == true, "an answer ends the silence")
        }
    }
}
