internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Service

/// Everything once more before it is handed in; and the wait of an address that hands in much.
struct ReviewPage {
    let office: Office
    let draft: ApplicationDraft
    let findings: [Finding]
    let token: String
    /// What must be proved or waited for before the form may be sent; nil where nothing must.
    let task: ProofTask?
    /// What is said above; nil for nothing.
    let notice: String?
    let t: Wording

    static let path = "/requests/new/review"
    /// The fields that bring a form back when the draft has gone.
    static let keptPrefix = "kept_"

    var content: PageContent {
        let name = t("核对申请", "Check the application")
        let markup = FormMarkup(findings: findings, t: t)
        return PageContent(
            title: findings.isEmpty ? name : t("错误：\(name)", "Error: \(name)"),
            crumbs: [
                .init(label: office.fullName.text, path: "/agencies/\(office.code.text)", isName: true),
                .init(label: t("申请公开政府信息", "Apply for information"), path: ApplyPage.path),
                .init(label: name, path: nil),
            ],
            main: """
                \(markup.summary(t("还不能提交", "It cannot be handed in yet")))\(said)<h1>\(name)</h1>
                <p class="meta">\(t("还没有提交。请看一遍，没有错就提交；要改的，回到上一步。", "Nothing has been handed in yet. Check everything, then hand it in or go back to change it."))</p>
                <dl class="pairs part-s">
                \(rows)</dl>
                \(sending)
                """, usesScript: proof.isProvable, path: ApplyPage.path)
    }

    private var said: HTML {
        notice.map { "<div class=\"verdict\" role=\"status\"><p>\($0)</p></div>\n" } ?? .empty
    }

    private var rows: HTML {
        var html: HTML = "<dt>\(t("受理机关", "Office"))</dt><dd lang=\"zh-CN\">\(office.fullName.text)</dd>\n"
        let form = draft.form
        for field in ApplicationField.allCases {
            guard let value = words(field, form), !value.isEmpty else { continue }
            let isOwn = [.name, .representative, .address, .agentName, .matter].contains(field)
            html +=
                "<dt>\(ApplicantWords.label(field, form, t))</dt><dd\(" lang=\"zh-CN\"", if: isOwn)>\(value)</dd>\n"
        }
        if let way = form.confirmingContact {
            html +=
                "<dt>\(t("怎样确认收到", "How receipt is confirmed"))</dt><dd>\(Self.confirming(way, t))</dd>\n"
        }
        let files = draft.files.filter { $0.slot != .authorisation || form.hasAgent }
        // As on the form and on the receipt: a proof that was changed afterwards does not go to the end.
        for file in ApplicationSlot.allCases.flatMap({ slot in files.filter { $0.slot == slot } }) {
            let label =
                switch file.slot {
                case .proof: t("身份证明", "Proof of identity")
                case .authorisation: t("授权委托书", "Authorisation")
                case .attachments: t("其他材料", "Other papers")
                }
            html +=
                "<dt>\(label)</dt><dd>\(t.written(file.label.name))\(t("（", " ("))\(t.size(file.byteCount))\(t("）", ")"))</dd>\n"
        }
        return html
    }

    /// How the office confirms the receipt by what was given. Source: 条例 Art 31(3).
    static func confirming(_ contact: ApplicationField, _ t: Wording) -> String {
        switch contact {
        case .email: t("机关发电子邮件与您确认，以双方确认之日为收到申请之日", "By e-mail: the day both sides confirm is the day of receipt")
        case .address:
            t("机关寄信与您确认，以双方确认之日为收到申请之日", "By letter: the day both sides confirm is the day of receipt")
        default: t("机关打电话与您确认，以双方确认之日为收到申请之日", "By telephone: the day both sides confirm is the day of receipt")
        }
    }

    private func words(_ field: ApplicationField, _ form: ApplicationForm) -> String? {
        switch field {
        case .type: ApplicantWords.word(form.type, t)
        case .documentKind:
            form.isOrganization && !form.hasPaperOfOrganization
                ? nil
                : ApplicantWords.word(
                    IdentityDocument(rawValue: form[field])
                        ?? (form.isOrganization ? .organizationPaper : .citizenCard),
                    t)
        case .document: form.isOrganization && !form.hasPaperOfOrganization ? nil : form[field]
        case .creditCode, .representative: form.isOrganization ? form[field] : nil
        case .hasAgent: form.hasAgent ? t("有", "Yes") : t("没有", "No")
        case .agentName, .agentDocument, .agentPhone: form.hasAgent ? form[field] : nil
        case .medium: SupplyForm.Medium(rawValue: form[field]).map { SupplyWords.word($0, t) }
        case .delivery: SupplyForm.Delivery(rawValue: form[field]).map { SupplyWords.word($0, t) }
        case .name, .phone, .email, .address, .postcode, .matter: form[field]
        }
    }

    private var proof: ProofMarkup {
        ProofMarkup(
            task: task,
            busy: t(
                "短时间内从同一网络提交的申请较多，浏览器正在做一次简短的验算，通常几秒钟，完成后就可以提交。",
                "Many applications have come from this network. Your browser is doing a short calculation; this usually takes a few seconds."
            ),
            done: t("验算完成，现在就可以提交。", "Done: you can hand it in now."))
    }

    private var sending: HTML {
        // The texts go along, so that nothing is lost where the draft is gone by the time the button is pressed.
        let kept = ApplicationField.allCases.filter { !draft.form[$0].isEmpty }.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(Self.keptPrefix)\(field.rawValue)\" value=\"\(draft.form[field])\">\n"
        }
        return """
            <form class="part" action="\(Self.path)" method="post" aria-label="\(t("提交", "Hand in"))"\(proof.attributes)>
            <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
            <input type="hidden" name="agency" value="\(draft.form.agency)">
            \(kept)\(proof.fields)<div class="btns">
            <button class="btn">\(t("提交申请", "Hand in"))</button>
            <a class="btn line" href="\(ApplyPage.path)?agency=\(draft.form.agency)">\(t("返回修改", "Change"))</a>
            </div>
            </form>
            """
    }
}

/// What is published already and may be what somebody wants, before they apply for it.
struct SimilarPage {
    let office: Office
    let matter: String
    let suggestions: [SearchTitle]
    let t: Wording

    static let path = "/requests/new/similar"

    var content: PageContent {
        let name = t("也许已经公开了", "It may already be published")
        let items = suggestions.map { suggestion -> HTML in
            "<li><a href=\"\(SearchAddress.of(suggestion))\">\(suggestion.title)</a> <span class=\"meta\">\(suggestion.dayNote(t))</span></li>\n"
        }
        return PageContent(
            title: name,
            crumbs: [
                .init(label: office.fullName.text, path: "/agencies/\(office.code.text)", isName: true),
                .init(label: t("申请公开政府信息", "Apply for information"), path: ApplyPage.path),
                .init(label: name, path: nil),
            ],
            main: """
                <h1>\(t("这些已经公开，也许就是您要的", "These are already published and may be what you want"))</h1>
                <p class="meta">\(t("您写的是：", "You wrote: "))\(t.written(matter))</p>
                <div class="orgs part-s"><ul lang="zh-CN">
                \(items)</ul></div>
                <div class="part btns">
                <a class="btn" href="\(ReviewPage.path)">\(t("都不是，继续申请", "None of these, continue"))</a>
                <a class="btn line" href="\(ApplyPage.path)?agency=\(office.code.text)">\(t("返回修改", "Change"))</a>
                </div>
                """, path: ApplyPage.path)
    }
}
