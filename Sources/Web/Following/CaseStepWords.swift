internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Service

/// One thing that happened, in words for the applicant. What is the office's inner matter is left out.
struct CaseStepWords {
    let view: ApplicantCase
    let step: ApplicantCase.Step

    struct Line {
        var day: Day
        var title: String
        var text: String
    }

    var line: Line? {
        guard let (title, text) = words else { return nil }
        return Line(day: step.entry.day, title: title, text: text)
    }

    private var words: (String, String)? {
        switch step.entry.act {
        case .registered: ("您在网上提交了申请", "已经登记，登记号\(view.key)。")
        case .receiptConfirmed: ("与您确认收到，这天为收到申请之日", "当日不计，自次日起计算答复期限（条例第三十一条、第三十三条）。")
        case .correctionAsked(let notice):
            ("请您补正", "需要补正“\(notice.points.text)”。请在\(notice.deadline.chineseText)以前补正，逾期没有正当理由的，视为放弃申请。")
        case .correctionReceived: ("收到您的补正", "答复期限自次日起重新计算（条例第三十条）。")
        case .consulted(let letter):
            letter.kind == .thirdParty
                ? ("书面征求第三方意见", "所需时间不计算在期限内（条例第三十三条第三款）。")
                : ("征求其他机关意见", "所需时间不计算在期限内（条例第三十三条第三款）。")
        case .opinionReceived: ("收到意见", "期限继续计算。")
        case .letterDelivered(let delivery): delivery.consultation == nil ? ("收费通知已经送达", "") : nil
        case .reasonsAsked(let notice): ("请您说明理由", "请在\(notice.deadline.chineseText)以前说明申请数量、频次较多的理由。")
        case .reasonsReceived: ("收到您说明的理由", "")
        case .delayAgreed(let delay): ("确定延迟答复", "将在\(delay.until.chineseText)以前答复。")
        case .extended(let grant): ("延长答复期限", "延长\(grant.days.count)个工作日。理由：\(grant.reasons.text)")
        case .feeNoticeIssued(let notice): ("发出收费通知", "信息处理费\(notice.amount)，请在收到通知次日起20个工作日内缴纳。")
        case .paid: ("已经缴费", "答复期限重新计算。")
        case .split: ("按一事一申请拆分办理", "")
        case .merged(let merger): ("合并办理", "并入登记号\(merger.into)的申请。")
        case .transferred: ("转由其他机关办理", "")
        case .withdrawn: ("您撤回了申请", "")
        case .abandoned(let abandonment):
            ("视为放弃申请", abandonment.ground == .noCorrection ? "逾期没有补正。" : "逾期没有缴费。")
        case .decided(let decision):
            view.showsAnswer
                ? ("作出答复：\(decision.leaf.chineseText)", "答复书见下面的“文书”。")
                : ("已经作出答复", "将按您选择的方式送达。")
        case .served: ("答复送达", "这一天为答复之日。")
        case .closed: ("办结", "")
        case .reopened: ("重新办理", "原答复被撤销，重新作出答复。")
        case .rectified: ("处理了您提出的更正", "")
        case .promoted: ("您申请的信息转为主动公开", "")
        case .messageReceived(let message):
            ("收到您的来文", message.papers.isEmpty ? "" : "附材料\(message.papers.count)份。")
        case .messageSent(let message):
            ("\(view.office.fullName.text)给您发来消息", message.papers.isEmpty ? "" : "附文件\(message.papers.count)份。")
        case .messagesRead: ("您查看了机关的消息", "")
        case .rated(let rating): ("您作了评价：\(rating.grade.chineseText)", "")
        case .clockRecomputed: ("放假安排有变，期限重新计算", "")
        case .voided: ("登记作废", "")
        case .approved, .filed, .letterNumbered: nil
        }
    }
}
