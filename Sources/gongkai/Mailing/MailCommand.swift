import Database
import Disclosure
import Ledger
import MailSending
import Markup
import ReaderProcess
import Service
import Vault

extension Command {
    /// `gongkai mail`.
    static let mail = Command(
        name: "mail",
        synopsis:
            "status|send|try [--to ADDRESS] [--data DIR | --database URL] [--actor ID --role ROLE] [--format text|json]",
        summary: "查看电子邮件提醒的发送情况（status），立即发送到期的（send），或者向一个地址发送测试邮件（try）",
        englishSummary: "tells how it stands with notices by e-mail, sends what is due, or sends a trial message",
        options: Installation.options + Permission.options + [
            .value("--to", "ADDRESS", "测试邮件的收件地址", "where the trial message goes"), .format,
        ], operands: 1...1
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let word = arguments.operands[0]
        guard ["status", "send", "try"].contains(word) else {
            throw UsageError(
                chinese: "mail 之后应写 status、send 或者 try。", english: "Write status, send or try after mail.")
        }
        var recipient: EmailAddress?
        if word == "try" {
            guard let address = arguments.value("--to").flatMap({ EmailAddress($0) }) else {
                throw UsageError(
                    chinese: "请用 --to 写明收件地址，例如 --to name@example.cn。", english: "Name an address with --to.")
            }
            recipient = address
        }
        guard let installation = Installation.open(arguments, for: "mail", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            let permission = Permission(command: "mail")
            let act = word == "status" ? "mail.see" : "mail.send"
            guard try permission.ask(act, arguments, in: installation.ledger) != nil else { return .findings }
            guard word != "status" else {
                StandardStream.output.write(MailStandingOutput(try installation.ledger.mail.standing()).bytes(format))
                return .done
            }
            guard let settings = try MailSettings.read() else {
                StandardStream.complain("mail", "没有设置邮件服务器（GONGKAI_SMTP），不发送邮件。")
                return .failed
            }
            let tell = TellApplicants(
                ApplicantSetting(
                    ledger: installation.ledger, calendar: installation.calendar, vault: try installation.vault()),
                mail: settings.mail, carrier: try settings.carrier())
            guard let recipient else { return try send(tell, format) }
            return tellOutcome(of: tell.sendTrial(to: recipient, at: WallClock.now()))
        } catch let error as SettingError {
            StandardStream.complain("mail", error.message)
        } catch let error as VaultError {
            StandardStream.complain("mail", error.message)
        } catch {
            StandardStream.complain("mail", Permission.message(of: error))
        }
        return .failed
    }

    private static func send(_ tell: TellApplicants, _ format: AnswerFormat) throws(ServiceError) -> ExitCode {
        let round = try tell.run(clock: WallClock.now)
        if format == .json {
            var json = JSONWriter()
            json.object { json in
                json.member("schema", "gongkai.mail-round/1")
                json.member("sent", round.sent)
                json.member("later", round.putOff)
                json.member("failed", round.failed)
                json.member("needless", round.needless)
            }
            StandardStream.output.write(json.finish() + [0x0A])
        } else {
            StandardStream.output.write(
                "已发送\(round.sent)封；\(round.putOff)封暂时未能发送，稍后再试；\(round.failed)封不能送达；\(round.needless)件不需要发送。\n")
        }
        return round.failed == 0 && round.putOff == 0 ? .done : .findings
    }

    private static func tellOutcome(of outcome: MailOutcome) -> ExitCode {
        switch outcome {
        case .taken:
            StandardStream.output.write("邮件服务器已接收测试邮件。请到收件箱查看；没有收到的，再看垃圾邮件。\n")
            return .done
        case .later(let code):
            let answer = code == 0 ? "没有应答" : "应答代码 \(code)"
            StandardStream.complain(
                "mail", "测试邮件没有发出（邮件服务器\(answer)）。请核对 GONGKAI_SMTP 的地址、端口和加密方式，以及用户名和密码。")
            return .failed
        case .refused(let code):
            StandardStream.complain("mail", "邮件服务器拒绝了测试邮件（应答代码 \(code)）。请核对发件人和收件人的地址。")
            return .failed
        }
    }
}
