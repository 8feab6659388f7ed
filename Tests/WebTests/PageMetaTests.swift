import Markup
import Testing

@testable import Web

@Suite("Tags of pages")
struct PageMetaTests {
    private static let article = PageMeta.Article(
        title: "甲<乙", published: "2026-01-15 09:30", source: "测试局", author: "测试办", keywords: ["甲", "乙"],
        description: "概述。")

    @Test(
        "the tags are those of the site norm, and what is not known has none",
        arguments: [
            ("", "/info/a.b", "Url", nil), ("https://a.cn", nil, "Url", nil),
            ("https://a.cn", "/info/a.b", "Url", "https://a.cn/info/a.b"),
            ("https://a.cn", nil, "SiteDomain", "a.cn"), ("", nil, "SiteDomain", nil),
            ("", nil, "SiteName", "测试市政府信息公开"), ("", nil, "ArticleTitle", "甲&lt;乙"),
            ("", nil, "PubDate", "2026-01-15 09:30"), ("", nil, "ContentSource", "测试局"), ("", nil, "Author", "测试办"),
            ("", nil, "Keywords", "甲,乙"), ("", nil, "Description", "概述。"), ("", nil, "ColumnName", nil),
        ] as [(String, String?, String, String?)])
    func tags(origin: String, path: String?, name: String, value: String?) {
        var identity = SiteIdentity()
        identity.origin = origin
        var html = HTML.empty
        PageMeta(article: Self.article).write(identity, siteName: ("测试市", "政府信息公开"), path: path, to: &html)
        let tag = value.map { "<meta name=\"\(name)\" content=\"\($0)\">\n" } ?? "<meta name=\"\(name)\""
        #expect(html.text.contains(tag) == (value != nil))
    }
}
