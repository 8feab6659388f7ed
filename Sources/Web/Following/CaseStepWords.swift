internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// One thing that happened, in words for the applicant. What is the office's inner matter is left out.
struct CaseStepWords {
    let view: ApplicantCase
    let step: ApplicantCase.Step
    let t: Wording

    /// What is said of a step, without marks.
    struct Line {
        let day: Day
        let title: String
        /// The sentences; what an office wrote stands apart, as it is Chinese on English pages too.
        fileprivate let pieces: [(text: String, isWritten: Bool)]

        /// The sentences as one text.
        var text: String { pieces.map(\.text).joined() }

        /// The step of the timeline of a page.
        func step(_ t: Wording) -> Timeline.Step {
            let html = pieces.map { piece -> HTML in
                piece.isWritten ? t.written(piece.text) : "\(piece.text)"
            }
            return Timeline.Step(day: day, title: HTML(text: title), text: html.joined())
        }
    }

    /// What is said of it; nil for what is not told.
    var line: Line? {
        words.map { Line(day: step.entry.day, title: $0.title, pieces: $0.text.filter { !$0.text.isEmpty }) }
    }

    private typealias Words = (title: String, text: [(text: String, isWritten: Bool)])

    /// A title with nothing to be said of it, or with a sentence.
    private func say(
        _ title: (String, String), _ text: (String, String) = ("", "")
    ) -> Words {
        (t(title.0, title.1), [(t(text.0, text.1), false)])
    }

    /// The same with what an office wrote within the sentence.
    private func say(
        _ title: (String, String), _ before: (String, String), _ written: Statement, _ after: (String, String)
    ) -> Words {
        (t(title.0, title.1), [(t(before.0, before.1), false), (written.text, true), (t(after.0, after.1), false)])
    }

    private var words: Words? {
        switch step.entry.act {
        case .registered:
            say(
                ("您在网上提交了申请", "You handed the application in on line"),
                ("已经登记，登记号\(view.key)。", "It is registered under the number \(view.key)."))
        case .receiptConfirmed:
            say(
                ("与您确认收到，这天为收到申请之日", "The receipt was confirmed with you: the day of receipt"),
                ("当日不计，自次日起计算答复期限（条例第三十一条、第三十三条）。", "The period to reply begins the next day (Art 31, 33)."))
        case .correctionAsked(let notice): asked(notice)
        case .correctionReceived:
            say(
                ("收到您的补正", "Your correction was received"),
                ("答复期限自次日起重新计算（条例第三十条）。", "The period begins anew the next day (Art 30)."))
        case .consulted(let letter):
            say(
                letter.kind == .thirdParty
                    ? ("书面征求第三方意见", "A third party was consulted in writing")
                    : ("征求其他机关意见", "Another office was consulted"),
                ("所需时间不计算在期限内（条例第三十三条第三款）。", "The time it takes does not count (Art 33(3))."))
        case .opinionReceived: say(("收到意见", "The opinion was received"), ("期限继续计算。", "The period goes on."))
        case .letterDelivered(let delivery):
            delivery.consultation == nil ? say(("收费通知已经送达", "The fee notice was delivered")) : nil
        case .reasonsAsked(let notice):
            say(
                ("请您说明理由", "You are asked for your reasons"),
                (
                    "请在\(notice.deadline.chineseText)以前说明申请数量、频次较多的理由。",
                    "Please say by \(notice.deadline.englishText) why you apply so often or for so much."
                ))
        case .reasonsReceived: say(("收到您说明的理由", "Your reasons were received"))
        case .delayAgreed(let delay):
            say(
                ("确定延迟答复", "The reply is put off"),
                ("将在\(delay.until.chineseText)以前答复。", "It will be given by \(delay.until.englishText)."))
        case .extended(let grant): extended(grant)
        case .feeNoticeIssued(let notice):
            say(
                ("发出收费通知", "A fee notice was issued"),
                (
                    "信息处理费\(notice.amount)，请在收到通知次日起20个工作日内缴纳。",
                    "The processing fee is \(notice.amount.englishText), to be paid within 20 working days from the day after you receive the notice."
                ))
        case .paid: say(("已经缴费", "The fee was paid"), ("答复期限重新计算。", "The period begins anew."))
        case .split: say(("按一事一申请拆分办理", "It was split: one matter in one application"))
        case .merged(let merger):
            say(
                ("合并办理", "It was joined with another application"),
                ("并入登记号\(merger.into)的申请。", "It goes on under the number \(merger.into)."))
        case .transferred: transferred
        case .withdrawn: say(("您撤回了申请", "You took the application back"))
        case .abandoned(let abandonment):
            say(
                ("视为放弃申请", "It counts as given up"),
                abandonment.ground == .noCorrection
                    ? ("逾期没有补正。", "It was not corrected in time.") : ("逾期没有缴费。", "The fee was not paid in time."))
        case .decided(let decision): decided(decision)
        case .served: say(("答复送达", "The reply was served"), ("这一天为答复之日。", "This is the day of the reply."))
        case .closed: say(("办结", "Closed"))
        case .reopened:
            say(
                ("重新办理", "Opened again"),
                ("原答复被撤销，重新作出答复。", "The earlier reply was set aside; a new one will be given."))
        case .rectified: say(("处理了您提出的更正", "The rectification you asked for was handled"))
        case .promoted: say(("您申请的信息转为主动公开", "The information you applied for was published for everyone"))
        case .messageReceived(let message):
            say(("收到您的来文", "Your message was received"), papers(message.papers.count))
        case .messageSent(let message):
            say(
                ("\(view.office.fullName.text)给您发来消息", "The office sent you a message"), papers(message.papers.count))
        case .messagesRead: say(("您查看了机关的消息", "You read the messages of the office"))
        case .rated(let rating):
            say(("您作了评价：\(rating.grade.chineseText)", "You rated it: \(rating.grade.englishText.lowercased())"))
        case .clockRecomputed: say(("放假安排有变，期限重新计算", "The days off were changed: the period was counted again"))
        case .voided: say(("登记作废", "The registration was made void"))
        case .approved, .filed, .letterNumbered: nil
        }
    }

    private func asked(_ notice: CorrectionNotice) -> Words {
        say(
            ("请您补正", "You are asked to correct it"), ("需要补正“", "To be corrected: “"), notice.points,
            (
                "”。请在\(notice.deadline.chineseText)以前补正，逾期没有正当理由的，视为放弃申请。",
                "”. Please do so by \(notice.deadline.englishText); without good reason it counts as given up after that."
            ))
    }

    private var transferred: Words {
        guard let receiver = view.receiver else {
            return say(("转由其他机关办理", "It was passed on to another office"))
        }
        let name = receiver.office.fullName.text
        guard let key = receiver.key else {
            return say(("转由\(name)办理", "It was passed on to another office"))
        }
        return say(
            ("转由\(name)办理", "It was passed on to another office"),
            (
                "新的登记号：\(key)，查询码不变。",
                "Its number there is \(key); the code is the same."
            ))
    }

    private func extended(_ grant: ExtensionGrant) -> Words {
        say(
            ("延长答复期限", "The period was extended"),
            ("延长\(grant.days.count)个工作日。理由：", "By \(grant.days.count) working days. Reasons: "), grant.reasons, ("", "")
        )
    }

    private func decided(_ decision: Decision) -> Words {
        guard view.showsAnswer else {
            return say(("已经作出答复", "A reply was made"), ("将按您选择的方式送达。", "It is delivered in the way you chose."))
        }
        let leaf = decision.leaf
        let family = leaf.family.englishText
        let english = family == leaf.englishText ? family : "\(family), \(leaf.englishText)"
        return say(
            ("作出答复：\(leaf.chineseText)", "A reply was made: \(english)"),
            ("答复书见下面的“文书”。", "It stands below under “Letters”."))
    }

    private func papers(_ count: Int) -> (String, String) {
        guard count > 0 else { return ("", "") }
        return ("附\(count)份文件。", count == 1 ? "With 1 file." : "With \(count) files.")
    }
}
