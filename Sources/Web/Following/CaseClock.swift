internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// How the period of an application is counted, as its applicant is told: what holds, what stands, what is over.
struct CaseClock {
    let view: ApplicantCase
    let t: Wording

    var html: HTML {
        let body: HTML
        if let over, view.request.round.start != nil {
            body = "<p>\(over)</p>\n"
        } else if let period = view.status.period {
            body =
                answered + standing(period)
                + ClockView(
                    period: period, calendar: view.calendar, today: view.today,
                    caption: t("从收到之日到答复期限，逐日计算", "From the receipt to the last day, counted day by day"), t: t
                ).html
        } else if view.status.stage == .awaitingConfirmation {
            body =
                "<p>\(t("还没有与您确认收到，期限还没有起算。通过本网站提交的，以双方确认之日为收到申请之日（条例第三十一条）。", "Receipt has not been confirmed with you yet, so the period has not started. For applications through this site, the day both sides confirm is the day of receipt (Art 31)."))</p>\n"
        } else if view.request.round.start == nil {
            // It ended before the receipt was confirmed.
            return .empty
        } else {
            body = "<p>\(t("期限的计算请向该机关询问。", "Ask the office how the period is counted."))</p>\n"
        }
        return """
            <section class="part" aria-labelledby="h-clock">
            <h2 id="h-clock">\(t("期限怎么算的", "How the period is counted"))</h2>
            \(body)</section>

            """
    }

    /// That the clock stands, where it does, before what was counted until then.
    private func standing(_ period: ReplyPeriod) -> HTML {
        let days = WorkingDays.replyPeriod.count
        let words: String
        switch period.state {
        case .running: return .empty
        case .awaitingCorrection:
            words = t(
                "等您补正期间，期限停止；收到补正材料之日的次日起，重新计算\(days)个工作日（\(Article.regulation(30).chineseText)）。",
                "The period is stopped until your correction arrives. \(days) working days are then counted anew from the day after it is received (Art 30)."
            )
        case .awaitingPayment(let until):
            words = t(
                "等您缴费期间，期限停止；请在\(until.chineseText)以前缴费。缴费之日的次日起，重新计算\(days)个工作日（\(Article.feeMeasures(6).chineseText)）。",
                "The period is stopped until you pay; please pay by \(until.englishText). \(days) working days are then counted anew from the day after payment (Fee Measures, Art 6)."
            )
        }
        return "<p><strong>\(words)</strong></p>\n"
    }

    /// What is said where it ended without an answer: no day of the period means anything any more. Nil where one does.
    private var over: String? {
        switch view.request.round.disposal {
        case .withdrawn: t("您已经撤回申请，答复期限不再计算。", "You took the application back: no period is counted any more.")
        case .abandoned: t("这件申请已经视为放弃，答复期限不再计算。", "The application counts as given up: no period runs any more.")
        case .merged: t("这件申请已经合并办理，不再单独计算期限。", "It goes on in another application and has no period of its own.")
        case .transferred: t("这件申请已经转办，本机关不再计算期限。", "It was passed on: this office counts no period any more.")
        case .decided, nil: nil
        }
    }

    /// When it was answered, before the period that was counted for it; empty while it is open.
    private var answered: HTML {
        guard case .decided? = view.request.round.disposal else { return .empty }
        guard let day = view.status.endedOn else {
            return
                "<p>\(view.isAnsweredOnline ? t("答复已经作出，等您查收。期限是这样算的：", "The reply is ready for you to read. This is how the period was counted:") : t("答复已经作出，正在送达。期限是这样算的：", "The reply was made and is being delivered. This is how the period was counted:"))</p>\n"
        }
        return view.status.isOverdue
            ? "<p>\(t("答复于", "The reply reached you on "))\(day.html(t))\(t("送达，超过了答复期限。", ", after the end of the period."))</p>\n"
            : "<p>\(t("答复于", "The reply reached you on "))\(day.html(t))\(t("送达，在答复期限以内。", ", within the period."))</p>\n"
    }
}
