internal import CivilTime
internal import Disclosure
internal import Ledger

/// What an applicant is told by e-mail of one step of a case: that something happened, where to read it, and until when
/// something is to be done. Neither the applicant's name nor what was asked for stands in it, as e-mail is read on its way.
struct NoticeWords {
    /// What it is about.
    let subject: String
    /// The text, Chinese first, English second.
    let text: String

    /// The steps that are told. Handing in and withdrawing are the applicant's own; the first message goes out once the
    /// office has confirmed the receipt, so that nobody can have strangers written to by filling in a form.
    static let kinds: Set<RequestAct.Kind> = [
        .receiptConfirmed, .correctionAsked, .reasonsAsked, .delayAgreed, .consulted, .extended, .feeNoticeIssued,
        .merged, .transferred, .abandoned, .decided, .rectified, .messageSent,
    ]

    /// Nil where there is nothing to tell: no such step, or an answer that is served in another way and cannot be read yet.
    ///
    /// - Parameters:
    ///   - address: where the case is followed on the site; nil where the applicant has no query code.
    init?(of number: Int, in view: ApplicantCase, followedAt address: String?) {
        guard let step = view.steps.first(where: { $0.number == number }), Self.kinds.contains(step.entry.kind),
            let news = Self.news(step, view)
        else { return nil }
        let office = view.office.fullName.text
        let way =
            address.map { "请凭登记号和查询码在网上查看：\n\($0)" } ?? "请按政府信息公开指南公布的联系方式向该机关查询。"
        let englishWay =
            address.map { "Read it with your number and query code at\n\($0)" }
            ?? "Ask the office; how to reach it stands in its guide."
        subject = "政府信息公开申请有新的进展（登记号\(view.key)）"
        text = """
            您好：

            您向\(office)提出的政府信息公开申请（登记号\(view.key)）有新的进展：
            \(news.chinese)

            \(way)

            本邮件由系统自动发出，只作提醒，不代替送达，请不要回复。我们不会在邮件中要您提供查询码、证件号码或者付款。

            --
            There is news on your application \(view.key): \(news.english)
            \(englishWay)
            This message was sent by a program as a reminder and is no service of a letter; please do not reply.

            """
    }

    private static func news(
        _ step: ApplicantCase.Step, _ view: ApplicantCase
    ) -> (chinese: String, english: String)? {
        let day = step.entry.day
        if case .messageSent = step.entry.act {
            return ("\(day.chineseText)，该机关给您发来消息。", "the office wrote to you on \(day).")
        }
        guard let letter = ApplicantLetter.all(of: view).first(where: { $0.number == step.number }) else { return nil }
        let (last, englishLast) = deadline(of: step)
        return (
            "\(day.chineseText)，该机关作出《\(letter.title)》。\(last)",
            "\(letter.englishTitle), \(day).\(englishLast)"
        )
    }

    /// Until when the applicant has to do something. Source: 条例 Art 30, 35; 信息处理费管理办法 Art 6.
    private static func deadline(of step: ApplicantCase.Step) -> (String, String) {
        switch step.entry.act {
        case .correctionAsked(let notice):
            ("请在\(notice.deadline.chineseText)以前补正。", " Please correct it by \(notice.deadline).")
        case .reasonsAsked(let notice):
            ("请在\(notice.deadline.chineseText)以前说明理由。", " Please give your reasons by \(notice.deadline).")
        case .feeNoticeIssued:
            (
                "请自收到通知次日起20个工作日内缴纳。",
                " Please pay within 20 working days from the day after you receive the notice."
            )
        default: ("", "")
        }
    }
}
