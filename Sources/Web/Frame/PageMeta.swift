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
        /// The day of publication, `2026-01-15`.
        var published: String
        /// Who it comes from.
        var source: String
        /// Its keywords.
        var keywords: [String] = []
        /// A short summary.
        var description = ""
    }

    /// The column the page is, or belongs to.
    var column: Column?
    /// The text the page shows.
    var article: Article?

    /// The tags, a line each.
    func html(_ identity: SiteIdentity, siteName: String) -> HTML {
        var tags: [(StaticString, String)] = [("SiteName", siteName)]
        tags.append(("SiteDomain", identity.domain))
        tags.append(("SiteIDCode", identity.code))
        if let column {
            tags.append(("ColumnName", column.name))
            tags.append(("ColumnDescription", column.description))
            tags.append(("ColumnKeywords", "政府信息公开,\(column.name)"))
            tags.append(("ColumnType", column.type))
        }
        if let article {
            tags.append(("ArticleTitle", article.title))
            tags.append(("PubDate", article.published))
            tags.append(("ContentSource", article.source))
            tags.append(("Keywords", article.keywords.joined(separator: ",")))
            tags.append(("Description", article.description))
        }
        return tags.filter { !$0.1.isEmpty }.map { name, value -> HTML in
            "<meta name=\"\(raw: name)\" content=\"\(value)\">\n"
        }.joined()
    }
}
