internal import HTTPCore
internal import Markup

/// The head and foot around every page.
struct PageFrame: Sendable {
    /// The place whose offices publish here, before the name of the site; empty for none.
    let place: String
    /// The address of the style sheet, with its version.
    let styleAddress: String
    /// The address of the script, with its version.
    let scriptAddress: String
    /// Who runs the site.
    let identity: SiteIdentity
    /// What is the same on all pages of a language: the first in Chinese, the second in English.
    private let feet: (HTML, HTML)
    private let searchFields: (HTML, HTML)

    init(place: String, styleAddress: String, scriptAddress: String, identity: SiteIdentity = SiteIdentity()) {
        self.place = place
        self.styleAddress = styleAddress
        self.scriptAddress = scriptAddress
        self.identity = identity
        let (chinese, english) = (Wording(isEnglish: false), Wording(isEnglish: true))
        feet = (SiteFoot(identity: identity, t: chinese).html, SiteFoot(identity: identity, t: english).html)
        searchFields = (Self.searchField(chinese), Self.searchField(english))
    }

    /// The whole page as bytes.
    ///
    /// - Parameter isDemonstration: true where nothing but demonstration reports is kept: each page says so.
    func page(_ content: PageContent, _ view: ViewOptions, isDemonstration: Bool) -> [UInt8] {
        let t = view.wording
        let siteName = t("政府信息公开", "Open Government Information")
        let title = content.isHome ? place + siteName : "\(content.title) - \(place)\(siteName)"
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(t.languageTag)"\(" data-view=\"elder\"", if: view.isElder)\(
                " data-contrast=\"high\"", if: view.isHighContrast)>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            \(head(content, place + siteName))<link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="\(styleAddress)">
            \(content.usesScript ? "<script src=\"\(scriptAddress)\" defer></script>\n" : HTML.empty)</head>
            <body>
            <a class="skip" href="#main">\(t("跳到正文", "Skip to the text"))</a>
            <header class="head">
            \(isDemonstration ? demonstrationStrip(t) : .empty)<div class="wrap">
            \(tools(content, view))<div class="mast">
            <a class="name" href="/">\(name(siteName))</a>
            \(content.isHome ? .empty : t.isEnglish ? searchFields.1 : searchFields.0)</div>
            </div>
            </header>
            \(crumbs(content.crumbs, t))<main id="main" class="wrap">
            \(content.main)
            \(onPaper(content, t))</main>
            \(t.isEnglish ? feet.1 : feet.0)</body>
            </html>

            """
        return html.bytes
    }

    /// Where a printed page can be found again; nothing on a screen, nor where the site has no address of its own.
    private func onPaper(_ content: PageContent, _ t: Wording) -> HTML {
        guard let path = content.canonical, !identity.origin.isEmpty else { return .empty }
        return "<p class=\"onpaper\">\(t("网址", "Address"))：\(identity.origin)\(path)</p>\n"
    }

    private func head(_ content: PageContent, _ siteName: String) -> HTML {
        let feed: HTML =
            content.feed.map {
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\($0.title)\" href=\"\($0.path)\">\n"
            } ?? .empty
        let canonical: HTML =
            content.canonical.map { "<link rel=\"canonical\" href=\"\(identity.origin)\($0)\">\n" } ?? .empty
        let unlisted: HTML = content.isUnlisted ? "<meta name=\"robots\" content=\"noindex\">\n" : .empty
        return content.meta.html(identity, siteName: siteName) + canonical + unlisted + feed
    }

    private func name(_ siteName: String) -> HTML {
        place.isEmpty ? "<b>\(siteName)</b>" : "<i>\(place)</i><b>\(siteName)</b>"
    }

    private func demonstrationStrip(_ t: Wording) -> HTML {
        let text = t(
            "演示数据：五个机关的数字取自其公开的年报，文字为改写；信息正文和测试市示例局为虚构。",
            "Demonstration: figures of five offices are from their published reports, the sentences are rewritten; "
                + "items and 测试市示例局 are invented.")
        return "<div class=\"demo\"><p class=\"wrap\">\(text)</p></div>\n"
    }

    private func tools(_ content: PageContent, _ view: ViewOptions) -> HTML {
        let t = view.wording
        let back = PercentEncoding.encode(content.path)
        let elder = view.isElder ? ("standard", t("标准版", "Standard view")) : ("elder", t("长者版", "Large type"))
        let contrast =
            view.isHighContrast
            ? ("normal", t("普通对比", "Normal contrast")) : ("high", t("高对比", "High contrast"))
        let language: HTML =
            view.isEnglish
            ? "<a href=\"/view?lang=zh&amp;to=\(back)\" lang=\"zh-CN\" hreflang=\"zh-CN\">中文</a>"
            : "<a href=\"/view?lang=en&amp;to=\(back)\" lang=\"en\" hreflang=\"en\">English</a>"
        return """
            <nav aria-label="\(t("辅助功能", "Views"))">
            <ul class="util">
            <li><a href="/view?view=\(elder.0)&amp;to=\(back)">\(elder.1)</a></li>
            <li><a href="/view?contrast=\(contrast.0)&amp;to=\(back)">\(contrast.1)</a></li>
            <li>\(language)</li>
            </ul>
            </nav>

            """
    }

    private static func searchField(_ t: Wording) -> HTML {
        """
        <form class="find" role="search" action="/search">
        <label class="unseen" for="find">\(t("在全站查政府信息", "Search the site"))</label>
        <input id="find" type="search" name="q" maxlength="100" placeholder="\(
            t("标题、文号或正文里的词", "Words of title, number or text"))">
        <button class="btn">\(t("检索", "Search"))</button>
        </form>

        """
    }

    private func crumbs(_ crumbs: [PageContent.Crumb], _ t: Wording) -> HTML {
        guard !crumbs.isEmpty else { return .empty }
        let items = crumbs.map { crumb -> HTML in
            guard let path = crumb.path else { return "<li aria-current=\"page\">\(crumb.label)</li>" }
            return "<li><a href=\"\(path)\">\(crumb.label)</a></li>"
        }
        return """
            <nav class="wrap crumb" aria-label="\(t("所在位置", "You are here"))">
            <ol><li><a href="/">\(t("首页", "Home"))</a></li>\(items)</ol>
            </nav>

            """
    }
}
