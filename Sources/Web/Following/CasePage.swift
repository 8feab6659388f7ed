internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// An application as its applicant sees it: where it stands, what can be done, how the period is counted, what happened.
struct CasePage {
    let view: ApplicantCase
    let findings: [Finding]
    let notice: String?
    let kept: KeptWords?
    /// What is kept of forms that were refused.
    let held: [TrackHandler.Form: (text: String, files: [DraftFile])]
    let token: String
    /// What was just done, by the name of its form.
    let done: String?
    let limits: ApplicationLimits
    let t: Wording

    static let path = "/requests/track/case"

    var content: PageContent {
        let name = t("申请 \(view.key)", "Application \(view.key)")
        let markup = FormMarkup(findings: findings, t: t)
        return PageContent(
            title: findings.isEmpty ? t("我的申请", "My application") : t("错误：我的申请", "Error: my application"),
            crumbs: [
                .init(label: t("查询申请进度", "Follow an application"), path: TrackPage.path),
                .init(label: t("我的申请", "My application"), path: nil),
            ],
            main: """
                \(markup.summary(heading))\(said)<p class="meta"><span>\(name)</span><span lang="zh-CN">\(view.office.fullName.text)</span></p>
                <h1 lang="zh-CN">\(view.request.matter.text)</h1>
                <p class="btns stand">\(ClockWord(view: view, t: t).html)</p>
                <div class="noted part case">
                <div>
                \(goingOn)\(CaseDeeds(view: view, markup: markup, kept: kept, held: held, token: token, limits: limits, t: t).html)\(messages.answer)\(messages.html)\(CaseClock(view: view, t: t).html)\(trail)\(letters)</div>
                <aside aria-label="\(t("这件申请", "About it"))">
                \(facts)</aside>
                </div>
                """, path: TrackPage.path)
    }

    /// What stands above the list of what is wrong: what was written is kept, and what of the files is.
    private var heading: String {
        // There is nothing to be corrected in what was sent.
        if findings.contains(where: { $0.code == .caseMoved }) {
            return t("没有提交，这件申请的情况已经有变化", "Not sent: the application has gone on meanwhile")
        }
        let count = findings.count { $0.code != .fileForgotten }
        let areFilesLost = count < findings.count
        guard count > 0 else {
            return t("有文件这次没有留下，请重新选择", "Files were not kept: please choose them again")
        }
        if areFilesLost {
            return t(
                "有\(count)处需要改正；写的文字已经保留，有文件这次没有留下，请重新选择",
                "\(count) to be mended; your text is kept, files were not: please choose them again")
        }
        return held.values.contains { !$0.files.isEmpty }
            ? t(
                "有\(count)处需要改正，写的文字和符合要求的文件已经保留",
                "\(ApplyPage.problems(count)); your text and the files that can be taken are kept")
            : t("有\(count)处需要改正，写的文字已经保留", "\(ApplyPage.problems(count)); your text is kept")
    }

    /// Where the application goes on: at the office it was passed on to, and in the parts that were taken from it.
    private var goingOn: HTML {
        var html = HTML.empty
        if let receiver = view.receiver {
            let number: HTML =
                receiver.key.map {
                    "<p>\(t("那里的登记号：", "Its number there: "))<strong>\($0.description)</strong>\(t("。用原来的查询码可以查询。", ". The same code opens it."))</p>\n"
                }
                ?? "<p>\(t("该机关登记以后，这里会写明新的登记号；也可以打电话询问。", "Once that office has registered it, its number stands here; you can also call them."))</p>\n"
            html += """
                <section class="part" aria-labelledby="h-receiver">
                <h2 id="h-receiver">\(t("现在由这个机关办理", "The office that handles it now"))</h2>
                <p><a href="/agencies/\(receiver.office.code.text)" lang="zh-CN">\(receiver.office.fullName.text)</a></p>
                \(number)\(OfficeContact(office: receiver.office, unit: receiver.unit, t: t).table ?? .empty)</section>

                """
        }
        if !view.parts.isEmpty {
            let items = view.parts.map { "<li><strong>\($0.description)</strong></li>\n" as HTML }
            html += """
                <section class="part" aria-labelledby="h-parts">
                <h2 id="h-parts">\(t("分开办理的各件", "The parts that are handled apart"))</h2>
                <p>\(t("用原来的查询码可以查询：", "The same code opens them:"))</p>
                <ul>
                \(items)</ul>
                </section>

                """
        }
        return html
    }

    private var messages: CaseMessages { CaseMessages(view: view, t: t) }

    private var said: HTML {
        let words: String? =
            switch done {
            case "correction":
                t("补正已经收到，答复期限从今天起重新计算。", "Your correction was received; the period to reply starts again from today.")
            case "message": t("已经收到，并登记在案。", "Received and recorded.")
            case "withdrawal": t("申请已经撤回。", "The application was taken back.")
            case "received": t("已经记下您收到了答复。", "Recorded: you have received the reply.")
            case "rating": t("谢谢您的评价。", "Thank you for your rating.")
            default: nil
            }
        guard let text = notice ?? words else { return .empty }
        return "<div class=\"verdict\" role=\"status\"><p>\(text)</p></div>\n"
    }

    private var trail: HTML {
        let list = Timeline(steps: view.steps.compactMap { CaseStepWords(view: view, step: $0, t: t).line?.step(t) })
        return """
            <section class="part" aria-labelledby="h-trail">
            <h2 id="h-trail">\(t("经过", "What happened"))</h2>
            \(list.html)
            </section>

            """
    }

    private var letters: HTML {
        let rows = ApplicantLetter.all(of: view).map { letter -> HTML in
            let kind: HTML = t.isEnglish ? "<p class=\"meta\">\(letter.englishTitle)</p>" : .empty
            return """
                <tr><th scope="row"><a href="\(LetterPage.path)/\(letter.number)" lang="zh-CN">\(letter.title)</a>\(kind)</th><td data-l="\(t("文号", "Number"))">\(letter.documentNumber.map { "<span lang=\"zh-CN\">\($0)</span>" as HTML } ?? "—")</td><td data-l="\(t("日期", "Day"))">\(letter.day.description)</td></tr>

                """
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <section class="part" aria-labelledby="h-letters">
            <h2 id="h-letters">\(t("文书", "Letters"))</h2>
            <table class="tbl stack">
            <caption class="unseen">\(t("可以打开和打印的文书", "Letters to open and print"))</caption>
            <thead><tr><th scope="col">\(t("文书", "Letter"))</th><th scope="col">\(t("文号", "Number"))</th><th scope="col">\(t("日期", "Day"))</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            </section>

            """
    }

    private var facts: HTML {
        let registration = view.request.registration
        let supply = registration.supply.map {
            "\(SupplyWords.word($0.medium, t))\(t("，", ", "))\(t.inside(SupplyWords.word($0.delivery, t)))"
        }
        let papers = CaseFiles(files: view.handedIn, canTake: false, t: t).html
        let list: HTML =
            view.handedIn.isEmpty
            ? .empty
            : """
            <div class="note">
            <h2>\(t("您交来的材料", "What you handed in"))</h2>
            \(papers)</div>

            """
        return """
            <div class="note">
            <h2>\(t("这件申请", "This application"))</h2>
            <dl class="pairs">
            <dt>\(t("登记号", "Number"))</dt><dd>\(view.key.description)</dd>
            <dt>\(t("申请人", "Applicant"))</dt><dd lang="zh-CN">\(view.coveredName)</dd>
            <dt>\(t("提交", "Handed in"))</dt><dd>\(registration.arrived.description)</dd>
            <dt>\(t("收到之日", "Received"))</dt><dd>\(view.request.receiptDate?.description ?? (view.request.round.disposal == nil ? t("等待确认", "not confirmed") : t("没有确认", "never confirmed")))</dd>
            <dt>\(t("提供", "Supply"))</dt><dd>\(supply)</dd>
            </dl>
            </div>
            \(list)<div class="note leave">
            <h2>\(t("用完以后", "When you are done"))</h2>
            <p>\(t("在公用电脑上查询的，请退出。", "On a shared computer, please leave."))</p>
            <form action="/requests/track/leave" method="post"><input type="hidden" name="\(FormToken.fieldName)" value="\(token)"><button class="btn line slim">\(t("退出查询", "Leave"))</button></form>
            </div>

            """
    }
}

/// The clock of an application in words, then shape, then colour.
struct ClockWord {
    let view: ApplicantCase
    let t: Wording

    var html: HTML {
        let status = view.status
        let unsure = t.provisional(status.period?.isProvisional ?? false)
        let due =
            status.due.map {
                "<span class=\"keep\">\(t("最迟", "By")) \($0.html(t))</span>\("<span>\(unsure)</span>", if: !unsure.isEmpty)"
                    as HTML
            } ?? .empty
        switch status.stage {
        case .awaitingConfirmation:
            return "<strong class=\"clock wait\">\(t("等待与您确认收到", "Waiting for confirmation of receipt"))</strong>"
        case .awaitingCorrection:
            return "<strong class=\"clock now\">\(t("等您补正", "Waiting for your correction"))</strong>"
        case .awaitingPayment: return "<strong class=\"clock now\">\(t("等您缴费", "Waiting for your payment"))</strong>"
        case .consulting where status.daysLeft.map({ $0 >= 0 }) ?? true:
            return
                "<strong class=\"clock wait\">\(t("正在征求意见，期限停算", "Others are being consulted; the period is stopped"))</strong>\(due)"
        case .decided, .served, .closed, .filed:
            return
                "<strong class=\"clock done\">\(ended(status.stage))</strong>"
        case .voided: return "<strong class=\"clock done\">\(t("已作废", "Void"))</strong>"
        case .handling, .consulting: break
        }
        guard let left = status.daysLeft else {
            return "<strong class=\"clock\">\(t("正在办理", "In progress"))</strong>"
        }
        if left < 0 {
            return
                "<strong class=\"clock over\">\(t("已超过期限\(-left)个工作日", left == -1 ? "1 working day overdue" : "\(-left) working days overdue"))</strong>\(due)"
        }
        if left == 0 { return "<strong class=\"clock now\">\(t("今天到期", "Due today"))</strong>\(due)" }
        return
            "<strong class=\"\(left <= 3 ? "clock soon" : "clock")\">\(t("正在办理，还有\(left)个工作日", left == 1 ? "1 working day left" : "\(left) working days left"))</strong>\(due)"
    }

    /// An answer that was made and does not come by this site.
    private var byPost: String {
        switch view.request.registration.supply?.delivery {
        case .post: t("已作出答复，邮寄给您", "Replied; sent to you by post")
        case .inPerson: t("已作出答复，请到该机关领取", "Replied; please collect it at the office")
        case .fax, .internet, nil: t("已作出答复，正在送达", "Replied; being delivered")
        }
    }

    /// How it ended: not every application ends with an answer.
    private func ended(_ stage: RequestStage) -> String {
        switch view.request.round.disposal {
        case .withdrawn: t("您已撤回，办理终止", "You took it back")
        case .abandoned: t("视为放弃，不再处理", "Given up")
        case .merged: t("已合并办理", "Goes on in another application")
        case .transferred: t("已转办", "Passed on")
        case .decided, nil:
            stage == .decided
                ? view.isAnsweredOnline ? t("已作出答复，等您查收", "Replied; please take the reply") : byPost
                : t("已答复", "Replied")
        }
    }
}
