internal import CivilTime
internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The form with which anyone applies to an office: only what the law asks for.
struct ApplyPage {
    let office: Office
    /// What the guide of the office says of where it is found; nil where none is recorded.
    let unit: DisclosureUnit?
    let form: ApplicationForm
    let files: [DraftFile]
    let findings: [Finding]
    /// What is said above the form besides the list of mistakes.
    let notice: String?
    let token: String
    let limits: ApplicationLimits
    let calendar: WorkingCalendar
    let today: Day
    let t: Wording
    /// Whether who gives an address is told by e-mail when something happens.
    var tellsByMail = false
    /// True where somebody or something filled in the field that people do not see.
    var isTrapShown = false

    /// The address of the form.
    static let path = "/requests/new"
    /// The field that no person sees, and programs that fill in everything do.
    static let trapField = "website"

    var content: PageContent {
        let name = t("申请公开政府信息", "Apply for information")
        return PageContent(
            title: findings.isEmpty
                ? name : t("错误：有\(findings.count)处需要改正 - \(name)", "Error: \(Self.problems(findings.count)) - \(name)"),
            crumbs: [
                .init(label: office.fullName.text, path: "/agencies/\(office.code.text)", isName: true),
                .init(label: name, path: nil),
            ],
            main: """
                <div class="noted ample">
                <div>
                \(markup.summary(
                    t("有\(findings.count)处需要改正，其余内容已经保留", "\(Self.problems(findings.count)); everything else is kept")))\(said)<h1>\(heading)</h1>
                <p class="meta">\(t("不用说明用途，不收申请费。带“选填”的可以不填，联系方式填一项就可以，其余都要填。", "You need not give reasons, and there is no fee for applying. One way of contact is enough; everything else is required unless marked optional."))</p>
                \(body)</div>
                <aside aria-label="\(t("说明", "Notes"))">
                \(ApplyNotes(office: office, unit: unit, calendar: calendar, today: today, t: t).html)</aside>
                </div>
                """, usesScript: true, path: Self.path)
    }

    private var heading: HTML {
        let name = t.written(office.fullName.text)
        return t.isEnglish ? "Apply to \(name) for information" : "向\(name)申请公开政府信息"
    }

    /// How much is wrong, in English.
    static func problems(_ count: Int) -> String { count == 1 ? "1 problem to fix" : "\(count) problems to fix" }

    private var said: HTML {
        notice.map { "<div class=\"verdict\" role=\"status\"><p>\($0)</p></div>\n" } ?? .empty
    }

    private var markup: FormMarkup { markup("") }

    private func markup(_ suffix: String) -> FormMarkup { FormMarkup(findings: findings, t: t, suffix: suffix) }

    private var body: HTML {
        """
        <form action="\(Self.path)" method="post" enctype="multipart/form-data" novalidate aria-label="\(t("申请表", "Application"))">
        <button hidden name="go" value="next">\(t("下一步", "Next"))</button>
        <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
        <input type="hidden" name="agency" value="\(office.code.text)">
        <section class="part" aria-labelledby="p1">
        <h2 id="p1">\(t("一、申请人", "1. Applicant"))</h2>
        \(applicant)\(agent)</section>
        <section class="part" aria-labelledby="p2">
        <h2 id="p2">\(t("二、需要的政府信息", "2. The information"))</h2>
        \(matter)</section>
        <section class="part" aria-labelledby="p3">
        <h2 id="p3">\(t("三、怎样提供给您", "3. How you want to receive it"))</h2>
        \(supply)</section>
        <section class="part" aria-labelledby="p4">
        <h2 id="p4">\(t("四、证明和材料", "4. Proofs and papers"))</h2>
        \(papers)</section>
        \(trap)<div class="part btns">
        <button class="btn" name="go" value="next">\(t("下一步：核对", "Next: check"))</button>
        <button class="btn line" name="go" value="save">\(t("先保存，\(limits.draftHours)小时内再填", "Save for \(limits.draftHours) hours"))</button>
        </div>
        </form>

        """
    }

    private func text(
        _ field: ApplicationField, hint: String = "", width: String = "w22", type: String = "text",
        autocomplete: String = "off", isOptional: Bool = false, suffix: String = ""
    ) -> HTML {
        markup(suffix).input(
            .init(
                id: field.rawValue, label: ApplicantWords.label(field, form, t), hint: hint, value: form[field],
                width: width,
                type: type, autocomplete: autocomplete, isOptional: isOptional))
    }

    private var applicant: HTML {
        let types = ApplicantType.allCases.map { (value: $0.rawValue, label: ApplicantWords.word($0, t)) }
        let change: HTML = """
            <div data-without-script>
            <p class="hint">\(t("选的不是自然人时，先按这个按钮，换成单位要填的项目；已经填的会保留。", "For an organisation, press this button first: the fields change, and nothing you wrote is lost."))</p>
            <p><button class="btn line slim" name="go" value="type">\(t("按所选类型更新要填的项目", "Show the fields of this type"))</button></p>
            </div>

            """
        var html = markup.radios(
            .init(
                id: ApplicationField.type.rawValue, label: t("申请人是", "The applicant is"), value: form.type.rawValue),
            among: types, more: change)
        let isPerson = !form.isOrganization
        html += text(.name, autocomplete: isPerson ? "name" : "organization")
        // The script shows the fields of the type that is chosen at once; without one the button above brings them.
        html += """
            <div \(kind(isPerson))>
            \(fields(ofPerson: isPerson, suffix: ""))</div>
            <template \(kind(!isPerson))>
            \(fields(ofPerson: !isPerson, suffix: "-spare"))</template>

            """
        return html + contact
    }

    /// One way of contact is enough: the hints say how the office confirms the receipt by each, which is what it is for.
    private var contact: HTML {
        var html: HTML =
            "<p class=\"hint\">\(t("联系方式：电话、邮箱、地址至少填一项，机关用它与您确认收到申请；双方确认之日为收到申请之日。", "Contact: give a telephone number, an e-mail address or a postal address, at least one. The office uses it to confirm receipt; the day both sides confirm is the day of receipt."))</p>\n"
        html += text(
            .phone,
            hint: t(
                "填了电话的，机关打电话与您确认，最快；有分机的写成 0595-12345678转12",
                "The office calls you to confirm, which is the quickest way; write an extension as 0595-12345678 ext 12"
            ),
            width: "w14", type: "tel", autocomplete: "tel")
        html += text(
            .email,
            hint: t(
                "没有填电话的，机关发邮件与您确认，收到您的回复为确认\(tellsByMail ? "；以后有新的办理进展，也发邮件提醒您" : "")",
                "Without a telephone number the office writes to you; your reply confirms it\(tellsByMail ? ". You are told by e-mail when there is news on the case" : "")"
            ),
            type: "email", autocomplete: "email")
        html += text(
            .address,
            hint: t(
                "只填地址的，机关寄信与您确认，要多等几天；选择邮寄的必须填",
                "With an address only the office sends a letter, which takes some days longer; required if you choose post"
            ),
            autocomplete: "address-line1")
        html += text(.postcode, width: "w8", autocomplete: "postal-code", isOptional: true)
        return html
    }

    /// What tells the script whose fields these are, and how the name is called then.
    private func kind(_ isPerson: Bool) -> HTML {
        var other = form
        other[.type] = (isPerson ? ApplicantType.naturalPerson : .otherOrganization).rawValue
        return """
            data-fields="\(isPerson ? ApplicantType.naturalPerson.rawValue : "organization")" data-name="\(
                ApplicantWords.label(.name, other, t))" data-autocomplete="\(isPerson ? "name" : "organization")"
            """
    }

    private func fields(ofPerson isPerson: Bool, suffix: String) -> HTML {
        guard isPerson else {
            return text(
                .creditCode,
                hint: t(
                    "营业执照或者法人证书上的18位代码；没有的（业主委员会、村民小组、境外公司等）空着，填写下面两项",
                    "The 18-character code on the licence or certificate; without one, leave it empty and fill in the next two"
                ), suffix: suffix)
                + document(among: IdentityDocument.ofOrganizations, isOptional: true, suffix: suffix)
                + text(.representative, width: "w14", autocomplete: "name", isOptional: true, suffix: suffix)
        }
        return document(among: IdentityDocument.ofPersons, isOptional: false, suffix: suffix)
    }

    /// Kind and number of a document. What was written for the other kind of applicant is not shown as if it were this one's.
    private func document(among documents: [IdentityDocument], isOptional: Bool, suffix: String) -> HTML {
        let isOwn = IdentityDocument(rawValue: form[.documentKind]).map { documents.contains($0) } ?? true
        let kinds = documents.map { (value: $0.rawValue, label: ApplicantWords.word($0, t)) }
        var named = form
        named[.type] = (isOptional ? ApplicantType.otherOrganization : .naturalPerson).rawValue
        func field(_ field: ApplicationField, _ value: String) -> FormMarkup.Field {
            .init(
                id: field.rawValue, label: ApplicantWords.label(field, named, t), value: value, isOptional: isOptional)
        }
        return markup(suffix).choice(field(.documentKind, form[.documentKind]), among: kinds)
            + markup(suffix).input(field(.document, isOwn ? form[.document] : ""))
    }

    private var agent: HTML {
        let isFilled = [ApplicationField.agentName, .agentDocument, .agentPhone].contains { !form[$0].isEmpty }
        let isOpen = form.hasAgent || isFilled || findings.contains { $0.field?.hasPrefix("agent") == true }
        let fields =
            text(.agentName) + text(.agentDocument)
            + text(.agentPhone, width: "w14", type: "tel", isOptional: true)
        return """
            <details class="field"\(" open", if: isOpen)>
            <summary>\(t("委托别人代办的，打开这里填写代理人", "An agent acts for the applicant"))</summary>
            \(markup.radios(
                .init(
                    id: ApplicationField.hasAgent.rawValue, label: t("有没有代理人", "Is there an agent"),
                    value: form.hasAgent ? "yes" : "no"),
                among: [("no", t("没有", "No")), ("yes", t("有", "Yes"))]))\(fields)</details>

            """
    }

    private var matter: HTML {
        markup.area(
            .init(
                id: ApplicationField.matter.rawValue,
                label: t(
                    "需要的政府信息：名称、文号，或者便于查找的其他特征",
                    "The information: title, document number, or anything else that helps find it"),
                hint: t(
                    "一件申请写一项信息，写得越具体，答复越快。例：2025年测试路改造工程的验收报告。这里的内容会登记入册，请不要写证件号码。",
                    "Ask for one thing in each application; the more precise, the sooner the reply. This text is entered in the register: do not write identity numbers here."
                ),
                value: form[.matter]), rows: 5, offers: ApplyHandler.offersPath)
    }

    private var supply: HTML {
        markup.radios(
            .init(id: ApplicationField.medium.rawValue, label: t("提供形式", "Form"), value: form[.medium]),
            among: SupplyWords.media(t))
            + markup.radios(
                .init(id: ApplicationField.delivery.rawValue, label: t("获取方式", "Way"), value: form[.delivery]),
                among: SupplyWords.deliveries(t))
    }

    private var papers: HTML {
        let accept = limits.formats.map { ".\($0.rawValue)" }.joined(separator: ",")
        let kinds = t.list(limits.formats.map { t($0.chineseText, $0.englishText) })
        let rule = t(
            "\(kinds)，每份不超过\(limits.fileBytes >> 20) MB。加密保存，只有办理人员能看，每次查看都有记录。",
            "\(kinds), at most \(limits.fileBytes >> 20) MB each. Kept encrypted: only those who handle the case can open it, and every access is recorded."
        )
        func slot(_ slot: ApplicationSlot, _ label: String, isOptional: Bool, isSeveral: Bool, hint: String) -> HTML {
            markup.file(
                .init(id: slot.rawValue, label: label, hint: hint, isOptional: isOptional), isSeveral: isSeveral,
                accept: accept,
                kept: ShownFiles.list(files.filter { $0.slot == slot }, of: slot.rawValue, t))
        }
        return slot(
            .proof, t("身份证明的照片或扫描件（单位附营业执照等）", "Proof of identity, photo or scan"), isOptional: false,
            isSeveral: false, hint: rule)
            + slot(
                .authorisation, t("授权委托书", "Authorisation of the agent"), isOptional: !form.hasAgent,
                isSeveral: false, hint: t("有代理人的要附。", "Needed where an agent acts. ") + rule)
            + slot(
                .attachments, t("其他材料", "Other papers"), isOptional: true, isSeveral: true,
                hint: t("最多\(limits.attachments)份。", "At most \(limits.attachments). ") + rule)
    }

    /// For programs that fill in whatever they find. Somebody whose browser did so learns it and can go on.
    private var trap: HTML {
        let field = markup.input(
            .init(id: Self.trapField, label: t("请不要填写这一项", "Leave this empty"), value: isTrapShown ? "x" : ""))
        return isTrapShown
            ? field
            : """
            <div class="trap" aria-hidden="true">
            <label for="\(Self.trapField)">\(t("请不要填写这一项", "Leave this empty"))</label>
            <input id="\(Self.trapField)" name="\(Self.trapField)" type="text" tabindex="-1" autocomplete="off" value="">
            </div>

            """
    }
}

/// The forms of supply in words.
enum SupplyWords {
    static func media(_ t: Wording) -> [(value: String, label: String)] {
        SupplyForm.Medium.allCases.map { ($0.rawValue, word($0, t)) }
    }

    /// Fax is left to the paper form: the number would be one more field for hardly anyone.
    static func deliveries(_ t: Wording) -> [(value: String, label: String)] {
        [SupplyForm.Delivery.internet, .post, .inPerson].map { ($0.rawValue, word($0, t)) }
    }

    static func word(_ medium: SupplyForm.Medium, _ t: Wording) -> String {
        t(medium.chineseText, medium.englishText)
    }

    static func word(_ delivery: SupplyForm.Delivery, _ t: Wording) -> String {
        t(delivery.chineseText, delivery.englishText)
    }
}
