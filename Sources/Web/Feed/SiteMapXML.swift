internal import Ledger
internal import Markup

/// The map of the site for programs: an index of parts, one an office and year. Source: sitemaps.org, 0.9.
enum SiteMapXML {
    /// The most addresses of one part.
    static let limit = 50_000

    /// The index.
    static func index(origin: String, parts: [String]) -> [UInt8] {
        let lines = parts.map { part -> HTML in "<sitemap><loc>\(origin)\(part)</loc></sitemap>\n" }
        let map: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(lines)</sitemapindex>

            """
        return map.bytes
    }

    /// A part.
    static func part(origin: String, pages: [(path: String, changed: String?)]) -> [UInt8] {
        let lines = pages.prefix(limit).map { page -> HTML in
            let changed: HTML = page.changed.map { "<lastmod>\($0)</lastmod>" } ?? .empty
            return "<url><loc>\(origin)\(page.path)</loc>\(changed)</url>\n"
        }
        let map: HTML = """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(lines)</urlset>

            """
        return map.bytes
    }
}
