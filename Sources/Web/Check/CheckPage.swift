internal import Markup

/// The page on which anyone has a report checked.
struct CheckPage {
    /// A field of the form with what is wrong in it.
    typealias Problem = FieldProblem

    let t: Wording
    let token: String
    /// The largest file in bytes.
    let fileBytes: Int
    var problems: [Problem] = []

    /// The address of the page.
    static let path = "/check"
    /// The field of the report.
    static let fileField = "file"
    /// The field of the report of the year before.
    static let previousField = "previous"

    var content: PageContent {
        let name = t("核对我的年报", "Check my report")
        return PageContent(
            title: problems.isEmpty ? name : t("错误：\(name)", "Error: \(name)"),
            crumbs: [.init(label: name, path: nil)],
            main: """
                <header class="org">
                <h1>\(name)</h1>
                <p class="meta"><span>\(t("上传一份年度报告，逐格核对勾稽关系和文字", "Upload an annual report to check its sums, its link to the year before and its text"))</span><span>\(
                    t("文件和结果都不保存", "Neither file nor result is kept"))</span></p>
                </header>
                <div class="noted ample">
                <div>
                \(summary)\(form)
                </div>
                <aside class="note" aria-labelledby="h-how">
                <h2 id="h-how">\(t("怎样核对", "How it works"))</h2>
                \(explanation)</aside>
                </div>
                """, path: Self.path)
    }

    private var summary: HTML {
        ErrorSummary(problems: problems, heading: t("未能核对", "It could not be checked"), t: t).html
    }

    private var form: HTML {
        let size = fileBytes >> 20
        return """
            <form action="\(Self.path)" method="post" enctype="multipart/form-data" aria-label="\(t("核对年报", "Check a report"))">
            <input type="hidden" name="\(FormToken.fieldName)" value="\(token)">
            \(field(
                Self.fileField, label: t("年度报告文件", "The annual report"),
                hint: t(
                    "docx、xlsx、pdf、html、txt、md，不超过\(size) MB。扫描件不能读取。",
                    "docx, xlsx, pdf, html, txt or md, at most \(size) MB. Scans cannot be read."),
                isRequired: true))\(field(
                Self.previousField, label: t("上一年的年报（可以不传）", "The report of the year before (optional)"),
                hint: t(
                    "传了才能核对“上年结转”是否等于上一年的“结转下年度”。",
                    "With it, the numbers carried over can be checked too."), isRequired: false))
            <div class="field btns"><button class="btn">\(t("开始核对", "Check"))</button></div>
            </form>
            """
    }

    private func field(_ name: String, label: String, hint: String, isRequired: Bool) -> HTML {
        FormField(id: name, label: label, hint: hint, problem: problems.first { $0.field == name }, t: t).html {
            attributes in
            """
            <input\(attributes) type="file" name="\(name)" accept=".docx,.xlsx,.pdf,.html,.htm,.txt,.md"\(
                " required", if: isRequired)>
            """
        }
    }

    private var explanation: HTML {
        """
        <ol class="steps">
        <li>\(t(
            "文件在隔离的程序里读取，读完即弃，不写入磁盘，也不进数据库。",
            "The file is read by an isolated program and discarded at once: it is never written to disk or to the database."))</li>
        <li>\(t(
            "按2019年或2021年的统一格式认出每一格；认不准的标为“读不准”，不猜。",
            "Every cell of the 2019 or 2021 form is recognised; what is not certain is marked, never guessed."))</li>
        <li>\(t(
            "核对表内合计、勾稽关系、表与文字、与上一年的衔接，逐处说明应当是什么、现在是什么、怎样改。",
            "Sums and balances are checked, and the tables against the text and the year before. Each finding says what should be there, what is there and how to fix it."))</li>
        </ol>
        <p>\(t(
            "旧的 doc、wps 文件请先另存为 docx。报告含有个人信息的，请先删去再上传。",
            "Save old doc and wps files as docx first. Remove personal data before you upload."))</p>

        """
    }
}
