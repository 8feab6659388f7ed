import Foundation
import TestSupport
import Testing

@Suite("gongkai mail, and serve with a mail server")
struct MailCommandTests {
    private let runner: CommandRunner
    private let folder = TemporaryFolder()

    init() throws { runner = try CommandRunner() }

    private func environment(_ server: LoopbackMailServer) -> [String: String] {
        [
            "GONGKAI_SMTP": "smtp://127.0.0.1:\(server.port)", "GONGKAI_SMTP_FROM": "xxgk@example.gov.cn",
            "GONGKAI_SITE_ORIGIN": "https://www.example.gov.cn", "GONGKAI_MAIL_SECONDS": "1", "GONGKAI_DEMO": "0",
        ]
    }

    private func run(_ arguments: [String], input: String = "", _ environment: [String: String] = [:]) throws
        -> CommandRunner.Outcome
    {
        try runner.run(arguments + ["--data", folder.path], input: input, environment: environment)
    }

    /// An office with an application that came over the counter, whose applicant named an address.
    private func register() throws {
        #expect(try run(["office", "add", "--agency", "test-office", "--name", "测试局"]).status == 0)
        try act(
            """
            {"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person",\
            "applicant":{"name":"测试张三","phone":"000-55667788","email":"zhangsan@mail.example"},\
            "applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}
            """)
    }

    private func act(_ line: String) throws {
        let done = try run(["act", "--agency", "test-office"], input: line)
        #expect(done.status == 0, "\(done.output) \(done.error)")
    }

    private let correction =
        #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-06","points":"请写明年份","deadline":"2025-06-30"}"#

    @Test("a trial message arrives; what is due is sent by hand, once; the standing names no address")
    func byHand() throws {
        let server = try #require(LoopbackMailServer())
        defer { server.stop() }
        let settings = environment(server)
        try register()
        let before = try run(["mail", "status"])
        #expect(before.status == 0 && before.output.contains("还没有发送过"), "\(before.output) \(before.error)")
        let trial = try run(["mail", "try", "--to", "test@mail.example"], settings)
        #expect(trial.status == 0 && trial.output.contains("已接收测试邮件"), "\(trial.output) \(trial.error)")
        #expect(server.next()?.recipients == ["test@mail.example"])
        let none = try run(["mail", "send"], settings)
        #expect(none.status == 0 && none.output.contains("已发送0封"), "\(none.output) \(none.error)")
        try act(correction)
        let sent = try run(["mail", "send", "--format", "json"], settings)
        #expect(sent.status == 0 && sent.output.contains(#""sent":1"#), "\(sent.output) \(sent.error)")
        #expect(server.next()?.recipients == ["zhangsan@mail.example"])
        #expect(try run(["mail", "send", "--format", "json"], settings).output.contains(#""sent":0"#))
        server.answer("550 no such address")
        try act(
            #"{"act":"request.send_message","subject":"2025-1","day":"2025-06-06","text":{"text":"请来电话。"}}"#)
        let failed = try run(["mail", "send"], settings)
        #expect(failed.status == 1 && failed.output.contains("1封不能送达"), "\(failed.output) \(failed.error)")
        let standing = try run(["mail", "status"])
        #expect(standing.output.contains("test-office-2025-1 第3项：试过1次，邮件服务器应答 550，不再发送"), "\(standing.output)")
        #expect(standing.output.contains("已发送 1 件") && !standing.output.contains("@"))
        let json = try run(["mail", "status", "--format", "json"]).output
        #expect(json.contains(#""schema":"gongkai.mail/1""#) && json.contains(#""code":550"#), "\(json)")
    }

    @Test(
        "the server tells an applicant of what another program records, says so without an address, and ends in good order"
    )
    func whileServing() throws {
        let mail = try #require(LoopbackMailServer())
        defer { mail.stop() }
        try register()
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.path, "--listen", "127.0.0.1:0"], environment: environment(mail))
        defer { server.end() }
        let port = try server.waitUntilReady().port
        let form = try HTTPExchange.get("/requests/new?agency=test-office", port: port)
        #expect(form.contains("发邮件提醒您"), "the form says what the address is used for")
        // The first round notes down where the ledger stands; what is told comes after it.
        var standing = ""
        while !standing.contains(#""used":true"#) { standing = try run(["mail", "status", "--format", "json"]).output }
        try act(correction)
        let message = try #require(mail.next())
        #expect(message.recipients == ["zhangsan@mail.example"] && message.sender == "xxgk@example.gov.cn")
        #expect(server.terminate() == 0)
        #expect(server.errors.contains("event=mail what=\"notices go to smtp://127.0.0.1:\(mail.port)\""))
        #expect(!server.errors.contains("@") && !server.errors.contains("level=error"), "\(server.errors)")
    }

    @Test(
        "a wrong setting ends the start with its name and how to mend it",
        arguments: [
            (["GONGKAI_SMTP": "mail.example.gov.cn"], "GONGKAI_SMTP"),
            (["GONGKAI_SMTP_FROM": "nobody"], "GONGKAI_SMTP_FROM"), (["GONGKAI_SMTP_FROM": ""], "GONGKAI_SMTP_FROM"),
            (["GONGKAI_SITE_ORIGIN": ""], "GONGKAI_SITE_ORIGIN"), (["GONGKAI_SMTP_TLS": "maybe"], "GONGKAI_SMTP_TLS"),
            (["GONGKAI_SMTP_SECONDS": "0"], "GONGKAI_SMTP_SECONDS"),
            (["GONGKAI_MAIL_TRIES": "21"], "GONGKAI_MAIL_TRIES"),
            (["GONGKAI_MAIL_ROUND": "x"], "GONGKAI_MAIL_ROUND"),
            (["GONGKAI_MAIL_KEEP_DAYS": "0"], "GONGKAI_MAIL_KEEP_DAYS"),
            (["GONGKAI_MAIL_SECONDS": "0"], "GONGKAI_MAIL_SECONDS"),
            (["GONGKAI_SMTP_PASSWORD_FILE": "/nowhere"], "GONGKAI_SMTP_PASSWORD_FILE"),
        ])
    func wrongSettings(_ change: [String: String], _ name: String) throws {
        let server = try #require(LoopbackMailServer())
        defer { server.stop() }
        let outcome = try run(
            ["serve", "--listen", "127.0.0.1:0"], environment(server).merging(change) { $1 })
        #expect(outcome.status == 2 && outcome.error.contains(name), "\(outcome.error)")
        #expect(server.messages.isEmpty)
    }

    @Test("a file with the password that others can read is refused; one that is the owner's alone is used")
    func passwordFile() throws {
        let server = try #require(LoopbackMailServer(offersSignIn: true))
        defer { server.stop() }
        try register()
        let file = try folder.write("test word\n", to: "password")
        var settings = environment(server)
        settings["GONGKAI_SMTP_USER"] = "xxgk"
        settings["GONGKAI_SMTP_PASSWORD_FILE"] = file.path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        let open = try run(["mail", "try", "--to", "test@mail.example"], settings)
        #expect(open.status == 2 && open.error.contains("0600") && !open.error.contains("test word"), "\(open.error)")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        #expect(try run(["mail", "try", "--to", "test@mail.example"], settings).status == 0)
        let told = try #require(server.next()?.signedIn.flatMap { Data(base64Encoded: $0) })
        #expect(Array(told) == Array("\0xxgk\0test word".utf8))
    }

    @Test(
        "words that do not fit are answered with the usage",
        arguments: [["mail"], ["mail", "x"], ["mail", "try"], ["mail", "try", "--to", "x"]])
    func usage(_ words: [String]) throws { #expect(try run(words).status == 64) }
}
