internal import CivilTime
internal import Disclosure
internal import DocumentWriting
internal import Ledger
internal import Markup
internal import Service

/// A letter to the applicant, to be read, printed and kept as a document.
struct LetterPage {
    let view: ApplicantCase
    let letter: ApplicantLetter
    let t: Wording

    static let path = "/requests/track/letters"

    var content: PageContent {
        let paragraphs = letter.paragraphs.map { "<p>\($0)</p>\n" as HTML }
        let remedies = letter.remedies.map { "<p>\($0)</p>\n" as HTML }
        return PageContent(
            title: letter.title,
            crumbs: [
                .init(label: t("我的申请", "My application"), path: CasePage.path),
                .init(label: letter.title, path: nil, isName: true),
            ],
            main: """
                <article class="doc letter" lang="zh-CN">
                <header><h1><span>\(view.office.fullName.text)</span><span>\(letter.title)</span></h1>
                <p class="meta">\(number)<span>登记号 \(view.key.description)</span></p></header>
                <section>
                <p>\(salutation)</p>
                <p>\(opening)</p>
                \(paragraphs)\(remedies)</section>
                <p class="by">\(view.office.fullName.text)<br>\(letter.day.chineseText)</p>
                </article>
                <p class="part btns"><a class="btn" href="\(Self.path)/\(letter.number)/docx">\(t("下载（Word）", "Download (Word)"))</a> <a class="btn line" href="\(CasePage.path)">\(t("返回我的申请", "Back"))</a></p>
                """, path: TrackPage.path)
    }

    /// The same letter as a document to keep.
    var document: OfficialDocument {
        var blocks: [OfficialDocument.Block] = [.title([view.office.fullName.text, letter.title])]
        if let number = letter.documentNumber { blocks.append(.paragraph(lead: "", text: "文号：\(number)")) }
        blocks += [
            .paragraph(lead: "", text: "登记号：\(view.key.description)"), .salutation(salutation),
            .paragraph(lead: "", text: opening),
        ]
        blocks += (letter.paragraphs + letter.remedies).map { .paragraph(lead: "", text: $0) }
        blocks.append(.signature([view.office.fullName.text, letter.day.chineseText]))
        return OfficialDocument(title: letter.title, created: letter.day, blocks: blocks)
    }

    private var salutation: String {
        let agent = view.request.registration.agent == nil ? "" : "（由代理人代为申请）"
        return "\(view.applicantName ?? view.coveredName)\(agent)："
    }

    private var opening: String {
        let registration = view.request.registration
        return "您于\(registration.arrived.chineseText)通过\(LetterPage.word(registration.channel))提交的政府信息公开申请收悉。"
            + "您申请公开的内容是：“\(letter.matter)”。"
    }

    private var number: HTML {
        letter.documentNumber.map { "<span>\($0)</span>" } ?? .empty
    }

    private static func word(_ channel: RequestChannel) -> String {
        switch channel {
        case .inPerson: "当面提交方式"
        case .signedPost: "签收邮寄方式"
        case .plainLetter: "平常信函"
        case .internet: "互联网渠道"
        case .fax: "传真"
        }
    }
}
