/// Addresses by which tests see a route: every public address of the site has at least one.
///
/// A test compares the list with the routes of the site, so a new page fails it until it stands here; from then on the
/// page is walked through in every view, at every width, with the accessibility engine and the checker of markup.
public struct PageSample: Sendable {
    /// The pattern of the route, as it stands in the site.
    public let pattern: String
    /// Addresses that answer with 200 over the demonstration, with their queries.
    public let addresses: [String]
    /// Pages on whose links to the pattern the first one is taken, where an address is known only to the running site.
    public let linkedFrom: [String]
    /// True for a page that people see, false for a file or data.
    public let isPage: Bool

    private init(_ pattern: String, _ addresses: [String], linkedFrom: [String], isPage: Bool) {
        self.pattern = pattern
        self.addresses = addresses
        self.linkedFrom = linkedFrom
        self.isPage = isPage
    }

    private static func page(_ pattern: String, _ addresses: [String] = [], linkedFrom: [String] = []) -> PageSample {
        PageSample(pattern, addresses, linkedFrom: linkedFrom, isPage: true)
    }

    private static func data(_ pattern: String, _ addresses: [String] = [], linkedFrom: [String] = []) -> PageSample {
        PageSample(pattern, addresses, linkedFrom: linkedFrom, isPage: false)
    }

    /// Every public address that is read.
    public static let all: [PageSample] = [
        page("/", ["/", "/?office=%E6%B5%8B%E8%AF%95", "/?office=%E6%B2%A1%E6%9C%89"]),
        page("/reports", ["/reports", "/reports?q=%E6%B2%A1%E6%9C%89", "/reports?year=2020&state=errors"]),
        page("/agencies/{code}", ["/agencies/sample-bureau", "/agencies/xiangzhi"]),
        page("/agencies/{code}/guide", ["/agencies/xiangzhi/guide", "/agencies/shishi-bigdata/guide"]),
        page(
            "/agencies/{code}/guide/{day}",
            ["/agencies/shishi-bigdata/guide/2019-06-01", "/agencies/xiangzhi/guide/2000-01-01"]),
        page("/agencies/{code}/catalogue", ["/agencies/xiangzhi/catalogue", "/agencies/sample-bureau/catalogue"]),
        page(
            "/agencies/{code}/catalogue/{matter}",
            ["/agencies/xiangzhi/catalogue/4.1", "/agencies/xiangzhi/catalogue/18.2"]),
        page("/agencies/{code}/rules", ["/agencies/xiangzhi/rules", "/agencies/sample-district/rules"]),
        page("/agencies/{code}/reports", ["/agencies/xiangzhi/reports", "/agencies/sample-district/reports"]),
        page(
            "/agencies/{code}/published", ["/agencies/xiangzhi/published", "/agencies/sample-bureau/published"]),
        page("/agencies/{code}/published/{category}", ["/agencies/xiangzhi/published/art20_12"]),
        page("/published", ["/published", "/published?after=2020-12-03.xiangzhi.xz-6-1"]),
        page("/published/{category}", ["/published/art20_7", "/published/art20_1"]),
        page("/guide", ["/guide"]),
        page("/rules", ["/rules"]),
        // All years, one year, a year without any, an office without any.
        page("/interaction", ["/interaction", "/interaction?year=2020", "/interaction?year=2019"]),
        page(
            "/agencies/{code}/interaction",
            [
                "/agencies/xiangzhi/interaction", "/agencies/xiangzhi/interaction?year=2020",
                "/agencies/sample-bureau/interaction",
            ]
        ),
        page("/sitemap", ["/sitemap"]),
        page(
            "/info/{id}", ["/info/shishi-bigdata.ss-3-1", "/info/xiangzhi.xz-6-1", "/info/government-services.gs-a-1"]),
        data("/info/{id}/files/{number}/{name}", linkedFrom: ["/info/shishi-bigdata.ss-1-1"]),
        data("/feed.xml", ["/feed.xml"]),
        data("/published/{category}/feed.xml", ["/published/art20_7/feed.xml"]),
        data("/agencies/{code}/feed.xml", ["/agencies/xiangzhi/feed.xml"]),
        data("/agencies/{code}/published/{category}/feed.xml", ["/agencies/xiangzhi/published/art20_12/feed.xml"]),
        data("/sitemap.xml", ["/sitemap.xml"]),
        data("/sitemap/pages.xml", ["/sitemap/pages.xml"]),
        data("/sitemap/{part}.xml", ["/sitemap/xiangzhi-2020.xml"]),
        page("/reports/{code}/{year}", ["/reports/sample-bureau/2021", "/reports/shishi-bigdata/2020"]),
        page("/check", ["/check"]),
        page(
            "/requests/new",
            ["/requests/new", "/requests/new?agency=sample-bureau&matter=%E6%B5%8B%E8%AF%95%E6%9D%90%E6%96%99"]),
        page("/requests/track", ["/requests/track"]),
        page(
            "/explore",
            [
                "/explore", "/explore?view=results", "/explore?view=results&office=sample-bureau&year=2021",
                "/explore?view=appeals&office=yantai-bigdata&year=2020&year=2021", "/explore?view=channels",
                "/explore?view=days&year=2019&year=2020&year=2021", "/explore?view=findings",
                "/explore?cell=t2_art20_9.centralized_procurement.procurement_amount",
                "/explore?view=requests&year=2021",
                "/explore?view=results&office=sample-district&office=sample-education&office=sample-transport&year=2021"
                    + "&year=2022&year=2023",
            ]),
        data("/reports.csv", ["/reports.csv"]),
        data("/reports.json", ["/reports.json?year=2020"]),
        data("/reports.xlsx", ["/reports.xlsx"]),
        data("/reports/{code}/{year}.docx", ["/reports/sample-bureau/2021.docx"]),
        data("/reports/{code}/{year}.csv", ["/reports/sample-bureau/2021.csv"]),
        data("/reports/{code}/{year}.xlsx", ["/reports/sample-bureau/2021.xlsx"]),
        page("/api", ["/api"]),
        data("/openapi.json", ["/openapi.json"]),
        data("/api/v1/offices", ["/api/v1/offices?limit=2"]),
        data("/api/v1/offices/{code}", ["/api/v1/offices/sample-bureau"]),
        data("/api/v1/items", ["/api/v1/items?office=xiangzhi&limit=3"]),
        data("/api/v1/items/{id}", ["/api/v1/items/xiangzhi.xz-6-1"]),
        data("/api/v1/search", ["/api/v1/search?q=%E9%A2%84%E7%AE%97"]),
        data("/api/v1/reports", ["/api/v1/reports?year=2020"]),
        data("/api/v1/reports/{code}/{year}", ["/api/v1/reports/sample-bureau/2021"]),
        data("/api/v1/findings", ["/api/v1/findings?office=sample-bureau&outcome=fail"]),
        data("/api/v1/cells", ["/api/v1/cells"]),
        data(
            "/api/v1/statistics",
            ["/api/v1/statistics?cell=t3_applications.denied.total&office=yantai-bigdata&year=2021"]),
        data("/api/v1/figures/{code}/{year}", ["/api/v1/figures/yantai-bigdata/2021"]),
        data("/explore.csv", ["/explore.csv"]),
        data("/explore.json", ["/explore.json?view=findings"]),
        data("/explore.xlsx", ["/explore.xlsx?view=results"]),
        data("/explore/all.csv", ["/explore/all.csv"]),
        data("/explore/all.json", ["/explore/all.json?year=2020"]),
        data("/explore/all.xlsx", ["/explore/all.xlsx"]),
        // Nothing asked, results, nothing found, a single character.
        page(
            "/search",
            [
                "/search", "/search?q=%E6%94%BF%E5%BA%9C%E4%BF%A1%E6%81%AF%E5%85%AC%E5%BC%80",
                "/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E7%A7%8D",
                "/search?q=%E6%B5%8B",
                // The name of an office and a word.
                "/search?q=%E7%A4%BA%E4%BE%8B%E5%8C%BA%E6%94%BF%E5%BA%9C+%E4%BC%9A%E8%AE%AE",
            ]),
        data("/search/suggest", ["/search/suggest?q=%E6%94%BF%E5%BA%9C"]),
        data("/gongkai.js", ["/gongkai.js"]),
        data("/reports/{code}/{year}.json", ["/reports/sample-bureau/2021.json"]),
        data("/reports/{code}/{year}/check.json", ["/reports/sample-bureau/2021/check.json"]),
        data("/reports/{code}/{year}/source", ["/reports/shishi-bigdata/2020/source"]),
        data("/gongkai.css", ["/gongkai.css"]),
        data("/favicon.svg", ["/favicon.svg"]),
        data("/robots.txt", ["/robots.txt"]),
        data("/healthz", ["/healthz"]),
    ]

    /// Routes whose answer leads elsewhere: there is nothing to see.
    public static let redirects: Set<String> = [
        "/view", "/requests/new/similar", "/requests/new/review", "/requests/new/receipt", "/requests/track/case",
        "/requests/track/letters/{step}", "/requests/track/letters/{step}/docx", "/requests/track/withdraw",
        "/requests/track/files/{reference}",
        "/catalogue/{code}", "/reports/{code}", "/agencies", "/info", "/requests", "/api/v1",
        // Takes seconds of a program that may be absent; tests of its own see it.
        "/reports/{code}/{year}.pdf",
    ]

    /// Addresses that are answered with an error page, with their status.
    public static let errors: [(address: String, status: Int)] = [
        ("/nowhere", 404), ("/agencies/nobody", 404), ("/reports/sample-bureau/1999", 404), ("/reports?q=%FF", 400),
        ("/%FF", 400), ("/explore?year=x&office=nobody", 400), ("/search?q=%FF", 400), ("/search?q=a&year=x", 400),
        ("/info/xiangzhi.nothing", 404), ("/agencies/xiangzhi/catalogue/99", 404), ("/agencies/xiangzhi/guide/x", 404),
        ("/agencies/xiangzhi/published/art99", 404), ("/interaction?year=x", 400),
        ("/agencies/nobody/interaction", 404),
        ("/requests/new?agency=nobody", 404),
    ]
}
