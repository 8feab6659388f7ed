import Ledger
import Markup

/// How it stands with the notices, for people and for programs; no address stands in it.
struct MailStandingOutput {
    private let standing: MailStore.Standing

    init(_ standing: MailStore.Standing) { self.standing = standing }

    /// In one of the formats.
    func bytes(_ format: AnswerFormat) -> [UInt8] { format == .json ? json : Array(text.utf8) }

    private func count(_ end: MailNotice.End) -> Int { standing.ended[end] ?? 0 }

    private var text: String {
        guard standing.isUsed else { return "还没有发送过电子邮件提醒。设置 GONGKAI_SMTP 以后，从新的办理进展开始发送。\n" }
        var text =
            "等待发送 \(standing.waiting) 件，已发送 \(count(.sent)) 件，不能送达 \(count(.failed)) 件，"
            + "没有邮箱地址等不需要发送 \(count(.needless)) 件。\n"
        for trouble in standing.troubles {
            let key = "\(trouble.notice.office.text)-\(trouble.notice.request)"
            let answer = trouble.code.map { $0 == 0 ? "，邮件服务器没有应答" : "，邮件服务器应答 \($0)" } ?? ""
            let next = trouble.next.map { "，\($0.beijingText) 以后再试" } ?? "，不再发送，请用其他方式告知申请人"
            text += "\(key) 第\(trouble.notice.number)项：试过\(trouble.notice.tries)次\(answer)\(next)\n"
        }
        return text
    }

    private var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.mail/1")
            json.member("used", standing.isUsed)
            json.member("waiting", standing.waiting)
            for end in MailNotice.End.allCases { json.member(end.rawValue, count(end)) }
            json.array("troubles") { json in
                for trouble in standing.troubles {
                    json.object { json in
                        json.member("office", trouble.notice.office.text)
                        json.member("request", "\(trouble.notice.request)")
                        json.member("step", trouble.notice.number)
                        json.member("tries", trouble.notice.tries)
                        json.member("code", trouble.code)
                        json.member("next", trouble.next.map { WallClock.timestamp(of: $0) })
                    }
                }
            }
        }
        return json.finish() + [0x0A]
    }
}
