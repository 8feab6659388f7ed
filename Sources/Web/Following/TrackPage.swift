internal import Disclosure
internal import Markup
internal import Service

/// What somebody wrote on a page whose session had ended, carried over the new sign-in.
struct KeptWords {
    /// The part of the page it was written in: `matter`, `text` or `remark`.
    var field: String
    var text: String

    static let fieldName = "kept_field"
    static let textName = "kept_text"
    /// The parts that can carry something over.
    static let fields: Set<String> = ["matter", "text", "remark"]
}

/// Where number and code are asked for.
struct TrackPage {
    let token: String
    let number: String
    let findings: [Finding]
    let notice: String?
    let kept: KeptWords?
    /// What must be proved or waited for before a code of this number is looked at; nil where nothing must.
    let task: ProofTask?
    let t: Wording

    static let path = "/requests/track"

    private var proof: ProofMarkup {
        ProofMarkup(
            task: task,
            busy: t(
                "这个登记号近一小时内有多次查询码不对，可能是别人在试，您没有做错什么。浏览器正在做一次简短的验算，通常几秒钟，完成后就可以查询。",
                "Wrong codes were tried many times for this number, perhaps by somebody else: you did nothing wrong. Your browser is doing a short calculation; this usually takes a few seconds."
            ), done: t("验算完成，请再填一次查询码，点“查询”。", "Done: please enter the code again."))
    }

    var content: PageContent {
        let name = t("查询申请进度", "Follow an application")
        let markup = FormMarkup(findings: findings, t: t)
        let said: HTML = notice.map { "<div class=\"verdict\" role=\"status\"><p>\($0)</p></div>\n" } ?? .empty
        let carried: HTML =
            kept.map {
                "<input type=\"hidden\" name=\"\(KeptWords.fieldName)\" value=\"\($0.field)\">\n<input type=\"hidden\" name=\"\(KeptWords.textName)\" value=\"\($0.text)\">\n"
            } ?? .empty
        return PageContent(
            title: findings.isEmpty ? name : t("错误：\(name)", "Error: \(name)"),
            crumbs: [.init(label: name, path: nil)],
            main: """
                \(markup.summary(t("没有打开", "It was not opened")))\(said)<h1>\(name)</h1>
                <p class="meta">\(t("登记号和查询码都在提交申请后的回执上。两项都要填。", "Both are on the receipt of your application, and both are required."))</p>
                <form class="part" action="\(Self.path)" method="post" novalidate aria-label="\(name)"\(proof.attributes)>
                <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
                \(carried)\(proof.fields)\(markup.input(
                    .init(id: "number", label: t("登记号", "Number"), hint: t("机关代码、年份和顺序号，例如 350500-2025-12", "Office code, year and serial number, for example 350500-2025-12"), value: number)))\(markup.input(
                    .init(id: "code", label: t("查询码", "Code"), hint: t("10个字母和数字，大小写都可以", "10 letters and digits, in capitals or not"), width: "w14")))<div class="field btns"><button class="btn">\(t("查询", "Open"))</button></div>
                </form>
                <p class="part meta">\(t("查询码丢失的，不能补发；可以带身份证明到该机关查询，或者打电话询问。", "A lost code cannot be sent again. You can ask the office by telephone, or in person with proof of identity."))</p>
                <p class="more"><a href="\(ApplyPage.path)">\(t("提出新的申请", "Apply for information"))</a></p>
                """, usesScript: proof.isProvable, path: Self.path)
    }
}
