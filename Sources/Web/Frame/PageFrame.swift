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
    /// What is the same on all pages of a view, in the order of the bits of the views.
    private let parts: [FrameParts]
    /// The strip above the pages of a demonstration, in Chinese and in English.
    private let strips: (HTML, HTML)

    init(place: String, styleAddress: String, scriptAddress: String, identity: SiteIdentity = SiteIdentity()) {
        self.place = place
        self.styleAddress = styleAddress
        self.scriptAddress = scriptAddress
        self.identity = identity
        parts = ViewOptions.all.map { FrameParts($0, place: place, style: styleAddress, identity: identity) }
        strips = (
            Self.demonstrationStrip(Wording(isEnglish: false)), Self.demonstrationStrip(Wording(isEnglish: true))
        )
    }

    /// The whole page as bytes.
    ///
    /// - Parameter isDemonstration: true where nothing but demonstration reports is kept: each page says so.
    func page(_ content: PageContent, _ view: ViewOptions, isDemonstration: Bool) -> [UInt8] {
        let t = view.wording
        let parts = parts[Int(view.bits)]
        // One buffer for the page: what stands around the main part is some four kilobytes.
        var html = HTML(capacity: content.main.count + 6_000)
        html += parts.begin
        if !content.isHome {
            html.write(text: content.title)
            html.write(" - ")
        }
        html += parts.title
        writeHead(content, t, to: &html)
        html += parts.links
        if content.usesScript { html += "<script src=\"\(scriptAddress)\" defer></script>\n" }
        html += parts.body
        if isDemonstration { html += t.isEnglish ? strips.1 : strips.0 }
        html.write("<div class=\"wrap\">\n")
        parts.writeTools(to: &html, back: PercentEncoding.encode(content.path))
        html += parts.mast
        if !content.isHome { html += parts.search }
        html.write("</div>\n</div>\n</header>\n")
        write(content.crumbs, t, to: &html)
        html.write("<main id=\"main\" class=\"wrap\">\n")
        html += content.main
        html.write("\n")
        writeOnPaper(content, t, to: &html)
        html.write("</main>\n")
        html += parts.end
        return html.bytes
    }

    /// Where a printed page can be found again; nothing on a screen, nor where the site has no address of its own.
    private func writeOnPaper(_ content: PageContent, _ t: Wording, to html: inout HTML) {
        guard let path = content.canonical, !identity.origin.isEmpty else { return }
        html += "<p class=\"onpaper\">\(t("网址：", "Address: "))\(identity.origin)\(path)</p>\n"
    }

    private func writeHead(_ content: PageContent, _ t: Wording, to html: inout HTML) {
        content.meta.write(
            identity, siteName: (place, FrameParts.siteName(Wording(isEnglish: false))), path: content.canonical,
            to: &html)
        if let path = content.canonical {
            html.write("<link rel=\"canonical\" href=\"")
            html.write(text: identity.origin)
            html.write(text: path)
            html.write("\">\n")
        }
        if content.isUnlisted { html.write("<meta name=\"robots\" content=\"noindex\">\n") }
        if let feed = content.feed {
            html.write("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"")
            html.write(text: feed.title)
            html.write("\" href=\"")
            html.write(text: feed.path)
            html.write("\">\n")
        }
    }

    private static func demonstrationStrip(_ t: Wording) -> HTML {
        let text = t(
            "演示数据：五个机关的数字取自其公开的年报，文字为改写；信息正文和名称带“测试市”的机关为虚构。",
            "Demonstration: figures of five offices are from their published reports, the sentences are rewritten; "
                + "items and the offices named <> are invented.")
        let pieces = text.split(separator: "<>", maxSplits: 1)
        let html: HTML = pieces.count == 2 ? "\(pieces[0])<span lang=\"zh-CN\">测试市</span>\(pieces[1])" : "\(text)"
        return "<div class=\"demo\"><p class=\"wrap\">\(html)</p></div>\n"
    }

    private func write(_ crumbs: [PageContent.Crumb], _ t: Wording, to html: inout HTML) {
        guard !crumbs.isEmpty else { return }
        html.write("<nav class=\"wrap crumb\" aria-label=\"")
        html.write(text: t("所在位置", "You are here"))
        html.write("\">\n<ol><li><a href=\"/\">")
        html.write(text: t("首页", "Home"))
        html.write("</a></li>")
        for crumb in crumbs {
            let isMarked = crumb.isName && t.isEnglish
            if let path = crumb.path {
                html.write("<li><a href=\"")
                html.write(text: path)
                html.write(isMarked ? "\" lang=\"zh-CN\">" : "\">")
                html.write(text: crumb.label)
                html.write("</a></li>")
            } else {
                html.write(isMarked ? "<li aria-current=\"page\" lang=\"zh-CN\">" : "<li aria-current=\"page\">")
                html.write(text: crumb.label)
                html.write("</li>")
            }
        }
        html.write("</ol>\n</nav>\n")
    }
}
