import Disclosure
import Glibc
import MailSending
import ReaderProcess
import Service
import Web

/// Whether and how applicants are told by e-mail, by the environment.
struct MailSettings: Sendable {
    /// The mail server.
    let relay: MailRelay
    /// What is sent, and how often it is tried.
    let mail: MailSetting
    /// Seconds between two rounds.
    let pause: Int

    /// Reads the settings; nil where no mail server is set.
    static func read(_ environment: (String) -> String? = environmentValue) throws(SettingError) -> MailSettings? {
        guard let text = environment("GONGKAI_SMTP"), !text.isEmpty else { return nil }
        guard var relay = MailRelay(parsing: text) else {
            throw fault(
                "GONGKAI_SMTP",
                "应为邮件服务器的地址，例如 smtps://mail.example.gov.cn:465 或者 smtp://mail.example.gov.cn:587，不带用户名和密码。")
        }
        switch environment("GONGKAI_SMTP_TLS") {
        case nil, "": break
        case "required": relay.secrecy = .needed
        case "optional": relay.secrecy = .offered
        default: throw fault("GONGKAI_SMTP_TLS", "可用的是 required、optional。")
        }
        relay.user = environment("GONGKAI_SMTP_USER") ?? ""
        relay.password = try password(environment)
        relay.seconds = try number("GONGKAI_SMTP_SECONDS", 1...600, environment) ?? relay.seconds
        guard let sender = (environment("GONGKAI_SMTP_FROM")).flatMap({ EmailAddress($0) }) else {
            throw fault("GONGKAI_SMTP_FROM", "设置了 GONGKAI_SMTP 的，应当同时设置发件人的电子邮箱地址，例如 xxgk@example.gov.cn。")
        }
        let origin = environment("GONGKAI_SITE_ORIGIN") ?? ""
        guard !origin.isEmpty, SiteIdentity.isOrigin(origin) else {
            throw fault("GONGKAI_SITE_ORIGIN", "设置了 GONGKAI_SMTP 的，应当同时设置本站的网址（https://域名），邮件中要写明到哪里查询。")
        }
        var mail = MailSetting(from: sender, origin: origin)
        if let name = environment("GONGKAI_SMTP_NAME"), !name.isEmpty { mail.senderName = String(name.prefix(60)) }
        mail.tries = try number("GONGKAI_MAIL_TRIES", 1...20, environment) ?? mail.tries
        mail.round = try number("GONGKAI_MAIL_ROUND", 1...1_000, environment) ?? mail.round
        mail.keepDays = try number("GONGKAI_MAIL_KEEP_DAYS", 1...3_650, environment) ?? mail.keepDays
        return MailSettings(
            relay: relay, mail: mail, pause: try number("GONGKAI_MAIL_SECONDS", 1...3_600, environment) ?? 15)
    }

    /// What hands messages over.
    ///
    /// - Throws: where the machine has no `curl`.
    func carrier() throws(SettingError) -> CurlMail {
        guard let carrier = CurlMail(to: relay) else {
            throw Self.fault("GONGKAI_SMTP", "本机没有 curl 程序，不能发送邮件。请安装软件包 curl，或者取消这项设置。")
        }
        return carrier
    }

    private static func password(_ environment: (String) -> String?) throws(SettingError) -> String {
        if let password = environment("GONGKAI_SMTP_PASSWORD"), !password.isEmpty { return password }
        guard let path = environment("GONGKAI_SMTP_PASSWORD_FILE"), !path.isEmpty else { return "" }
        var file = stat()
        if stat(path, &file) == 0, file.st_mode & 0o077 != 0 {
            throw fault("GONGKAI_SMTP_PASSWORD_FILE", "密码文件只能由所有者读写（权限 0600），请先修改它的权限。")
        }
        do throws(FileError) {
            let text = try FileContents.text(of: path, limit: 4_096)
            return String(text.prefix { $0 != "\n" && $0 != "\r\n" && $0 != "\r" })
        } catch {
            throw fault("GONGKAI_SMTP_PASSWORD_FILE", "密码文件不能读取：\(error.message)")
        }
    }

    private static func number(
        _ name: String, _ range: ClosedRange<Int>, _ environment: (String) -> String?
    ) throws(SettingError) -> Int? {
        try NumberSetting(name: name, range: range).value(in: environment)
    }

    private static func fault(_ name: String, _ what: String) -> SettingError {
        SettingError(name: name, message: "设置 \(name)：\(what)")
    }
}
