import Foundation
import TestSupport
import Testing

@testable import MailSending

@Suite("handing a message to a mail server")
struct CurlMailTests {
    private static let message = Array(
        "Subject: test\r\n\r\nfirst line\r\n.hidden dot\r\n.\r\nlast line\r\n".utf8)

    private func mail(_ server: LoopbackMailServer, _ change: (inout MailRelay) -> Void = { _ in }) throws -> CurlMail {
        var relay = try #require(MailRelay(parsing: "smtp://127.0.0.1:\(server.port)"))
        change(&relay)
        return try #require(CurlMail(to: relay))
    }

    @Test("the message arrives byte for byte, from and to the addresses that were named")
    func arrives() throws {
        let server = try #require(LoopbackMailServer())
        defer { server.stop() }
        let outcome = try mail(server).carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn")
        #expect(outcome == .taken)
        let got = try #require(server.messages.first)
        #expect(got.sender == "xxgk@example.gov.cn" && got.recipients == ["test@example.cn"])
        #expect(got.lines == ["Subject: test", "", "first line", ".hidden dot", ".", "last line"])
        #expect(got.signedIn == nil && server.messages.count == 1)
    }

    @Test("name and password reach the server whatever signs stand in them")
    func signsIn() throws {
        let server = try #require(LoopbackMailServer(offersSignIn: true))
        defer { server.stop() }
        let mail = try mail(server) { relay in
            relay.user = "xxgk"
            relay.password = "a\"b\\c #'\t%41"
        }
        #expect(mail.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .taken)
        let told = try #require(server.messages.first?.signedIn.flatMap { Data(base64Encoded: $0) })
        #expect(Array(told) == Array("\0xxgk\0a\"b\\c #'\t%41".utf8))
    }

    @Test(
        "what the server answers decides whether it is tried again",
        arguments: [
            ("550 no such address", MailOutcome.refused(code: 550)), ("450 later", .later(code: 450)),
            ("421 busy", .later(code: 421)), ("530 sign in first", .later(code: 530)),
            ("553 not allowed", .refused(code: 553)),
        ])
    func answers(_ line: String, _ outcome: MailOutcome) throws {
        let server = try #require(LoopbackMailServer(answering: line))
        defer { server.stop() }
        #expect(try mail(server).carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == outcome)
        #expect(server.messages.isEmpty)
    }

    @Test("nothing is told to a server that encrypts nothing where secrecy is needed")
    func secrecy() throws {
        let server = try #require(LoopbackMailServer(offersSignIn: true))
        defer { server.stop() }
        let mail = try mail(server) { relay in
            relay.secrecy = .needed
            relay.user = "xxgk"
        }
        #expect(mail.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .later(code: 0))
        #expect(server.messages.isEmpty)
    }

    @Test("a server that is not there is tried again later")
    func away() throws {
        let server = try #require(LoopbackMailServer())
        let mail = try mail(server)
        #expect(mail.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .taken)
        server.stop()
        let nobody = try #require(MailRelay(parsing: "smtp://127.0.0.1:1").flatMap { CurlMail(to: $0) })
        #expect(nobody.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .later(code: 0))
    }

    @Test(
        "an address that would break out of the protocol is never told to the server",
        arguments: [
            "", "a@b\r\nRCPT TO:<c@d>", "a@b>", "<a@b", "a b@c", "a@b\"", "甲@b.cn", String(repeating: "a", count: 255),
        ])
    func hostile(_ address: String) throws {
        let server = try #require(LoopbackMailServer())
        defer { server.stop() }
        #expect(try mail(server).carry(Self.message, from: "xxgk@example.gov.cn", to: address) == .refused(code: 553))
        #expect(try mail(server).carry(Self.message, from: address, to: "test@example.cn") == .later(code: 0))
        #expect(server.messages.isEmpty)
    }

    @Test("no message is left on the disk")
    func leavesNothing() throws {
        let folder = TemporaryFolder()
        let server = try #require(LoopbackMailServer())
        defer { server.stop() }
        let relay = try #require(MailRelay(parsing: "smtp://127.0.0.1:\(server.port)"))
        let mail = try #require(CurlMail(to: relay, in: folder.path))
        #expect(mail.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .taken)
        server.answer("550 no")
        _ = mail.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let nowhere = try #require(CurlMail(to: relay, in: folder.path + "/none"))
        #expect(nowhere.carry(Self.message, from: "xxgk@example.gov.cn", to: "test@example.cn") == .later(code: 0))
    }
}
