import Disclosure
import Foundation
import Ledger
import MailSending
import Service
import Synchronization
import TestSupport
import Testing
import Vault

@Suite("telling applicants by e-mail")
struct TellApplicantsTests {
    /// Takes messages and answers as it is told.
    private final class Carrier: MailCarrier {
        let carried = Mutex<[(text: String, to: String)]>([])
        let outcome = Mutex(MailOutcome.taken)

        func carry(_ message: [UInt8], from sender: String, to recipient: String) -> MailOutcome {
            carried.withLock { $0.append((String(decoding: message, as: UTF8.self), recipient)) }
            return outcome.withLock { $0 }
        }

        func answer(_ new: MailOutcome) { outcome.withLock { $0 = new } }
        var count: Int { carried.withLock { $0.count } }
        var last: (text: String, to: String)? { carried.withLock { $0.last } }
    }

    private struct Desk {
        let site: ApplicantOffice
        let carrier = Carrier()
        var mail: MailSetting

        init(_ site: ApplicantOffice) throws {
            self.site = site
            mail = MailSetting(
                from: try #require(EmailAddress("xxgk@example.gov.cn")), origin: "https://www.example.gov.cn")
        }

        func run(_ moment: Moment) throws -> TellApplicants.Round {
            try TellApplicants(site.setting, mail: mail, carrier: carrier).run(clock: { moment })
        }

        func run(_ day: String) throws -> TellApplicants.Round { try run(ActOffice.moment(day)) }

        func confirm(_ number: String = "2025-1") throws {
            try site.office.done(
                #"{"act":"request.confirm_receipt","subject":"\#(number)","day":"2025-06-04"}"#, today: "2025-06-04")
        }
    }

    /// The body of a message.
    private static func body(_ message: String) throws -> String {
        let parts = message.split(separator: "\r\n\r\n", maxSplits: 1)
        let coded = parts[1].replacing("\r\n", with: "")
        return String(decoding: try #require(Data(base64Encoded: String(coded))), as: UTF8.self)
    }

    @Test(
        "what happened is told once, with the number and where to read it, on both engines",
        arguments: DatabaseEngine.allCases)
    func tells(_ engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let desk = try Desk(site)
            #expect(try desk.run("2025-06-03") == .init())
            let key = try site.applied().key
            #expect(try desk.run("2025-06-03") == .init(), "handing in is told by the receipt, not by mail")
            try desk.confirm()
            #expect(try desk.run("2025-06-04").sent == 1)
            #expect(try desk.run("2025-06-04") == .init(), "told once")
            let (message, recipient) = try #require(desk.carrier.last)
            #expect(recipient == "zhangsan@mail.example")
            #expect(message.contains("To: <zhangsan@mail.example>\r\n"))
            #expect(message.contains("\r\nMessage-ID: <office-2025-1-2@example.gov.cn>\r\n"))
            #expect(message.contains("\r\nAuto-Submitted: auto-generated\r\n"))
            let body = try Self.body(message)
            #expect(body.contains("登记号\(key)") && body.contains("登记回执"))
            #expect(body.contains("https://www.example.gov.cn/requests/track\r\n"))
            #expect(body.contains("不代替送达") && body.contains("Acknowledgement of receipt"))
            try site.office.done(
                #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-06","points":"请写明年份","deadline":"2025-06-30"}"#,
                today: "2025-06-06")
            #expect(try desk.run("2025-06-06").sent == 1)
            let second = try Self.body(try #require(desk.carrier.last).text)
            #expect(second.contains("请在2025年6月30日以前补正"))
        }
    }

    @Test("a message says neither who asks nor what for, and no query code")
    func saysLittle() throws {
        try ApplicantOffice.with { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            let registered = try site.applied()
            try desk.confirm()
            _ = try desk.run("2025-06-04")
            let message = try #require(desk.carrier.last?.text)
            for text in [message, try Self.body(message)] {
                for secret in ["测试张三", "T00998877", "55667788", "测试路", registered.code.reveal()] {
                    #expect(!text.contains(secret), "\(secret)")
                }
            }
        }
    }

    @Test("who gave no address, or one that mail cannot go to, is not written to")
    func nobody() throws {
        try ApplicantOffice.with { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            _ = try site.applied(ApplicantOffice.form { $0[.email] = "" })
            _ = try site.applied(
                ApplicantOffice.form { form in
                    form[.name] = "测试李四"
                    form[.document] = "T00112233"
                    form[.email] = "李四@mail.example"
                })
            try desk.confirm()
            try desk.confirm("2025-2")
            #expect(try desk.run("2025-06-04").needless == 2)
            #expect(desk.carrier.count == 0)
            #expect(try site.setting.ledger.mail.standing().ended == [.needless: 2])
        }
    }

    @Test("what happened before messages were first sent is not told afterwards")
    func begins() throws {
        try ApplicantOffice.with { site in
            _ = try site.applied()
            let desk = try Desk(site)
            try desk.confirm()
            #expect(try desk.run("2025-06-04") == .init())
            #expect(try desk.run("2025-06-05") == .init())
            #expect(desk.carrier.count == 0)
        }
    }

    @Test("a server that does not answer is asked again after growing pauses, and given up after as many tries as set")
    func triesAgain() throws {
        try ApplicantOffice.with { site in
            var desk = try Desk(site)
            desk.mail.tries = 3
            _ = try desk.run("2025-06-03")
            _ = try site.applied()
            try desk.confirm()
            desk.carrier.answer(.later(code: 450))
            let begin = ActOffice.moment("2025-06-04")
            func after(_ minutes: Int64) -> Moment { Moment(milliseconds: begin.milliseconds + minutes * 60_000) }
            #expect(try desk.run(begin).putOff == 1)
            #expect(try desk.run(after(4)) == .init())
            #expect(try desk.run(after(5)).putOff == 1)
            #expect(try desk.run(after(19)) == .init())
            let trouble = try #require(try site.setting.ledger.mail.standing().troubles.first)
            #expect(trouble.code == 450 && trouble.notice.tries == 2 && trouble.next == after(20))
            #expect(try desk.run(after(20)).failed == 1)
            #expect(try desk.run(after(60 * 24 * 9)) == .init())
            #expect(desk.carrier.count == 3)
        }
    }

    @Test("an address that the server refuses is not tried again")
    func refused() throws {
        try ApplicantOffice.with { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            _ = try site.applied()
            try desk.confirm()
            desk.carrier.answer(.refused(code: 550))
            #expect(try desk.run("2025-06-04").failed == 1)
            #expect(try desk.run("2025-07-04") == .init())
            let standing = try site.setting.ledger.mail.standing()
            #expect(standing.isUsed && standing.waiting == 0 && standing.ended == [.failed: 1])
            #expect(standing.troubles.first?.code == 550 && standing.troubles.first?.next == nil)
        }
    }

    @Test("of two servers on one database only one sends a message", arguments: DatabaseEngine.allCases)
    func claims(_ engine: DatabaseEngine) throws {
        try ApplicantOffice.with(engine) { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            _ = try site.applied()
            try desk.confirm()
            let now = ActOffice.moment("2025-06-04")
            let store = site.setting.ledger.mail
            try store.gather([.receiptConfirmed], at: now)
            let notice = try #require(try store.due(at: now, limit: 10).first)
            let later = Moment(milliseconds: now.milliseconds + 1)
            #expect(try store.claim(notice, until: later, at: now))
            #expect(try !store.claim(notice, until: later, at: now), "another server has it")
            #expect(try store.due(at: now, limit: 10).isEmpty)
            #expect(try store.due(at: later, limit: 10).map(\.tries) == [1])
        }
    }

    @Test("an answer that is handed over in another way is not told before it can be read")
    func otherWays() throws {
        try ApplicantOffice.with { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            _ = try site.applied(
                ApplicantOffice.form { form in
                    form[.medium] = "paper"
                    form[.delivery] = "post"
                    form[.address] = "测试路1号"
                })
            try desk.confirm()
            #expect(try desk.run("2025-06-04").sent == 1)
            try site.office.done(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-12","leaf":"disclosed","mode":"supplied","access":"随信寄送"}"#,
                today: "2025-06-12")
            let round = try desk.run("2025-06-12")
            #expect(round.sent == 0 && round.needless == 1)
        }
    }

    @Test("what became of messages is forgotten after the time that is set")
    func forgets() throws {
        try ApplicantOffice.with { site in
            let desk = try Desk(site)
            _ = try desk.run("2025-06-03")
            _ = try site.applied()
            try desk.confirm()
            _ = try desk.run("2025-06-04")
            let tell = TellApplicants(site.setting, mail: desk.mail, carrier: desk.carrier)
            try tell.forget(at: ActOffice.moment("2025-09-01"))
            #expect(try site.setting.ledger.mail.standing().ended == [.sent: 1])
            try tell.forget(at: ActOffice.moment("2025-09-03"))
            #expect(try site.setting.ledger.mail.standing().ended.isEmpty)
        }
    }

    @Test("a long subject and text keep to the lengths of lines that mail allows, and to whole characters")
    func lines() throws {
        let address = try #require(EmailAddress("xxgk@example.gov.cn"))
        let subject = String(repeating: "政府信息公开A", count: 40)
        let text = String(repeating: "第一行\n", count: 500)
        let letter = MailLetter(
            from: address, named: "政府信息公开平台", to: address, subject: subject, text: text, identity: "a b\r\nc",
            at: Moment(milliseconds: 1_763_800_000_000))
        let lines = String(decoding: letter.bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 } })
        #expect(lines.contains("Message-ID: <a-b--c@example.gov.cn>"))
        #expect(lines.contains("Date: 22 Nov 2025 16:26:40 +0800"))
        var decoded = ""
        let head = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        for (number, line) in lines[head...].enumerated() {
            guard number == 0 || line.hasPrefix(" ") else { break }
            let word = line.replacing("Subject:", with: "").trimmingCharacters(in: .whitespaces)
            let coded = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            let bytes = try #require(Data(base64Encoded: String(coded)))
            decoded += try #require(String(data: bytes, encoding: .utf8))
        }
        #expect(decoded == subject)
        #expect(try Self.body(lines.joined(separator: "\r\n")) == text.replacing("\n", with: "\r\n"))
    }
}
