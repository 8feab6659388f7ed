import CivilTime
import Disclosure

/// What `gongkai deadline` says to people.
enum DeadlineText {
    /// The answer: the day first, then the steps, then what is to be noted.
    static func page(_ outcome: Result<ReplyPeriod, Refusal>) -> String {
        switch outcome {
        case .success(let period):
            var text = headline(period) + "\n"
            for (index, step) in period.steps.enumerated() { text += "\n" + paragraph(step, number: index + 1) }
            if !period.remarks.isEmpty { text += "\n请注意：\n" + list(period.remarks) }
            return text
        case .failure(let refusal):
            return "无法计算答复期限：\n" + list(refusal.findings)
        }
    }

    private static func headline(_ period: ReplyPeriod) -> String {
        switch period.state {
        case .running(let due):
            "答复期限：\(due.chineseText)（\(due.weekday.chineseText)）" + (period.isProvisional ? "，暂定" : "")
        case .awaitingCorrection:
            "等待申请人补正：收到补正后的申请之日起，答复期限重新计算；无正当理由逾期不补正的，视为放弃申请。"
        case .awaitingPayment(let until):
            "等待申请人缴费：最迟 \(until.chineseText)（\(until.weekday.chineseText)）；缴费后答复期限重新计算，逾期未缴的，视为放弃申请。"
        }
    }

    private static func paragraph(_ step: ClockStep, number: Int) -> String {
        var text = "\(number). \(step.explanation)\n   依据：\(step.article.chineseText)\n"
        for (index, run) in step.skipped.enumerated() {
            text += index == 0 ? "   不计入：" : "           "
            text += "\(run.days.chineseText)，\(run.why)\n"
        }
        for (index, makeup) in step.makeupWorkdays.enumerated() {
            text += index == 0 ? "   计入：  " : "           "
            text += "\(makeup.day.chineseText)（\(makeup.day.weekday.chineseText)），\(makeup.holiday)调休上班\n"
        }
        return text
    }

    private static func list(_ findings: [Finding]) -> String {
        findings.map { "  - \($0.text)\n" }.joined()
    }
}
