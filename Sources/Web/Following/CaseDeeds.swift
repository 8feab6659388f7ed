internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// The forms by which an applicant goes on: only what can be done now, the next step first.
struct CaseDeeds {
    let view: ApplicantCase
    let markup: FormMarkup
    let kept: KeptWords?
    /// What is kept of forms that were refused.
    let held: [TrackHandler.Form: (text: String, files: [DraftFile])]
    let token: String
    let limits: ApplicationLimits
    let t: Wording

    var html: HTML {
        var parts: [HTML] = []
        if view.can(.receiveCorrection) { parts.append(correction) }
        if view.can(.serve) { parts.append(received) }
        if view.can(.rate) { parts.append(rating) }
        if isComingOtherwise { parts.append(coming) }
        if let remedies = remedies { parts.append(remedies) }
        if view.can(.receiveMessage) { parts.append(message) } else { parts.append(closed) }
        if view.can(.withdraw) { parts.append(withdrawal) }
        if let unsent { parts.append(unsent) }
        guard !parts.isEmpty else { return .empty }
        return """
            <section aria-labelledby="h-deeds">
            <h2 id="h-deeds">\(t("现在可以办", "What you can do now"))</h2>
            \(parts)</section>

            """
    }

    private func form(_ name: String, _ label: String, _ fields: HTML, button: String, isMain: Bool) -> HTML {
        """
        <form action="/requests/track/\(name)" method="post" enctype="multipart/form-data" novalidate aria-label="\(label)">
        <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
        \(fields)<div class="field btns"><button class="\(isMain ? "btn" : "btn line")">\(button)</button></div>
        </form>

        """
    }

    private func files(_ form: TrackHandler.Form) -> HTML {
        let id = "\(form)-files"
        let accept = limits.formats.map { ".\($0.rawValue)" }.joined(separator: ",")
        let kinds = t.list(limits.formats.map { t($0.chineseText, $0.englishText) })
        return markup.file(
            .init(
                id: id, label: t("材料", "Papers"),
                hint: t(
                    "最多\(limits.attachments)份，\(kinds)，每份不超过\(limits.fileBytes >> 20) MB",
                    "At most \(limits.attachments), \(kinds), \(limits.fileBytes >> 20) MB each"), isOptional: true),
            isSeveral: true, accept: accept, kept: ShownFiles.list(held[form]?.files ?? [], of: id, t))
    }

    /// - Parameters:
    ///   - form: the form whose text is kept with its files, where it is.
    ///   - standard: what stands there else.
    private func words(_ field: String, _ form: TrackHandler.Form? = nil, else standard: String = "") -> String {
        if let kept, kept.field == field { return kept.text }
        return form.flatMap { held[$0]?.text }.flatMap { $0.isEmpty ? nil : $0 } ?? standard
    }

    private var correction: HTML {
        let points = view.request.round.correction?.notice.points.text ?? ""
        let deadline = view.request.round.correction?.notice.deadline.html(t) ?? .empty
        let area = markup.area(
            .init(
                id: "matter", label: t("补正后的申请内容", "Your corrected application"),
                hint: t(
                    "请写完整的内容，不要只写改动的部分；不要写证件号码。",
                    "Write the whole text, not only the changes. Do not write identity numbers."),
                value: words("matter", .correction, else: view.request.matter.text)), rows: 5)
        return """
            <section class="part-s" aria-labelledby="h-correct">
            <h3 id="h-correct">\(t("补正", "Correct it"))</h3>
            <p>\(t("需要补正：", "To be corrected: "))<span lang="zh-CN">\(points)</span></p>
            <p>\(t("最迟", "By")) \(deadline)\(t("。逾期没有正当理由的，视为放弃申请（条例第三十条）。", "; after that, without good reason, it counts as given up (Art 30)."))</p>
            \(form("correction", t("补正", "Correct it"), area + files(.correction), button: t("提交补正", "Send the correction"), isMain: true))</section>

            """
    }

    private var received: HTML {
        """
        <section class="part-s" aria-labelledby="h-received">
        <h3 id="h-received">\(t("查收答复", "The reply"))</h3>
        <p>\(t("答复书在下面的“文书”里。看过以后请确认收到，这天为答复送达之日，复议和诉讼的期限从次日起算。", "The reply is below under “Letters”. Confirm when you have read it: that day is the day of the reply, and the periods for review and litigation start the day after."))</p>
        \(form("received", t("确认收到", "Confirm"), .empty, button: t("确认收到答复", "I received the reply"), isMain: true))</section>

        """
    }

    /// True for an answer that was made and does not come by this site.
    private var isComingOtherwise: Bool {
        view.request.round.disposal?.needsService == true && view.request.round.service == nil && !view.isAnsweredOnline
    }

    /// How an answer comes that is not to be read here, and what can be done when it does not.
    private var coming: HTML {
        let way =
            switch view.request.registration.supply?.delivery {
            case .post:
                t(
                    "答复书按您填写的地址邮寄，不在本站查收。",
                    "The reply is sent by post to the address you gave; it is not read on this site.")
            case .inPerson:
                t(
                    "答复书请到该机关领取，不在本站查收；带上身份证明和登记号。",
                    "Please collect the reply at the office, with your proof of identity and the number; it is not read on this site."
                )
            case .fax: t("答复书以传真送达，不在本站查收。", "The reply comes by fax; it is not read on this site.")
            case .internet, nil: t("答复书由该机关送达，不在本站查收。", "The office delivers the reply; it is not read on this site.")
            }
        return """
            <section class="part-s" aria-labelledby="h-coming">
            <h3 id="h-coming">\(t("答复怎样送到", "How the reply comes"))</h3>
            <p>\(way)</p>
            <p>\(t("送达以后，本页会写明送达日期和不服答复可以怎么办。一直没有收到的，请打电话询问，或者在下面留言。", "Once it is served, this page says on which day, and what you can do if you disagree. If it does not come, call the office or leave a message below."))</p>
            </section>

            """
    }

    private var rating: HTML {
        let grades = ApplicantRating.Grade.allCases.map {
            (value: $0.rawValue, label: t($0.chineseText, $0.englishText))
        }
        let fields =
            markup.radios(.init(id: "grade", label: t("您对这次办理", "How was your application handled?")), among: grades)
            + markup.area(
                .init(
                    id: "remark", label: t("想说的话", "Comments"), value: words("remark"), isOptional: true),
                rows: 3)
        return """
            <section class="part-s" aria-labelledby="h-rate">
            <h3 id="h-rate">\(t("评价", "Rate the handling"))</h3>
            \(form("rating", t("评价", "Rate the handling"), fields, button: t("提交评价", "Send"), isMain: false))</section>

            """
    }

    private var message: HTML {
        let fields =
            markup.area(
                .init(
                    id: "text", label: t("内容", "Text"),
                    hint: t("最多\(Statement.limit)个字", "At most \(Statement.limit) characters"),
                    value: words("text", .message), isOptional: true), rows: 4)
            + files(.message)
        return """
            <details class="part-s"\(" open", if: kept?.field == "text" || held[.message] != nil || markup.findings.contains { $0.field == "text" || $0.field == "message-files" })>
            <summary>\(messageName)</summary>
            \(form("message", t("补充", "Send"), fields, button: t("提交", "Send"), isMain: false))</details>

            """
    }

    /// What a message is for: an application that was answered needs no more papers.
    private var messageName: String {
        if view.isAskedAfterEnd { return t("回复该机关的消息", "Answer the message of the office") }
        return view.request.round.disposal == nil
            ? t("补充说明或者材料", "Send a text or papers")
            : t("对答复有疑问，给该机关留言", "Ask the office about the reply")
    }

    /// Why nothing more can be sent, and what can be done instead.
    private var closed: HTML {
        let none = t("这里不再接收补充说明和材料", "no texts or papers are taken here any more")
        let again: HTML =
            "<a href=\"\(ApplyPage.path)?agency=\(view.office.code.text)\">\(t("重新申请", "apply again"))</a>"
        let words: HTML
        switch view.endedOtherwise {
        case .withdrawn:
            words =
                "\(t("您已经撤回，该机关不再办理，\(none)；需要的话可以", "You took it back, so the office does nothing more and \(none); you can "))\(again)\(t("。", "."))"
        case .abandoned:
            words =
                "\(t("已经视为放弃，该机关不再办理，\(none)；需要的话可以", "It counts as given up, so the office does nothing more and \(none); you can "))\(again)\(t("。", "."))"
        case .merged(let merger):
            let key = CaseKey(office: view.key.office, request: merger.into)
            words =
                "\(t("已经并入登记号\(key)的申请办理，\(none)，请到那件申请里提交。", "It goes on under the number \(key), so \(none); please send them there."))"
        case .transferred:
            words =
                "\(t("已经转由其他机关办理，\(none)，请向办理的机关提交。", "It was passed on to another office, so \(none); please turn to that office."))"
        case .decided, nil:
            words =
                "\(t("登记已经作废，\(none)；有疑问的，请向该机关询问。", "The registration is void, so \(none); please ask the office."))"
        }
        return "<p class=\"part-s told\">\(words)</p>\n"
    }

    /// What was written in a form that is not there any more: it was not sent, and can still be copied.
    private var unsent: HTML? {
        guard let kept, !kept.text.isEmpty else { return nil }
        let verb: RequestVerb =
            switch kept.field {
            case "matter": .receiveCorrection
            case "text": .receiveMessage
            default: .rate
            }
        guard !view.can(verb) else { return nil }
        let paragraphs = kept.text.split(separator: "\n").map { "<p lang=\"zh-CN\">\($0)</p>\n" as HTML }
        return """
            <section class="part-s" aria-labelledby="h-unsent">
            <h3 id="h-unsent">\(t("您写的内容没有提交", "What you wrote was not sent"))</h3>
            \(paragraphs)</section>

            """
    }

    private var withdrawal: HTML {
        "<p class=\"part-s deed\"><a href=\"\(WithdrawalPage.path)\">\(t("撤回申请", "Take the application back"))</a></p>\n"
    }

    /// How to appeal, with the days.
    private var remedies: HTML? {
        let advice = ApplicantLetter.advice(on: view)
        guard !advice.isEmpty else { return nil }
        let items = advice.map { "<li>\(t($0.chinese, $0.english))</li>\n" as HTML }
        return """
            <section class="part-s" aria-labelledby="h-appeal">
            <h3 id="h-appeal">\(view.silence == nil ? t("不服答复的", "If you disagree with the reply") : t("逾期没有答复的", "If no reply came in time"))</h3>
            <ol class="steps">
            \(items)</ol>
            </section>

            """
    }
}

/// Asks once more before an application is taken back.
struct WithdrawalPage {
    let view: ApplicantCase
    let token: String
    let t: Wording

    static let path = "/requests/track/withdraw"

    var content: PageContent {
        let name = t("撤回申请", "Take the application back")
        return PageContent(
            title: name,
            crumbs: [
                .init(label: t("我的申请", "My application"), path: CasePage.path), .init(label: name, path: nil),
            ],
            main: """
                <h1>\(t("确定撤回吗", "Take the application back?"))</h1>
                <p lang="zh-CN">\(view.request.matter.text)</p>
                <p>\(t("撤回以后，该机关终止办理，不再答复，也不能恢复；需要的话可以重新申请。", "The office then stops its work and gives no reply. This cannot be undone, but you can apply again."))</p>
                <form class="part" action="\(Self.path)" method="post" enctype="multipart/form-data" aria-label="\(name)">
                <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
                <div class="btns"><button class="btn">\(t("撤回这件申请", "Take it back"))</button><a class="btn line" href="\(CasePage.path)">\(t("不撤回", "Keep it"))</a></div>
                </form>
                """, path: TrackPage.path)
    }
}
