import MailSending
import Testing

@Suite("the address of a mail server")
struct MailRelayTests {
    @Test(
        "is taken in its usual forms",
        arguments: [
            ("smtp://mail.example.gov.cn", "smtp://mail.example.gov.cn:25", MailRelay.Secrecy.needed),
            ("smtp://mail.example.gov.cn:587/", "smtp://mail.example.gov.cn:587", .needed),
            ("SMTPS://Mail.Example.gov.cn", "smtps://mail.example.gov.cn:465", .needed),
            ("smtps://[2001:db8::1]:2465", "smtps://[2001:db8::1]:2465", .needed),
            ("smtp://localhost", "smtp://localhost:25", .offered),
            ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525", .offered),
            ("smtp://[::1]:2525", "smtp://[::1]:2525", .offered),
        ])
    func taken(_ text: String, _ address: String, _ secrecy: MailRelay.Secrecy) throws {
        let relay = try #require(MailRelay(parsing: text))
        #expect(relay.address == address)
        #expect(relay.secrecy == secrecy)
    }

    @Test(
        "is refused where it is something else",
        arguments: [
            "", "mail.example.gov.cn", "http://mail.example.gov.cn", "smtp://", "smtp://:25", "smtp://a:0",
            "smtp://a:65536", "smtp://a:25x", "smtp://a b", "smtp://user:password@a", "smtp://a/path", "smtp://a\n:25",
            "smtp://[::1", "smtp://[]", "smtp://[::1]25", "smtp://a:",
        ])
    func refused(_ text: String) { #expect(MailRelay(parsing: text) == nil) }
}
