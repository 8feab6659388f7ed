internal import HTTPCore
internal import Ledger
internal import Markup

/// The page about the interface for people who write programs: what it gives, how it behaves, three examples to try.
///
/// The table of addresses is made from the operations themselves, as the document is.
struct InterfacePage {
    let operations: [APIOperation]
    let settings: SiteSettings
    /// A report that is kept, for an example; nil where none is.
    var sample: (office: AgencyCode, year: ReportYear)?
    let t: Wording

    /// Where it stands.
    static let path = "/api"

    var content: PageContent {
        let title = t("数据接口", "Data interface (API)")
        return PageContent(
            title: title, crumbs: [.init(label: title, path: nil)],
            main: """
                <header class="org">
                <h1>\(title)</h1>
                <p class="meta"><span>\(t("不用登记，不用密钥", "No registration, no key"))</span><span>\(t("JSON、CSV、XLSX 和 Atom", "JSON, CSV, XLSX and Atom"))</span></p>
                </header>
                \(begin)\(part("h-what", t("能取什么", "What there is"), addresses))\(
                    part("h-files", t("文件和订阅", "Files and feeds"), files))\(
                    part("h-examples", t("三个例子", "Three examples"), examples))\(
                    part("h-how", t("怎样应答", "How it answers"), InterfaceManners(settings: settings, t: t).html))\(
                    part("h-wrong", t("出错的时候", "When something is wrong"), faults))\(
                    part("h-terms", t("使用条件", "Terms of use"), "<p>\(settings.licence.sentence(t))</p>"))
                """, path: Self.path)
    }

    private func part(_ id: String, _ title: String, _ body: HTML) -> HTML {
        RegisterSection(id: id, title: title).html(body)
    }

    private var begin: HTML {
        """
        <p class="lede">\(t(
            "本站公开的信息、年度报告、核对发现和统计数据，都可以由程序取用；也可以由程序提出申请、查询申请的办理情况。",
            "Everything that is public here can be taken by programs: published information, annual reports, what the rules find in them, statistics. Applications can be handed in and followed too."
        ))</p>
        <p class="btns"><a class="btn" href="\(API.documentPath)">\(t("接口说明文件（OpenAPI 3.1）", "The description (OpenAPI 3.1)"))</a></p>

        """
    }

    // MARK: Addresses

    private var addresses: HTML {
        let table = RecordTable(
            caption: t("数据接口的全部网址", "Every address of the interface"), first: t("网址", "Address"),
            columns: [.init(title: t("方法", "Method")), .init(title: t("内容", "What it gives"))],
            rows: operations.map { operation in
                .init(
                    head: Self.address(operation.pattern.text),
                    cells: [
                        .init("\(operation.method.rawValue)"),
                        .init(told(operation), isShort: false),
                    ])
            })
        return "<div class=\"addresses\">\n\(table.html)</div>"
    }

    private func told(_ operation: APIOperation) -> HTML {
        let about: HTML = operation.about.map { "<p class=\"say\">\($0.html(t))</p>" } ?? .empty
        return "<b>\(operation.summary.html(t))</b>\(about)"
    }

    /// An address that may break at its strokes.
    private static func address(_ text: String) -> HTML {
        let pieces = text.split(separator: "/").map { piece -> HTML in "/<wbr>\(String(piece))" }
        return "<code>\(pieces)</code>"
    }

    private var files: HTML {
        let table = RecordTable(
            caption: t("可以下载和订阅的网址", "Addresses of files and feeds"),
            first: t("网址，后加“.”和格式", "Address, with “.” and a format behind"),
            columns: [.init(title: t("格式", "Formats")), .init(title: t("内容", "What it gives"))],
            rows: InterfaceFile.all.map { file in
                .init(
                    head: Self.address(file.path),
                    cells: [
                        .init("\(file.endings.joined(separator: t("、", ", ")))"),
                        .init(file.about.html(t), isShort: false),
                    ])
            })
        return "<div class=\"addresses\">\n\(table.html)</div>"
    }

    // MARK: Examples

    private var examples: HTML {
        let all = InterfaceExample.all(origin: settings.identity.origin, sample: sample)
        let shown = all.map { example -> HTML in
            """
            <h3>\(example.about.html(t))</h3>
            <pre class="shell"><code>\(example.command(t))</code></pre>
            <p class="more"><a href="\(example.target)">\(t("在浏览器里看", "See it in the browser"))<span class="unseen">\(t("：", ": "))\(example.about.html(t))</span></a></p>

            """
        }
        return "\(shown)"
    }

    // MARK: Faults

    private var faults: HTML {
        let table = RecordTable(
            caption: t("错误的代码", "Codes of problems"), first: "code",
            columns: [.init(title: t("状态", "Status"), isNumber: true), .init(title: t("意思", "What it means"))],
            rows: InterfaceFault.all.map { fault in
                .init(
                    head: "<code>\(fault.code)</code>",
                    cells: [.init("\(fault.status)"), .init(fault.about.html(t), isShort: false)])
            })
        let told = [
            Sentence(
                "错误按 RFC 9457 应答（`application/problem+json`）：`code` 是固定的词，供程序判断；`detail` 说明发生了什么；`errors` 逐处列出，一次说全，每处写明参数（`parameter`）或者所提交内容里的位置（`pointer`）。`request_id` 是日志里的请求编号，可以告诉网站管理员。",
                "Problems come as RFC 9457 has them (`application/problem+json`): `code` is a stable word for programs, `detail` says what happened, `errors` lists every fault at once with its `parameter` or its place in what was sent (`pointer`). `request_id` is the number in the log, which can be told to the administrator."
            ),
            Sentence(
                "说明用中文；请求头 `Accept-Language` 先要英文的，用英文。不认识的参数按错误应答，不会悄悄忽略。",
                "They are told in Chinese, and in English where `Accept-Language` asks for English before Chinese. A parameter that is not known is an error and not ignored."
            ),
        ].map { sentence -> HTML in "<p>\(CodedText(sentence).html(t))</p>\n" }
        return """
            <div class="told">
            \(told)</div>
            \(table.html)
            """
    }
}
