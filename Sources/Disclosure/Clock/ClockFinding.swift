import CivilTime

/// The findings of the reply clock, in words.
enum ClockFinding {
    // MARK: Correction

    static func correctionBeforeReceipt(_ correction: ReplyClock.Correction, _ received: Day) -> Finding {
        Finding(
            .clockCorrectionBeforeReceipt, field: "correction.asked",
            "补正告知日期 \(correction.asked) 早于收到申请日期 \(received)。", article: .regulation(30), remedy: "请核对两个日期。")
    }

    static func correctionTurnedRound(asked: Day, received: Day) -> Finding {
        Finding(
            .clockCorrectionReceivedBeforeAsked, field: "correction.received",
            "收到补正日期 \(received) 早于补正告知日期 \(asked)。", article: .regulation(30), remedy: "请核对两个日期。")
    }

    static func correctionAskedLate(_ asked: Day, limit: Day) -> Finding {
        Finding(
            .clockCorrectionAskedLate, .warning, field: "correction.asked",
            "补正告知应在收到申请之日起7个工作日内（最迟 \(limit)）作出，实际为 \(asked)。", article: .regulation(30),
            remedy: "请核对日期；确属逾期的，应当说明情况并尽快办理。")
    }

    static func correctionAfterDue(_ asked: Day, due: Day) -> Finding {
        Finding(
            .clockCorrectionAfterDue, field: "correction.asked", "补正告知日期 \(asked) 晚于答复期限 \(due)，期限已届满。",
            article: .regulation(30), remedy: "请核对日期；期限届满后不能再以补正重新起算期限。")
    }

    // MARK: Consultations

    static func tooManySuspensions(_ count: Int) -> Finding {
        Finding(
            .clockTooManySuspensions, field: "suspensions",
            "登记了 \(count) 次征求意见，超过 \(ReplyClock.suspensionLimit) 次的上限。", remedy: "请核对登记内容。")
    }

    static func suspensionBeforeReceipt(_ suspension: ClockSuspension, _ received: Day) -> Finding {
        Finding(
            .clockSuspensionBeforeReceipt, field: "suspensions.sent",
            "发出征求意见书日期 \(suspension.sent) 早于收到申请日期 \(received)。", article: .regulation(33, paragraph: 3),
            remedy: "请核对两个日期。")
    }

    static func opinionBeforeRequest(sent: Day, answered: Day) -> Finding {
        Finding(
            .clockOpinionBeforeRequest, field: "suspensions.answered",
            "收到意见日期 \(answered) 早于发出征求意见书日期 \(sent)。", article: .regulation(32), remedy: "请核对两个日期。")
    }

    static func letterBeforeRequest(sent: Day, served: Day) -> Finding {
        Finding(
            .clockLetterBeforeRequest, field: "suspensions.letter_received",
            "对方签收征求意见书日期 \(served) 早于发出日期 \(sent)。", article: .regulation(32), remedy: "请核对两个日期。")
    }

    static func suspensionAfterDue(_ sent: Day, due: Day) -> Finding {
        Finding(
            .clockSuspensionAfterDue, field: "suspensions.sent", "发出征求意见书日期 \(sent) 晚于答复期限 \(due)，期限已届满。",
            article: .regulation(33, paragraph: 3), remedy: "请核对日期；期限届满后征求意见不再扣除时间。")
    }

    static func suspensionWithoutEffect(_ pause: ClockPause, start: Day) -> Finding {
        Finding(
            .clockSuspensionWithoutEffect, .notice, field: "suspensions.sent",
            "\(pause.sent) 至 \(pause.end) 的征求意见在期限重新起算（\(start)）之前已经结束，不影响重新起算的期限。",
            article: .regulation(33, paragraph: 3), remedy: "无需处理。")
    }

    static func nothingLeft(_ sent: Day, due: Day) -> Finding {
        Finding(
            .clockSuspensionOnLastDay, .warning, field: "suspensions.sent",
            "征求意见书在期限最后一日（\(sent)）发出，收到意见后没有剩余时间，应在 \(due) 答复。",
            article: .regulation(33, paragraph: 3), remedy: "如来不及答复，应当在期限届满前办理延期。")
    }

    static func opinionLate(_ answered: Day, limit: Day) -> Finding {
        Finding(
            .clockOpinionLate, .warning, field: "suspensions.answered",
            "意见于 \(answered) 收到，超过对方的15个工作日（至 \(limit)），超过的时间计入答复期限。", article: .regulation(32),
            remedy: "请核对对方签收日期。")
    }

    static func opinionLong(_ sent: Day, _ answered: Day) -> Finding {
        Finding(
            .clockOpinionLong, .warning, field: "suspensions.answered",
            "\(sent) 发出的征求意见书至 \(answered) 才收到意见，超过15个工作日，且没有登记对方的签收日期。",
            article: .regulation(32), remedy: "请登记签收日期；签收满15个工作日之后的时间计入答复期限。")
    }

    static func opinionAwaited(_ suspension: ClockSuspension, limit: Day) -> Finding {
        let basis = suspension.letterReceived == nil ? "对方签收日期未登记，暂按发出之日起算" : "自对方签收之日起算"
        return Finding(
            .clockOpinionAwaited, .warning, field: "suspensions.answered",
            "\(suspension.sent) 发出的征求意见书尚未收到意见，暂按15个工作日届满（\(limit)）恢复计算，\(basis)。",
            article: .regulation(32), remedy: "收到意见或者取得签收日期后请登记，期限将重新计算。")
    }

    // MARK: Extension

    static func extensionLength(_ days: WorkingDays) -> Finding {
        Finding(
            .clockExtensionLength, field: "extension.days", "延长 \(days.count) 个工作日不符合规定：应为1至20个工作日。",
            article: .regulation(33, paragraph: 2), remedy: "请改为20个工作日以内。")
    }

    static func extensionBeforeReceipt(_ decided: Day, _ received: Day) -> Finding {
        Finding(
            .clockExtensionBeforeReceipt, field: "extension.decided",
            "批准延期日期 \(decided) 早于收到申请日期 \(received)。", article: .regulation(33, paragraph: 2),
            remedy: "请核对两个日期。")
    }

    static func extensionAfterDue(_ decided: Day, due: Day) -> Finding {
        Finding(
            .clockExtensionAfterDue, field: "extension.decided", "批准延期日期 \(decided) 晚于答复期限 \(due)，期限已届满。",
            article: .regulation(33, paragraph: 2), remedy: "请核对日期；延期应当在期限届满前批准并告知申请人。")
    }

    static func extensionWhileStopped(_ decided: Day, start: Day) -> Finding {
        Finding(
            .clockExtensionWhileStopped, field: "extension.decided",
            "批准延期日期 \(decided) 时期限没有在计算，期限自 \(start) 起重新计算。", article: .regulation(33, paragraph: 2),
            remedy: "请核对日期；需要延期的，应在期限重新起算之后批准。")
    }

    static func extensionBeforeRestart(_ start: Day) -> Finding {
        Finding(
            .clockExtensionBeforeRestart, .notice, field: "extension.decided",
            "延期是在期限重新起算（\(start)）之前批准的，重新起算的期限不再加上延长的时间。",
            article: .regulation(33, paragraph: 2), remedy: "无需处理；延期只能一次。")
    }

    // MARK: Fee

    static func feeNoticeBeforeReceipt(_ sent: Day, _ received: Day) -> Finding {
        Finding(
            .clockFeeNoticeBeforeReceipt, field: "fee.notice", "收费通知日期 \(sent) 早于收到申请日期 \(received)。",
            article: .feeMeasures(6), remedy: "请核对两个日期。")
    }

    static func feeNoticeBeforeCorrection(_ sent: Day, _ correction: ReplyClock.Correction) -> Finding {
        let state = correction.received.map { "早于收到补正日期 \($0)" } ?? "时补正尚未收到"
        return Finding(
            .clockFeeNoticeBeforeCorrection, field: "fee.notice", "收费通知日期 \(sent) \(state)，期限没有在计算。",
            article: .feeMeasures(6), remedy: "请核对日期；收费通知应在收到补正后的申请之后发出。")
    }

    static func feeNoticeTurnedRound(_ fee: ReplyClock.FeeWindow) -> Finding {
        Finding(
            .clockFeeNoticeTurnedRound, field: "fee.notice",
            "收到收费通知日期 \(fee.noticeReceived) 早于发出日期 \(fee.noticeSent)。", article: .feeMeasures(6),
            remedy: "请核对两个日期。")
    }

    static func feeNoticeAfterDue(_ sent: Day, due: Day) -> Finding {
        Finding(
            .clockFeeNoticeAfterDue, field: "fee.notice", "收费通知日期 \(sent) 晚于答复期限 \(due)，收费通知应在期限内发出。",
            article: .feeMeasures(6), remedy: "请核对日期；如在期限内发出、期满后才送达，请另行登记发出日期。")
    }

    static func paidBeforeNotice(_ paid: Day, _ notice: Day) -> Finding {
        Finding(
            .clockPaidBeforeNotice, field: "fee.paid", "缴费日期 \(paid) 早于收到收费通知日期 \(notice)。",
            article: .feeMeasures(6), remedy: "请核对两个日期。")
    }

    static func paidLate(_ paid: Day, limit: Day) -> Finding {
        Finding(
            .clockPaidLate, field: "fee.paid", "缴费最迟应在 \(limit)，实际为 \(paid)；逾期未缴费的，视为放弃申请，不再处理。",
            article: .feeMeasures(6), remedy: "请核对日期；确属逾期的，按“申请人逾期未缴费”结案。")
    }

    // MARK: Calendar

    static func outOfRange() -> Finding {
        Finding(
            .clockOutOfRange, .error, "计算结果超出日历的范围（\(Day.latest) 之后）。", remedy: "请核对日期中的年份。")
    }

    static func provisional(_ years: [Int]) -> Finding {
        let isLong = years.count > 3
        let named = isLong ? [years.min(), years.max()].compactMap { $0 } : years
        let names = named.map { "\($0)年" }.joined(separator: isLong ? "至" : "、")
        return Finding(
            .clockProvisional, .warning, "\(names)没有官方放假安排，暂按法定节日（元旦、劳动节、国庆节）休息、其余周一至周五上班推算，结果可能改变。",
            remedy: "放假安排公布后请更新日历，重新计算。")
    }
}
