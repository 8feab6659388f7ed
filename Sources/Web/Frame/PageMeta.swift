internal import Markup

/// What the META tags of a page say of it. Source: 政府网站发展指引（国办发〔2017〕47号） appendix, labels of pages.
struct PageMeta: Sendable {
    /// A column of the site (栏目).
    struct Column: Sendable {
        /// Its name.
        var name: String
        /// What is in it.
        var description: String
        /// Its kind, as the norm calls it.
        var type = "政务公开"
    }

    /// A single text (内容页).
    struct Article: Sendable {
        /// The title.
        var title: String
        /// Day and time of publication, `2026-01-15 09:30`.
        var published: String
        /// Who it comes from.
        var source: String
        /// Who is answerable for it.
        var author: String
        /// Its keywords; at least one.
        var keywords: [String]
        /// A short summary.
        var description = ""
    }

    /// The column the page is, or belongs to.
    var column: Column?
    /// The text the page shows.
    var article: Article?

    /// Writes the tags, a line each; what is empty has none.
    ///
    /// - Parameters:
    ///   - siteName: the name of the site: the place, and what stands behind it.
    ///   - path: the permanent address of the text, without the site; nil where it has none.
    func write(_ identity: SiteIdentity, siteName: (place: String, rest: String), path: String?, to html: inout HTML) {
        Self.tag("SiteName", siteName.place, siteName.rest, to: &html)
        if !identity.origin.isEmpty { Self.tag("SiteDomain", identity.domain, to: &html) }
        Self.tag("SiteIDCode", identity.code, to: &html)
        if let column {
            Self.tag("ColumnName", column.name, to: &html)
            Self.tag("ColumnDescription", column.description, to: &html)
            Self.tag("ColumnKeywords", "政府信息公开,", column.name, to: &html)
            Self.tag("ColumnType", column.type, to: &html)
        }
        if let article {
            Self.tag("ArticleTitle", article.title, to: &html)
            Self.tag("PubDate", article.published, to: &html)
            Self.tag("ContentSource", article.source, to: &html)
            Self.tag("Author", article.author, to: &html)
            Self.tag("Keywords", article.keywords.joined(separator: ","), to: &html)
            Self.tag("Description", article.description, to: &html)
            if let path, !identity.origin.isEmpty { Self.tag("Url", identity.origin, path, to: &html) }
        }
    }

    /// A tag whose value has one or two pieces.
    private static func tag(_ name: StaticString, _ value: String, _ rest: String = "", to html: inout HTML) {
        guard !value.isEmpty || !rest.isEmpty else { return }
        html.write("<meta name=\"")
        html.write(name)
        html.write("\" content=\"")
        html.write(text: value)
        if !rest.isEmpty { html.write(text: rest) }
        html.write("\">\n")
    }
}
