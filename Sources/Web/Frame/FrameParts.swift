internal import Markup

/// What all pages of a view have in common, made once when the site is opened: each page puts its own between.
struct FrameParts: Sendable {
    /// To the title of the window.
    let begin: HTML
    /// The end of that title, and its line.
    let title: HTML
    /// What the head ends with, but for the script.
    let links: HTML
    /// The begin of the body, to the strip of the demonstration.
    let body: HTML
    /// The name of the site above all pages.
    let mast: HTML
    /// The field of the search.
    let search: HTML
    /// The foot and the end.
    let end: HTML
    /// The ways to the other views: what stands before, between and behind the addresses that they lead back to.
    private let tools: [HTML]

    init(_ view: ViewOptions, place: String, style: String, identity: SiteIdentity) {
        let t = view.wording
        let siteName = Self.siteName(t)
        begin = """
            <!DOCTYPE html>
            <html lang="\(t.languageTag)"\(" data-view=\"elder\"", if: view.isElder)\(
                " data-contrast=\"high\"", if: view.isHighContrast)>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>
            """
        title = "\(Self.fullName(place, t))</title>\n"
        links = """
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="\(style)">

            """
        body = """
            </head>
            <body>
            <a class="skip" href="#main">\(t("跳到正文", "Skip to main content"))</a>
            <header class="head">

            """
        let name: HTML =
            place.isEmpty
            ? "<b>\(siteName)</b>" : "<i\(" lang=\"zh-CN\"", if: t.isEnglish)>\(place)</i><b>\(siteName)</b>"
        mast = """
            <div class="mast">
            <a class="name" href="/">\(name)</a>

            """
        search = Self.searchField(t)
        end = """
            \(SiteFoot(identity: identity, t: t).html)</body>
            </html>

            """
        tools = Self.tools(view)
    }

    /// The name of the site in the language of a page, without the place.
    static func siteName(_ t: Wording) -> String { t("政府信息公开", "Open Government Information") }

    /// The name of the site in one language: a place has a Chinese name only, which English pages do not put before it.
    static func fullName(_ place: String, _ t: Wording) -> String {
        t.isEnglish ? siteName(t) : place + siteName(t)
    }

    /// Writes the ways to the other views of a page.
    ///
    /// - Parameter back: the address of the page, percent-encoded: nothing is left in it to be escaped.
    func writeTools(to html: inout HTML, back: String) {
        for (place, piece) in tools.enumerated() {
            if place > 0 { html.write(text: back) }
            html += piece
        }
    }

    private static func tools(_ view: ViewOptions) -> [HTML] {
        let t = view.wording
        let elder = view.isElder ? ("standard", t("标准版", "Standard view")) : ("elder", t("长者版", "Large type"))
        let contrast =
            view.isHighContrast
            ? ("normal", t("普通对比", "Normal contrast")) : ("high", t("高对比", "High contrast"))
        let language = view.isEnglish ? "zh" : "en"
        let other: HTML =
            view.isEnglish ? "\" lang=\"zh-CN\" hreflang=\"zh-CN\">中文" : "\" lang=\"en\" hreflang=\"en\">English"
        return [
            """
            <nav aria-label="\(t("辅助功能", "Views"))">
            <ul class="util">
            <li><a href="/view?view=\(elder.0)&amp;to=
            """,
            """
            ">\(elder.1)</a></li>
            <li><a href="/view?contrast=\(contrast.0)&amp;to=
            """,
            """
            ">\(contrast.1)</a></li>
            <li><a href="/view?lang=\(language)&amp;to=
            """,
            """
            \(other)</a></li>
            </ul>
            </nav>

            """,
        ]
    }

    private static func searchField(_ t: Wording) -> HTML {
        """
        <form class="find" role="search" action="/search">
        <label class="unseen" for="find">\(t("在全站查政府信息", "Search the site"))</label>
        <input id="find" type="search" name="q" maxlength="100" placeholder="\(
            t("标题、文号或正文里的词", "Title, number or text"))">
        <button class="btn">\(t("检索", "Search"))</button>
        </form>

        """
    }
}
